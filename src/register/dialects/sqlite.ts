import { open } from 'node:fs/promises'
import Database from 'libsql'
import { Kysely, SqliteDialect } from 'kysely'
import { sqliteTransactions, waitMilliseconds, type Engine } from './engine.js'
import type { RegisterTables } from '../schema.js'

const privateFile = 0o600

/** A register that leaves no file. */
export const inMemory = ':memory:'

/** Opens a register in a file, which is made when it is new, readable by its owner alone. */
export async function openSqlite(path: string): Promise<Engine> {
  if (path !== inMemory) await makePrivate(path)
  const database = new Database(path, { timeout: waitMilliseconds })
  database.pragma('foreign_keys = ON')
  // What is scrubbed is overwritten in the file, not only unlinked.
  database.pragma('secure_delete = ON')
  const db = new Kysely<RegisterTables>({ dialect: new SqliteDialect({ database: database as never }) })
  return { kind: 'sqlite', location: path, db, ...sqliteTransactions(db) }
}

/** A new file is its owner's alone from the first byte. What hinders it is told by whoever opens it then. */
async function makePrivate(path: string): Promise<void> {
  const handle = await open(path, 'ax', privateFile).catch(() => undefined)
  await handle?.close()
}
