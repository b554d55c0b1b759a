import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Transaction } from 'kysely'
import type { IsoDate } from '../model/dates.js'
import type { RegisterTables } from './schema.js'

/** One step in the life of a claim. */
export interface JournalEvent {
  readonly claim_id: number
  readonly kind: string
  readonly on_date: IsoDate
  readonly details: Readonly<Record<string, string | number>>
}

const beginning = '0'.repeat(64)

/** Adds an event, chained by its hash to the one before it. */
export async function appendEvent(transaction: Transaction<RegisterTables>, event: JournalEvent): Promise<void> {
  const last = await transaction.selectFrom('events').select('hash').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const previous = last?.hash ?? beginning
  await transaction.insertInto('events').values({ ...event, details: canonicalize(event.details) as string, previous, hash: hashOf(event, previous) }).execute()
}

function hashOf(event: JournalEvent, previous: string): string {
  return createHash('sha256').update(canonicalize({ ...event, previous }) as string).digest('hex')
}
