import { inflateSync } from 'node:zlib'

const headerLength = 44
const entryLength = 20

interface Table {
  readonly tag: Buffer
  readonly checksum: number
  readonly content: Buffer
}

/** A WOFF 1 font as the plain OpenType font that it packs. */
export function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index) => tableAt(woff, headerLength + index * entryLength))
  const power = 2 ** Math.floor(Math.log2(count))
  const head = Buffer.alloc(12 + count * 16)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE(count * 16 - power * 16, 10)
  let at = head.length
  const bodies = tables.map(({ tag, checksum, content }, index) => {
    const entry = 12 + index * 16
    tag.copy(head, entry)
    head.writeUInt32BE(checksum, entry + 4)
    head.writeUInt32BE(at, entry + 8)
    head.writeUInt32BE(content.length, entry + 12)
    const padded = Buffer.concat([content, Buffer.alloc(-content.length & 3)])
    at += padded.length
    return padded
  })
  return Buffer.concat([head, ...bodies])
}

function tableAt(woff: Buffer, entry: number): Table {
  const [start, packed, length] = [woff.readUInt32BE(entry + 4), woff.readUInt32BE(entry + 8), woff.readUInt32BE(entry + 12)]
  const body = woff.subarray(start, start + packed)
  return { tag: woff.subarray(entry, entry + 4), checksum: woff.readUInt32BE(entry + 16), content: packed === length ? body : inflateSync(body) }
}
