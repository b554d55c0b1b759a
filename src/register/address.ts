import { KorvausError } from '../model/errors.js'
import { isThere } from '../workspace/present-file.js'

/** Whether the location of a register names a PostgreSQL database. */
export function isPostgres(location: string): boolean {
  return /^postgres(ql)?:\/\//.test(location)
}

/** Whether a register may exist already; `check` looks, makes no file and loads no database for that. */
export async function registerExists(location: string): Promise<boolean> {
  return isPostgres(location) || isThere(location)
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
