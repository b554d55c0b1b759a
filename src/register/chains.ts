import type { IsoDate } from '../model/dates.js'
import type { Cents } from '../model/money.js'
import { parsePeriod, periodContains } from '../model/period.js'
import type { ItemNames } from './fingerprints.js'

/** An item as a claim of the register holds it. */
export interface HeldItem {
  /** Number of the claim. */
  readonly claim: string
  readonly period: string
  readonly fingerprint: string
  /** Its thread with its place among the items of the thread; the fingerprint for items recorded before version 3. */
  readonly thread: string
  /** What the claim has added to the cost: the whole of it, or the difference of a correction. */
  readonly amount: Cents
  readonly item: string | undefined
}

/** What earlier claims hold of an item of the log. */
interface EarlierItem {
  /** The last claim that holds it. */
  readonly claim: string
  /** The item as that claim names it. */
  readonly item: string | undefined
  /** What has been claimed of it in all. */
  readonly amount: Cents
}

/** An item of the log with its names, as the register is to hold it. */
export interface ThreadedItem {
  readonly fingerprint: string
  readonly thread: string
  readonly earlier: EarlierItem | undefined
}

/** A cost that claims hold and that no row of the log is any more. */
interface MissingItem extends EarlierItem {
  readonly period: string
  /** Whether the log still has rows of this period: then it is no log of other days. */
  readonly isLogOfPeriod: boolean
}

interface Chain {
  /** The thread with its place, as the register holds it. */
  readonly whole: string
  readonly thread: string | undefined
  readonly place: number
  readonly fingerprints: string[]
  item: string | undefined
  claim: string
  period: string
  amount: Cents
}

/**
 * Follows each cost through the claims that hold it, the earliest first, and finds its row in the log: the row that is
 * still the same, one of the same claimant, case, day, category and voucher whose amounts have changed, or one of the
 * same ID in the period of the claim, or in a file that still has rows of that period, whatever was mended in it.
 * A row that no claim holds gets a place of its own. So no cost is claimed twice, whatever has become of its row.
 */
export function followItems(names: ReadonlyMap<string, ItemNames>, held: readonly HeldItem[]): { readonly items: ReadonlyMap<string, ThreadedItem>; readonly missing: readonly MissingItem[] } {
  const chains = chainsOf(held)
  const byFingerprint = new Map([...names].map(([id, { fingerprint }]) => [fingerprint, id]))
  const found = new Map<string, Chain>()
  const unmatched: Chain[] = []
  for (const chain of chains) {
    const id = chain.fingerprints.toReversed().flatMap((fingerprint) => byFingerprint.get(fingerprint) ?? []).find((one) => !found.has(one))
    if (id === undefined) unmatched.push(chain)
    else found.set(id, chain)
  }
  const [byThread, byItem] = [grouped(unmatched, ({ thread }) => thread), grouped(unmatched, ({ item }) => item)]
  const taken = new Set<Chain>()
  const changed = [...names].filter(([id]) => !found.has(id))
  const filesOf = filesByPeriod(names)
  const isFree = (chain: Chain) => !taken.has(chain)
  for (const chainFor of [
    (id: string, { thread }: ItemNames) => byThread.get(thread)?.find((chain) => isFree(chain) && chain.item === id),
    (id: string, { day }: ItemNames) => byItem.get(id)?.find((chain) => isFree(chain) && isIn(chain.period, day)),
    (id: string, { file }: ItemNames) => byItem.get(id)?.find((chain) => isFree(chain) && filesOf(chain.period).has(file)),
    (_: string, { thread }: ItemNames) => byThread.get(thread)?.find(isFree),
  ]) {
    for (const [id, one] of changed) {
      const chain = found.has(id) ? undefined : chainFor(id, one)
      if (chain === undefined) continue
      found.set(id, chain)
      taken.add(chain)
    }
  }
  const places = lastPlaces(chains)
  const items = new Map([...names].map(([id, { fingerprint, thread }]) => [id, threaded(fingerprint, thread, found.get(id), places)]))
  const matched = new Set(found.values())
  const missing = chains.filter((chain) => !matched.has(chain) && chain.amount !== 0n)
  return { items, missing: missing.map(({ claim, amount, item, period }) => ({ claim, amount, item, period, isLogOfPeriod: filesOf(period).size > 0 })) }
}

/** The files of the log that have rows of a period. Within such a file an ID is one row, wherever its day was moved. */
function filesByPeriod(names: ReadonlyMap<string, ItemNames>): (period: string) => ReadonlySet<string | undefined> {
  const known = new Map<string, ReadonlySet<string | undefined>>()
  return (period) => {
    const before = known.get(period)
    if (before !== undefined) return before
    const days = parsePeriod(period)
    const inPeriod = [...names.values()].filter(({ day }) => days !== undefined && day !== undefined && periodContains(days, day))
    const files = new Set(inPeriod.map(({ file }) => file))
    known.set(period, files)
    return files
  }
}

function chainsOf(held: readonly HeldItem[]): Chain[] {
  const chains = new Map<string, Chain>()
  for (const { claim, period, fingerprint, thread, amount, item } of held) {
    const known = chains.get(thread)
    if (known === undefined) chains.set(thread, { whole: thread, ...splitThread(thread), fingerprints: [fingerprint], item, claim, period, amount })
    else {
      known.fingerprints.push(fingerprint)
      known.amount += amount
      Object.assign(known, { claim, period, item: item ?? known.item })
    }
  }
  return [...chains.values()]
}

/** The chains by a key, in the order of their places; those without the key are left out. */
function grouped(chains: readonly Chain[], keyOf: (chain: Chain) => string | undefined): Map<string, Chain[]> {
  const groups = new Map<string, Chain[]>()
  for (const chain of chains.toSorted((left, right) => left.place - right.place)) {
    const key = keyOf(chain)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [chain])
    else group.push(chain)
  }
  return groups
}

function isIn(period: string, day: IsoDate | undefined): boolean {
  const days = parsePeriod(period)
  return days !== undefined && day !== undefined && periodContains(days, day)
}

function lastPlaces(chains: readonly Chain[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const { thread, place } of chains) if (thread !== undefined) places.set(thread, Math.max(place, places.get(thread) ?? 0))
  return places
}

function threaded(fingerprint: string, thread: string, chain: Chain | undefined, places: Map<string, number>): ThreadedItem {
  if (chain !== undefined) return { fingerprint, thread: chain.whole, earlier: { claim: chain.claim, item: chain.item, amount: chain.amount } }
  const place = (places.get(thread) ?? 0) + 1
  places.set(thread, place)
  return { fingerprint, thread: `${thread}:${place}`, earlier: undefined }
}

/** The thread and its place; what began before version 3 goes on under its first fingerprint, and has neither. */
function splitThread(thread: string): Pick<Chain, 'thread' | 'place'> {
  const at = thread.lastIndexOf(':')
  return at < 0 ? { thread: undefined, place: 0 } : { thread: thread.slice(0, at), place: Number(thread.slice(at + 1)) }
}
