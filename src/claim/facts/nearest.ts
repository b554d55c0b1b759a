import { countBefore, daysBetween, type IsoDate } from '../../model/dates.js'
import type { CostItem } from '../../model/service-log.js'
import type { EqualAmounts } from './equal-amounts.js'
import type { NearClaimed, Pair } from './pairs.js'

type ClaimOf = (item: CostItem) => string | undefined

/**
 * Finds for an item the nearest one of the same case and gross amount on another day, at most `within` days away: on an
 * earlier day of the log, or on any day that an earlier claim holds while none holds this item. Two on one day are two
 * services. Only the days within reach are looked at, so an item costs the same however long a series goes on.
 */
export function nearestFinder(equal: EqualAmounts, within: number | undefined, claimOf: ClaimOf): (item: CostItem, nearestClaimed: NearClaimed) => Pair | undefined {
  if (within === undefined) return () => undefined
  const series = new Map<readonly CostItem[], Series>()
  return (item, nearestClaimed) => {
    const group = equal(item)
    if (group.length === 0) return undefined
    const day = item.serviceDate as IsoDate
    const isHeld = claimOf(item) !== undefined
    const ofLog = group.length === 1 ? undefined : seriesOf(group)
    const found = [
      ...(ofLog === undefined ? [] : earlierInLog(ofLog, day, within, claimOf)),
      ...(ofLog === undefined || isHeld ? [] : laterInClaims(ofLog, day, within, claimOf)),
      ...(isHeld ? [] : lostByLog(nearestClaimed, day, within)),
    ]
    return found.reduce<Pair | undefined>((nearest, one) => (nearest === undefined || one.days < nearest.days ? one : nearest), undefined)
  }

  function seriesOf(group: readonly CostItem[]): Series {
    const known = series.get(group) ?? daysOf(group)
    series.set(group, known)
    return known
  }
}

/** The items of one case and amount by their days. */
interface Series {
  readonly days: readonly IsoDate[]
  readonly byDay: ReadonlyMap<IsoDate, readonly CostItem[]>
  /** What there is to tell of a day, once it is asked for. */
  readonly told: Map<IsoDate, Told>
}

interface Told {
  readonly item: string
  readonly claim: string | undefined
}

function daysOf(group: readonly CostItem[]): Series {
  const byDay = new Map<IsoDate, CostItem[]>()
  for (const item of group) {
    const day = item.serviceDate as IsoDate
    const ofDay = byDay.get(day)
    if (ofDay === undefined) byDay.set(day, [item])
    else ofDay.push(item)
  }
  return { byDay, days: [...byDay.keys()].sort(), told: new Map() }
}

/** The item of the nearest earlier day, within reach. */
function earlierInLog(series: Series, day: IsoDate, within: number, claimOf: ClaimOf): Pair[] {
  const before = series.days[countBefore(series.days, day) - 1]
  if (before === undefined) return []
  const apart = daysBetween(before, day)
  return apart > within ? [] : [{ ...toldOf(series, before, claimOf), days: apart }]
}

/** The item of the nearest later day, within reach, that a claim holds. */
function laterInClaims(series: Series, day: IsoDate, within: number, claimOf: ClaimOf): Pair[] {
  const { days } = series
  for (let place = countBefore(days, day) + 1; place < days.length; place++) {
    const after = days[place] as IsoDate
    const apart = daysBetween(day, after)
    if (apart > within) return []
    const told = toldOf(series, after, claimOf)
    if (told.claim !== undefined) return [{ ...told, days: apart }]
  }
  return []
}

/** The item of a claim whose row the log has lost. */
function lostByLog(nearest: NearClaimed, day: IsoDate, within: number): Pair[] {
  if (nearest === undefined) return []
  const days = Math.abs(daysBetween(nearest.day, day))
  return days > within ? [] : [{ item: nearest.item, claim: nearest.claim, days }]
}

/** Of the items of a day one that a claim holds, or else the first by its ID, whatever the order of the rows. */
function toldOf({ byDay, told }: Series, day: IsoDate, claimOf: ClaimOf): Told {
  const known = told.get(day) ?? firstToldOf(byDay.get(day) as readonly CostItem[], claimOf)
  told.set(day, known)
  return known
}

function firstToldOf(items: readonly CostItem[], claimOf: ClaimOf): Told {
  const inOrder = items.toSorted((left, right) => (left.id < right.id ? -1 : 1))
  const item = inOrder.find((one) => claimOf(one) !== undefined) ?? (inOrder[0] as CostItem)
  return { item: item.id, claim: claimOf(item) }
}
