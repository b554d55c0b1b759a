import { sql } from 'kysely'
import type { IsoDate } from '../model/dates.js'
import { KorvausError } from '../model/errors.js'
import { formatCents, parseCents, type Cents } from '../model/money.js'
import type { Period } from '../model/period.js'
import type { Engine } from './dialects/engine.js'
import { appendEvent } from './journal.js'
import { numberOf } from './numbers.js'
import { claimHash, itemsHash, tracesHash } from './row-hashes.js'
import type { RegisterDb } from './schema.js'
import type { ItemTraces } from './traces.js'

/** What is recorded of a claim that is being prepared. */
export interface NewClaim {
  readonly businessId: string
  readonly period: Period
  readonly running: number
  readonly asOf: IsoDate
  readonly ruleBook: string
  readonly amount: Cents
  readonly content: string
  readonly packet: string
  readonly items: readonly NewItem[]
  /** Set where the items were claimed under another compensation of the Act, by whom and with which reference: such a claim is filed already. */
  readonly other?: { readonly compensation: string; readonly by: string; readonly reference: string } | undefined
}

export interface NewItem {
  readonly fingerprint: string
  readonly amount: Cents
  /** ID in the log and category, by which a decision names it. */
  readonly item?: string | undefined
  readonly category?: string | undefined
  /** The cost through all its changes. */
  readonly thread?: string | undefined
  /** What like items share with it. */
  readonly traces?: ItemTraces | undefined
  /** What earlier claims hold of it, where this one corrects them. */
  readonly claimedBefore?: Cents | undefined
}

/** The claim that is replaced, as it was when the new one was planned. */
export interface Replaced {
  readonly id: number
  readonly content: string
}

/**
 * Records a claim, in the place of one that was prepared but not filed, together with what `alongside` does: both
 * happen or neither. Throws `register-conflict` when another run has meanwhile taken the number, changed the claim
 * that was to be replaced, or claimed one of the items.
 */
export async function recordClaim(engine: Engine, claim: NewClaim, replaces: Replaced | undefined, alongside: () => Promise<void>): Promise<void> {
  await engine.writing(async (db) => {
    const id = replaces === undefined ? await insertClaim(db, claim, engine) : await replaceClaim(db, claim, replaces, engine)
    await insertItems(db, id, claim.items, engine)
    const traces = tracesIn(claim.items)
    await insertTraces(db, id, traces, engine)
    await requireUnclaimed(db, id, claim.items, engine)
    const details = {
      content: claim.content, amount: formatCents(claim.amount), items: claim.items.length,
      claimHash: claimHash({ ...fixed(claim), ...changing(claim) }), itemsHash: itemsHash(claim.items.map((item) => ({ ...item, amount: formatCents(item.amount) }))),
      ...(traces.length === 0 ? {} : { tracesHash: tracesHash(traces) }),
    }
    await appendEvent(db, { claim_id: id, kind: replaces === undefined ? 'prepared' : 'replaced', on_date: claim.asOf, details })
    if (claim.other !== undefined) await file(db, id, claim.asOf, claim.other)
    await alongside()
  })
}

async function file(db: RegisterDb, id: number, onDate: IsoDate, { by, reference }: { readonly by: string; readonly reference: string }): Promise<void> {
  await appendEvent(db, { claim_id: id, kind: 'filed', on_date: onDate, details: { by, reference } })
  await db.updateTable('claims').set({ state: 'filed' }).where('id', '=', id).execute()
}

