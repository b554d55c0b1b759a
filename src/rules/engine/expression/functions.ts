import {
  addDays, addMonths, addYears, ageOn, endOfMonth, endOfYear, epochDay, weekdayOf, yearOf, type IsoDate,
} from '../../../model/dates.js'
import { workingDayFrom } from '../../tables/days-off.js'
import { aDate, remembered, rememberedShift } from './remembered.js'

/** A value inside an expression: dates and texts are strings, counts and cents are bigint. */
export type Value = string | bigint | boolean | readonly string[]

interface ExpressionFunction {
  /** CEL signature, as the type check knows it. */
  readonly signature: string
  readonly meaning: string
  readonly apply: (...values: never[]) => Value
}

const dayNumber = remembered(epochDay)

/** The functions that rules may call beside CEL's own operators. */
export const expressionFunctions: readonly ExpressionFunction[] = [
  define('addDays(string, int): string', 'the date some days later', rememberedShift(addDays)),
  define('addMonths(string, int): string', 'the same day some months later', rememberedShift(addMonths)),
  define('addYears(string, int): string', 'the same day some years later', rememberedShift(addYears)),
  define('endOfYear(string): string', '31 December of the year of the date', remembered(endOfYear)),
  define('endOfMonth(string): string', 'the last day of the month of the date', remembered(endOfMonth)),
  define('yearOf(string): int', 'the year of the date', remembered((date) => BigInt(yearOf(date)))),
  define('daysBetween(string, string): int', 'days from the first date to the second', (from: IsoDate, to: IsoDate) => BigInt(dayNumber(to) - dayNumber(from))),
  define('ageOn(string, string): int', 'full years of age on a day', (birth: IsoDate, day: IsoDate) => BigInt(ageOn(aDate(birth), aDate(day)))),
  define('weekday(string): int', '1 for Monday to 7 for Sunday', remembered((date) => BigInt(weekdayOf(date)))),
  define('workingDay(string, list<string>): string', 'the date, or the next one that is none of the days off', (day: IsoDate, daysOff: readonly string[]) => workingDayFrom(aDate(day), daysOff)),
  define('within(string, string, string): bool', 'the date lies between the two others, both included', (date: IsoDate, from: IsoDate, to: IsoDate) => from <= date && date <= to),
  define('overlaps(string, string, string, string): bool', 'two spans of days share a day', (from: IsoDate, to: IsoDate, otherFrom: IsoDate, otherTo: IsoDate) => from <= otherTo && otherFrom <= to),
  define('min(string, string): string', 'the earlier date', (left: string, right: string) => (left < right ? left : right)),
  define('max(string, string): string', 'the later date', (left: string, right: string) => (left > right ? left : right)),
  define('min(int, int): int', 'the smaller number', (left: bigint, right: bigint) => (left < right ? left : right)),
  define('max(int, int): int', 'the larger number', (left: bigint, right: bigint) => (left > right ? left : right)),
  define('abs(int): int', 'the number without its sign', (value: bigint) => (value < 0n ? -value : value)),
]

/** The function of a name; of two with one name the one whose arguments fit, as the type check has proven. */
export function functionOf(name: string, argumentType: string): ((...values: Value[]) => Value) | undefined {
  const named = expressionFunctions.filter(({ signature }) => signature.startsWith(`${name}(`))
  const chosen = named.length > 1 ? named.find(({ signature }) => signature.startsWith(`${name}(${argumentType}`)) : named[0]
  return chosen?.apply as ((...values: Value[]) => Value) | undefined
}

function define<Values extends Value[]>(signature: string, meaning: string, apply: (...values: Values) => Value): ExpressionFunction {
  return { signature, meaning, apply: apply as unknown as (...values: never[]) => Value }
}
