import { KorvausError } from '../model/errors.js'

/** The database's own complaints in the words of this program. */
export function readable(error: unknown, path: string): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (error instanceof KorvausError) return error
  if (code.startsWith('SQLITE_BUSY') || /database is locked/.test(message)) return new KorvausError('register-busy', { path }, { cause: error })
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || /readonly|unable to open/i.test(message)) return new KorvausError('folder-not-writable', { path, reason: code || 'EACCES' }, { cause: error })
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT') || /not a database|malformed/.test(message)) return new KorvausError('register-damaged', { path, reason: code || 'SQLITE_CORRUPT' }, { cause: error })
  return error
}
