import { KorvausError } from '../../model/errors.js'
import type { ZipEntry } from '../../read/zip.js'
import { unpackEntry } from '../../read/zip-content.js'
import { isPacketFile } from '../packet-files.js'
import { largestPacketFile, unpackedLimit } from './limits.js'
import { differs, type Difference } from './difference.js'

const mostEntries = 200
const longestComment = 65_557
/** A tool that packs in a stream puts checksums behind the content. */
const longestDescriptor = 24
const encrypted = 1
/** Nothing, packed. */
const emptyDeflated = 2
/** Packing tools write times and owners of files beside the names; more than that, such as a second name, is something else. */
const longestExtra = 64
const knownExtras: ReadonlySet<number> = new Set([0x000a, 0x5455, 0x5855, 0x7855, 0x7875])
/** What the folder of a packet may be called: nothing that another tool could read as another place. */
const folderName = /^(?!\.{1,2}\/)[^/\\:\p{C}]+\/$/u
const fileKinds = { plain: 0o100000, folder: 0o040000, mask: 0o170000 } as const

interface Listed extends ZipEntry {
  readonly header: number
  readonly streamed: boolean
  /** Bytes of the entry in the directory. */
  readonly listedLength: number
  /** Bytes beside name and content that only packing tools look at. */
  readonly aside: number
  /** Whether the entry is described alike where it stands and in the directory. */
  readonly agrees: boolean
  /** Whether it is a plain file or a folder, and no link or device. */
  readonly plain: boolean
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
  const limit = unpackedLimit(bytes.length)
  let unpacked = 0
  for (const entry of entries) {
    const name = entry.name.slice(folder.length)
    if (name === '' && folder !== '' && entry.size <= emptyDeflated && entry.uncompressedSize === 0 && entry.plain && entry.agrees) continue
    if (!entry.agrees) differences.push(differs('entry-differs', { file: name }))
    if (isOutside(name)) differences.push(differs('entry-outside', { file: entry.name }))
    else if (!isPacketFile(name)) differences.push(differs('file-added', { file: name === '' ? entry.name : name }))
    else if (!entry.plain) differences.push(differs('file-not-plain', { file: name }))
    else if (files.has(name)) differences.push(differs('entry-twice', { file: name }))
    else if ((unpacked += entry.uncompressedSize) > limit) differences.push(differs('too-large', { file: entry.name }))
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
    const entry = entryAt(bytes, at, bytes.readUInt32LE(end + 16))
    if (entry === undefined) return undefined
    entries.push(entry)
    at += entry.listedLength
  }
  return entries
}

function entryAt(bytes: Buffer, at: number, directory: number): Listed | undefined {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return undefined
  const header = bytes.readUInt32LE(at + 42)
  if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== 0x04034b50) return undefined
  const [nameLength, ownNameLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(header + 26)]
  const streamed = (bytes.readUInt16LE(at + 8) & 8) !== 0
  const ownName = bytes.subarray(header + 30, header + 30 + ownNameLength)
  // Packed in a stream, checksum and sizes stand behind the content.
  const described = [[at + 8, header + 6, 4], ...(streamed ? [] : [[at + 16, header + 14, 12]])] as [number, number, number][]
  const entry = {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    size: bytes.readUInt32LE(at + 20),
    uncompressedSize: bytes.readUInt32LE(at + 24),
    start: header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28),
    header,
    streamed,
    listedLength: 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32),
    aside: unknownExtra(bytes, at + 46 + nameLength, bytes.readUInt16LE(at + 30)) + unknownExtra(bytes, header + 30 + ownNameLength, bytes.readUInt16LE(header + 28)) + bytes.readUInt16LE(at + 32),
    plain: isPlain(bytes.readUInt16LE(at + 40), bytes.toString('latin1', at + 46 + nameLength - 1, at + 46 + nameLength) === '/') && (bytes.readUInt16LE(at + 8) & encrypted) === 0 && !(streamed && bytes.readUInt16LE(at + 10) === 0),
    agrees: ownName.equals(bytes.subarray(at + 46, at + 46 + nameLength)) && described.every(([listed, own, length]) => bytes.subarray(listed, listed + length).equals(bytes.subarray(own, own + length))),
  }
  return entry.start + entry.size > Math.min(directory, bytes.length) ? undefined : entry
}

/** Bytes beside a name that are not the times and owners of packing tools. */
function unknownExtra(bytes: Buffer, start: number, length: number): number {
  let known = 0
  for (let at = start; at + 4 <= Math.min(start + length, bytes.length); ) {
    const size = 4 + bytes.readUInt16LE(at + 2)
    if (knownExtras.has(bytes.readUInt16LE(at))) known += size
    at += size
  }
  return length - Math.min(known, longestExtra, length)
}

/** The kind of file that Unix tools write; other tools write none. A folder has its own sign at the end of its name. */
function isPlain(mode: number, isFolder: boolean): boolean {
  const kind = mode & fileKinds.mask
  return kind === 0 || kind === (isFolder ? fileKinds.folder : fileKinds.plain)
}

/** Bytes that no entry accounts for: entries left out of the directory, something before, between, beside or behind. */
function hiddenParts(bytes: Buffer, entries: readonly Listed[], end: number): Difference[] {
  let at = 0
  let hidden = 0
  for (const { header, start, size, streamed } of entries.toSorted((left, right) => left.header - right.header)) {
    // Entries that share bytes are read otherwise by every tool.
    hidden += Math.abs(header - at)
    at = start + size
    if (streamed && bytes.readUInt32LE(at) !== 0x04034b50) at += Math.min(longestDescriptor, descriptorLength(bytes, at))
  }
  const directory = bytes.readUInt32LE(end + 16)
  const directoryLength = entries.reduce((sum, { listedLength }) => sum + listedLength, 0)
  hidden += Math.abs(directory - at) + Math.abs(end - directory - directoryLength) + (bytes.length - end - 22)
  hidden += entries.reduce((sum, { aside }) => sum + aside, 0)
  return hidden === 0 ? [] : [differs('zip-hidden', { bytes: String(hidden) })]
}

function descriptorLength(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) === 0x08074b50 ? 16 : 12
}

function commonFolder(entries: readonly Listed[]): string {
  const first = entries[0]?.name ?? ''
  const folder = first.slice(0, first.indexOf('/') + 1)
  return folderName.test(folder) && entries.every(({ name }) => name.startsWith(folder)) ? folder : ''
}

function isOutside(name: string): boolean {
  return name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split(/[/\\]/).includes('..')
}

function contentOf(bytes: Buffer, entry: Listed): Uint8Array | Difference {
  try {
    return unpackEntry(bytes.subarray(entry.start, entry.start + entry.size), entry, entry.name, largestPacketFile)
  } catch (error) {
    if (!(error instanceof KorvausError)) throw error
    return error.code === 'input-too-large' ? differs('too-large', { file: entry.name }) : differs('zip-damaged', { reason: entry.name })
  }
}
