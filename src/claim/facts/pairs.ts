import { daysBetween, type IsoDate } from '../../model/dates.js'
import type { CostItem } from '../../model/service-log.js'
import type { EqualAmounts } from './equal-amounts.js'

/** Another item of the same case and amount, on another day: a bill that may have been entered twice. */
export interface Pair {
  /** The other item. */
  readonly item: string
  /** The claim that holds it. */
  readonly claim?: string | undefined
  readonly days: number
}

/** An item of an earlier claim of the same case and amount that the log does not have. */
export type NearClaimed = { readonly claim: string; readonly item: string; readonly day: IsoDate } | undefined

/**
 * Finds for an item the earlier one of its pair, or the later one where a claim holds that already; `claimOf` says which.
 * Of three or more equal amounts of a case nothing is said, as they are a service that goes on, and two on one day are
 * two services.
 */
export function pairFinder(equal: EqualAmounts): (item: CostItem, nearClaimed: NearClaimed, claimOf?: (id: string) => string | undefined) => Pair | undefined {
  return (item, nearClaimed, claimOf = () => undefined) => {
    const group = equal(item)
    const day = item.serviceDate as IsoDate
    if (group.length === 1) return nearClaimed && { item: nearClaimed.item, claim: nearClaimed.claim, days: Math.abs(daysBetween(nearClaimed.day, day)) }
    if (group.length !== 2) return undefined
    const other = (group[0] === item ? group[1] : group[0]) as CostItem
    const days = daysBetween(other.serviceDate as IsoDate, day)
    const claim = days === 0 ? undefined : claimOf(other.id)
    return days > 0 || claim !== undefined ? { item: other.id, claim, days: Math.abs(days) } : undefined
  }
}
