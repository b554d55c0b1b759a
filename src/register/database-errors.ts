import { isDiskFault, KorvausError } from '../model/errors.js'

/** SQLSTATEs of PostgreSQL for a lock not granted, a deadlock, a transaction to try again. */
const busyStates = new Set(['55P03', '40P01', '40001', '53300', '57P03'])
/** Connection refused, host unknown, wrong password, no such database, no right. */
const unreachable = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|28|3D|42501|08|57P)/

/** A table or column that is not there, or is there already: the register is not of the version that it says. */
const strangeTables = new Set(['42P01', '42703', '42701', '42P07'])

/** Disk full, file too large or failing: of SQLite, of PostgreSQL (53100 disk full, 58030 input or output error), or of the system under either. */
const diskFault = /^(SQLITE_FULL|SQLITE_IOERR|53100|58030)/

/** The database's own complaints in the words of this program. The address is shown without user and password. */
export function readable(error: unknown, location: string): unknown {
  if (error instanceof KorvausError) return error
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string }
  const [path, cause] = [location, { cause: error }]
  if (diskFault.test(code) || isDiskFault(code) || /database or disk is full|disk I\/O error/i.test(message)) return new KorvausError('disk-failing', { path, reason: code || 'SQLITE_FULL' }, cause)
  if (busyStates.has(code) || code.startsWith('SQLITE_BUSY') || /database is locked/.test(message)) return new KorvausError('register-busy', { path }, cause)
  if (unreachable.test(code) || /timeout exceeded when trying to connect|Connection terminated|is not queryable|SASL/i.test(message)) return new KorvausError('register-unreachable', { path, reason: code || 'connection' }, cause)
  if (code === '23505' || code.startsWith('SQLITE_CONSTRAINT')) return new KorvausError('register-conflict', { path }, cause)
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || /readonly|unable to open/i.test(message)) return new KorvausError('folder-not-writable', { path, reason: code || 'EACCES' }, cause)
  if (strangeTables.has(code) || /no such (table|column)|duplicate column|already exists|has no column/.test(message)) return new KorvausError('register-damaged', { path, reason: code || 'SQLITE_ERROR' }, cause)
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT') || /not a database|malformed/.test(message)) return new KorvausError('register-damaged', { path, reason: code || 'SQLITE_CORRUPT' }, cause)
  return error
}
