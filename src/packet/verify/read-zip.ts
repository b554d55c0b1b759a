import { KorvausError } from '../../model/errors.js'
import type { ZipEntry } from '../../read/zip.js'
import { unpackEntry } from '../../read/zip-content.js'
import { differs, type Difference } from './difference.js'

const mostEntries = 200
const largestFile = 64_000_000
const longestComment = 65_557
/** A tool that packs in a stream puts checksums behind the content. */
const longestDescriptor = 24
/** Packing tools write times and owners of files beside the names; more than that is something else. */
const longestExtra = 64

interface Listed extends ZipEntry {
  readonly header: number
  readonly streamed: boolean
  /** Bytes of the entry in the directory. */
  readonly listedLength: number
  /** Bytes beside name and content that only packing tools look at. */
  readonly aside: number
  /** Whether the entry is described alike where it stands and in the directory. */
  readonly agrees: boolean
}

/** The files of a zipped packet, without the one folder that holds them; what is wrong with the zip itself is named. */
export function filesOfZip(bytes: Buffer): { files: Map<string, Uint8Array>; differences: Difference[] } {
  const differences: Difference[] = []
  const files = new Map<string, Uint8Array>()
  const end = endRecord(bytes)
  const entries = end === undefined ? undefined : entriesOf(bytes, end)
  if (end === undefined || entries === undefined) return { files, differences: [differs('zip-damaged', { reason: 'directory' })] }
  differences.push(...hiddenParts(bytes, entries, end))
  const folder = commonFolder(entries)
  for (const entry of entries.filter(({ name }) => !name.endsWith('/'))) {
    const name = entry.name.slice(folder.length)
    if (!entry.agrees) differences.push(differs('entry-differs', { file: name }))
    if (isOutside(name)) differences.push(differs('entry-outside', { file: entry.name }))
    else if (files.has(name)) differences.push(differs('entry-twice', { file: name }))
    else {
      const content = contentOf(bytes, entry)
      if ('code' in content) differences.push(content)
      else files.set(name, content)
    }
  }
  return { files, differences }
}

function endRecord(bytes: Buffer): number | undefined {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - longestComment); at -= 1) {
    if (bytes.readUInt32LE(at) === 0x06054b50) return at
  }
  return undefined
}

function entriesOf(bytes: Buffer, end: number): Listed[] | undefined {
  const count = bytes.readUInt16LE(end + 10)
  if (count > mostEntries) return undefined
  const entries: Listed[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    const entry = entryAt(bytes, at)
    if (entry === undefined) return undefined
    entries.push(entry)
    at += entry.listedLength
  }
  return entries
}

function entryAt(bytes: Buffer, at: number): Listed | undefined {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return undefined
  const header = bytes.readUInt32LE(at + 42)
  if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== 0x04034b50) return undefined
  const [nameLength, ownNameLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(header + 26)]
  const streamed = (bytes.readUInt16LE(at + 8) & 8) !== 0
  const ownName = bytes.subarray(header + 30, header + 30 + ownNameLength)
  // Packed in a stream, checksum and sizes stand behind the content.
  const described = [[at + 10, header + 8, 2], ...(streamed ? [] : [[at + 16, header + 14, 12]])] as [number, number, number][]
  const entry = {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    size: bytes.readUInt32LE(at + 20),
    uncompressedSize: bytes.readUInt32LE(at + 24),
    start: header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28),
    header,
    streamed,
    listedLength: 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32),
    aside: Math.max(0, bytes.readUInt16LE(at + 30) - longestExtra) + Math.max(0, bytes.readUInt16LE(header + 28) - longestExtra) + bytes.readUInt16LE(at + 32),
    agrees: ownName.equals(bytes.subarray(at + 46, at + 46 + nameLength)) && described.every(([listed, own, length]) => bytes.subarray(listed, listed + length).equals(bytes.subarray(own, own + length))),
  }
  return entry.start + entry.size > bytes.length ? undefined : entry
}

/** Bytes that no entry accounts for: entries left out of the directory, something before, between, beside or behind. */
function hiddenParts(bytes: Buffer, entries: readonly Listed[], end: number): Difference[] {
  let at = 0
  let hidden = 0
  for (const { header, start, size, streamed } of entries.toSorted((left, right) => left.header - right.header)) {
    hidden += header > at ? header - at : 0
    at = start + size
    if (streamed && bytes.readUInt32LE(at) !== 0x04034b50) at += Math.min(longestDescriptor, descriptorLength(bytes, at))
  }
  const directory = bytes.readUInt32LE(end + 16)
  const directoryLength = entries.reduce((sum, { listedLength }) => sum + listedLength, 0)
  hidden += Math.max(0, directory - at) + Math.max(0, end - directory - directoryLength) + (bytes.length - end - 22)
  hidden += entries.reduce((sum, { aside }) => sum + aside, 0)
  return hidden === 0 ? [] : [differs('zip-hidden', { bytes: String(hidden) })]
}

function descriptorLength(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) === 0x08074b50 ? 16 : 12
}

function commonFolder(entries: readonly Listed[]): string {
  const first = entries[0]?.name ?? ''
  const folder = first.slice(0, first.indexOf('/') + 1)
  return folder !== '' && entries.every(({ name }) => name.startsWith(folder)) && !isOutside(folder) ? folder : ''
}

function isOutside(name: string): boolean {
  return name === '' || name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..')
}

function contentOf(bytes: Buffer, entry: Listed): Uint8Array | Difference {
  try {
    return unpackEntry(bytes.subarray(entry.start, entry.start + entry.size), entry, entry.name, largestFile)
  } catch (error) {
    if (!(error instanceof KorvausError)) throw error
    return error.code === 'input-too-large' ? differs('too-large', { file: entry.name }) : differs('zip-damaged', { reason: entry.name })
  }
}
