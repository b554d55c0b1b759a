import { Inflate } from 'fflate'
import type { FileBytes } from './file-bytes.js'
import { methods, type ZipEntry } from './zip.js'

const replayed = 16 * 1024

/**
 * An entry in pieces once more, at once, after it was streamed to its end: then its size and checksum were proven, now
 * its bytes are. No file stays open between the pieces, as whoever takes them may never come to the end.
 */
export function* replayEntry(file: FileBytes, { method, start, size }: ZipEntry): Generator<Buffer> {
  const unpacked: Buffer[] = []
  const inflater = new Inflate((piece) => unpacked.push(Buffer.from(piece.buffer, piece.byteOffset, piece.length)))
  for (let at = 0; at < size; at += replayed) {
    const packed = file.read(start + at, start + Math.min(at + replayed, size))
    if (method === methods.stored) unpacked.push(Buffer.from(packed))
    else inflater.push(packed, at + replayed >= size)
    yield* unpacked.splice(0)
  }
}
