import { addDays, daysBetween, type IsoDate } from '../model/dates.js'
import type { Interest } from '../model/ledger.js'
import { formatDecimal, parseDecimal, type Cents, type Decimal } from '../model/money.js'
import type { Tables } from '../rules/tables/tables.js'

/** Interest runs by days of a year of this length. */
const daysOfYear = 365n
const hundredPercent = 100n

/** Dated surplus, and reference rates where the book knows them. */
export type RateTables = Pick<Tables, 'interest' | 'referenceRates'>

/** The annual rate on a day, in percent: reference rate and surplus of the dated tables (RCV-001); `undefined` where the book knows no reference rate. */
export function rateOn(date: IsoDate, { interest, referenceRates = [] }: RateTables): Decimal | undefined {
  const covers = ({ from, to = '9999' }: { from: IsoDate; to?: IsoDate | undefined }) => from <= date && date <= to
  const surplus = interest.find(covers)
  const reference = referenceRates.find(covers)
  if (surplus === undefined || reference === undefined) return undefined
  const percent = parseDecimal(reference.percent)
  return typeof percent === 'string' ? undefined : { units: percent.units + BigInt(surplus.surplusPercent) * 10n ** BigInt(percent.scale), scale: percent.scale }
}

/**
 * Simple interest on an amount from a day to another, the first not counted and the last counted, each day by its own
 * rate; rounded once, half a cent away from zero. The first day without a rate instead, when there is one.
 */
export function interestOn(amount: Cents, from: IsoDate, to: IsoDate, rate: (date: IsoDate) => Decimal | undefined): Interest | { readonly unknownOn: IsoDate } {
  const parts: { from: IsoDate; to: IsoDate; days: number; percent: string }[] = []
  const scale = 6
  let weighted = 0n
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const found = rate(day)
    if (found === undefined) return { unknownOn: day }
    weighted += found.units * 10n ** BigInt(scale - found.scale)
    const percent = formatDecimal(found)
    const last = parts.at(-1)
    if (last?.percent === percent) parts[parts.length - 1] = { ...last, to: day, days: daysBetween(last.from, day) + 1 }
    else parts.push({ from: day, to: day, days: 1, percent })
  }
  const divisor = daysOfYear * hundredPercent * 10n ** BigInt(scale)
  return { amount: (2n * amount * weighted + divisor) / (2n * divisor), parts }
}
