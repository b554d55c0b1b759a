import { KorvausError } from '../../model/errors.js'
import type { Cell } from '../cells.js'
import { XmlScanner } from '../xml/scanner.js'
import { ampersand, lessThan } from '../xml/signs.js'
import { textOfBytes } from '../xml/text.js'
import { unescapeExcel } from '../xml/unescape.js'

const mostStrings = 4_000_000
const mostBytes = 128_000_000
/** A byte of a part in another encoding becomes two of UTF-8. */
const longestSign = 2

/** The cells of texts made lately; a table says the same words again and again, and other texts once. */
const slots = 16_384

/**
 * The texts that cells share: rich text joined, phonetic readings left out. They are kept as bytes one after the other,
 * and made into texts when a cell asks: most of them stand in one row only, and need not outlive it.
 */
export class SharedStrings {
  readonly #path: string
  readonly #bytes: Buffer
  /** Where each text ends in the bytes, twice, and one more where all of it is ASCII. */
  #ends: Uint32Array = new Uint32Array(4096)
  #count = 0
  #length = 0
  readonly #cells: (Cell | undefined)[] = Array.from({ length: slots })
  /** The texts asked for last: the cell of one is kept from the second time on. */
  readonly #indexes = new Int32Array(slots).fill(-1)

  /** `size` is the most bytes that the texts can need; memory that they do not fill is never touched. */
  constructor(path: string, size: number) {
    this.#path = path
    this.#bytes = Buffer.allocUnsafeSlow(Math.min(size * longestSign, mostBytes))
  }

  /** Adds the text of bytes in UTF-8. Throws `input-too-large` when there are more than any table needs. */
  add(block: Buffer, from: number, to: number, isAscii: boolean): void {
    const length = this.#length + to - from
    if (this.#count === mostStrings || length > this.#bytes.length) throw new KorvausError('input-too-large', { path: this.#path, limit: { reason: 'limit-texts', limit: String(mostStrings), size: `${mostBytes / 1_000_000} MB` } })
    const bytes = this.#bytes
    // Most texts are so short that a call costs more than their bytes.
    for (let at = from, place = this.#length; at < to; at++) bytes[place++] = block[at] as number
    if (this.#count === this.#ends.length) this.#ends = doubled(this.#ends)
    this.#ends[this.#count++] = length * 2 + (isAscii ? 1 : 0)
    this.#length = length
  }

  /** The cell of an index; `undefined` when there is none. */
  cell(index: number): Cell | undefined {
    const slot = index & (slots - 1)
    const isSeen = this.#indexes[slot] === index
    const known = this.#cells[slot]
    if (isSeen && known !== undefined) return known
    if (index < 0 || index >= this.#count) return undefined
    const cell: Cell = { kind: 'text', text: this.#text(index) }
    this.#indexes[slot] = index
    this.#cells[slot] = isSeen ? cell : undefined
    return cell
  }

  #text(index: number): string {
    const start = index === 0 ? 0 : (this.#ends[index - 1] as number) >>> 1
    const end = this.#ends[index] as number
    const to = end >>> 1
    return unescapeExcel((end & 1) === 1 ? this.#bytes.toString('latin1', start, to) : textOfBytes(this.#bytes, start, to, false, this.#path))
  }
}

function doubled(ends: Uint32Array): Uint32Array {
  const larger = new Uint32Array(ends.length * 2)
  larger.set(ends)
  return larger
}

/** Reads the shared strings as their bytes arrive, `size` of them. */
export async function readSharedStrings(pieces: AsyncIterable<Buffer>, size: number, path: string): Promise<SharedStrings> {
  const scanner = new StringsScanner(path, size)
  for await (const piece of pieces) scanner.take(piece)
  scanner.finish()
  return scanner.strings
}

class StringsScanner extends XmlScanner {
  readonly strings: SharedStrings
  #text = ''
  #phonetic = false

  constructor(path: string, size: number) {
    super(path)
    this.strings = new SharedStrings(path, size)
  }

  /** Texts in the form in which nearly all writers write them, `<si><t>word</t></si>`, as many as follow each other. */
  protected override quick(block: Buffer, mark: number): number {
    let start = mark
    while (startsWith(block, start, opening)) {
      const from = start + opening.length
      let at = from
      let signs = 0
      let isEscaped = false
      for (; at < block.length && block[at] !== lessThan; at++) {
        signs |= block[at] as number
        if (block[at] === ampersand) isEscaped = true
      }
      if (!startsWith(block, at, closing)) return start
      if (isEscaped) this.#keep(textOfBytes(block, from, at, true, this.path))
      else this.strings.add(block, from, at, signs <= lastAscii)
      start = at + closing.length
    }
    return start
  }

  protected override open(block: Buffer, from: number, to: number): void {
    const length = to - from
    if (length === 1 && block[from] === 0x74) this.capturing = !this.#phonetic
    else if (isName(block, from, to, 'si')) this.#text = ''
    else if (isName(block, from, to, 'rPh')) this.#phonetic = true
  }

  protected override close(block: Buffer, from: number, to: number): void {
    const length = to - from
    if (length === 1 && block[from] === 0x74) this.capturing = false
    else if (isName(block, from, to, 'rPh')) this.#phonetic = false
    else if (isName(block, from, to, 'si')) this.#keep(this.#text)
  }

  protected override text(block: Buffer, from: number, to: number, escaped: boolean): void {
    const text = textOfBytes(block, from, to, escaped, this.path)
    this.#text = this.#text === '' ? text : this.#text + text
  }

  #keep(text: string): void {
    const bytes = Buffer.from(text)
    this.strings.add(bytes, 0, bytes.length, bytes.length === text.length)
  }
}

const lastAscii = 127
const opening = Buffer.from('<si><t>')
const closing = Buffer.from('</t></si>')

function startsWith(block: Buffer, at: number, wanted: Buffer): boolean {
  if (at + wanted.length > block.length) return false
  for (let index = 0; index < wanted.length; index++) if (block[at + index] !== wanted[index]) return false
  return true
}

function isName(block: Buffer, from: number, to: number, name: string): boolean {
  if (to - from !== name.length) return false
  for (let index = 0; index < name.length; index++) if (block[from + index] !== name.charCodeAt(index)) return false
  return true
}
