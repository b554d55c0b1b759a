import { readable } from './database-errors.js'
import { dialectOf } from './dialects/dialects.js'
import type { KorvausError } from '../model/errors.js'
import { migrate, versionOf } from './migrations.js'
import { Register } from './register.js'

/**
 * Opens the register at a file's path or an address `postgres://…`, makes it when it is new, and brings it up to date;
 * the older state is kept in `backups` first. Where claims are known of, `emptyIs` is thrown for an empty one. Throws `register-busy`, `register-newer`, `register-unreachable` and others.
 */
export async function openRegister(location: string, backups?: string, emptyIs?: KorvausError): Promise<Register> {
  const dialect = dialectOf(location)
  const shown = dialect.shown(location)
  try {
    const engine = await dialect.open(location)
    try {
      if (emptyIs !== undefined && (await versionOf(engine)) === 0) throw emptyIs
      await migrate(engine, (db, version) => engine.dialect.keepBackup({ ...engine, db }, version, backups ?? '.'))
    } catch (error) {
      await engine.db.destroy()
      throw error
    }
    return new Register(engine)
  } catch (error) {
    throw readable(error, shown)
  }
}
