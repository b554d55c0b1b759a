import { KorvausError } from '../model/errors.js'

/** The address of a database without user, password and options. Throws `register-address`. */
export function shownAddress(address: string): string {
  try {
    const { host, pathname } = new URL(address)
    return `postgres://${host}${pathname}`
  } catch {
    throw new KorvausError('register-address', {})
  }
}
