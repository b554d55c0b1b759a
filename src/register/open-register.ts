import { existsSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import Database from 'libsql'
import { Kysely, SqliteDialect } from 'kysely'
import { KorvausError } from '../model/errors.js'
import { migrate } from './migrations.js'
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

/** The database's own complaints in the words of this program. */
export function readable(error: unknown, path: string): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (error instanceof KorvausError) return error
  if (code.startsWith('SQLITE_BUSY') || /database is locked/.test(message)) return new KorvausError('register-busy', { path }, { cause: error })
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || /readonly|unable to open/i.test(message)) return new KorvausError('folder-not-writable', { path, reason: code || 'EACCES' }, { cause: error })
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT') || /not a database|malformed/.test(message)) return new KorvausError('register-damaged', { path, reason: code || 'SQLITE_CORRUPT' }, { cause: error })
  return error
}
