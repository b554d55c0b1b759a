import type { Io } from '../../cli/io.js'
import { addMonths, type IsoDate } from '../../model/dates.js'
import { KorvausError } from '../../model/errors.js'
import { claimableMonths } from '../../desk/claimable-months.js'
import { asOfDate, type GlobalOptions } from '../../cli/options.js'
import { openSession } from '../../desk/session.js'

/**
 * The month to claim first: the last one with something to claim that is over on the as-of date, else the last with
 * costs, else the month before, as where the spreadsheets cannot be read yet.
 */
export async function firstMonth(io: Io, options: GlobalOptions): Promise<string> {
  const asOf = asOfDate(options, io)
  try {
    const session = await openSession(io, options)
    const claimable = (await claimableMonths(session, asOf)).map(({ month }) => month)
    const all = [...new Set(session.log.items.flatMap(({ serviceDate }) => serviceDate?.slice(0, 7) ?? []))].sort()
    return lastMonth(claimable, asOf) ?? lastMonth(all, asOf) ?? monthBefore(asOf)
  } catch (error) {
    if (!(error instanceof KorvausError)) throw error
    return monthBefore(asOf)
  }
}

function monthBefore(asOf: IsoDate): string {
  return addMonths(asOf, -1).slice(0, 7)
}

function lastMonth(months: readonly string[], asOf: IsoDate): string | undefined {
  return months.findLast((month) => month < asOf.slice(0, 7)) ?? months.findLast((month) => month === asOf.slice(0, 7))
}
