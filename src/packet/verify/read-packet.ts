import { lstat, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { KorvausError } from '../../model/errors.js'
import { readPlainFile } from '../../workspace/plain-file.js'
import { isPacketFile } from '../packet-files.js'
import { differs, type Difference } from './difference.js'
import { largestPacket, largestPacketFile } from './limits.js'
import { filesOfZip } from './read-zip.js'

/** A folder of more names than this is no packet. */
const mostNames = 200

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
  if (found.size > largestPacket) return { files: new Map(), differences: [differs('too-large', { file: path })] }
  const bytes = await readPlainFile(path, largestPacket).catch((error: NodeJS.ErrnoException) => {
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
  if (names.length > mostNames) return { files, differences: [differs('too-large', { file: folder })] }
  for (const name of names.sort()) {
    const found = await lstat(join(folder, name))
    if (!isPacketFile(name)) differences.push(differs(found.isFile() ? 'file-added' : 'file-not-plain', { file: name }))
    else if (!found.isFile()) differences.push(differs('file-not-plain', { file: name }))
    else if (found.size > largestPacketFile) differences.push(differs('too-large', { file: name }))
    else files.set(name, await readPlainFile(join(folder, name), largestPacketFile, { followLinks: false }))
  }
  return { files, differences }
}

function unreadable(path: string, error: NodeJS.ErrnoException): KorvausError {
  return new KorvausError('packet-unreadable', { path, reason: error.code ?? error.name }, { cause: error })
}
