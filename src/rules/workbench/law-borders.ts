import { addDays, type IsoDate } from '../../model/dates.js'
import type { Localized } from '../../model/language.js'
import { citation, type RuleBook } from '../book.js'

/** What changes on a day of the law, as the book has it on the day before and from the day on. */
export interface LawBorder {
  readonly day: IsoDate
  /** A rule or a table, and its part. */
  readonly what: string
  readonly title?: Localized
  /** Nothing where there was or is none. */
  readonly before?: Localized | string
  readonly from?: Localized | string
  readonly sources: readonly string[]
}

interface Span {
  readonly from?: IsoDate | undefined
  readonly to?: IsoDate | undefined
}

/** Every day on which something changes by the book, in order: regimes, rules, their dated values, and the tables of periods and remedies. */
export function lawBorders(book: RuleBook): LawBorder[] {
  const { regimes, lumpSumPeriods, ageLimits, appeals } = book.tables
  const borders = [
    ...bordersOf(regimes, (row) => row.title).map((one) => ({ ...one, what: 'regimes' })),
    ...bordersOf(regimes, (row) => row.addressee).map((one) => ({ ...one, what: 'regimes.addressee' })),
    ...bordersOf(lumpSumPeriods, (row) => `${row.years} / ${row.quotaRefugeeYears}`).map((one) => ({ ...one, what: 'lump-sum-periods' })),
    ...bordersOf(ageLimits.filter(({ name }) => name === 'unaccompanied'), (row) => String(row.years)).map((one) => ({ ...one, what: 'age-limits' })),
    ...bordersOf(appeals.filter(({ decision }) => decision === undefined), (row) => row.remedy).map((one) => ({ ...one, what: 'appeals' })),
    ...book.rules.flatMap((rule) => [
      ...(rule.when === undefined ? [] : bordersOf([{ ...rule.when, basis: rule.basis }], () => rule.title)).map((one) => ({ ...one, what: rule.rule, title: rule.title })),
      ...Object.entries(rule.parameters).flatMap(([name, periods]) => bordersOf(periods.map((period) => ({ ...period, basis: period.basis ?? rule.basis })), ({ value }) => String(value)).map((one) => ({ ...one, what: `${rule.rule} ${name}`, title: rule.title }))),
    ]),
  ]
  return borders.filter(({ before, from }) => JSON.stringify(before) !== JSON.stringify(from)).sort((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : left.what < right.what ? -1 : 1))
}

type Source = Parameters<typeof citation>[0]

/** The borders between rows that follow each other, with the value on both sides. */
function bordersOf<Row extends Span & { readonly basis: unknown }>(rows: readonly Row[], valueOf: (row: Row) => Localized | string): Omit<LawBorder, 'what'>[] {
  const days = [...new Set(rows.flatMap(({ from, to }) => [...(from === undefined ? [] : [from]), ...(to === undefined ? [] : [addDays(to, 1)])]))]
  const on = (day: IsoDate) => rows.find(({ from = '', to = '9999' }) => from <= day && day <= to)
  return days.map((day) => {
    const [before, from] = [on(addDays(day, -1)), on(day)]
    const sources = [from?.basis ?? before?.basis ?? []].flat() as (Source & Span)[]
    const inForce = sources.filter(({ from: first = '', to = '9999' }) => first <= day && day <= to)
    return { day, ...(before ? { before: valueOf(before) } : {}), ...(from ? { from: valueOf(from) } : {}), sources: [...new Set((inForce.length > 0 ? inForce : sources).map(citation))] }
  })
}
