import { createHmac } from 'node:crypto'
import { addDays, countBefore, daysBetween, type IsoDate } from '../model/dates.js'
import type { CostItem } from '../model/service-log.js'

/** Keyed names (HMAC-SHA-256) of what an item shares with one like it, whoever claims it and under whatever row. */
export interface ItemTraces {
  readonly day: IsoDate
  /** Of voucher and amount, once for net and once for gross. */
  readonly voucher: readonly string[]
  /** Of case and amount, once for net and once for gross. */
  readonly case: readonly string[]
}

/** An item of a claim in the register that shares a trace with one of the log. */
export interface TracedItem {
  readonly trace: string
  readonly day: IsoDate
  /** Number of the claim. */
  readonly claim: string
  readonly businessId: string
  readonly item: string
  readonly category: string | undefined
  readonly thread: string
  /** Whether it was claimed under another compensation of the Act. */
  readonly isOther: boolean
}

/** Items of earlier claims that may be the same cost as one of the log. */
export interface LikeItems {
  /** The same voucher, day, category and amount; or the same case, day, category and amount of another claimant or under another compensation. */
  readonly like?: { readonly claim: string; readonly item: string }
  /** The only other item of the same case and amount, on another day. */
  readonly near?: NearItem
  /** The nearest of the items of the same case and amount on another day, of however many. */
  readonly nearest?: NearItem
}

interface NearItem {
  readonly claim: string
  readonly item: string
  readonly day: IsoDate
}

/** The traces of an item; none without a day or an amount above zero. */
export function tracesOf(item: CostItem, key: Uint8Array): ItemTraces | undefined {
  const { serviceDate: day, net, vat = 0n, gross } = item
  const amounts = [...new Set([net ?? (gross === undefined ? undefined : gross - vat), gross ?? (net === undefined ? undefined : net + vat)])].filter((amount) => amount !== undefined && amount > 0n)
  if (day === undefined || amounts.length === 0) return undefined
  const traces = (kind: string, name: string | undefined) => (name === undefined ? [] : amounts.map((amount) => createHmac('sha256', key).update([kind, name, amount].join('\u0000')).digest('hex')))
  return { day, voucher: traces('voucher', item.voucher), case: traces('case', item.case) }
}

/** The rows of a log that no claim holds yet, each with the items of earlier claims that are like it. `traced`: the earliest claim first. */
export function likeItems(rows: readonly { readonly item: CostItem; readonly traces: ItemTraces | undefined }[], traced: readonly TracedItem[], businessId: string): Map<string, LikeItems> {
  const groups = new Map<string, Group>()
  for (const one of traced) addTo(groups, one)
  const found = new Map<string, LikeItems>()
  for (const { item: { id, category }, traces } of rows) {
    if (traces === undefined) continue
    const ofSame = (names: readonly string[]) => names.flatMap((name) => groups.get(name) ?? [])
    const sameDay = ({ byDay }: Group) => byDay.get(dayKey(traces.day, category)) ?? []
    const ofCase = ofSame(traces.case)
    const like = ofSame(traces.voucher).flatMap(sameDay)[0] ?? ofCase.flatMap(sameDay).find((other) => other.businessId !== businessId || other.isOther)
    const near = onlyOne(ofCase)
    const nearest = nearestOf(ofCase, traces.day, like?.thread)
    const parts = {
      ...(like === undefined ? {} : { like: { claim: shownClaim(like, businessId), item: like.item } }),
      ...(near === undefined || near.thread === like?.thread || near.day === traces.day ? {} : { near: nearItem(near, businessId) }),
      ...(nearest === undefined ? {} : { nearest: nearItem(nearest, businessId) }),
    }
    if (Object.keys(parts).length > 0) found.set(id, parts)
  }
  return found
}

/** The items of one trace: by day and category, and the first of them while there is no other. */
interface Group {
  readonly byDay: Map<string, TracedItem[]>
  readonly first: TracedItem
  isSeries: boolean
  readonly onDays: Map<IsoDate, TracedItem[]>
  /** The days in their order, once they are asked for. */
  days?: readonly IsoDate[]
}

function addTo(groups: Map<string, Group>, one: TracedItem): void {
  const group = groups.get(one.trace) ?? { byDay: new Map<string, TracedItem[]>(), first: one, isSeries: false, onDays: new Map<IsoDate, TracedItem[]>() }
  groups.set(one.trace, group)
  if (one.thread !== group.first.thread) group.isSeries = true
  put(group.byDay, dayKey(one.day, one.category), one)
  put(group.onDays, one.day, one)
}

function put<Key>(groups: Map<Key, TracedItem[]>, key: Key, one: TracedItem): void {
  const known = groups.get(key)
  if (known === undefined) groups.set(key, [one])
  else known.push(one)
}

/** The item of which alone all groups are. */
function onlyOne(groups: readonly Group[]): TracedItem | undefined {
  const [group] = groups
  return group === undefined || groups.some(({ isSeries, first }) => isSeries || first.thread !== group.first.thread) ? undefined : group.first
}

/** The item on the nearest other day, the earlier of two; `except` is the thread of one that is told already. */
function nearestOf(groups: readonly Group[], day: IsoDate, except: string | undefined): TracedItem | undefined {
  const found = groups.flatMap((group) => [-1, 1].flatMap((step) => nextFrom(group, day, step, except) ?? []))
  return found.reduce<TracedItem | undefined>((nearest, one) => (nearest === undefined || apart(one, day) < apart(nearest, day) ? one : nearest), undefined)
}

/** The first item on the days before (`step` -1) or after a day. */
function nextFrom(group: Group, day: IsoDate, step: number, except: string | undefined): TracedItem | undefined {
  const days = (group.days ??= [...group.onDays.keys()].sort())
  for (let place = step < 0 ? countBefore(days, day) - 1 : countBefore(days, addDays(day, 1)); place >= 0 && place < days.length; place += step) {
    const found = group.onDays.get(days[place] as IsoDate)?.find(({ thread }) => thread !== except)
    if (found !== undefined) return found
  }
  return undefined
}

function apart({ day }: TracedItem, from: IsoDate): number {
  return Math.abs(daysBetween(day, from))
}

function nearItem(one: TracedItem, businessId: string): NearItem {
  return { claim: shownClaim(one, businessId), item: one.item, day: one.day }
}

function dayKey(day: IsoDate, category: string | undefined): string {
  return `${day} ${category ?? ''}`
}

/** A claim of another claimant is told with whose it is. */
function shownClaim({ claim, businessId }: TracedItem, own: string): string {
  return businessId === own ? claim : `${claim} (${businessId})`
}
