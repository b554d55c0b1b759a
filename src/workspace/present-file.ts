import type { Dirent, Stats } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { KorvausError } from '../model/errors.js'
import { readPlainFile, readPlainText } from './plain-file.js'

/** No file that is read whole is larger. */
const largestFile = 1_000_000_000

/** The bytes of a file that may be absent: `undefined` only where nothing has its name. Throws `file-unreadable` for one that is there and cannot be read. */
export function readIfThere(path: string): Promise<Buffer | undefined> {
  return readPlainFile(path, largestFile).catch(absent(path, undefined))
}

/** The same as text. */
export function textIfThere(path: string): Promise<string | undefined> {
  return readPlainText(path, largestFile).catch(absent(path, undefined))
}

/** The names in a folder that may be absent. Throws `file-unreadable`. */
export function namesIfThere(path: string): Promise<string[]> {
  return readdir(path).catch(absent(path, []))
}

/** The same with what each is. */
export function entriesIfThere(path: string): Promise<Dirent[]> {
  return readdir(path, { withFileTypes: true }).catch(absent(path, []))
}

/** What the system says of a file or folder that may be absent. Throws `file-unreadable`. */
export function statIfThere(path: string): Promise<Stats | undefined> {
  return stat(path).catch(absent(path, undefined))
}

/** Whether anything has the name. Throws `file-unreadable` where that cannot be told. */
export async function isThere(path: string): Promise<boolean> {
  return (await statIfThere(path)) !== undefined
}

/** Refuses a name that anything has already, a link that leads nowhere too. Throws `file-exists` and `file-unreadable`. */
export async function requireFree(path: string): Promise<void> {
  if ((await lstat(path).catch(absent(path, undefined))) !== undefined) throw new KorvausError('file-exists', { path })
}

/** The bytes of a file that somebody names. Throws `input-missing` under the name that it was given, or `file-unreadable`. */
export async function namedBytes(path: string, name: string): Promise<Buffer> {
  const bytes = await readIfThere(path)
  if (bytes === undefined) throw new KorvausError('input-missing', { path: name })
  return bytes
}

/** The same as text. */
export async function namedText(path: string, name: string): Promise<string> {
  return (await namedBytes(path, name)).toString('utf8')
}

/** Only "not there" means absent: a file that cannot be read, for whatever reason, must never be taken for none. */
function absent<Absent>(path: string, value: Absent): (error: NodeJS.ErrnoException) => Absent {
  return (error) => {
    if (isAbsence(error)) return value
    throw unreadable(path, error)
  }
}

/** What is thrown of a file or folder that is there and cannot be read. */
export function unreadable(path: string, error: NodeJS.ErrnoException): KorvausError {
  return error instanceof KorvausError ? error : new KorvausError('file-unreadable', { path, reason: error.code ?? '' }, { cause: error })
}

/** Whether an error of the system says that a name is not there. */
export function isAbsence({ code }: NodeJS.ErrnoException): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR'
}
