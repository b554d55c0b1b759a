import { sql } from 'kysely'
import type { RegisterDb } from '../schema.js'

export type EngineKind = 'sqlite' | 'postgres'

/** A database that keeps the register. */
export interface Engine {
  readonly kind: EngineKind
  /** Where it is, without user and password: fit to be shown. */
  readonly location: string
  readonly db: RegisterDb
  /** Runs work that changes the register: alone in it, and all of it or nothing. */
  writing: Together
  /** Runs work that reads the register as it is at one moment, whatever others write meanwhile. */
  reading: Together
}

/** Runs work within one transaction. */
type Together = <Result>(work: (db: RegisterDb) => Promise<Result>) => Promise<Result>

/** How long a run waits for others that hold the register. */
export const waitMilliseconds = 20_000
/** The lock that writers of one PostgreSQL database take in turn; any number that nothing else uses there. */
const writersLock = 0x6b6f7276

/**
 * Transactions of SQLite. For writing the write lock is taken at once, not when the first row is written, so that nobody
 * else writes between what was read and what is written.
 */
export function sqliteTransactions(db: RegisterDb): Pick<Engine, 'reading' | 'writing'> {
  const within = (kind: 'immediate' | 'deferred'): Together => (work) => db.connection().execute(async (connection) => {
    await sql`begin ${sql.raw(kind)}`.execute(connection)
    try {
      const result = await work(connection)
      await sql`commit`.execute(connection)
      return result
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => undefined)
      throw error
    }
  })
  return { writing: within('immediate'), reading: within('deferred') }
}

/** Transactions of PostgreSQL: one writer after the other, by a lock of its own; readers see one moment and wait for nobody. */
export function postgresTransactions(db: RegisterDb): Pick<Engine, 'reading' | 'writing'> {
  return {
    writing: (work) => db.transaction().execute(async (transaction) => {
      await sql`set local lock_timeout = ${sql.lit(waitMilliseconds)}`.execute(transaction)
      await sql`select pg_advisory_xact_lock(${sql.lit(writersLock)})`.execute(transaction)
      return work(transaction)
    }),
    reading: (work) => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
  }
}
