import { existsSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import Database from 'libsql'
import { Kysely, SqliteDialect } from 'kysely'
import { migrate } from './migrations.js'
import { readable } from './database-errors.js'
import { Register } from './register.js'
import type { RegisterTables } from './schema.js'

const privateFile = 0o600
const waitForLock = 5000

/** Opens the register of a workspace, makes it when it is new, and brings it up to date. */
export async function openRegister(path: string): Promise<Register> {
  try {
    const isNew = !existsSync(path)
    const database = new Database(path, { timeout: waitForLock })
    if (isNew) await chmod(path, privateFile).catch(() => undefined)
    database.pragma('foreign_keys = ON')
    const db = new Kysely<RegisterTables>({ dialect: new SqliteDialect({ database: database as never }) })
    await migrate(db, 'sqlite', path)
    return new Register(db, path)
  } catch (error) {
    throw readable(error, path)
  }
}

/** Whether a register exists already; `check` looks and never makes one. */
export function registerExists(path: string): boolean {
  return existsSync(path)
}
