import { isPostgres, shownAddress } from './address.js'
import { keepBackup } from './backup.js'
import { readable } from './database-errors.js'
import type { Engine } from './dialects/engine.js'
import type { KorvausError } from '../model/errors.js'
import { migrate, versionOf } from './migrations.js'
import { Register } from './register.js'

/**
 * Opens the register at a file's path or an address `postgres://…`, makes it when it is new, and brings it up to date;
 * the older state is kept in `backups` first. Where claims are known of, `emptyIs` is thrown for an empty one. Throws `register-busy`, `register-newer`, `register-unreachable` and others.
 */
export async function openRegister(location: string, backups?: string, emptyIs?: KorvausError): Promise<Register> {
  const shown = isPostgres(location) ? shownAddress(location) : location
  try {
    const engine = await engineOf(location)
    try {
      if (emptyIs !== undefined && (await versionOf(engine)) === 0) throw emptyIs
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

/** The library of the other database is not even loaded. */
async function engineOf(location: string): Promise<Engine> {
  if (isPostgres(location)) return (await import('./dialects/postgres.js')).openPostgres(location)
  return (await import('./dialects/sqlite.js')).openSqlite(location)
}
