import type { Generated } from 'kysely'

/** States of a claim, in the order of its life. */
export const claimStates = ['prepared', 'filed', 'decided', 'paid', 'recovered', 'withdrawn'] as const
export type ClaimState = (typeof claimStates)[number]

/** The tables of the register. No column holds an identity: items are known by keyed fingerprints. */
export interface RegisterTables {
  register_version: { version: number }
  claims: ClaimsTable
  claim_items: ClaimItemsTable
  events: EventsTable
}

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
}

interface ClaimItemsTable {
  claim_id: number
  fingerprint: string
  amount: string
}

/** The journal: only ever added to, each event carrying the hash of the one before. */
interface EventsTable {
  seq: Generated<number>
  claim_id: number
  kind: string
  on_date: string
  details: string
  previous: string
  hash: string
}
