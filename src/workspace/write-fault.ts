import { isDiskFault, KorvausError } from '../model/errors.js'

/** What hinders writing at a path, by the code of the system: a disk that is full or failing, or a place that may not be written to. */
export function writeFault(path: string, reason: string, cause: unknown): KorvausError {
  return new KorvausError(isDiskFault(reason) ? 'disk-failing' : 'folder-not-writable', { path, reason }, { cause })
}

/** A full or failing disk in the words of this program, wherever in a run it was met; any other error as it is. */
export function withDiskFault(error: unknown, where: string): unknown {
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException
  if (error instanceof KorvausError || code === undefined || !isDiskFault(code)) return error
  return new KorvausError('disk-failing', { path: path ?? where, reason: code }, { cause: error })
}
