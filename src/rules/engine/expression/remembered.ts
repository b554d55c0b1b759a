import { isIsoDate, type IsoDate } from '../../../model/dates.js'

const firstYear = 1900
const rememberedYears = 256
const yearBits = 9
const placesOfYear = (1 << yearBits) - 1
const [zero, hyphen] = [48, 45]
const furthestShift = 100_000n
const mostCounts = 50

/** A function of a date that remembers what it gave: thousands of items share a few days, which are found by counting. */
export function remembered<Result>(give: (date: IsoDate) => Result): (date: IsoDate) => Result {
  const years: (Result | undefined)[][] = Array.from({ length: rememberedYears })
  return (date) => {
    const place = placeOf(date)
    const year = years[place >> yearBits]
    const found = year?.[place & placesOfYear]
    if (found !== undefined) return found
    const result = give(aDate(date))
    if (place < 0) return result
    const days = year ?? Array.from<Result | undefined>({ length: placesOfYear + 1 })
    days[place & placesOfYear] = result
    years[place >> yearBits] = days
    return result
  }
}

/** A number for each text that may be a date of the years that are remembered, below zero for any other text. */
function placeOf(date: string): number {
  if (date.length !== 10 || date.charCodeAt(4) !== hyphen || date.charCodeAt(7) !== hyphen) return -1
  const [thousands, hundreds, tens, ones] = [digitAt(date, 0), digitAt(date, 1), digitAt(date, 2), digitAt(date, 3)]
  const [month, day] = [digitAt(date, 5) * 10 + digitAt(date, 6), digitAt(date, 8) * 10 + digitAt(date, 9)]
  const year = thousands * 1000 + hundreds * 100 + tens * 10 + ones - firstYear
  return year >= 0 && year < rememberedYears && month <= 12 && day <= 31 ? (year << yearBits) | (month << 5) | day : -1
}

/** A digit; what is none makes the whole number too large. */
function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - zero
  return digit >= 0 && digit <= 9 ? digit : 10_000
}

/** A shift of a date by a count that remembers what it gave for each count. */
export function rememberedShift(give: (date: IsoDate, count: number) => IsoDate): (date: IsoDate, count: bigint) => IsoDate {
  const byCount = new Map<number, (date: IsoDate) => IsoDate>()
  return (date, count) => {
    const counted = shift(count)
    const known = byCount.get(counted)
    if (known) return known(date)
    const one = remembered((day) => give(day, counted))
    if (byCount.size >= mostCounts) byCount.clear()
    byCount.set(counted, one)
    return one(date)
  }
}

/** The text itself. Throws `RangeError` when it is no day that exists. */
export function aDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError('not a date')
  return text
}

function shift(count: bigint): number {
  if (count > furthestShift || count < -furthestShift) throw new RangeError('too far')
  return Number(count)
}
