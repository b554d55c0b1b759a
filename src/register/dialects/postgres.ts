import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { shownAddress } from '../address.js'
import { postgresTransactions, type Engine } from './engine.js'
import type { RegisterTables } from '../schema.js'

const mostConnections = 2
const connectMilliseconds = 10_000

/** Opens a register in a PostgreSQL database. A user or password that the address leaves out comes from `PGUSER`, `PGPASSWORD` or `~/.pgpass`. */
export function openPostgres(address: string): Engine {
  const location = shownAddress(address)
  const pool = new pg.Pool({ connectionString: address, max: mostConnections, connectionTimeoutMillis: connectMilliseconds })
  /** A connection that breaks is told by the query that needs it; it must not end the process on its own. */
  pool.on('error', ignore)
  pool.on('connect', (client) => void client.on('error', ignore))
  const db = new Kysely<RegisterTables>({ dialect: new PostgresDialect({ pool }) })
  return { kind: 'postgres', location, db, ...postgresTransactions(db) }
}

function ignore(): void {}
