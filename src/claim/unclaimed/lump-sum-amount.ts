import { addDays, addYears, ageOn, daysBetween, endOfYear, yearOf, type IsoDate } from '../../model/dates.js'
import type { Cents } from '../../model/money.js'
import type { ClaimantKind } from '../../model/values.js'
import type { Tables } from '../../rules/tables/tables.js'

/** For whom and to whom a lump sum is paid. */
export interface Payee {
  readonly claimant: ClaimantKind
  readonly born: IsoDate | undefined
  /** First day of the person's own period. */
  readonly paidFrom: IsoDate
  /** The day on which the lump sum is applied for. */
  readonly filedOn: IsoDate
}

type Row = Tables['lumpSums'][number]

/**
 * The lump sum in cents of days that follow each other, ends included: each day is its share of its calendar year, by
 * the amounts for the claimant and the person's age on the day; each year rounded once, half a cent away from zero.
 */
export function lumpSumOfDays(from: IsoDate, to: IsoDate, payee: Payee, tables: Pick<Tables, 'lumpSums'>): Cents {
  const rows = tables.lumpSums.filter((row) => row.claimants.includes(payee.claimant) && isFiled(row, payee.filedOn))
  const starts = [...new Set([from, ...borders(from, to, payee, rows)])].sort()
  const years = new Map<number, bigint>()
  for (const [index, start] of starts.entries()) {
    const days = daysBetween(start, starts[index + 1] ?? addDays(to, 1))
    const centsPerYear = rows.filter((row) => applies(row, start, payee)).reduce((cents, row) => cents + BigInt(row.centsPerYear), 0n)
    years.set(yearOf(start), (years.get(yearOf(start)) ?? 0n) + centsPerYear * BigInt(days))
  }
  return [...years].reduce((cents, [year, centsTimesDays]) => cents + divided(centsTimesDays, daysOf(year)), 0n)
}

/** The days on which an amount may change: a new year, a birthday, a new row of the table, the end of the first adult year. */
function borders(from: IsoDate, to: IsoDate, { born, paidFrom }: Payee, rows: readonly Row[]): IsoDate[] {
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => String(yearOf(from) + index))
  const birthdays = born === undefined ? [] : years.map((year) => addYears(born, Number(year) - yearOf(born))).flatMap((day) => [day, addDays(day, 1)])
  const changes = rows.flatMap((row) => [row.from, ...(row.to === undefined ? [] : [addDays(row.to, 1)]), ...(born === undefined ? [] : [addYears(adultFrom(row, born, paidFrom), 1)])])
  return [...years.map((year) => `${year}-01-01`), ...birthdays, ...changes].filter((day) => day > from && day <= to)
}

function applies(row: Row, on: IsoDate, { born, paidFrom }: Payee): boolean {
  if (on < row.from || on > (row.to ?? '9999')) return false
  if (born === undefined) return row.addition === undefined && row.ageTo === undefined
  const age = ageOn(born, on)
  if (age < row.ageFrom || age > (row.ageTo ?? age)) return false
  return row.addition === undefined || on < addYears(adultFrom(row, born, paidFrom), 1)
}

function isFiled({ filedFrom = '', filedTo = '9999' }: Row, on: IsoDate): boolean {
  return filedFrom <= on && on <= filedTo
}

/** The first day that the person is paid for at the age from which the row counts. */
function adultFrom({ ageFrom }: Row, born: IsoDate, paidFrom: IsoDate): IsoDate {
  const birthday = addYears(born, ageFrom)
  return birthday > paidFrom ? birthday : paidFrom
}

function daysOf(year: number): bigint {
  const first = `${year}-01-01`
  return BigInt(daysBetween(first, endOfYear(first)) + 1)
}

/** A quotient of numbers from zero on, a half rounded up. */
function divided(number: bigint, by: bigint): bigint {
  return (number * 2n + by) / (by * 2n)
}
