import { zlibSync } from 'fflate'

const latin1 = new TextDecoder('latin1')

/**
 * Deflates the streams of a PDF that was written without compression, and writes its cross-reference table anew. The
 * machine's own zlib is not used, because its versions do not write the same bytes.
 */
export function compressPdf(pdf: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  const offsets: number[] = []
  let written = 0
  const write = (bytes: Uint8Array) => {
    parts.push(bytes)
    written += bytes.length
  }
  let at = endOfHeader(pdf)
  write(pdf.subarray(0, at))
  for (let head = objectHead(pdf, at); head !== undefined; head = objectHead(pdf, at)) {
    offsets[head.id] = written
    for (const part of head.stream === undefined ? [pdf.subarray(at, head.end)] : deflated(pdf, at, head.stream)) write(part)
    at = head.end
  }
  const startsAt = written
  write(ascii(crossReferences(offsets, startsAt)))
  write(trailer(pdf, at, startsAt))
  return joined(parts, written)
}

interface ObjectHead {
  readonly id: number
  readonly end: number
  readonly stream?: { readonly start: number; readonly length: number }
}

/** The object that begins at a place: `12 0 obj`, its dictionary, perhaps a stream of the length that it names. */
function objectHead(pdf: Uint8Array, at: number): ObjectHead | undefined {
  const id = /^(\d+) 0 obj\n/.exec(latin1.decode(pdf.subarray(at, at + 20)))?.[1]
  if (id === undefined) return undefined
  const end = indexOfText(pdf, '\nendobj\n', at)
  const streamAt = at + indexOfText(pdf.subarray(at, end), '\nstream\n', 0)
  if (streamAt < at) return { id: Number(id), end: end + 8 }
  const length = Number(/\/Length (\d+)/.exec(latin1.decode(pdf.subarray(at, streamAt)))?.[1] ?? 0)
  const start = streamAt + 8
  return { id: Number(id), end: indexOfText(pdf, '\nendobj\n', start + length) + 8, stream: { start, length } }
}

function deflated(pdf: Uint8Array, at: number, { start, length }: { start: number; length: number }): Uint8Array[] {
  const dictionary = latin1.decode(pdf.subarray(at, start))
  const body = pdf.subarray(start, start + length)
  /** Metadata stays readable without a PDF reader. */
  if (/\/Filter|\/Type \/Metadata/.test(dictionary)) return [pdf.subarray(at, start), body, ascii('\nendstream\nendobj\n')]
  const small = zlibSync(body, { level: 6 })
  return [ascii(dictionary.replace(/\/Length \d+/, `/Length ${small.length}\n/Filter /FlateDecode`)), small, ascii('\nendstream\nendobj\n')]
}

function crossReferences(offsets: readonly number[], at: number): string {
  const lines = Array.from({ length: offsets.length - 1 }, (_, index) => `${String(offsets[index + 1] ?? at).padStart(10, '0')} 00000 n \n`)
  return `xref\n0 ${offsets.length}\n0000000000 65535 f \n${lines.join('')}`
}

function trailer(pdf: Uint8Array, at: number, startsAt: number): Uint8Array {
  const text = latin1.decode(pdf.subarray(indexOfText(pdf, 'trailer\n', at)))
  return ascii(text.replace(/startxref\n\d+/, `startxref\n${startsAt}`))
}

function endOfHeader(pdf: Uint8Array): number {
  return pdf.indexOf(10, pdf.indexOf(10) + 1) + 1
}

function indexOfText(pdf: Uint8Array, text: string, from: number): number {
  return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).indexOf(text, from, 'latin1')
}

/** One byte for each character. */
function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
