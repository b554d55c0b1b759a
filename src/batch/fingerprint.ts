import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { KorvausError } from '../model/errors.js'
import { isAbsence } from '../workspace/present-file.js'

const chunk = 1 << 18
/** A pipe without a writer would be waited for otherwise. */
const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Input files by name with their SHA-256; a missing one has none. */
export type FileHashes = Readonly<Record<string, string>>

/** The first file that is not what it was, if any. */
export function changedFile(before: FileHashes, after: FileHashes): string | undefined {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].find((name) => before[name] !== after[name])
}

/** What a register that is a file holds, with its key of fingerprints; another run may have changed it. */
export function registerFileHash(path: string, root: string): string {
  return JSON.stringify(hashAll(new Map([['db', path], ['wal', `${path}-wal`], ['key', join(root, 'keys', 'register.key')]])))
}

/** The files of a packet, so that one which was changed or lost is written again. */
export function folderHash(folder: string): string {
  const names = namesIn(folder).sort()
  return JSON.stringify(hashAll(new Map([...names.map((name) => [name, join(folder, name)] as const), ['.zip', `${folder}.zip`]])))
}

/** One hash over values in their order. */
export function hashOf(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex')
}

/**
 * Files with the hash of each; those that are not there have none. At once and not by the way of promises: several small
 * files a workspace would wait longer than they take.
 */
export function hashAll(paths: ReadonlyMap<string, string>): FileHashes {
  const hashes: Record<string, string> = {}
  for (const [name, path] of [...paths].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const hash = hashFile(path)
    if (hash !== undefined) hashes[name] = hash
  }
  return hashes
}

const buffer = Buffer.allocUnsafe(chunk)

/** In pieces, so that a large file needs no memory of its size. */
function hashFile(path: string): string | undefined {
  const file = orNothing(() => openSync(path, readOnly))
  if (file === undefined) return undefined
  try {
    if (!fstatSync(file).isFile()) return undefined
    const hash = createHash('sha256')
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) hash.update(buffer.subarray(0, read))
    return hash.digest('hex')
  } finally {
    closeSync(file)
  }
}

function namesIn(folder: string): string[] {
  return orNothing(() => readdirSync(folder)) ?? []
}

function orNothing<Result>(look: () => Result): Result | undefined {
  try {
    return look()
  } catch (error) {
    if (isAbsence(error as NodeJS.ErrnoException)) return undefined
    throw new KorvausError('file-unreadable', { path: (error as NodeJS.ErrnoException).path ?? '', reason: (error as NodeJS.ErrnoException).code ?? '' }, { cause: error })
  }
}
