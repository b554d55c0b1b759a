import { sql } from 'kysely'
import type { Engine } from './dialects/engine.js'
import { byItem, compareTexts } from './item-order.js'
import { numberOf } from './numbers.js'
import type { TracedItem } from './traces.js'

interface TracedRow {
  readonly claim_id: number | string
  readonly trace: string
  readonly day: string
  readonly business_id: string
  readonly period: string
  readonly running: number
  readonly item: string | null
  readonly category: string | null
  readonly thread: string
  readonly compensation: string | null
}

/**
 * The items that have one of these traces, of claims that count; all traces go as one value, however many they are. The
 * earliest claim comes first, and its items by their IDs: the order of fingerprints would be another under another key.
 */
export async function findTraced({ db, dialect }: Engine, traces: readonly string[], exceptClaim: number | undefined): Promise<TracedItem[]> {
  if (traces.length === 0) return []
  const wanted = JSON.stringify([...new Set(traces)].map((trace) => [trace]))
  const { rows } = await sql<TracedRow>`
    select c.id as claim_id, t.trace, t.day, c.business_id, c.period, c.running, c.compensation, i.item, i.category, i.thread
    from ${dialect.elements(wanted)} as wanted
    join item_traces t on t.trace = wanted.value->>0
    join claims c on c.id = t.claim_id
    join claim_items i on i.claim_id = t.claim_id and i.fingerprint = t.fingerprint
    where c.state <> 'withdrawn' and c.id <> ${exceptClaim ?? 0}`.execute(db)
  return rows.toSorted(inOrder).map((row) => ({ trace: row.trace, day: row.day, claim: numberOf(row), businessId: row.business_id, item: row.item ?? '–', category: row.category ?? undefined, thread: row.thread, isOther: row.compensation !== null }))
}

function inOrder(left: TracedRow, right: TracedRow): number {
  return Number(left.claim_id) - Number(right.claim_id) || byItem(left, right) || compareTexts(left.thread, right.thread) || compareTexts(left.trace, right.trace)
}
