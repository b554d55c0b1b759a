import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { KorvausError } from '../model/errors.js'

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
const mostEntries = 2000
const longestComment = 65_557
const chunkSize = 256 * 1024

/** The entries of a zip archive by name, read from its central directory. Throws `input-damaged` or `input-too-large`. */
export function zipEntries(bytes: Buffer, path: string): Map<string, ZipEntry> {
  const end = endRecord(bytes, path)
  const count = bytes.readUInt16LE(end + 10)
  if (count > mostEntries) throw new KorvausError('input-too-large', { path, limit: `${mostEntries} parts` })
  const entries = new Map<string, ZipEntry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) throw damaged(path, 'directory of the archive')
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    const header = bytes.readUInt32LE(at + 42)
    if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== localHeader) throw damaged(path, 'an entry of the archive')
    const entry: ZipEntry = {
      name,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      size: bytes.readUInt32LE(at + 20),
      uncompressedSize: bytes.readUInt32LE(at + 24),
      start: header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28),
    }
    if (entry.start + entry.size > bytes.length) throw damaged(path, 'an entry that is cut off')
    if (entries.has(name)) throw damaged(path, 'two entries of one name')
    entries.set(name, entry)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** A small entry whole. Throws when it is larger than `limit` bytes or damaged. */
export function readEntry(bytes: Buffer, entry: ZipEntry, path: string, limit: number): Buffer {
  if (entry.uncompressedSize > limit) throw new KorvausError('input-too-large', { path, limit: `${Math.round(limit / 1_000_000)} MB` })
  const packed = bytes.subarray(entry.start, entry.start + entry.size)
  const content = entry.method === 0 ? packed : inflate(packed, path, limit)
  if (content.length !== entry.uncompressedSize || crc32(content, 0) !== entry.crc) throw damaged(path, 'a part with a wrong checksum')
  return content
}

/** A large entry in pieces, never more than `limit` bytes in all, its checksum proven at the end. */
export async function* streamEntry(bytes: Buffer, entry: ZipEntry, path: string, limit: number): AsyncGenerator<Buffer> {
  const packed = bytes.subarray(entry.start, entry.start + entry.size)
  let total = 0
  let checksum = 0
  for await (const piece of entry.method === 0 ? pieces(packed) : inflated(packed, path)) {
    total += piece.length
    if (total > limit) throw new KorvausError('input-too-large', { path, limit: `${Math.round(limit / 1_000_000)} MB` })
    checksum = crc32(piece, checksum)
    yield piece
  }
  if (total !== entry.uncompressedSize || checksum !== entry.crc) throw damaged(path, 'a part with a wrong checksum')
}

function endRecord(bytes: Buffer, path: string): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - longestComment); at--) {
    if (bytes.readUInt32LE(at) === endOfDirectory) return at
  }
  throw damaged(path, 'the end of the file is missing')
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize)
}

async function* inflated(packed: Buffer, path: string): AsyncGenerator<Buffer> {
  const inflater = createInflateRaw({ chunkSize })
  inflater.end(packed)
  try {
    for await (const piece of inflater) yield piece as Buffer
  } catch (error) {
    if (error instanceof KorvausError) throw error
    throw damaged(path, 'a part that cannot be unpacked', error)
  }
}

function inflate(packed: Buffer, path: string, limit: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: limit })
  } catch (error) {
    throw damaged(path, 'a part that cannot be unpacked', error)
  }
}

function damaged(path: string, reason: string, cause?: unknown): KorvausError {
  return new KorvausError('input-damaged', { path, reason }, cause === undefined ? undefined : { cause })
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(bytes: Buffer, before: number): number {
  let crc = ~before
  for (let index = 0; index < bytes.length; index++) crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[index] as number)) & 0xff] as number)
  return ~crc >>> 0
}
