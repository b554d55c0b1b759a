import type { Kysely, Transaction } from 'kysely'
import type { IsoDate } from '../model/dates.js'
import { formatCents, parseCents, type Cents } from '../model/money.js'
import type { Period } from '../model/period.js'
import { appendEvent } from './journal.js'
import { readable } from './database-errors.js'
import type { ClaimState, RegisterTables } from './schema.js'

/** A claim as the register knows it. */
export interface RecordedClaim {
  readonly id: number
  readonly businessId: string
  readonly number: string
  readonly running: number
  readonly state: ClaimState
  readonly asOf: IsoDate
  readonly amount: Cents
  /** SHA-256 of the packet's content. */
  readonly content: string
  readonly packet: string
}

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
  readonly items: readonly { readonly fingerprint: string; readonly amount: Cents }[]
}

export interface EarlierItem {
  readonly claim: string
  readonly amount: Cents
}

/** The ledger of claims: what was claimed, so that no euro is claimed twice. */
export class Register {
  readonly #db: Kysely<RegisterTables>
  readonly #location: string

  constructor(db: Kysely<RegisterTables>, location: string) {
    this.#db = db
    this.#location = location
  }

  /** The claims of a period, the latest last; withdrawn ones too. */
  async claimsOf(businessId: string, period: Pick<Period, 'name'>): Promise<RecordedClaim[]> {
    const rows = await this.#db.selectFrom('claims').selectAll().where('business_id', '=', businessId).where('period', '=', period.name).orderBy('running').execute()
    return rows.map(recordedClaim)
  }

  /** Which claim holds which fingerprint, withdrawn claims and the one that is about to be replaced left out. */
  async earlierItems(businessId: string, exceptClaim: number | undefined): Promise<Map<string, EarlierItem>> {
    const rows = await this.#db
      .selectFrom('claim_items')
      .innerJoin('claims', 'claims.id', 'claim_items.claim_id')
      .select(['claim_items.fingerprint', 'claim_items.amount', 'claims.id', 'claims.period', 'claims.running'])
      .where('claims.business_id', '=', businessId)
      .where('claims.state', '<>', 'withdrawn')
      .orderBy('claims.id')
      .execute()
    return new Map(rows.filter(({ id }) => Number(id) !== exceptClaim).map((row) => [row.fingerprint, { claim: numberOf(row), amount: parseCents(row.amount) as Cents }]))
  }

  /**
   * Records a claim, in the place of one that was prepared but not filed, together with what `alongside` does: both
   * happen or neither. Throws `register-busy` when another run holds the register.
   */
  async record(claim: NewClaim, replaces: number | undefined, alongside: () => Promise<void>): Promise<void> {
    try {
      await this.#db.transaction().execute(async (transaction) => {
        const id = replaces === undefined ? await insertClaim(transaction, claim) : await replaceClaim(transaction, claim, replaces)
        for (let start = 0; start < claim.items.length; start += 500) {
          await transaction.insertInto('claim_items').values(claim.items.slice(start, start + 500).map(({ fingerprint, amount }) => ({ claim_id: id, fingerprint, amount: formatCents(amount) }))).execute()
        }
        await appendEvent(transaction, { claim_id: id, kind: replaces === undefined ? 'prepared' : 'replaced', on_date: claim.asOf, details: { content: claim.content, amount: formatCents(claim.amount), items: claim.items.length } })
        await alongside()
      })
    } catch (error) {
      throw readable(error, this.#location)
    }
  }

  async close(): Promise<void> {
    await this.#db.destroy()
  }
}

async function insertClaim(transaction: Transaction<RegisterTables>, claim: NewClaim): Promise<number> {
  const row = await transaction
    .insertInto('claims')
    .values({ business_id: claim.businessId, period: claim.period.name, running: claim.running, from_date: claim.period.from, to_date: claim.period.to, state: 'prepared', ...changing(claim) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return Number(row.id)
}

async function replaceClaim(transaction: Transaction<RegisterTables>, claim: NewClaim, id: number): Promise<number> {
  await transaction.deleteFrom('claim_items').where('claim_id', '=', id).execute()
  await transaction.updateTable('claims').set(changing(claim)).where('id', '=', id).where('state', '=', 'prepared').execute()
  return id
}

function changing(claim: NewClaim) {
  return { as_of: claim.asOf, rule_book: claim.ruleBook, amount: formatCents(claim.amount), content: claim.content, packet: claim.packet }
}

function recordedClaim(row: { id: number; business_id: string; period: string; running: number; state: ClaimState; as_of: string; amount: string; content: string; packet: string }): RecordedClaim {
  return { id: Number(row.id), businessId: row.business_id, number: numberOf(row), running: row.running, state: row.state, asOf: row.as_of, amount: parseCents(row.amount) as Cents, content: row.content, packet: row.packet }
}

/** `2026-03/01`: period and running number. */
function numberOf({ period, running }: { period: string; running: number }): string {
  return `${period}/${String(running).padStart(2, '0')}`
}
