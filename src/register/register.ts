import type { IsoDate } from '../model/dates.js'
import type { ClaimState } from '../model/ledger.js'
import { parseCents, type Cents } from '../model/money.js'
import type { Period } from '../model/period.js'
import type { HeldItem } from './chains.js'
import { readable } from './database-errors.js'
import { dumpLines } from './dump.js'
import type { Engine } from './dialects/engine.js'
import { findTraced } from './find-traced.js'
import { importLines } from './import.js'
import { isOtherKey, knowsAKey, requireSameKey } from './key-mark.js'
import { claimByNumber, itemsOf, keptClaims, takeStep, type KeptClaim } from './kept-claims.js'
import { newestVersion } from './migrations.js'
import { byItem } from './item-order.js'
import { numberOf } from './numbers.js'
import { proveRegister, type Proof } from './prove.js'
import { recordClaim, type NewClaim, type Replaced } from './record.js'
import { scrubClaims, type Scrubbed } from './scrub.js'
import type { ClaimItem, Step } from './steps.js'
import type { TracedItem } from './traces.js'

export type { NewClaim } from './record.js'

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

/** The ledger of claims: what was claimed, granted and paid, so that no euro is claimed twice. */
export class Register {
  readonly engine: Engine

  constructor(engine: Engine) {
    this.engine = engine
  }

