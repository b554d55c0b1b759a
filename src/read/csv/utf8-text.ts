import { isUtf8 } from 'node:buffer'
import { KorvausError } from '../../model/errors.js'
import type { FileBytes } from '../file-bytes.js'

const firstOfWindows = 0x80
/** The signs of Windows-1252 that Latin-1 lacks, 0x80 to 0x9F. The decoder of Node 20 takes them for control signs. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const markLength = 3
const nothing = 0
const lineFeed = 0x0a
const carriageReturn = 0x0d
const quote = 0x22

/** A text in UTF-8 without a mark, whatever its file is written in, and what must be known of all of it before its rows are read. */
export interface Utf8Text {
  /** The bytes in pieces, each good until the next one is asked for. */
  pieces(): Iterable<Buffer>
  /** A line feed, or a carriage return where the text has no line feed. */
  readonly lineEnd: number
  /** Where the last quotation mark stands: one that opens there is never closed. */
  readonly lastQuote: number
}

/**
 * The text of a file: from UTF-16 where its mark or its empty bytes tell it, from UTF-8, otherwise from Windows-1252.
 * Throws `input-not-spreadsheet` for bytes that are no text.
 */
export function utf8Text(file: FileBytes, path: string): Utf8Text {
  const utf16 = utf16Of(file)
  const way = utf16 === undefined ? asUtf8(file) : () => decoded(file, utf16)
  const facts = factsOf(way(), utf16 === undefined)
  if (facts !== undefined) return textOf(way, facts, path)
  const fromWindows = () => windows1252(file)
  return textOf(fromWindows, factsOf(fromWindows(), false) as TextFacts, path)
}

interface TextFacts {
  holdsNothing: boolean
  lineFeeds: boolean
  carriageReturns: boolean
  lastQuote: number
}

function textOf(pieces: () => Iterable<Buffer>, { holdsNothing, lineFeeds, carriageReturns, lastQuote }: TextFacts, path: string): Utf8Text {
  if (holdsNothing) throw new KorvausError('input-not-spreadsheet', { path, kind: 'binary' })
  return { pieces, lineEnd: lineFeeds || !carriageReturns ? lineFeed : carriageReturn, lastQuote }
}

/** What all pieces together hold; `undefined` when they are to be UTF-8 and are not. */
function factsOf(pieces: Iterable<Buffer>, mustBeUtf8: boolean): TextFacts | undefined {
  const facts: TextFacts = { holdsNothing: false, lineFeeds: false, carriageReturns: false, lastQuote: -1 }
  let length = 0
  let cut = Buffer.alloc(0)
  for (const piece of pieces) {
    if (mustBeUtf8) {
      const block = cut.length === 0 ? piece : Buffer.concat([cut, piece])
      const whole = block.length - cutSign(block)
      if (!isUtf8(block.subarray(0, whole))) return undefined
      cut = Buffer.from(block.subarray(whole))
    }
    facts.holdsNothing ||= piece.includes(nothing)
    facts.lineFeeds ||= piece.includes(lineFeed)
    facts.carriageReturns ||= piece.includes(carriageReturn)
    const last = piece.lastIndexOf(quote)
    if (last >= 0) facts.lastQuote = length + last
    length += piece.length
  }
  return cut.length === 0 ? facts : undefined
}

/** How many bytes at the end are the beginning of a sign that goes on behind it. */
function cutSign(block: Buffer): number {
  for (let back = 1; back <= Math.min(longestSign - 1, block.length); back++) {
    const byte = block[block.length - back] as number
    if (byte < firstOfSign) {
      if (byte >= firstOfWindows) continue
      return 0
    }
    return lengthOfSign(byte) > back ? back : 0
  }
  return 0
}

const longestSign = 4
const firstOfSign = 0xc0

function lengthOfSign(first: number): number {
  if (first >= 0xf0) return longestSign
  return first >= 0xe0 ? 3 : 2
}

function asUtf8(file: FileBytes): () => Iterable<Buffer> {
  const start = file.read(0, markLength)
  const from = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? markLength : 0
  return () => file.pieces(from)
}

function* decoded(file: FileBytes, encoding: string): Generator<Buffer> {
  const decoder = new TextDecoder(encoding)
  for (const piece of file.pieces()) yield Buffer.from(decoder.decode(piece, { stream: true }))
  yield Buffer.from(decoder.decode())
}

function* windows1252(file: FileBytes): Generator<Buffer> {
  for (const piece of file.pieces()) yield Buffer.from(windowsText(piece))
}

function utf16Of(file: FileBytes): string | undefined {
  const [first, second] = file.read(0, 2)
  const isEven = file.length % 2 === 0
  if ((first === 0xff && second === 0xfe) || (isEven && first !== 0 && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (isEven && first === 0 && second !== 0) ? 'utf-16be' : undefined
}

function windowsText(piece: Buffer): string {
  return piece.toString('latin1').replace(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - firstOfWindows] as string)
}
