import { withoutIdentifiers } from '../model/identifiers.js'
import { withheldMark } from '../model/privacy.js'
import type { ServiceLog } from '../model/service-log.js'
import { foldedName, hasEndingOf, stemsOfName } from './name-forms.js'

const longestWord = 80
const word = /[\p{L}\p{M}\p{Cf}'\u2019]+/gu

/** Withholds what identifies somebody in a text that goes outside: identity codes, addresses, numbers, and the names that the log tells. */
export type TextMask = (text: string) => string

/**
 * How free texts of a log are shown outside: one that holds an identity code, an address or a number not at all, since
 * what else it says may be of the same person; of the others the names that the log tells are withheld.
 */
export function textMask(log: Pick<ServiceLog, 'cases'>): TextMask {
  const mask = nameMask(log)
  return (text) => (withoutIdentifiers(text) === text ? mask(text) : withheldMark)
}

/**
 * How names of files and sheets of a log are shown outside, and other short texts. Where the log tells the clients' names, a word that is a part of one of them is
 * withheld, in any case of Finnish and Swedish, in capitals or not, and when parts of a name are written together.
 */
export function nameMask({ cases }: Pick<ServiceLog, 'cases'>): TextMask {
  const stems = stemsOf(cases.flatMap(({ name }) => name ?? []))
  if (stems.size === 0) return withoutIdentifiers
  const lengths = [...new Set([...stems].map(({ length }) => length))].sort((left, right) => right - left)
  const known = new Map<string, boolean>()
  const isName = (found: string) => {
    const folded = foldedName(found)
    if (folded.length > longestWord) return true
    const key = folded.length <= shortest ? found : folded
    const before = known.get(key)
    if (before !== undefined) return before
    const is = lengths.some((length) => folded.length >= length && stems.has(folded.slice(0, length)) && hasEndingOf(folded.slice(length), length <= shortest) && (length > shortest || /^\p{Lu}/u.test(found)))
    if (known.size > mostKnown) known.clear()
    known.set(key, is)
    return is
  }
  return (text) => withoutIdentifiers(text).replace(word, (found) => (isName(found) ? withheldMark : found))
}

/** Names of two letters are words of the language too, and are names with a capital alone. */
const shortest = 2
const mostKnown = 50_000

/** The stems of all parts of names, alone and written together with another part of the same name. */
function stemsOf(names: readonly string[]): Set<string> {
  return new Set(names.flatMap((name) => {
    const parts = (name.match(word) ?? []).map(foldedName).filter(({ length }) => length >= shortest)
    const together = parts.length > mostParts ? [] : parts.flatMap((first, at) => parts.flatMap((second, other) => (at === other ? [] : [first + second])))
    return [...parts, ...together].flatMap(stemsOfName)
  }))
}

const mostParts = 6