  /** The claims of a period, the latest last; withdrawn ones too. */
  claimsOf(businessId: string, period: Pick<Period, 'name'>): Promise<RecordedClaim[]> {
    return this.#readably(async () => {
      const rows = await this.engine.db.selectFrom('claims').selectAll().where('business_id', '=', businessId).where('period', '=', period.name).orderBy('running').execute()
      return rows.map(recordedClaim)
    })
  }

  /** The items of some claims with their amounts and, where they were recorded, their categories. */
  claimedItems(claims: readonly number[]): Promise<ClaimItem[]> {
    return this.#readably(async () => (await Promise.all(claims.map((claim) => itemsOf(this.engine.db, claim)))).flat())
  }

  /** Whether a claim of the period has this packet. No run is in the middle of recording one when it is answered. */
  hasPacket(businessId: string, period: string, packet: string, content: string): Promise<boolean> {
    return this.#readably(() => this.engine.writing(async (db) => {
      const found = await db.selectFrom('claims').select('id').where('business_id', '=', businessId).where('period', '=', period).where('packet', '=', packet).where('content', '=', content).executeTakeFirst()
      return found !== undefined
    }))
  }

  /** Names of the items that a claimant is known to have claimed under another compensation. */
  otherItems(businessId: string, compensation: string): Promise<Set<string>> {
    return this.#readably(async () => {
      const rows = await this.engine.db.selectFrom('claim_items').innerJoin('claims', 'claims.id', 'claim_items.claim_id').select('fingerprint').where('business_id', '=', businessId).where('compensation', '=', compensation).where('state', '<>', 'withdrawn').execute()
      return new Set(rows.map(({ fingerprint }) => fingerprint))
    })
  }

  /** The items that claims of a claimant hold, the earliest claim first; claims under other compensations, withdrawn claims and the one that is about to be replaced left out. */
  heldItems(businessId: string, exceptClaim: number | undefined): Promise<HeldItem[]> {
    return this.#readingTogether(async ({ db }) => {
      const claims = await db.selectFrom('claims').select(['id', 'period', 'running']).where('business_id', '=', businessId).where('state', '<>', 'withdrawn').where('compensation', 'is', null).orderBy('id').execute()
      const found: HeldItem[] = []
      for (const row of claims) {
        if (Number(row.id) === exceptClaim) continue
        const claim = numberOf(row)
        const items = await db.selectFrom('claim_items').select(['fingerprint', 'thread', 'amount', 'item']).where('claim_id', '=', row.id).orderBy('fingerprint').execute()
        for (const { fingerprint, thread, amount, item } of items.toSorted(byItem)) found.push({ claim, period: row.period, fingerprint, thread, amount: parseCents(amount) as Cents, item: item ?? undefined })
      }
      return found
    })
  }

  /** Whether anything was ever claimed, by anybody. */
  hasClaims(): Promise<boolean> {
    return this.#readably(async () => (await this.engine.db.selectFrom('claims').select('id').limit(1).executeTakeFirst()) !== undefined)
  }

  /** Whether items were named with a key, or one was taken into use for them. */
  knowsAKey(): Promise<boolean> {
    return this.#readably(() => knowsAKey(this.engine))
  }

  /** The numbers of a claimant's claims, withdrawn ones too. */
  numbersOf(businessId: string): Promise<string[]> {
    return this.#readably(async () => (await this.engine.db.selectFrom('claims').select(['period', 'running']).where('business_id', '=', businessId).execute()).map(numberOf))
  }

  /** Hash of the last event of the journal, by which a later look proves that nothing was cut off its end. */
  head(): Promise<string | undefined> {
    return this.#readably(async () => (await this.engine.db.selectFrom('events').select('hash').orderBy('seq', 'desc').limit(1).executeTakeFirst())?.hash)
  }

  /** Whether an event of this hash stands in the journal. */
  hasEvent(hash: string): Promise<boolean> {
    return this.#readably(async () => (await this.engine.db.selectFrom('events').select('seq').where('hash', '=', hash).limit(1).executeTakeFirst()) !== undefined)
  }

  /** Whether claims hold anything that like items could be found by. */
  hasTraces(): Promise<boolean> {
    return this.#readably(async () => (await this.engine.db.selectFrom('item_traces').select('trace').limit(1).executeTakeFirst()) !== undefined)
  }

  /** The items of all claimants' claims that have one of these traces, the earliest claim first; withdrawn claims and the one that is about to be replaced left out. */
  itemsTraced(traces: readonly string[], exceptClaim: number | undefined): Promise<TracedItem[]> {
    return this.#readably(() => findTraced(this.engine, traces, exceptClaim))
  }

  /**
   * Records a claim, in the place of one that was prepared but not filed, together with what `alongside` does: both
   * happen or neither. Throws `register-busy`, `register-conflict` or `item-claimed` when another run came before.
   */
  record(claim: NewClaim, replaces: Replaced | undefined, alongside: () => Promise<void>): Promise<void> {
    return this.#readably(() => recordClaim(this.engine, claim, replaces, alongside))
  }

  /** Refuses a key of fingerprints that is not the register's own: with it no item would be known again. */
  requireKey(key: Uint8Array): Promise<void> {
    return this.#readably(() => requireSameKey(this.engine, key))
  }

  /** Whether the register's items were named with another key, or what it remembers of its key is gone. */
  hasOtherKey(key: Uint8Array): Promise<boolean> {
    return this.#readably(() => isOtherKey(this.engine, key))
  }

  /** Hash of the last event about a claimant's claims: while it stays, nobody has changed them. */
  headOf(businessId: string): Promise<string | undefined> {
    return this.#readably(async () => {
      const { db } = this.engine
      const last = await db.selectFrom('events').innerJoin('claims', 'claims.id', 'events.claim_id').select('events.hash').where('claims.business_id', '=', businessId).orderBy('events.seq', 'desc').limit(1).executeTakeFirst()
      return last?.hash
    })
  }

  /** The claims of a claimant with all their events, the earliest period first. */
  ledger(businessId: string): Promise<KeptClaim[]> {
    return this.#readingTogether((engine) => keptClaims(engine, businessId))
  }

  /** One claim by its number. Throws `claim-not-found`. */
  claim(businessId: string, number: string): Promise<KeptClaim> {
    return this.#readingTogether((engine) => claimByNumber(engine, businessId, number))
  }

  /** Takes a claim one step further. Throws `claim-not-found` and the errors of `eventOf`. */
  take(businessId: string, number: string, step: Step): Promise<KeptClaim> {
    return this.#readably(() => takeStep(this.engine, businessId, number, step))
  }

  /** Removes what retention no longer needs of claims whose time is over, and records that it did. */
  scrub(claims: Parameters<typeof scrubClaims>[1], scrub: Parameters<typeof scrubClaims>[2]): Promise<Scrubbed[]> {
    return this.#readably(() => scrubClaims(this.engine, claims, scrub))
  }

  /** Whether journal, claims and items of the register prove each other. */
  prove(): Promise<Proof> {
    return this.#readingTogether(proveRegister)
  }

  /** All rows as lines of JSON, as they stand at one moment. */
  dump(): Promise<string[]> {
    return this.#readingTogether(async ({ db }) => {
      const lines: string[] = []
      for await (const line of dumpLines(db, newestVersion)) lines.push(line)
      return lines
    })
  }

  /** Fills an empty register. Throws `register-not-empty`, `register-newer`, `dump-invalid` or `dump-unproven`. */
  import(lines: AsyncIterable<string>, name: string): Promise<Proof> {
    return this.#readably(() => importLines(this.engine, lines, name))
  }

  async close(): Promise<void> {
    await this.engine.db.destroy()
  }

  /** Several reads that belong together. */
  #readingTogether<Result>(work: (engine: Engine) => Promise<Result>): Promise<Result> {
    return this.#readably(() => this.engine.reading((db) => work({ ...this.engine, db })))
  }

  async #readably<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      throw readable(error, this.engine.location)
    }
  }
}

function recordedClaim(row: { id: number; business_id: string; period: string; running: number; state: ClaimState; as_of: string; amount: string; content: string; packet: string }): RecordedClaim {
  return { id: Number(row.id), businessId: row.business_id, number: numberOf(row), running: row.running, state: row.state, asOf: row.as_of, amount: parseCents(row.amount) as Cents, content: row.content, packet: row.packet }
}
