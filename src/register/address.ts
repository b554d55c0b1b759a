import { existsSync } from 'node:fs'
import { KorvausError } from '../model/errors.js'

/** Whether the location of a register names a PostgreSQL database. */
export function isPostgres(location: string): boolean {
  return /^postgres(ql)?:\/\//.test(location)
}

/** Whether a register may exist already; `check` looks, makes no file and loads no database for that. */
export function registerExists(location: string): boolean {
  return isPostgres(location) || existsSync(location)
}

/** The address of a database without user, password and options. Throws `register-address`. */
export function shownAddress(address: string): string {
  try {
    const { host, pathname } = new URL(address)
    return `postgres://${host}${pathname}`
  } catch {
    throw new KorvausError('register-address', {})
  }
}
