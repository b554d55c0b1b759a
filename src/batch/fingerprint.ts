import { createHash } from 'node:crypto'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathInside, resolveInputs, type Workspace } from '../workspace/load-workspace.js'

const chunk = 1 << 20

/** Input files by name with their SHA-256; a missing one has none. */
export type FileHashes = Readonly<Record<string, string>>

/** The files that a judgement of the workspace reads, with the hash of each. */
export async function hashesOfInputs(workspace: Workspace, files: readonly string[] = []): Promise<FileHashes> {
  const inputs = await resolveInputs(workspace, workspace.root, files)
  const paths = new Map([['korvaus.yaml', workspace.configPath], ['reviews.json', join(workspace.root, 'reviews.json')]])
  const { ownWorkRates } = workspace.config.policies
  if (ownWorkRates !== undefined) paths.set(ownWorkRates, pathInside(workspace.root, ownWorkRates, 'policies.ownWorkRates'))
  if (workspace.config.signing !== undefined) paths.set(workspace.config.signing.key, pathInside(workspace.root, workspace.config.signing.key, 'signing.key'))
  for (const { path, name, mapping } of inputs) {
    paths.set(name, path)
    if (mapping !== undefined) paths.set(mapping, mapping)
  }
  return hashAll(paths)
}

/** The first file that is not what it was, if any. */
export function changedFile(before: FileHashes, after: FileHashes): string | undefined {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].find((name) => before[name] !== after[name])
}

/** What a register that is a file holds, with its key of fingerprints; another run may have changed it. */
export async function registerFileHash(path: string, root: string): Promise<string> {
  return JSON.stringify(await hashAll(new Map([['db', path], ['wal', `${path}-wal`], ['key', join(root, 'keys', 'register.key')]])))
}

/** The files of a packet, so that one which was changed or lost is written again. */
export async function folderHash(folder: string): Promise<string> {
  const names = (await readdir(folder).catch(() => [])).sort()
  return JSON.stringify(await hashAll(new Map([...names.map((name) => [name, join(folder, name)] as const), ['.zip', `${folder}.zip`]])))
}

/** One hash over values in their order. */
export function hashOf(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex')
}

async function hashAll(paths: ReadonlyMap<string, string>): Promise<FileHashes> {
  const hashes: Record<string, string> = {}
  for (const [name, path] of [...paths].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const hash = await hashFile(path)
    if (hash !== undefined) hashes[name] = hash
  }
  return hashes
}

/** In pieces, so that a large file needs no memory of its size. */
async function hashFile(path: string): Promise<string | undefined> {
  const handle = await open(path, 'r').catch(() => undefined)
  if (handle === undefined) return undefined
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(chunk)
    for (let read = await handle.read(buffer); read.bytesRead > 0; read = await handle.read(buffer)) hash.update(buffer.subarray(0, read.bytesRead))
    return hash.digest('hex')
  } finally {
    await handle.close()
  }
}
