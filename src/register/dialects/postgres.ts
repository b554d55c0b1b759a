import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { shownAddress } from '../address.js'
import { dumpLines } from '../dump.js'
import type { RegisterDb, RegisterTables } from '../schema.js'
import { waitMilliseconds, type Dialect, type Engine } from './engine.js'

const mostConnections = 2
const connectMilliseconds = 10_000
/** The lock that writers of one database take in turn; any number that nothing else uses there. */
const writersLock = 0x6b6f7276

/** Opens a register in a PostgreSQL database. A user or password that the address leaves out comes from `PGUSER`, `PGPASSWORD` or `~/.pgpass`. */
export function openPostgres(address: string): Engine {
  const location = shownAddress(address)
  const pool = new pg.Pool({ connectionString: address, max: mostConnections, connectionTimeoutMillis: connectMilliseconds })
  /** A connection that breaks is told by the query that needs it; it must not end the process on its own. */
  pool.on('error', ignore)
  pool.on('connect', (client) => void client.on('error', ignore))
  const db = new Kysely<RegisterTables>({ dialect: new PostgresDialect({ pool }) })
  return { location, db, dialect, ...transactions(db) }
}

const dialect: Dialect = {
  countedKey: { type: sql`bigserial`, column: (column) => column.primaryKey() },
  // A row of the catalogue, not to_regclass: that one remembers from before a lock that there was no table.
  hasTable: async (db, name) => {
    const { rows } = await sql`select 1 from pg_catalog.pg_tables where tablename = ${name} and schemaname = any (current_schemas(false))`.execute(db)
    return rows.length > 0
  },
  elements: (json) => sql`(select value from jsonb_array_elements(${json}::jsonb))`,
  countOn: async (db) => {
    await sql`select setval(pg_get_serial_sequence('claims', 'id'), (select coalesce(max(id), 0) + 1 from claims), false)`.execute(db)
    await sql`select setval(pg_get_serial_sequence('events', 'seq'), (select coalesce(max(seq), 0) + 1 from events), false)`.execute(db)
  },
  // Removed rows stay in the files until the tables are written anew.
  forgetRemoved: async (db) => {
    await sql`vacuum full claim_items, item_traces, events`.execute(db)
  },
  /** Lines of JSON, from which `register import` brings the register back. */
  keepBackup: async ({ db }, version, folder) => {
    const path = join(folder, `register.version-${version}.backup.ndjson`)
    const lines: string[] = []
    for await (const line of dumpLines(db, version)) lines.push(line)
    await writeFileAtomically(path, lines.join(''))
    return path
  },
}

/** One writer after the other, by a lock of its own; readers see one moment and wait for nobody. */
function transactions(db: RegisterDb): Pick<Engine, 'reading' | 'writing'> {
  return {
    writing: (work) => db.transaction().execute(async (transaction) => {
      await sql`set local lock_timeout = ${sql.lit(waitMilliseconds)}`.execute(transaction)
      await sql`select pg_advisory_xact_lock(${sql.lit(writersLock)})`.execute(transaction)
      return work(transaction)
    }),
    reading: (work) => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
  }
}

function ignore(): void {}
