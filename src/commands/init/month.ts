import type { Io } from '../../cli/io.js'
import { addMonths, type IsoDate } from '../../model/dates.js'
import { KorvausError } from '../../model/errors.js'
import { earlierClaimsOf } from '../../desk/earlier-claims.js'
import { asOfDate, type GlobalOptions } from '../../cli/options.js'
import { openSession, runningPlanOf } from '../../desk/session.js'

/** Days of service by what their items come to. */
interface ServiceDays {
  readonly claimable: readonly IsoDate[]
  readonly all: readonly IsoDate[]
}

/**
 * The month to claim first: the last one with something to claim that is over on the as-of date, else the last with
 * costs, else the month before, as where the spreadsheets cannot be read yet.
 */
export async function firstMonth(io: Io, options: GlobalOptions): Promise<string> {
  const asOf = asOfDate(options, io)
  const { claimable, all } = await serviceDays(io, options)
  return lastMonth(claimable, asOf) ?? lastMonth(all, asOf) ?? addMonths(asOf, -1).slice(0, 7)
}

async function serviceDays(io: Io, options: GlobalOptions): Promise<ServiceDays> {
  try {
    const session = await openSession(io, options)
    const claimable: IsoDate[] = []
    let index = 0
    for (const { outcome } of runningPlanOf(session, 'en', undefined, await earlierClaimsOf(session, undefined)).judged) {
      const { serviceDate } = session.log.items[index++] ?? {}
      if (outcome === 'claimable' && serviceDate !== undefined) claimable.push(serviceDate)
    }
    return { claimable, all: session.log.items.flatMap(({ serviceDate }) => serviceDate ?? []) }
  } catch (error) {
    if (!(error instanceof KorvausError)) throw error
    return { claimable: [], all: [] }
  }
}

function lastMonth(days: readonly IsoDate[], asOf: IsoDate): string | undefined {
  const months = [...new Set(days.map((day) => day.slice(0, 7)))].sort()
  return months.findLast((month) => month < asOf.slice(0, 7)) ?? months.findLast((month) => month === asOf.slice(0, 7))
}
