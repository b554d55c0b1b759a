import type { DecimalMark } from '../../model/written-number.js'
import type { Mapping } from '../mapping.js'
import { signKey } from './sign-words.js'

/** How the cells of a source write what they mean, where its keeper or its whole column says so. */
export interface Forms {
  readonly decimalMark?: DecimalMark | undefined
  /** Orders and shapes of days, beside those that everybody reads alike. */
  readonly dates: readonly string[]
  /** Words for nothing, for a time without end, for yes and for no, as `signKey` has them. */
  readonly empty: ReadonlySet<string>
  readonly openEnded: ReadonlySet<string>
  readonly yes: ReadonlySet<string>
  readonly no: ReadonlySet<string>
  /** Words for the euro at the end or the beginning of an amount, and a sign between thousands that is not usual. */
  readonly currency: readonly string[]
  readonly thousands?: string | undefined
}

const none: ReadonlySet<string> = new Set()
export const plainForms: Forms = { dates: [], empty: none, openEnded: none, yes: none, no: none, currency: [] }

const known = new WeakMap<Mapping, Forms>()

/** The forms that a mapping declares. */
export function formsOf(mapping: Mapping): Forms {
  const forms = known.get(mapping) ?? made(mapping)
  known.set(mapping, forms)
  return forms
}

function made({ decimalMark, thousands, dates, empty, openEnded, yes, no, currency }: Mapping): Forms {
  // A point or a comma between thousands leaves the other for the decimals.
  const mark = decimalMark ?? (thousands === '.' ? ',' : thousands === ',' ? '.' : undefined)
  return { decimalMark: mark, dates: listed(dates), empty: keys(empty), openEnded: keys(openEnded), yes: keys(yes), no: keys(no), currency: listed(currency), thousands }
}

function listed(words: string | readonly string[] | undefined): readonly string[] {
  return words === undefined ? [] : [words].flat()
}

function keys(words: string | readonly string[] | undefined): ReadonlySet<string> {
  return words === undefined ? none : new Set(listed(words).map(signKey))
}

const dashesAlone = /^[-\u2010-\u2015\u2212_]{1,3}$/
const knownEmpty = new Set(['n/a', 'n.a', '#n/a'])
const longestDashes = 4
const knownOpen = new Set(['toistaiseksi', 'toistaiseksi voimassa', 'voimassa toistaiseksi', 'tills vidare', 'until further notice', 'jatkuu', 'fortsätter', 'open-ended', 'open ended'])

/** Whether a cell says that nothing stands in it: blank, a dash, or a word for it. */
export function saysNothing(text: string, { empty }: Forms): boolean {
  const trimmed = text.trim()
  if (trimmed === '') return true
  if (trimmed.length <= longestDashes && (dashesAlone.test(trimmed) || knownEmpty.has(trimmed.toLowerCase()))) return true
  return empty.size > 0 && empty.has(signKey(trimmed))
}

/** Whether the end of a time says that there is none. */
export function saysOpen(text: string, { openEnded }: Forms): boolean {
  const key = signKey(text)
  return knownOpen.has(key) || openEnded.has(key)
}
