import { columnsOf, meaningsOf, sheetKinds, synonymsOf, type Column, type SheetKind } from '../../model/columns.js'
import { likeness } from '../../model/nearest.js'
import { keyOf } from '../headings.js'
import { fitOf, profileOf, sumsOf, type ColumnProfile } from './column-profile.js'
import type { SampledTable } from './sample-table.js'

/** Why a heading is taken for a column. */
export type ProposalReason = 'own' | 'name' | 'sums' | 'similar' | 'contents' | 'doubtful' | 'taken' | 'identifies' | 'none'

/** What a column of the sheet is taken for. */
export interface ProposedColumn {
  readonly index: number
  readonly heading: string
  /** The columns that it may be, the likeliest first. */
  readonly keys: readonly string[]
  /** Whether the first of them may be used without asking. */
  readonly sure: boolean
  readonly reason: ProposalReason
}

interface Candidate {
  readonly index: number
  readonly column: Column
  readonly score: number
  readonly reason: ProposalReason
}

const sureFrom = 0.75
const possibleFrom = 0.4
const identityCodesFrom = 0.2
const shortestForLikeness = 5
/** Above an own heading: in a ledger “Määrä” is often the sum and not the quantity, and there the sums say so. */
const provenSum = 1.01

/** Takes each heading of a table for a column of the service log by its name and by what stands under it. */
export function proposeColumns(table: SampledTable, kind: SheetKind): ProposedColumn[] {
  const profiles = table.headings.map((_, index) => profileOf(table.rows, index))
  const sums = kind === 'costs' ? sumsOf(profiles) : undefined
  const isNamed = (key: string) => table.headings.some((heading) => isOwnName(heading, columnsOf[kind].find((column) => column.key === key) as Column))
  const isOnlyDate = (index: number) => profiles.filter((profile) => (fitOf(profile, dateColumn) ?? 0) > 0.8).length === 1 && (fitOf(profiles[index] as ColumnProfile, dateColumn) ?? 0) > 0.8
  const candidates = table.headings.flatMap((heading, index) => {
    const profile = profiles[index] as ColumnProfile
    if (heading === '' || (profile.identityCodes >= identityCodesFrom && kind !== 'cases')) return []
    return columnsOf[kind].map((column) => candidateOf({ heading, index, column, kind, profile, sums, isNamed, isOnlyDate: isOnlyDate(index) })).filter(({ score }) => score >= possibleFrom)
  }).toSorted((left, right) => right.score - left.score)
  const taken = new Map<string, Candidate>()
  const chosen = new Map<number, Candidate>()
  for (const candidate of candidates) {
    if (candidate.score < sureFrom || taken.has(candidate.column.key) || chosen.has(candidate.index)) continue
    taken.set(candidate.column.key, candidate)
    chosen.set(candidate.index, candidate)
  }
  return table.headings.flatMap((heading, index): ProposedColumn[] => {
    if (heading === '') return []
    const sure = chosen.get(index)
    if (sure) return [{ index, heading, keys: [sure.column.key], sure: true, reason: sure.reason }]
    if ((profiles[index] as ColumnProfile).identityCodes >= identityCodesFrom) return [{ index, heading, keys: [], sure: false, reason: 'identifies' }]
    const possible = candidates.filter((one) => one.index === index)
    const free = possible.filter(({ column }) => !taken.has(column.key))
    if (free.length > 0) return [{ index, heading, keys: free.map(({ column }) => column.key), sure: false, reason: (free[0] as Candidate).reason }]
    return [{ index, heading, keys: [], sure: false, reason: possible.length > 0 ? 'taken' : 'none' }]
  })
}

const dateColumn = columnsOf.costs.find(({ key }) => key === 'serviceDate') as Column

interface Look {
  readonly heading: string
  readonly index: number
  readonly column: Column
  readonly kind: SheetKind
  readonly profile: ColumnProfile
  readonly sums: ReturnType<typeof sumsOf>
  /** Whether some heading is the column's own name. */
  readonly isNamed: (key: string) => boolean
  readonly isOnlyDate: boolean
}

