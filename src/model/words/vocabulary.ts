import { readFileSync } from 'node:fs'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { parse } from 'yaml'
import { languages } from '../language-codes.js'
import type { Language } from '../language.js'
import { nearestOf } from '../nearest.js'
import { wordsIn } from './words-in.js'

/** What one code of a list column is called. */
interface CodeWords extends Partial<Record<Language, readonly string[]>> {
  /** Last parts of compounds that mean the same. */
  readonly heads?: readonly string[]
  /** Words of a name that tell what it is: Oy, ry. */
  readonly marks?: readonly string[]
  /** Beginnings of words that tell what is probably meant. */
  readonly hints?: readonly string[]
}

/** The words of one list column. */
export interface Vocabulary {
  /** The one code that a text is a known word for, in whatever form; nothing is guessed. */
  known(text: string): string | undefined
  /** The one code that a text is probably meant for, by the words in it or by a slip of the pen; a person must say so. */
  likely(text: string): string | undefined
}

/** Stands for all codes of a list. */
export const everyCode = '*'

const files = {
  category: 'category', categories: 'category', providerKind: 'provider-kind', unit: 'unit', costBasis: 'cost-basis',
  admissionGround: 'admission-ground', statementResult: 'statement-result', result: 'decision-result',
} as const

const stemmers: Readonly<Record<Language, (word: string) => string>> = { fi: finnishStem, sv: swedish, en: english }
const shortestCut = 4
const vocabularies = new Map<string, Vocabulary>()

/** The words of a list column, read from its file when the first unknown value is met; nothing for other columns. */
export function vocabularyOf(column: string): Vocabulary | undefined {
  const file = files[column as keyof typeof files]
  if (file === undefined) return undefined
  const known = vocabularies.get(file) ?? vocabularyFrom(codesIn(file))
  vocabularies.set(file, known)
  return known
}

/** The words as they stand in the file of a list column, by code. */
export function codesIn(file: (typeof files)[keyof typeof files]): Readonly<Record<string, CodeWords>> {
  return parse(readFileSync(new URL(`./${file}.yaml`, import.meta.url), 'utf8')) as Record<string, CodeWords>
}

function vocabularyFrom(codes: Readonly<Record<string, CodeWords>>): Vocabulary {
  const entries = Object.entries(codes)
  const phrases = new Map<string, Set<string>>()
  const words = new Map<string, string>()
  for (const [code, own] of entries) {
    for (const language of languages) {
      for (const phrase of own[language] ?? []) {
        const form = stemmed(wordsIn(phrase), language)
        phrases.set(form, (phrases.get(form) ?? new Set()).add(code))
        words.set(wordsIn(phrase).join(' '), code)
      }
    }
  }
  return { known: (text) => known(text), likely: (text) => known(text) ?? likely(text) }

  function known(text: string): string | undefined {
    const parts = wordsIn(text)
    if (parts.length === 0 || parts.length > mostWords) return undefined
    const whole = words.get(parts.join(' '))
    if (whole !== undefined) return whole
    const found = new Set(languages.flatMap((language) => [...(phrases.get(stemmed(parts, language)) ?? [])]))
    if (found.size > 0) return only(found)
    return compound(parts) ?? cut(text, parts) ?? marked(parts)
  }

  function compound(parts: readonly string[]): string | undefined {
    const [word = '', ...more] = parts
    if (more.length > 0) return undefined
    const fits = (head: string) => languages.some((language) => stemmers[language](word).endsWith(stemmers[language](head)) && word.length > head.length + 2)
    return only(new Set(entries.filter(([, { heads = [] }]) => heads.some(fits)).map(([code]) => code)))
  }

  /** A word cut short by a dot, where all that begin so mean the same. */
  function cut(text: string, [word = '', ...more]: readonly string[]): string | undefined {
    if (more.length > 0 || word.length < shortestCut || !text.trimEnd().endsWith('.')) return undefined
    return only(new Set([...words].filter(([one]) => one.startsWith(word)).map(([, code]) => code)))
  }

  function marked(parts: readonly string[]): string | undefined {
    return only(new Set(entries.filter(([, { marks = [] }]) => parts.length > 1 && marks.some((mark) => parts.includes(wordsIn(mark).join('')))).map(([code]) => code)))
  }

  function likely(text: string): string | undefined {
    const parts = wordsIn(text).slice(0, mostWords)
    const whole = parts.join(' ')
    const hinted = entries.filter(([, { hints = [] }]) => hints.some((hint) => (hint.includes(' ') ? whole.startsWith(hint) : parts.some((part) => part.startsWith(hint))))).map(([code]) => code)
    const meant = hinted.length > 1 ? hinted.filter((code) => code !== 'OTHER') : hinted
    return only(new Set(meant)) ?? (hinted.length > 0 || whole.length > longestSlip ? undefined : words.get(nearestOf(whole, [...words.keys()], (word) => word) ?? ''))
  }
}

const mostWords = 8
const longestSlip = 40

function only(codes: ReadonlySet<string>): string | undefined {
  return codes.size === 1 ? [...codes][0] : undefined
}

function stemmed(words: readonly string[], language: Language): string {
  return words.map(stemmers[language]).join(' ')
}

/** The stems of words in -us and -nen change before their endings, which the stemmer leaves: tulkkaus, tulkkauksen. */
function finnishStem(word: string): string {
  return finnish(word).replace(/ks$/, 's').replace(/is$/, 'in')
}