async function insertClaim(db: RegisterDb, claim: NewClaim, { location }: Engine): Promise<number> {
  const number = { business_id: claim.businessId, period: claim.period.name, running: claim.running }
  const taken = await db.selectFrom('claims').select('id').where('business_id', '=', number.business_id).where('period', '=', number.period).where('running', '=', number.running).executeTakeFirst()
  if (taken !== undefined) throw new KorvausError('register-conflict', { path: location })
  const row = await db
    .insertInto('claims')
    .values({ ...fixed(claim), state: 'prepared', ...changing(claim) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(row.id)
}

async function replaceClaim(db: RegisterDb, claim: NewClaim, { id, content }: Replaced, { location }: Engine): Promise<number> {
  const { numUpdatedRows } = await db.updateTable('claims').set(changing(claim)).where('id', '=', id).where('state', '=', 'prepared').where('content', '=', content).executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new KorvausError('register-conflict', { path: location })
  await db.deleteFrom('claim_items').where('claim_id', '=', id).execute()
  await db.deleteFrom('item_traces').where('claim_id', '=', id).execute()
  return id
}

/** All items in one statement: as many as there are, without a limit on the values of a statement. */
async function insertItems(db: RegisterDb, id: number, items: readonly NewItem[], { dialect }: Engine): Promise<void> {
  if (items.length === 0) return
  const rows = JSON.stringify(items.map(({ fingerprint, amount, item = null, category = null, thread = fingerprint }) => [fingerprint, formatCents(amount), item, category, thread]))
  await sql`
    insert into claim_items (claim_id, fingerprint, amount, item, category, thread)
    select cast(${id} as bigint), value->>0, value->>1, value->>2, value->>3, value->>4 from ${dialect.elements(rows)} as entries`.execute(db)
}

function tracesIn(items: readonly NewItem[]) {
  return items.flatMap(({ fingerprint, traces }) => (traces === undefined ? [] : [...traces.voucher, ...traces.case].map((trace) => ({ fingerprint, trace, day: traces.day }))))
}

async function insertTraces(db: RegisterDb, id: number, traces: ReturnType<typeof tracesIn>, { dialect }: Engine): Promise<void> {
  if (traces.length === 0) return
  const rows = JSON.stringify(traces.map(({ fingerprint, trace, day }) => [fingerprint, trace, day]))
  await sql`
    insert into item_traces (claim_id, fingerprint, trace, day)
    select cast(${id} as bigint), value->>0, value->>1, value->>2 from ${dialect.elements(rows)} as entries`.execute(db)
}

/**
 * The last look before the claim stands: other claims that count hold of each cost just what was known when this one
 * was planned, nothing of a new one.
 */
async function requireUnclaimed(db: RegisterDb, id: number, items: readonly NewItem[], { location }: Engine): Promise<void> {
  const others = await db
    .selectFrom('claim_items as mine')
    .innerJoin('claim_items as theirs', 'theirs.thread', 'mine.thread')
    .innerJoin('claims', 'claims.id', 'theirs.claim_id')
    .select(['mine.thread', 'theirs.amount', 'claims.period', 'claims.running'])
    .where('mine.claim_id', '=', id)
    .where('theirs.claim_id', '<>', id)
    .where('claims.state', '<>', 'withdrawn')
    .orderBy('claims.id')
    .execute()
  const held = new Map<string, { readonly amount: Cents; readonly claim: string | undefined }>()
  for (const { thread, amount, ...row } of others) held.set(thread, { amount: (held.get(thread)?.amount ?? 0n) + (parseCents(amount) as Cents), claim: numberOf(row) })
  for (const { thread, fingerprint, claimedBefore } of items) {
    const { amount, claim } = held.get(thread ?? fingerprint) ?? { amount: 0n, claim: undefined }
    if (amount === (claimedBefore ?? 0n) && (claim === undefined || claimedBefore !== undefined)) continue
    throw claim === undefined ? new KorvausError('register-conflict', { path: location }) : new KorvausError('item-claimed', { path: location, claim })
  }
}

function fixed({ businessId, period, running, other }: NewClaim) {
  return { business_id: businessId, period: period.name, running, from_date: period.from, to_date: period.to, compensation: other?.compensation ?? null }
}

function changing(claim: NewClaim) {
  return { as_of: claim.asOf, rule_book: claim.ruleBook, amount: formatCents(claim.amount), content: claim.content, packet: claim.packet }
}