function candidateOf({ heading, index, column, kind, profile, sums, isNamed, isOnlyDate }: Look): Candidate {
  const byName = nameScore(heading, column, kind)
  const fit = fitOf(profile, column)
  if (sums !== undefined && sums[column.key as keyof typeof sums] === index) return { index, column, score: isNamed(column.key) ? Math.max(byName.score, 0.9) : provenSum, reason: byName.score >= sureFrom ? byName.reason : 'sums' }
  if (sums !== undefined && column.key in sums && byName.score < 0.9) return { index, column, score: 0, reason: 'none' }
  if (column.type === 'money' && isRate(heading)) return { index, column, score: 0, reason: 'none' }
  if (byName.reason === 'doubtful' && isProven(column, profile, fit)) return { index, column, score: sureFrom, reason: 'contents' }
  if (byName.reason === 'own') return { index, column, score: byName.score, reason: 'own' }
  if (byName.score > 0) return { index, column, reason: byName.reason, score: fit === undefined || fit >= 0.5 ? byName.score + (fit !== undefined && fit >= 0.8 ? 0.03 : 0) : byName.score * 0.5 }
  const isSpecific = column.type === 'choice' && column.key !== 'unit'
  if (isSpecific && profile.distinct >= 2 && (fit ?? 0) >= 0.8) return { index, column, score: 0.5, reason: 'contents' }
  if (column.key === 'serviceDate' && isOnlyDate) return { index, column, score: 0.45, reason: 'contents' }
  if (column.key === 'personalId' && profile.identityCodes >= 0.8) return { index, column, score: 0.9, reason: 'contents' }
  return { index, column, score: 0, reason: 'none' }
}

/** A percentage is no amount, though its numbers could be read as one. */
function isRate(heading: string): boolean {
  return /%|prosentti|procent|percent|kanta$|sats$|\brate$/i.test(heading) && !/\b0\s*%/.test(heading)
}

/** Whether the cells tell which of its meanings a heading has: words of a list, or numbers of decisions that are all different. */
function isProven({ key, type }: Column, { cells, distinct }: ColumnProfile, fit: number | undefined): boolean {
  if (type === 'choice') return (fit ?? 0) >= 0.8
  return key === 'decision' && cells.length >= 2 && distinct * 2 > cells.length && cells.every(({ text }) => /\d/.test(text))
}

/** The columns that a heading of several meanings may be, by the heading as compared. */
const doubtful = Object.fromEntries(sheetKinds.map((kind) => [kind, new Map([...meaningsOf(kind)].map(([word, keys]) => [keyOf(word), keys]))])) as Record<SheetKind, Map<string, string[]>>

/** What is cut short in headings: the ends of words, and words before a dot. */
const shortened: readonly (readonly [RegExp, string])[] = [[/nr(?:o|\.)?$/, 'numero'], [/pvm$/, 'päivä'], [/^alk$/, 'alkaen'], [/^päätt$/, 'päättyen'], [/^toim$/, 'toimitus'], [/^synt$/, 'syntymä'], [/^kans$/, 'kansalainen'], [/^as$/, 'asiakas'], [/^palv$/, 'palvelu'], [/^tunn$/, 'tunnus']]

function isShortened(heading: string): boolean {
  return /\p{L}\.|nro?$|pvm$|€|\beur(?:oa|o)?$/iu.test(heading)
}

/** A heading as compared, with its shortened words written out and without the currency: “Toim.pvm” is “Toimituspäivä”. */
function inFull(heading: string): string {
  const words = heading.toLowerCase().split(/[^\p{L}\p{N}%]+/u).filter((word) => word !== '' && !/^eur(?:oa|o)?$/.test(word))
  return keyOf(words.map((word) => shortened.reduce((text, [end, whole]) => text.replace(end, whole), word)).join(''))
}

function isOwnName(heading: string, column: Column): boolean {
  return Object.values(column.heading).some((name) => keyOf(name) === keyOf(heading))
}

/** How surely a heading names a column: its own name, what exports call it, something alike, or one of several meanings. */
function nameScore(heading: string, column: Column, kind: SheetKind): { score: number; reason: ProposalReason } {
  const key = keyOf(heading)
  const own = Object.values(column.heading).map(keyOf)
  if (own.includes(key)) return { score: 1, reason: 'own' }
  const others = synonymsOf(column).map(keyOf)
  const at = others.indexOf(key)
  if (at >= 0) return { score: 0.95 - at * 0.002, reason: 'name' }
  if (isShortened(heading) && [...Object.values(column.heading), ...synonymsOf(column)].some((name) => inFull(name) === inFull(heading))) return { score: 0.88, reason: 'name' }
  const meanings = doubtful[kind].get(key)
  if (meanings !== undefined) return meanings.includes(column.key) ? { score: 0.6 - meanings.indexOf(column.key) * 0.05, reason: 'doubtful' } : { score: 0, reason: 'none' }
  const alike = Math.max(...[...own, ...others].filter((name) => Math.min(name.length, key.length) >= shortestForLikeness).map((name) => likeness(name, key)), 0)
  if (alike >= 0.85) return { score: alike - 0.07, reason: 'similar' }
  const holds = [...own, ...others].some((name) => name.length >= shortestForLikeness && key.length >= shortestForLikeness && (key.includes(name) || name.includes(key)))
  return holds ? { score: 0.55, reason: 'similar' } : { score: alike >= 0.7 ? 0.45 : 0, reason: 'similar' }
}
