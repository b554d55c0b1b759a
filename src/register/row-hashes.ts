import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** What stands in the row of a claim and never changes with its state. */
export interface ClaimRow {
  readonly business_id: string
  readonly period: string
  readonly running: number
  readonly from_date: string
  readonly to_date: string
  readonly as_of: string
  readonly rule_book: string
  readonly packet: string
  readonly compensation?: string | null | undefined
}

interface ItemRow {
  readonly fingerprint: string
  readonly amount: string
  readonly item?: string | null | undefined
  readonly category?: string | null | undefined
  readonly thread?: string | undefined
}

/** One hash of the row of a claim, by which the journal proves it. */
export function claimHash({ business_id, period, running, from_date, to_date, as_of, rule_book, packet, compensation }: ClaimRow): string {
  const other = compensation === null || compensation === undefined ? {} : { compensation }
  return sha256(canonicalize({ business_id, period, running: Number(running), from_date, to_date, as_of, rule_book, packet, ...other }) as string)
}

/** One hash of all items of a claim, whatever their order, by which the journal proves them. */
export function itemsHash(items: readonly ItemRow[]): string {
  const lines = items.map(({ fingerprint, amount, item, category, thread }) => `${JSON.stringify([fingerprint, amount, item ?? null, category ?? null, ...(thread === undefined || thread === fingerprint ? [] : [thread])])}\n`).sort()
  return sha256(lines.join(''))
}

/** One hash of all traces of a claim's items, whatever their order. */
export function tracesHash(traces: readonly { readonly fingerprint: string; readonly trace: string; readonly day: string }[]): string {
  return sha256(traces.map(({ fingerprint, trace, day }) => `${JSON.stringify([fingerprint, trace, day])}\n`).sort().join(''))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
