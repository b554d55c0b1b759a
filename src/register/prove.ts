import { formatCents } from '../model/money.js'
import type { Engine } from './dialects/engine.js'
import { byClaim, provenChain, type StoredEvent } from './journal.js'
import { standingAfter } from './life.js'
import { numberOf } from './numbers.js'
import type { RegisterDb } from './schema.js'
import { claimHash, itemsHash, tracesHash, type ClaimRow } from './row-hashes.js'

/** What does not agree: an event of the journal, or a claim with what its events say. */
export interface ProofProblem {
  readonly seq?: number | undefined
  readonly claim?: string | undefined
  readonly what: 'chain' | 'hash' | 'details' | 'state' | 'amount' | 'content' | 'claim' | 'items' | 'head' | 'unknown-claim' | 'stray-items' | 'key' | 'behind'
}

export interface Proof {
  readonly claims: number
  readonly events: number
  /** Hash of the last event: noted elsewhere, it proves later that nothing was cut off the end. */
  readonly head: string | undefined
  /** The hashes of all events. */
  readonly hashes: ReadonlySet<string>
  readonly problems: readonly ProofProblem[]
}

/** Follows the journal from its beginning, and compares every claim and its items with what its events say. */
export async function proveRegister({ db, location }: Engine): Promise<Proof> {
  const events = await db.selectFrom('events').selectAll().orderBy('seq').execute()
  const claims = await db.selectFrom('claims').selectAll().orderBy('id').execute()
  const eventsOf = byClaim(events)
  const problems: ProofProblem[] = provenChain(events)
  for (const claim of claims) {
    const own = eventsOf.get(Number(claim.id)) ?? []
    const items = await db.selectFrom('claim_items').select(['fingerprint', 'amount', 'item', 'category', 'thread']).where('claim_id', '=', claim.id).execute()
    const traces = await db.selectFrom('item_traces').select(['fingerprint', 'trace', 'day']).where('claim_id', '=', claim.id).execute()
    for (const what of differences(claim, own, items, traces, location)) problems.push({ claim: numberOf(claim), what })
  }
  const known = new Set(claims.map(({ id }) => Number(id)))
  for (const { seq, claim_id } of events) if (!known.has(Number(claim_id))) problems.push({ seq: Number(seq), what: 'unknown-claim' })
  if ((await strayRows(db)) > 0) problems.push({ what: 'stray-items' })
  return { claims: claims.length, events: events.length, head: events.at(-1)?.hash, hashes: new Set(events.map(({ hash }) => hash)), problems }
}

/** How many items and traces belong to no claim. */
async function strayRows(db: RegisterDb): Promise<number> {
  const counts = await Promise.all((['claim_items', 'item_traces'] as const).map((table) =>
    db.selectFrom(table).leftJoin('claims', 'claims.id', `${table}.claim_id`).where('claims.id', 'is', null).select(({ fn }) => fn.countAll<number>().as('rows')).executeTakeFirst()))
  return counts.reduce((sum, count) => sum + Number(count?.rows ?? 0), 0)
}

function differences(claim: ClaimRow & { state: string; amount: string; content: string }, events: readonly StoredEvent[], items: Parameters<typeof itemsHash>[0], traces: Parameters<typeof tracesHash>[0], location: string): ProofProblem['what'][] {
  const standing = readableStanding(events, location)
  if (standing === undefined) return ['details']
  const found: ProofProblem['what'][] = []
  if (events.length === 0 || standing.state !== claim.state) found.push('state')
  if (events.some(({ details }, index) => details === '' && !events.slice(index + 1).some(({ kind }) => kind === 'scrubbed'))) found.push('details')
  if (formatCents(standing.amount) !== claim.amount) found.push('amount')
  if (standing.content !== undefined && standing.content !== claim.content) found.push('content')
  const told = lastPreparation(events)
  if (told.claimHash !== undefined && told.claimHash !== claimHash(claim)) found.push('claim')
  if (told.items !== items.length || (told.itemsHash !== undefined && told.itemsHash !== itemsHash(items)) || (told.tracesHash ?? noTraces) !== tracesHash(traces)) found.push('items')
  return found
}

/** Claims of versions before 4 have no traces, and scrubbed ones no more. */
const noTraces = tracesHash([])

function readableStanding(events: readonly StoredEvent[], location: string) {
  try {
    return standingAfter(events, location)
  } catch {
    return undefined
  }
}

interface Told {
  readonly items?: number
  readonly claimHash?: string
  readonly itemsHash?: string
  readonly tracesHash?: string
}

/** What the journal says of row and items: the last preparation, or the scrub that left no items. Claims of version 1 tell only how many there were. */
function lastPreparation(events: readonly StoredEvent[]): Told {
  const last = events.findLast(({ kind }) => kind === 'prepared' || kind === 'replaced' || kind === 'scrubbed')
  const told = JSON.parse(last?.details || '{}') as Told
  return last?.kind === 'scrubbed' ? { ...told, items: 0 } : told
}
