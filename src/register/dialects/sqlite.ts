import { existsSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import Database from 'libsql'
import { Kysely, SqliteDialect } from 'kysely'
import { sqliteTransactions, waitMilliseconds, type Engine } from './engine.js'
import type { RegisterTables } from '../schema.js'

const privateFile = 0o600

/** Opens a register in a file, which is made when it is new, readable by its owner alone. */
export async function openSqlite(path: string): Promise<Engine> {
  const isNew = !existsSync(path)
  const database = new Database(path, { timeout: waitMilliseconds })
  if (isNew) await chmod(path, privateFile).catch(() => undefined)
  database.pragma('foreign_keys = ON')
  // What is scrubbed is overwritten in the file, not only unlinked.
  database.pragma('secure_delete = ON')
  const db = new Kysely<RegisterTables>({ dialect: new SqliteDialect({ database: database as never }) })
  return { kind: 'sqlite', location: path, db, ...sqliteTransactions(db) }
}
