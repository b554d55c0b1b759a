import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isDiskFault } from '../model/errors.js'
import { makeFolder, requirePlace } from './make-folder.js'
import { isThere } from './present-file.js'
import { isAlive } from './process-alive.js'
import { writeFault } from './write-fault.js'

const privateFile = 0o600
const privateFolder = 0o700

/** What a file is to hold, whole or piece by piece. */
export type FileContent = Uint8Array | string | AsyncIterable<Uint8Array>

/** Writes a file whole or not at all: a temporary neighbour, flushed to disk, takes its name. Mode 0600 unless told. */
export async function writeFileAtomically(path: string, content: FileContent, mode = privateFile): Promise<void> {
  const temporary = temporaryName(path)
  await requirePlace(path)
  try {
    await makeFolder(dirname(path), privateFolder)
    await mendLeftovers(path)
    await writeFlushed(temporary, content, mode)
    await rename(temporary, path)
    await flushFolder(dirname(path))
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw readableFileError(error, path)
  }
}

/** A name that nobody can know before: what lies there already, file or link, is never written to. It tells whose it is. */
export function temporaryName(path: string, kind: '' | '.old' = ''): string {
  return `${path}.${process.pid}-${randomBytes(8).toString('hex')}${kind}.tmp`
}

/** Fills a folder that is not there yet for anybody else. */
export type FillFolder = (write: (name: string, content: Uint8Array | string) => Promise<void>, folder: string) => Promise<void>

/**
 * Writes a folder of files whole or not at all: it is filled under a temporary name and then renamed. A folder that
 * already has the name is moved aside first and removed once the new one stands.
 */
export async function writeFolderAtomically(path: string, content: ReadonlyMap<string, Uint8Array> | FillFolder): Promise<void> {
  const temporary = temporaryName(path)
  const aside = temporaryName(path, '.old')
  let replaced = false
  await requirePlace(path)
  try {
    await makeFolder(dirname(path), privateFolder)
    await mendLeftovers(path)
    await mkdir(temporary, { mode: privateFolder })
    const write = (name: string, one: Uint8Array | string) => writeFlushed(join(temporary, name), one, privateFile)
    if (typeof content === 'function') await content(write, temporary)
    else for (const [name, one] of content) await write(name, one)
    await flushFolder(temporary)
    replaced = await rename(path, aside).then(() => true, falseIfMissing)
    await rename(temporary, path)
    await flushFolder(dirname(path))
    if (replaced) await rm(aside, { recursive: true, force: true })
  } catch (error) {
    if (replaced) await rename(aside, path).catch(() => undefined)
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined)
    throw readableFileError(error, path)
  }
}

/** Mends what killed runs left beside a name that nobody writes now. */
export async function clearLeftovers(path: string): Promise<void> {
  await mendLeftovers(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

/** What a killed run left beside the name: its half is removed; what it had moved aside comes back if nothing stands there. */
async function mendLeftovers(path: string): Promise<void> {
  const folder = dirname(path)
  const prefix = `${basename(path)}.`
  for (const name of await readdir(folder)) {
    const left = name.startsWith(prefix) ? /^(\d+)(?:-[0-9a-f]{16})?(\.old)?\.tmp$/.exec(name.slice(prefix.length)) : null
    if (left === null || Number(left[1]) === process.pid || isAlive(Number(left[1]))) continue
    const stands = left[2] === undefined || (await isThere(path))
    if (stands) await rm(join(folder, name), { recursive: true, force: true })
    else await rename(join(folder, name), path)
  }
}

/** The file is new and has its mode from the first byte. */
export async function writeFlushed(path: string, content: FileContent, mode = privateFile): Promise<void> {
  const handle = await open(path, 'wx', mode)
  try {
    await handle.writeFile(content as Uint8Array)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A rename is safe on disk only when its folder is; Windows cannot open folders and needs no such step, and a disk that fails says so. */
export async function flushFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(unlessDiskFails)
  try {
    await handle?.sync().catch(unlessDiskFails)
  } finally {
    await handle?.close()
  }
}

function unlessDiskFails(error: NodeJS.ErrnoException): undefined {
  if (isDiskFault(error.code ?? '')) throw error
}

function falseIfMissing(error: NodeJS.ErrnoException): false {
  if (error.code !== 'ENOENT') throw error
  return false
}

const hindrances = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENOENT', 'ENAMETOOLONG', 'ELOOP'])

/** What hinders a file from being written, in the words of this program. */
export function readableFileError(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  return code !== undefined && (hindrances.has(code) || isDiskFault(code)) ? writeFault(dirname(path), code, error) : error
}
