import { isUtf8 } from 'node:buffer'
import { KorvausError } from '../../model/errors.js'
import type { FileBytes } from '../file-bytes.js'
import { carriageReturn, lineFeed, quote } from './signs.js'

const firstOfWindows = 0x80
/** The signs of Windows-1252 that Latin-1 lacks, 0x80 to 0x9F. The decoder of Node 20 takes them for control signs. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const markLength = 3
const nothing = 0

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
 * The text of a file, of whose bytes the facts are known: from UTF-16 where its mark or its empty bytes tell it, from
 * UTF-8, otherwise from Windows-1252. Throws `input-not-spreadsheet` for bytes that are no text.
 */
export function utf8Text(file: FileBytes, facts: TextFacts, path: string): Utf8Text {
  const utf16 = utf16Of(file)
  if (utf16 !== undefined) return converted(() => decoded(file, utf16), path)
  if (!facts.isUtf8()) return converted(() => windows1252(file), path)
  const start = file.read(0, markLength)
  const from = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? markLength : 0
  return textOf(() => file.pieces(from), facts, from, path)
}

function converted(pieces: () => Iterable<Buffer>, path: string): Utf8Text {
  const facts = new TextFacts()
  for (const piece of pieces()) facts.take(piece)
  return textOf(pieces, facts, 0, path)
}

function textOf(pieces: () => Iterable<Buffer>, { holdsNothing, lineFeeds, carriageReturns, lastQuote }: TextFacts, from: number, path: string): Utf8Text {
  if (holdsNothing) throw new KorvausError('input-not-spreadsheet', { path, kind: 'binary' })
  return { pieces, lineEnd: lineFeeds || !carriageReturns ? lineFeed : carriageReturn, lastQuote: lastQuote - from }
}

/** What all the bytes of a text hold, found as they come. */
export class TextFacts {
  holdsNothing = false
  lineFeeds = false
  carriageReturns = false
  lastQuote = -1
  #length = 0
  #isUtf8 = true
  /** The bytes of a sign that goes on in the next piece. */
  #cut: Buffer = Buffer.alloc(0)

  take(piece: Buffer): void {
    if (this.#isUtf8) this.#check(this.#cut.length === 0 ? piece : Buffer.concat([this.#cut, piece]))
    this.holdsNothing ||= piece.includes(nothing)
    this.lineFeeds ||= piece.includes(lineFeed)
    this.carriageReturns ||= piece.includes(carriageReturn)
    const last = piece.lastIndexOf(quote)
    if (last >= 0) this.lastQuote = this.#length + last
    this.#length += piece.length
  }

  /** Whether the bytes are UTF-8, when all were taken. */
  isUtf8(): boolean {
    return this.#isUtf8 && this.#cut.length === 0
  }

  #check(block: Buffer): void {
    const whole = block.length - cutSign(block)
    this.#isUtf8 = isUtf8(block.subarray(0, whole))
    this.#cut = Buffer.from(block.subarray(whole))
  }
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
