import { createGunzip, gunzipSync, type Gunzip } from 'node:zlib'
import { KorvausError } from '../model/errors.js'
import type { FileBytes } from './file-bytes.js'
import { damaged, methods, type ZipEntry } from './zip.js'

const smallPart = 50_000_000
const leastChunk = 16 * 1024
const mostChunk = 512 * 1024
/** A megabyte is unpacked ahead of the scanner, on a core of its own. */
const unpackedAhead = 2 * mostChunk

/** A small entry whole. Throws when it is larger than `limit` bytes, packed or not, or damaged. */
export function readEntry(file: FileBytes, entry: ZipEntry, path: string, limit: number): Buffer {
  requireSmall(entry, path, limit)
  return unpackEntry(file.read(entry.start, entry.start + entry.size), entry, path, limit)
}

/** The content of an entry whose packed bytes are at hand. Throws like `readEntry`. */
export function unpackEntry(packed: Buffer, entry: ZipEntry, path: string, limit: number): Buffer {
  requireSmall(entry, path, limit)
  const content = entry.method === methods.stored ? packed : inflate(packed, entry, path, limit)
  if (entry.method === methods.stored && crc32(packed) !== entry.crc) throw damaged(path, 'zip-checksum')
  if (content.length !== entry.uncompressedSize) throw damaged(path, 'zip-size')
  return content
}

function requireSmall({ size, uncompressedSize }: ZipEntry, path: string, limit: number): void {
  if (Math.max(size, uncompressedSize) > limit) throw new KorvausError('input-too-large', { path, limit: `${Math.round(limit / 1_000_000)} MB` })
}

/** A large entry in pieces, never more than `limit` bytes in all, its checksum proven at the end. */
export async function* streamEntry(file: FileBytes, entry: ZipEntry, path: string, limit: number): AsyncGenerator<Buffer> {
  if (isBomb(entry) || entry.uncompressedSize > limit) throw new KorvausError('input-too-large', { path, limit: `${Math.round(limit / 1_000_000)} MB` })
  const packed = file.pieces(entry.start, entry.start + entry.size)
  let total = 0
  for await (const piece of entry.method === methods.stored ? checked(packed, entry, path) : inflated(packed, entry, path)) {
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

/** The pieces of an entry that is not packed. Each is a copy: whoever scans them keeps what is not whole until the next. */
async function* checked(pieces: Iterable<Buffer>, entry: ZipEntry, path: string): AsyncGenerator<Buffer> {
  let crc = 0
  for (const piece of pieces) {
    crc = crc32(piece, crc)
    yield Buffer.from(piece)
  }
  if (crc !== entry.crc) throw damaged(path, 'zip-checksum')
}

async function* inflated(packed: Generator<Buffer>, entry: ZipEntry, path: string): AsyncGenerator<Buffer> {
  const chunkSize = Math.min(Math.max(entry.uncompressedSize, leastChunk), mostChunk)
  const inflater = createGunzip(Object.assign({ chunkSize }, { highWaterMark: unpackedAhead }))
  void fill(inflater, packed, gzipTrailer(entry))
  try {
    for await (const piece of inflater) yield piece as Buffer
  } catch (error) {
    throw error instanceof KorvausError ? error : damaged(path, 'zip-unpack', error)
  } finally {
    packed.return(undefined)
  }
}

/** Writes one piece after the other, each when the one before has been taken, as they share their memory. */
async function fill(inflater: Gunzip, packed: Iterable<Buffer>, trailer: Buffer): Promise<void> {
  const written = (bytes: Buffer) => new Promise<void>((resolve, reject) => inflater.write(bytes, (error) => (error ? reject(error) : resolve())))
  try {
    await written(gzipHeader)
    for (const piece of packed) await written(piece)
    inflater.end(trailer)
  } catch (error) {
    inflater.destroy(error as Error)
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

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** The checksum of bytes, going on from that of the bytes before them. */
function crc32(bytes: Buffer, before = 0): number {
  let crc = ~before
  for (let index = 0; index < bytes.length; index++) crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[index] as number)) & 0xff] as number)
  return ~crc >>> 0
}
