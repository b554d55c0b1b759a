import { createHash } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { z } from 'zod'
import { clearLeftovers, readableFileError, writeFileAtomically, writeFolderAtomically } from './atomic-files.js'
import { packetInside, pathInside } from './inside.js'
import { isThere, readIfThere, textIfThere } from './present-file.js'

const noteSchema = z.object({ folder: z.string(), period: z.string(), content: z.string(), zip: z.string() })

/** A packet that is about to be written: noted before the first file, until register and files stand together. */
export type PacketChange = z.output<typeof noteSchema>

/**
 * Where the packets of a claimant lie. A note is only what somebody wrote into a folder: whatever it says, nothing is
 * touched but the claimant's own packets, by their names, in the folder of packets itself.
 */
export interface PacketHome {
  readonly root: string
  /** The folder of packets, from the root. */
  readonly packets: string
  readonly businessId: string
}

/** The files of a packet, as a folder and as a zip beside it. */
export interface PacketFiles {
  readonly folder: string
  /** SHA-256 of the packet's content. */
  readonly hash: string
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly zip: Uint8Array
}

/** Writes a packet in the place of an earlier one, which stays beside it until `endChange` or until it is put back. */
export async function writePacket({ root }: Pick<PacketHome, 'root'>, period: string, { folder, hash, files, zip }: PacketFiles): Promise<void> {
  const note: PacketChange = { folder: relative(root, folder).split(sep).join('/'), period, content: hash, zip: sha256(zip) }
  try {
    await rm(besides(folder), { recursive: true, force: true })
    await rm(besides(`${folder}.zip`), { force: true })
    await writeFileAtomically(notePath(root), JSON.stringify(note))
    for (const path of [folder, `${folder}.zip`]) await rename(path, besides(path)).catch(ignoreMissing)
  } catch (error) {
    throw readableFileError(error, folder)
  }
  await writeFileAtomically(`${folder}.zip`, zip)
  await writeFolderAtomically(folder, files)
}

/** Forgets the earlier packet: the register holds the new one. */
export async function endChange(home: PacketHome): Promise<void> {
  const change = await unfinishedChange(home)
  if (change !== undefined) await forget(home, change)
}

/**
 * Mends what a run left that did not come to its end: where the register holds the new packet the earlier one is
 * forgotten, else the new one is removed and the earlier one put back. Says whether there was anything to mend.
 */
export async function mendChange(home: PacketHome, isRecorded: (change: PacketChange) => Promise<boolean>): Promise<boolean> {
  const change = await unfinishedChange(home)
  if (change === undefined) return false
  try {
    if (!(await isRecorded(change))) await undo(home, change)
    await forget(home, change)
  } catch (error) {
    throw readableFileError(error, home.root)
  }
  return true
}

/** The packet of a change that has not come to its end, by its name. Throws `file-unreadable`. */
export async function unfinishedPacket(home: PacketHome): Promise<string | undefined> {
  const change = await unfinishedChange(home)
  return change && basename(change.folder)
}

async function undo({ root, packets }: PacketHome, change: PacketChange): Promise<void> {
  const folder = packetInside(root, packets, basename(change.folder))
  const zip = `${folder}.zip`
  for (const path of [folder, zip]) await clearLeftovers(path)
  if ((await hashOf(join(folder, 'manifest.json'))) === change.content) await rm(folder, { recursive: true, force: true })
  if ((await hashOf(zip)) === change.zip) await rm(zip, { force: true })
  for (const path of [folder, zip]) if (!(await isThere(path))) await rename(besides(path), path).catch(ignoreMissing)
}

async function forget({ root, packets }: PacketHome, change: PacketChange): Promise<void> {
  const folder = packetInside(root, packets, basename(change.folder))
  for (const path of [folder, `${folder}.zip`]) await rm(besides(path), { recursive: true, force: true })
  await rm(notePath(root), { force: true })
}

/** The change that a note tells of; a note that nobody can read, or that speaks of anything but an own packet, is removed. */
async function unfinishedChange(home: PacketHome): Promise<PacketChange | undefined> {
  const path = notePath(home.root)
  const text = await textIfThere(path)
  if (text === undefined) return undefined
  const note = noteSchema.safeParse(parsed(text))
  if (note.success && isOwn(home, note.data)) return note.data
  await rm(path, { force: true })
  return undefined
}

/** Whether the note names a packet of this claimant and of its period, where packets lie. */
function isOwn({ root, packets, businessId }: PacketHome, { folder, period }: PacketChange): boolean {
  const name = basename(folder)
  const begin = `korvaus_${businessId}_${period}_`
  return name.startsWith(begin) && /^[\w-]{1,40}$/.test(name.slice(begin.length)) && folder === relative(root, packetInside(root, packets, name)).split(sep).join('/')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function notePath(root: string): string {
  return pathInside(root, '.korvaus/packet-change.json', '.korvaus')
}

/** The earlier state of a file or folder, hidden beside it. */
function besides(path: string): string {
  return join(dirname(path), `.${basename(path)}.before`)
}

async function hashOf(path: string): Promise<string | undefined> {
  const bytes = await readIfThere(path)
  return bytes === undefined ? undefined : sha256(bytes)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
