import type { Assessment } from '../../model/assessment.js'
import type { Claimant } from '../../model/claimant.js'
import { addDays, endOfYear, yearOf, type IsoDate } from '../../model/dates.js'
import type { CaseFacts, Facts } from '../../model/facts.js'
import { formatCents, type Cents } from '../../model/money.js'
import type { Unclaimed } from '../../model/unclaimed.js'
import type { CompiledBook } from '../../rules/engine/compile-book.js'
import type { Tables } from '../../rules/tables/tables.js'
import { deadlineOf } from '../deadline.js'
import { birthDateOf } from '../facts/identity.js'
import { lumpSumDays, type LumpSumDays } from '../facts/lump-sum.js'
import type { LogIndex } from '../facts/log-index.js'
import type { Area } from '../facts/residences.js'
import { areaStays } from './area-stays.js'
import { lumpSumOfDays, type Payee } from './lump-sum-amount.js'

interface LumpSumInput {
  readonly assessment: Assessment
  readonly facts: Facts
  readonly book: CompiledBook
  readonly claimant: Claimant
  readonly index: LogIndex
  readonly area: Area
}

type MissedLumpSum = Unclaimed['lumpSums'][number]

/**
 * Cases that a rule about the start of the lump sum has something to say of, with the amount at stake by calendar year:
 * for the days of the person's period in the claimant's area, by the dated amounts, in years that can still be claimed.
 */
export function missedLumpSums(input: LumpSumInput): MissedLumpSum[] {
  const { assessment, book, facts } = input
  const rules = new Set(book.rules.filter(({ grain, reads }) => grain === 'case' && reads.includes('case.lumpSumFrom')).map(({ rule }) => rule.rule))
  const missed = assessment.findings.filter(({ about, rule }) => about === 'case' && rules.has(rule))
  const cases = new Map(facts.cases.map((one) => [one.id, one]))
  const found = missed.flatMap(({ case: id, rule }) => {
    const one = cases.get(id ?? '')
    return one === undefined ? [] : (missedLumpSum(one, rule, input) ?? [])
  })
  return found.sort((left, right) => (left.case < right.case ? -1 : 1))
}

function missedLumpSum(one: CaseFacts, rule: string, { assessment, book, claimant, index, area }: LumpSumInput): MissedLumpSum | undefined {
  const { tables } = book.book
  const firstResidenceOn = index.residences.get(one.id)?.[0]?.from
  const period = lumpSumDays(firstResidenceOn === undefined ? one : { ...one, firstResidenceOn }, tables)
  const row = index.cases.get(one.id)
  if (period === undefined || row === undefined) return undefined
  const born = birthDateOf(row)
  const payee: Payee = { claimant: claimant.kind, born, paidFrom: period.from, filedOn: assessment.asOf }
  const stays = areaStays(index.residences.get(one.id) ?? [], area, tables)
  const years = yearsOf(period).flatMap((year) => {
    const deadline = deadlineOf(year.from, book.book)
    if (deadline === undefined || deadline < assessment.asOf) return []
    const parts = stays.flatMap((stay) => overlap(stay, year) ?? [])
    const accrued = sum(parts.flatMap((part) => overlap(part, { from: part.from, to: assessment.asOf }) ?? []), payee, tables)
    return [{ year: yearOf(year.from), ...year, amount: accrued, toCome: sum(parts, payee, tables) - accrued, deadline }]
  })
  const total = (key: 'amount' | 'toCome') => formatCents(years.reduce((cents, year) => cents + year[key], 0n))
  return {
    case: one.id,
    rule,
    ...period,
    ageKnown: born !== undefined,
    amount: total('amount'),
    toCome: total('toCome'),
    years: years.map((year) => ({ ...year, amount: formatCents(year.amount), toCome: formatCents(year.toCome) })),
  }
}

type Days = LumpSumDays

function yearsOf({ from, to }: Days): Days[] {
  const end = endOfYear(from)
  return end >= to ? [{ from, to }] : [{ from, to: end }, ...yearsOf({ from: addDays(end, 1), to })]
}

function overlap(stay: { readonly from: IsoDate; readonly to?: IsoDate }, days: Days): Days | undefined {
  const from = stay.from > days.from ? stay.from : days.from
  const to = stay.to !== undefined && stay.to < days.to ? stay.to : days.to
  return from <= to ? { from, to } : undefined
}

function sum(parts: readonly Days[], payee: Payee, tables: Tables): Cents {
  return parts.reduce((cents, { from, to }) => cents + lumpSumOfDays(from, to, payee, tables), 0n)
}
