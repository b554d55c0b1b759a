import { createHash, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Selectable } from 'kysely'
import type { IsoDate } from '../model/dates.js'
import type { EventsTable, RegisterDb } from './schema.js'

/** What an event tells beside its kind and date. */
export type EventDetails = Readonly<Record<string, unknown>>

/** One step in the life of a claim. */
export interface JournalEvent {
  readonly claim_id: number
  readonly kind: string
  readonly on_date: IsoDate
  readonly details: EventDetails
}
export type StoredEvent = Selectable<EventsTable>

/** A place where the journal does not prove itself. */
export interface JournalProblem {
  readonly seq: number
  readonly what: 'chain' | 'hash' | 'details'
}

const beginning = '0'.repeat(64)
/** Of the details the chain holds a hash alone, which nobody can guess the details from once they are scrubbed. */
const saltLength = 16

/** Adds an event, chained by its hash to the one before it. The transaction must hold the register alone. */
export async function appendEvent(transaction: RegisterDb, { claim_id, kind, on_date, details }: JournalEvent): Promise<void> {
  const last = await transaction.selectFrom('events').select('hash').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const text = canonicalize({ ...details, salt: randomBytes(saltLength).toString('hex') }) as string
  const chained = { claim_id, kind, on_date, details_hash: sha256(text), previous: last?.hash ?? beginning }
  await transaction.insertInto('events').values({ ...chained, details: text, hash: sha256(canonicalize(chained) as string) }).execute()
}

/** The events of each claim, in their order. */
export function byClaim(events: readonly StoredEvent[]): Map<number, StoredEvent[]> {
  const groups = new Map<number, StoredEvent[]>()
  for (const event of events) {
    const group = groups.get(Number(event.claim_id))
    if (group === undefined) groups.set(Number(event.claim_id), [event])
    else group.push(event)
  }
  return groups
}

/** Follows the chain from its beginning: every event that was changed, put in, taken out or moved is a problem. */
export function provenChain(events: readonly StoredEvent[]): JournalProblem[] {
  let previous = beginning
  const problems: JournalProblem[] = []
  for (const event of events) {
    const seq = Number(event.seq)
    if (event.previous !== previous) problems.push({ seq, what: 'chain' })
    if (expectedHash(event) !== event.hash) problems.push({ seq, what: 'hash' })
    if (event.details_hash !== null && event.details !== '' && sha256(event.details) !== event.details_hash) problems.push({ seq, what: 'details' })
    previous = event.hash
  }
  return problems
}

function expectedHash({ claim_id, kind, on_date, details, details_hash, previous }: StoredEvent): string | undefined {
  const named = { claim_id: Number(claim_id), kind, on_date, previous }
  try {
    return sha256(canonicalize(details_hash === null ? { ...named, details: JSON.parse(details) as unknown } : { ...named, details_hash }) as string)
  } catch {
    return undefined
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
