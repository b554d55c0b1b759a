import type { IsoDate } from '../model/dates.js'
import type { Cents } from '../model/money.js'
import { earlierClaimsOf } from './earlier-claims.js'
import { runningPlanOf, type Session } from './session.js'

/** A month with what its items come to. */
export interface ClaimableMonth {
  /** `2026-03` */
  readonly month: string
  readonly items: number
  readonly amount: Cents
}

/** The months up to a day that have something to claim and are not claimed yet, the earliest first. */
export async function claimableMonths(session: Session, asOf: IsoDate): Promise<ClaimableMonth[]> {
  const months = new Map<string, { items: number; amount: Cents }>()
  let index = 0
  for (const { outcome, cents } of runningPlanOf(session, 'en', undefined, await earlierClaimsOf(session, undefined)).judged) {
    const month = session.log.items[index++]?.serviceDate?.slice(0, 7)
    if (outcome !== 'claimable' || month === undefined || month > asOf.slice(0, 7)) continue
    const before = months.get(month) ?? { items: 0, amount: 0n }
    months.set(month, { items: before.items + 1, amount: before.amount + (cents ?? 0n) })
  }
  return [...months].map(([month, sums]) => ({ month, ...sums })).sort((left, right) => (left.month < right.month ? -1 : 1))
}
