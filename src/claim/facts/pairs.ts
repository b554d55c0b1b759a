import { daysBetween, type IsoDate } from '../../model/dates.js'
import type { CostItem } from '../../model/service-log.js'

/** The only other item of the same case and amount, on another day: a bill that may have been entered twice. */
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
export function pairFinder(items: readonly CostItem[]): (item: CostItem, nearClaimed: NearClaimed, claimOf?: (id: string) => string | undefined) => Pair | undefined {
  const groups = new Map<string, Map<bigint, Group>>()
  for (const item of items) {
    const amount = amountOf(item)
    if (amount === undefined || item.case === undefined) continue
    let ofCase = groups.get(item.case)
    if (ofCase === undefined) groups.set(item.case, (ofCase = new Map()))
    const group = ofCase.get(amount)
    if (group === undefined) ofCase.set(amount, { first: item, second: undefined, isSeries: false })
    else if (group.second === undefined) group.second = item
    else group.isSeries = true
  }
  return (item, nearClaimed, claimOf = () => undefined) => {
    const amount = amountOf(item)
    const group = amount === undefined || item.case === undefined ? undefined : groups.get(item.case)?.get(amount)
    if (group === undefined || group.isSeries) return undefined
    const day = item.serviceDate as IsoDate
    if (group.second === undefined) return nearClaimed && { item: nearClaimed.item, claim: nearClaimed.claim, days: Math.abs(daysBetween(nearClaimed.day, day)) }
    const other = group.first === item ? group.second : group.first
    const days = daysBetween(other.serviceDate as IsoDate, day)
    const claim = days === 0 ? undefined : claimOf(other.id)
    return days > 0 || claim !== undefined ? { item: other.id, claim, days: Math.abs(days) } : undefined
  }
}

interface Group {
  readonly first: CostItem
  second: CostItem | undefined
  isSeries: boolean
}

/** The gross amount above zero of a dated item. */
function amountOf({ serviceDate, net, vat = 0n, gross }: CostItem): bigint | undefined {
  const amount = gross ?? (net === undefined ? undefined : net + vat)
  return serviceDate === undefined || amount === undefined || amount <= 0n ? undefined : amount
}
