import { withoutIdentifiers } from '../model/identifiers.js'
import { withheldMark } from '../model/privacy.js'
import type { ServiceLog } from '../model/service-log.js'

const shortest = 3
const longestEnding = 6
const capitalised = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}'\u2019]*/gu

/** Withholds what identifies somebody in a text that goes outside: identity codes, addresses, numbers, and the names that the log tells. */
export type TextMask = (text: string) => string

/**
 * How texts of a log are shown outside. Where the log tells the clients' names, a capitalised word that is a part of
 * one of them is withheld, with the endings of Finnish and Swedish: `Virtasen`, `Annas`.
 */
export function nameMask({ cases }: Pick<ServiceLog, 'cases'>): TextMask {
  const stems = stemsOf(cases.flatMap(({ name }) => name ?? []))
  if (stems.size === 0) return withoutIdentifiers
  const lengths = [...new Set([...stems].map(({ length }) => length))].sort((left, right) => right - left)
  const isName = (word: string) => lengths.some((length) => word.length >= length && word.length <= length + longestEnding && stems.has(word.slice(0, length).toLowerCase()))
  return (text) => withoutIdentifiers(text).replace(capitalised, (word) => (isName(word) ? withheldMark : word))
}

/** The parts of names without what an ending may change. */
function stemsOf(names: readonly string[]): Set<string> {
  const parts = names.flatMap((name) => name.match(/\p{L}[\p{L}'\u2019]*/gu) ?? []).filter((part) => [...part].length >= shortest)
  return new Set(parts.map((part) => stemOf(part.toLowerCase())))
}

function stemOf(part: string): string {
  if (part.endsWith('nen') && part.length > 5) return part.slice(0, -3)
  return part.length > 4 && /[aeiouyåäö]$/.test(part) ? part.slice(0, -1) : part
}
