import { KorvausError, type ReasonCode } from '../model/errors.js'
import type { FileBytes } from './file-bytes.js'

/** One file inside a zip archive. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly size: number
  readonly uncompressedSize: number
  readonly start: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50
const largeEndOfDirectory = 0x06064b50
const largeLocator = 0x07064b50
const inExtra = 0xffffffff
/** The ways in which an entry may be packed. */
export const methods = { stored: 0, deflated: 8 } as const
const encryptedFlag = 1
const mostEntries = 2000
/** Two million rows of a service log, unpacked; many small sheets must not add up to more either. */
const mostUnpacked = 1_200_000_000
const longestComment = 65_557

/**
 * The entries of a zip archive by name, read from its central directory. Throws `input-damaged`, `input-encrypted` or
 * `input-too-large`. Nothing is ever written under the names, so a name that climbs out of its folder is only a name.
 */
export function zipEntries(file: FileBytes, path: string): Map<string, ZipEntry> {
  const { count, start } = directoryOf(file, path)
  if (count > mostEntries) throw new KorvausError('input-too-large', { path, limit: { reason: 'limit-parts', limit: String(mostEntries) } })
  const entries = new Map<string, ZipEntry>()
  let unpacked = 0
  let at = start
  for (let index = 0; index < count; index++) {
    const listed = record(file, at, 46, directoryEntry, 'zip-directory', path)
    const [nameLength, extraLength] = [listed.readUInt16LE(28), listed.readUInt16LE(30)]
    const names = file.read(at + 46, at + 46 + nameLength + extraLength)
    const entry = entryOf(listed, names.toString('utf8', 0, nameLength), names.subarray(nameLength), file, path)
    if (entries.has(entry.name)) throw damaged(path, 'zip-twice')
    entries.set(entry.name, entry)
    unpacked += entry.uncompressedSize
    if (unpacked > mostUnpacked) throw new KorvausError('input-too-large', { path, limit: `${mostUnpacked / 1_000_000} MB` })
    at += 46 + nameLength + extraLength + listed.readUInt16LE(32)
  }
  return entries
}

function entryOf(listed: Buffer, name: string, extra: Buffer, file: FileBytes, path: string): ZipEntry {
  const [uncompressedSize, size, place] = largeFields([listed.readUInt32LE(24), listed.readUInt32LE(20), listed.readUInt32LE(42)], extra) as [number, number, number]
  const header = record(file, place, 30, localHeader, 'zip-entry', path)
  if ((listed.readUInt16LE(8) & encryptedFlag) !== 0) throw new KorvausError('input-encrypted', { path })
  const method = listed.readUInt16LE(10)
  if (method !== methods.stored && method !== methods.deflated) throw damaged(path, 'zip-compression')
  const start = place + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (start + size > file.length) throw damaged(path, 'zip-cut')
  return { name: name.replaceAll('\\', '/'), method, crc: listed.readUInt32LE(16), size, uncompressedSize, start }
}

/** The bytes of a record, which begin with its mark. */
function record(file: FileBytes, at: number, length: number, mark: number, reason: ReasonCode, path: string): Buffer {
  const bytes = file.read(at, at + length)
  if (bytes.length < length || bytes.readUInt32LE(0) !== mark) throw damaged(path, reason)
  return bytes
}

/** Sizes that do not fit into 32 bits stand in an extra field; some writers put all sizes there. */
function largeFields(fields: readonly number[], extra: Buffer): number[] {
  let at = 0
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2)
  at += 4
  return fields.map((field) => {
    if (field !== inExtra || at + 8 > extra.length) return field
    at += 8
    return Number(extra.readBigUInt64LE(at - 8))
  })
}

function directoryOf(file: FileBytes, path: string): { count: number; start: number } {
  const tailStart = Math.max(0, file.length - longestComment)
  const tail = file.read(tailStart, file.length)
  const end = endRecord(tail, path)
  const [count, start] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 16)]
  if (count !== 0xffff && start !== inExtra) return { count, start }
  const locator = file.read(Math.max(0, tailStart + end - 20), tailStart + end)
  if (locator.length < 20 || locator.readUInt32LE(0) !== largeLocator) return { count, start }
  const large = record(file, Number(locator.readBigUInt64LE(8)), 56, largeEndOfDirectory, 'zip-directory', path)
  return { count: Number(large.readBigUInt64LE(32)), start: Number(large.readBigUInt64LE(48)) }
}

function endRecord(tail: Buffer, path: string): number {
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) === endOfDirectory) return at
  }
  throw damaged(path, 'end-missing')
}

/** The error of an archive that is not as archives are. */
export function damaged(path: string, reason: ReasonCode, cause?: unknown): KorvausError {
  return new KorvausError('input-damaged', { path, reason: { reason } }, cause === undefined ? undefined : { cause })
}
