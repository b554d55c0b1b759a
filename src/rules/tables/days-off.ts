import { z } from 'zod'
import { addDays, easterSunday, weekdayOf, yearOf, type IsoDate } from '../../model/dates.js'
import { isoDateSchema } from '../../model/values.js'
import { sourceSchema } from './source.js'

/** `12-06`, `easter -2`, `weekday 7` (1 Monday to 7 Sunday), or a weekday within days of the year: `weekday 5 06-19 06-25`. */
const onPattern = /^(?:\d\d-\d\d|easter -?\d+|weekday [1-7](?: \d\d-\d\d \d\d-\d\d)?)$/

/** A day on which no time limit of the law ends. */
export const dayOffSchema = z.strictObject({
  from: isoDateSchema,
  to: isoDateSchema.optional(),
  name: z.string(),
  on: z.string().regex(onPattern),
  basis: sourceSchema,
})
type DayOff = Readonly<z.infer<typeof dayOffSchema>>

const texts = new WeakMap<readonly DayOff[], readonly string[]>()
const none: readonly string[] = []

/** Days off as texts that expressions can read: first day, last day, and which day it is. The same list for the same table. */
export function daysOffAsTexts(daysOff: readonly DayOff[] | undefined): readonly string[] {
  if (daysOff === undefined) return none
  const known = texts.get(daysOff) ?? daysOff.map(({ from, to = '9999-12-31', on }) => `${from} ${to} ${on}`)
  texts.set(daysOff, known)
  return known
}

/** The last day of a time limit: the next working day where it would end on a day off. */
export function workingDayFrom(day: IsoDate, daysOff: readonly string[]): IsoDate {
  return daysOff.some((text) => isOff(day, text)) ? workingDayFrom(addDays(day, 1), daysOff) : day
}

function isOff(date: IsoDate, text: string): boolean {
  const [from = '', to = '', kind = '', number = '', after = '01-01', before = '12-31'] = text.split(' ')
  if (date < from || date > to) return false
  const dayOfYear = date.slice(5)
  if (kind === 'easter') return date === addDays(easterSunday(yearOf(date)), Number(number))
  return kind === 'weekday' ? weekdayOf(date) === Number(number) && after <= dayOfYear && dayOfYear <= before : dayOfYear === kind
}
