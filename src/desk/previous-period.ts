import { addDays, addMonths, endOfMonth } from '../model/dates.js'
import { parsePeriod, type Period } from '../model/period.js'

/** The period of the same length just before: the month before a month, the year before a year; none for free days. */
export function previousPeriod({ from, name }: Period): Period | undefined {
  if (name.includes('..')) return undefined
  const last = addDays(from, -1)
  const [year, month] = [last.slice(0, 4), Number(last.slice(5, 7))]
  if (/-Q\d$/.test(name)) return parsePeriod(`${year}-Q${month / 3}`)
  if (/-H\d$/.test(name)) return parsePeriod(`${year}-H${month / 6}`)
  if (/^\d{4}$/.test(name)) return parsePeriod(year)
  return endOfMonth(addMonths(from, -1)) === last ? parsePeriod(last.slice(0, 7)) : undefined
}
