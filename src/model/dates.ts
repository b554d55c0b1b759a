/** A date of the law: `YYYY-MM-DD`, without time or zone. Such texts compare in the order of time. */
export type IsoDate = string

const isoPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const dayInMilliseconds = 86_400_000

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): text is IsoDate {
  const match = isoPattern.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The ISO date of a year, month (1–12) and day, or `undefined` when there is no such day. */
export function isoDateOf(year: number, month: number, day: number): IsoDate | undefined {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  return isIsoDate(text) ? text : undefined
}

/** The day that a person wrote: `2026-03-01` or `1.3.2026`; nothing when there is no such day. */
export function writtenDate(text: string): IsoDate | undefined {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim()) ?? []
  if (year !== undefined) return isoDateOf(Number(year), Number(month), Number(day))
  return isIsoDate(text.trim()) ? text.trim() : undefined
}

/** Days since 1970-01-01. */
export function epochDay(date: IsoDate): number {
  return Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / dayInMilliseconds
}

/** The date of a count of days since 1970-01-01. */
export function fromEpochDay(day: number): IsoDate {
  return new Date(day * dayInMilliseconds).toISOString().slice(0, 10)
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return fromEpochDay(epochDay(date) + days)
}

/** The same day some months later; a day that the month lacks becomes its last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(dayOf(date), daysInMonth(year, month)), 2)}`
}

/** The same day some years later; 29 February becomes 28 February where the year has none. */
export function addYears(date: IsoDate, years: number): IsoDate {
  return addMonths(date, years * 12)
}

export function endOfYear(date: IsoDate): IsoDate {
  return `${date.slice(0, 4)}-12-31`
}

export function endOfMonth(date: IsoDate): IsoDate {
  return `${date.slice(0, 8)}${pad(daysInMonth(yearOf(date), monthOf(date)), 2)}`
}

/** How many of the days, in their order, are before a day. */
export function countBefore(days: readonly IsoDate[], day: IsoDate): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] as IsoDate) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return epochDay(to) - epochDay(from)
}

/** Full years of age on a day; a person born on 29 February is a year older on 1 March of common years. */
export function ageOn(birthDate: IsoDate, day: IsoDate): number {
  const years = yearOf(day) - yearOf(birthDate)
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: IsoDate): number {
  return ((((epochDay(date) + 3) % 7) + 7) % 7) + 1
}

/** Easter Sunday of a year, by the Gregorian computus. */
export function easterSunday(year: number): IsoDate {
  const [century, golden] = [Math.floor(year / 100), year % 19]
  const epact = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11))
  const sunday = moon - ((year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7)
  return addDays(`${pad(year, 4)}-03-28`, sunday)
}

export function yearOf(date: IsoDate): number {
  return digits(date, 0, 4)
}

export function monthOf(date: IsoDate): number {
  return digits(date, 5, 7)
}

function dayOf(date: IsoDate): number {
  return digits(date, 8, 10)
}

/** The number at a place of a date; asked for several times an item, so no text is made for it. */
function digits(date: IsoDate, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) number = number * 10 + date.charCodeAt(at) - zero
  return number
}

const zero = 48

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
