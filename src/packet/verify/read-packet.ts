import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { KorvausError } from '../../model/errors.js'
import { differs, type Difference } from './difference.js'
import { filesOfZip } from './read-zip.js'

const largestFile = 64_000_000
const largestZip = 256_000_000

export interface PacketFiles {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly differences: readonly Difference[]
}

/** The files of a packet in a folder or a zip. Throws `packet-not-found` and `packet-unreadable`; nothing else. */
export async function readPacket(path: string): Promise<PacketFiles> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code === 'ENOTDIR' ? new KorvausError('packet-not-found', { path }) : unreadable(path, error)
  })
  if (found.isDirectory()) return filesOfFolder(path)
  if (found.size > largestZip) return { files: new Map(), differences: [differs('too-large', { file: path })] }
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error)
  })
  return filesOfZip(bytes)
}

async function filesOfFolder(folder: string): Promise<PacketFiles> {
  const files = new Map<string, Uint8Array>()
  const differences: Difference[] = []
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(folder, error)
  })
  for (const name of names.sort()) {
    const found = await lstat(join(folder, name))
    if (!found.isFile()) differences.push(differs('file-not-plain', { file: name }))
    else if (found.size > largestFile) differences.push(differs('too-large', { file: name }))
    else files.set(name, await readFile(join(folder, name)))
  }
  return { files, differences }
}

function unreadable(path: string, error: NodeJS.ErrnoException): KorvausError {
  return new KorvausError('packet-unreadable', { path, reason: error.code ?? error.name }, { cause: error })
}
