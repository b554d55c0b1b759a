import { KorvausError } from '../model/errors.js'
import { parseCents, type Cents } from '../model/money.js'
import type { Engine } from './dialects/engine.js'
import { appendEvent, byClaim, type EventDetails, type StoredEvent } from './journal.js'
import { eventsInForce, standingAfter, type Standing } from './life.js'
import { numberOf, partsOfNumber } from './numbers.js'
import { requireFirst, requireNothingUpon, requireReversible } from './repeated-steps.js'
import type { RegisterDb } from './schema.js'
import { eventOf, type ClaimItem, type Step } from './steps.js'

/** A claim of the register with where it stands. */
export interface KeptClaim {
  readonly id: number
  readonly businessId: string
  readonly number: string
  readonly period: { readonly name: string; readonly from: string; readonly to: string }
  readonly asOf: string
  readonly ruleBook: string
  readonly packet: string
  /** Another compensation of the Act, where the items were claimed under it. */
  readonly compensation: string | undefined
  readonly items: number
  readonly standing: Standing
}

/** The claims of a claimant, in the order of their periods. */
export async function keptClaims({ db, location }: Engine, businessId: string): Promise<KeptClaim[]> {
  const claims = await db.selectFrom('claims').selectAll().where('business_id', '=', businessId).orderBy('from_date').orderBy('id').execute()
  const counts = await db.selectFrom('claim_items').innerJoin('claims', 'claims.id', 'claim_items.claim_id').select(({ fn }) => ['claim_id', fn.countAll<number>().as('items')]).where('business_id', '=', businessId).groupBy('claim_id').execute()
  const events = await db.selectFrom('events').innerJoin('claims', 'claims.id', 'events.claim_id').selectAll('events').where('business_id', '=', businessId).orderBy('seq').execute()
  const itemCounts = new Map(counts.map(({ claim_id, items }) => [Number(claim_id), Number(items)]))
  const eventsOf = byClaim(events)
  return claims.map((row) => keptClaim(row, itemCounts.get(Number(row.id)) ?? 0, eventsOf.get(Number(row.id)) ?? [], location))
}

/** Takes a claim one step further: the event, and the state that follows from it, stand together. */
export async function takeStep(engine: Engine, businessId: string, number: string, step: Step): Promise<KeptClaim> {
  return engine.writing(async (db) => {
    const before = await claimByNumber({ ...engine, db }, businessId, number)
    const events = await db.selectFrom('events').selectAll().where('claim_id', '=', before.id).orderBy('seq').execute()
    const inForce = eventsInForce(events, engine.location)
    const details = await detailsOf({ ...engine, db }, step, before, inForce)
    await appendEvent(db, { claim_id: before.id, kind: step.kind, on_date: step.onDate, details })
    const kept = await claimByNumber({ ...engine, db }, businessId, number)
    await db.updateTable('claims').set({ state: kept.standing.state }).where('id', '=', kept.id).execute()
    return kept
  })
}

/** What the event of a step tells. Throws what `eventOf` throws, `step-repeated`, and for a reversal `nothing-to-undo` or `claim-built-upon`. */
async function detailsOf({ db }: Engine, step: Step, before: KeptClaim, inForce: readonly StoredEvent[]): Promise<EventDetails> {
  if (step.kind === 'reversed') {
    const last = requireReversible(inForce.at(-1), before)
    if (last.kind === 'filed') await requireNothingUpon(db, before)
    return { by: step.by, ...(step.reference === undefined ? {} : { reference: step.reference }), reason: step.reason, reverses: Number(last.seq), kind: last.kind }
  }
  requireFirst(step, before, inForce)
  const details = eventOf(step, before.number, before.standing, await itemsOf(db, before.id))
  requireFirst(step, before, inForce, details)
  return details
}

/** One claim by its number. Throws `claim-not-found` with the numbers that there are. */
export async function claimByNumber({ db, location }: Pick<Engine, 'db' | 'location'>, businessId: string, number: string): Promise<KeptClaim> {
  const wanted = partsOfNumber(number)
  const row = wanted && (await db.selectFrom('claims').selectAll().where('business_id', '=', businessId).where('period', '=', wanted.period).where('running', '=', wanted.running).executeTakeFirst())
  if (row === undefined) throw new KorvausError('claim-not-found', { claim: number, known: await knownNumbers(db, businessId) })
  const events = await db.selectFrom('events').selectAll().where('claim_id', '=', row.id).orderBy('seq').execute()
  const items = await itemsOf(db, Number(row.id))
  return keptClaim(row, items.length, events, location)
}

/** The items of one claim. */
export async function itemsOf(db: RegisterDb, claim: number): Promise<ClaimItem[]> {
  const rows = await db.selectFrom('claim_items').select(['item', 'category', 'amount']).where('claim_id', '=', claim).execute()
  return rows.map((row) => ({ ...row, amount: parseCents(row.amount) as Cents }))
}

async function knownNumbers(db: RegisterDb, businessId: string): Promise<string> {
  const mostShown = 12
  const rows = await db.selectFrom('claims').select(['period', 'running']).where('business_id', '=', businessId).orderBy('id', 'desc').limit(mostShown).execute()
  return rows.map(numberOf).join(', ') || '–'
}

function keptClaim(row: { id: number; business_id: string; period: string; running: number; from_date: string; to_date: string; as_of: string; rule_book: string; packet: string; compensation: string | null }, items: number, events: readonly StoredEvent[], location: string): KeptClaim {
  return {
    id: Number(row.id), businessId: row.business_id, number: numberOf(row), period: { name: row.period, from: row.from_date, to: row.to_date },
    asOf: row.as_of, ruleBook: row.rule_book, packet: row.packet, compensation: row.compensation ?? undefined, items, standing: standingAfter(events, location),
  }
}
