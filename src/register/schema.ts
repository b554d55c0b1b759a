import type { Generated, Kysely } from 'kysely'
import type { ClaimState } from '../model/ledger.js'

/** The tables of the register. No column holds an identity: items are known by keyed fingerprints. */
export interface RegisterTables {
  register_version: { version: number }
  register_settings: { name: string; value: string }
  claims: ClaimsTable
  claim_items: ClaimItemsTable
  item_traces: ItemTracesTable
  events: EventsTable
}
export type RegisterDb = Kysely<RegisterTables>

interface ClaimsTable {
  id: Generated<number>
  business_id: string
  /** Period as it stands in the claim's number. */
  period: string
  running: number
  from_date: string
  to_date: string
  state: ClaimState
  as_of: string
  rule_book: string
  /** Cents as text, so that every database keeps them exactly. */
  amount: string
  /** SHA-256 of the packet's content. */
  content: string
  packet: string
  /** Another compensation of the Act that the items were claimed under; `null` for the claims that this program prepares. */
  compensation: string | null
}

interface ClaimItemsTable {
  claim_id: number
  fingerprint: string
  amount: string
  /** The item's ID in the log and its category, so that a decision can name it; claims of version 1 have neither. */
  item: string | null
  category: string | null
  /** The cost through all its changes (see `followItems`), by which a correction finds what was claimed; the fingerprint for items recorded before version 3. */
  thread: string
}

/** Keyed names that like items share, by which they are found across claims and claimants. */
interface ItemTracesTable {
  claim_id: number
  fingerprint: string
  trace: string
  /** Service day of the item. */
  day: string
}

/** The journal: only ever added to, each event carrying the hash of the one before. */
export interface EventsTable {
  seq: Generated<number>
  claim_id: number
  kind: string
  on_date: string
  /** Canonical JSON; empty when it was scrubbed after its time of retention. */
  details: string
  /** SHA-256 of the details, which the chain holds instead of them; events of version 1 hold the details themselves. */
  details_hash: string | null
  previous: string
  hash: string
}
