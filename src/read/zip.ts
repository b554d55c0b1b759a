import { createGunzip, gunzipSync } from 'node:zlib'
import { KorvausError, type ReasonCode } from '../model/errors.js'

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
const stored = 0
const deflated = 8
const encryptedFlag = 1
const smallPart = 50_000_000
const mostEntries = 2000
/** Two million rows of a service log, unpacked; many small sheets must not add up to more either. */
const mostUnpacked = 1_200_000_000
const longestComment = 65_557
const chunkSize = 128 * 1024
/** A megabyte is unpacked ahead of the scanner, on a core of its own. */
const unpacking = { chunkSize, highWaterMark: 8 * chunkSize }

/**
 * The entries of a zip archive by name, read from its central directory. Throws `input-damaged`, `input-encrypted` or
 * `input-too-large`. Nothing is ever written under the names, so a name that climbs out of its folder is only a name.
 */
export function zipEntries(bytes: Buffer, path: string): Map<string, ZipEntry> {
  const { count, start } = directoryOf(bytes, path)
  if (count > mostEntries) throw new KorvausError('input-too-large', { path, limit: { reason: 'limit-parts', limit: String(mostEntries) } })
  const entries = new Map<string, ZipEntry>()
  let unpacked = 0
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) throw damaged(path, 'zip-directory')
    const nameLength = bytes.readUInt16LE(at + 28)
    const extraLength = bytes.readUInt16LE(at + 30)
    const entry = entryAt(bytes, at, bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength), path)
    if (entries.has(entry.name)) throw damaged(path, 'zip-twice')
    entries.set(entry.name, entry)
    unpacked += entry.uncompressedSize
    if (unpacked > mostUnpacked) throw new KorvausError('input-too-large', { path, limit: `${mostUnpacked / 1_000_000} MB` })
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function entryAt(bytes: Buffer, at: number, extra: Buffer, path: string): ZipEntry {
  const [uncompressedSize, size, header] = largeFields([bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)], extra) as [number, number, number]
  if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== localHeader) throw damaged(path, 'zip-entry')
  if ((bytes.readUInt16LE(at + 8) & encryptedFlag) !== 0) throw new KorvausError('input-encrypted', { path })
  const method = bytes.readUInt16LE(at + 10)
  if (method !== stored && method !== deflated) throw damaged(path, 'zip-compression')
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
  if (start + size > bytes.length) throw damaged(path, 'zip-cut')
  const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)).replaceAll('\\', '/')
  return { name, method, crc: bytes.readUInt32LE(at + 16), size, uncompressedSize, start }
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

/** A small entry whole. Throws when it is larger than `limit` bytes or damaged. */
export function readEntry(bytes: Buffer, entry: ZipEntry, path: string, limit: number): Buffer {
  if (entry.uncompressedSize > limit) throw new KorvausError('input-too-large', { path, limit: `${Math.round(limit / 1_000_000)} MB` })
  const packed = bytes.subarray(entry.start, entry.start + entry.size)
  const content = entry.method === stored ? checked(packed, entry, path) : inflate(packed, entry, path, limit)
  if (content.length !== entry.uncompressedSize) throw damaged(path, 'zip-size')
  return content
}

/** A large entry in pieces, never more than `limit` bytes in all, its checksum proven at the end. */
export async function* streamEntry(bytes: Buffer, entry: ZipEntry, path: string, limit: number): AsyncGenerator<Buffer> {
  if (isBomb(entry) || entry.uncompressedSize > limit) throw new KorvausError('input-too-large', { path, limit: `${Math.round(limit / 1_000_000)} MB` })
  const packed = bytes.subarray(entry.start, entry.start + entry.size)
  let total = 0
  for await (const piece of entry.method === stored ? pieces(checked(packed, entry, path)) : inflated(packed, entry, path)) {
    total += piece.length
    if (total > entry.uncompressedSize) throw damaged(path, 'zip-size')
    yield piece
  }
  if (total !== entry.uncompressedSize) throw damaged(path, 'zip-size')
}

/** No table of real costs packs to a two-hundredth of its size; what does is there to exhaust the reader. */
function isBomb({ size, uncompressedSize }: ZipEntry): boolean {
  return uncompressedSize > smallPart && uncompressedSize > size * 200
}

function directoryOf(bytes: Buffer, path: string): { count: number; start: number } {
  const end = endRecord(bytes, path)
  const [count, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)]
  if ((count !== 0xffff && start !== inExtra) || end < 20 || bytes.readUInt32LE(end - 20) !== largeLocator) return { count, start }
  const large = Number(bytes.readBigUInt64LE(end - 12))
  if (large + 56 > bytes.length || bytes.readUInt32LE(large) !== largeEndOfDirectory) throw damaged(path, 'zip-directory')
  return { count: Number(bytes.readBigUInt64LE(large + 32)), start: Number(bytes.readBigUInt64LE(large + 48)) }
}

function endRecord(bytes: Buffer, path: string): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - longestComment); at--) {
    if (bytes.readUInt32LE(at) === endOfDirectory) return at
  }
  throw damaged(path, 'end-missing')
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize)
}

async function* inflated(packed: Buffer, entry: ZipEntry, path: string): AsyncGenerator<Buffer> {
  const inflater = createGunzip(unpacking)
  inflater.write(gzipHeader)
  inflater.write(packed)
  inflater.end(gzipTrailer(entry))
  try {
    for await (const piece of inflater) yield piece as Buffer
  } catch (error) {
    throw error instanceof KorvausError ? error : damaged(path, 'zip-unpack', error)
  }
}

function inflate(packed: Buffer, entry: ZipEntry, path: string, limit: number): Buffer {
  try {
    return gunzipSync(Buffer.concat([gzipHeader, packed, gzipTrailer(entry)]), { maxOutputLength: Math.max(1, Math.min(limit, entry.uncompressedSize)) })
  } catch (error) {
    throw damaged(path, 'zip-unpack', error)
  }
}

/** In the wrapping of gzip the same bytes are checked against their CRC by zlib itself, much faster than here. */
const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])

function gzipTrailer({ crc, uncompressedSize }: ZipEntry): Buffer {
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc)
  trailer.writeUInt32LE(uncompressedSize % 2 ** 32, 4)
  return trailer
}

function checked(content: Buffer, entry: ZipEntry, path: string): Buffer {
  if (crc32(content) !== entry.crc) throw damaged(path, 'zip-checksum')
  return content
}

function damaged(path: string, reason: ReasonCode, cause?: unknown): KorvausError {
  return new KorvausError('input-damaged', { path, reason: { reason } }, cause === undefined ? undefined : { cause })
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(bytes: Buffer): number {
  let crc = -1
  for (let index = 0; index < bytes.length; index++) crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[index] as number)) & 0xff] as number)
  return ~crc >>> 0
}
