import { addDays, easterSunday, weekdayOf, yearOf, type IsoDate } from '../../model/dates.js'
import type { DayOff } from './load-time-limits.js'

/** The last day of a time limit: the next working day where it would end on a day off. */
export function lastDayOf(day: IsoDate, daysOff: readonly DayOff[]): IsoDate {
  return daysOff.some((off) => isOff(day, off)) ? lastDayOf(addDays(day, 1), daysOff) : day
}

function isOff(date: IsoDate, off: DayOff): boolean {
  if (date < off.from || date > (off.to ?? '9999')) return false
  const dayOfYear = date.slice(5)
  if ('day' in off) return dayOfYear === off.day
  if ('easter' in off) return date === addDays(easterSunday(yearOf(date)), off.easter)
  return weekdayOf(date) === off.weekday && off.after <= dayOfYear && dayOfYear <= off.before
}
