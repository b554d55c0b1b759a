import { existsSync } from 'node:fs'
import { keepBackup } from './backup.js'
import { readable } from './database-errors.js'
import { migrate } from './migrations.js'
import { isPostgres, openPostgres, shownAddress } from './postgres.js'
import { Register } from './register.js'
import { openSqlite } from './sqlite.js'

/**
 * Opens the register at a file's path or an address `postgres://…`, makes it when it is new, and brings it up to date;
 * the older state is kept in `backups` first. Throws `register-busy`, `register-newer`, `register-unreachable` and others.
 */
export async function openRegister(location: string, backups?: string): Promise<Register> {
  const shown = isPostgres(location) ? shownAddress(location) : location
  try {
    const engine = isPostgres(location) ? openPostgres(location) : await openSqlite(location)
    try {
      await migrate(engine, (db, version) => keepBackup({ ...engine, db }, version, backups))
    } catch (error) {
      await engine.db.destroy()
      throw error
    }
    return new Register(engine)
  } catch (error) {
    throw readable(error, shown)
  }
}

/** Whether a register may exist already; `check` looks and never makes a file. */
export function registerExists(location: string): boolean {
  return isPostgres(location) || existsSync(location)
}
