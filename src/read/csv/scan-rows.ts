import { KorvausError, type Reason } from '../../model/errors.js'
import type { Cell, Row } from '../cells.js'
import { mostColumns } from '../limits.js'
import { RowCells } from '../row-cells.js'
import { columnsAbove, RowAbove } from './row-above.js'
import { carriageReturn, lineFeed, quote, space } from './signs.js'
import type { TableTexts } from './text-cells.js'
import type { Utf8Text } from './utf8-text.js'

const firstBeyondAscii = 0x80
const usualBatch = 100
const longestCell = 1_000_000
const longestRow = 32_000_000

/**
 * The rows of a text table in UTF-8, some at a time. A row ends at a line feed or at a carriage return, also where one
 * file has both, so that no row is taken for a part of another; a cell in quotation marks may hold delimiters, line ends and doubled quotation marks. Throws
 * `csv-quote` for a quotation mark without its pair, which would move all that follows into other cells.
 */
export function* scanRows(text: Utf8Text, delimiter: number, path: string, texts: TableTexts, batch = usualBatch): Generator<readonly Row[]> {
  const scanner = new RowScanner(text, delimiter, path, texts)
  let rows: Row[] = []
  for (const piece of thenEnd(text.pieces())) {
    if (!scanner.take(piece)) continue
    for (let row = scanner.next(); row !== cut; row = scanner.next()) {
      if (row !== undefined) rows.push(row)
      if (rows.length < batch) continue
      yield rows
      rows = []
    }
  }
  if (rows.length > 0) yield rows
}

/** The pieces, and `undefined` when no more come. */
function* thenEnd(pieces: Iterable<Buffer>): Generator<Buffer | undefined> {
  yield* pieces
  yield undefined
}

/** Said of a row that is not whole in the bytes at hand. */
const cut = 'cut'

class RowScanner {
  readonly #delimiter: number
  readonly #lineEnd: number
  readonly #lastQuote: number
  readonly #path: string
  readonly #texts: TableTexts
  readonly #cells = new RowCells()
  readonly #above = new RowAbove()
  #memory: Buffer = Buffer.alloc(0)
  /** The bytes at hand, in that memory, and where they begin in the whole text. */
  #text: Buffer = this.#memory
  #offset = 0
  #at = 0
  #isLast = false
  #cutLength = 0
  #number = 0
  /** Of the cell in quotation marks last found: whether marks stand in it doubled, whether all of it is ASCII, and its hash. */
  #doubled = false
  #ascii = true
  #hash = 0

  constructor({ lineEnd, lastQuote }: Utf8Text, delimiter: number, path: string, texts: TableTexts) {
    this.#delimiter = delimiter
    this.#lineEnd = lineEnd
    this.#lastQuote = lastQuote
    this.#path = path
    this.#texts = texts
  }

  /** Takes the next bytes. False while they are fewer than those of a row that was cut: a long row is not scanned anew for each piece of it. */
  take(piece: Buffer | undefined): boolean {
    this.#isLast = piece === undefined
    if (piece === undefined) return true
    const rest = this.#text.length - this.#at
    const length = rest + piece.length
    const memory = length <= this.#memory.length ? this.#memory : Buffer.allocUnsafeSlow(Math.max(length, this.#memory.length * 2))
    this.#text.copy(memory, 0, this.#at)
    piece.copy(memory, rest)
    this.#offset += this.#at
    this.#at = 0
    this.#memory = memory
    this.#text = memory.subarray(0, length)
    return length >= this.#cutLength * 2
  }

  /** The next row; `undefined` where nothing stands in it, `cut` where its end is not at hand. */
  next(): Row | undefined | typeof cut {
    const text = this.#text
    const { length } = text
    const rowStart = this.#at
    if (rowStart >= length) return this.#cut()
    const [delimiter, lineEnd, texts, isLast, cells] = [this.#delimiter, this.#lineEnd, this.#texts.plain, this.#isLast, this.#cells]
    const { start: startAbove, known, starts, lengths, repeats } = this.#above
    cells.start()
    this.#number += 1
    let column = 0
    for (let at = rowStart; ; column++) {
      const start = at
      const cellAbove = cells.slots[column]
      let cell = cellAbove
      let isRepeated = column < known && repeats[column] === 1
      if (isRepeated) {
        at = start + (lengths[column] as number)
        isRepeated = at < length && isSame(text, start, startAbove + (starts[column] as number), at) && (text[at] === delimiter || (text[at] === lineEnd && text[at - 1] !== carriageReturn))
      }
      if (!isRepeated) {
        const quoted = start < length && text[start] === quote ? this.#closingQuote(start) : start
        let hash = 0
        let visible = false
        let ascii = true
        for (at = quoted; at < length; at++) {
          const byte = text[at] as number
          if (byte === delimiter || byte === lineEnd) break
          hash = (Math.imul(hash, 31) + byte) | 0
          if (byte >= firstBeyondAscii) ascii = false
          else if (byte > space) visible = true
          else if (byte === carriageReturn && endsRow(text, at + 1, delimiter)) break
        }
        if (at - start > longestCell) throw this.#tooLarge({ reason: 'limit-cell', limit: `${longestCell / 1_000_000} MB` })
        if (column === mostColumns) throw this.#tooLarge({ reason: 'limit-columns', limit: String(mostColumns) })
        if (at >= length && !isLast) {
          this.#number -= 1
          return this.#cut()
        }
        const end = at > quoted && text[at - 1] === carriageReturn && (at >= length || text[at] === lineFeed) ? at - 1 : at
        cell = quoted > start ? this.#quotedCell(text, start, quoted, end) : visible ? texts.cell(hash, text, start, end, ascii) : start === end ? undefined : textCell(text.toString('utf8', start, end))
        repeats[column] = column < known && cell === cellAbove && end === at ? 1 : 0
      }
      starts[column] = start - rowStart
      lengths[column] = at - start
      cells.append(column, cell)
      const isRowEnd = at >= length || text[at] !== delimiter
      at += 1
      if (!isRowEnd) continue
      this.#at = at
      this.#above.start = rowStart
      this.#above.known = Math.min(column + 1, columnsAbove)
      return cells.filled ? { number: this.#number, hidden: false, cells: cells.taken() } : undefined
    }
  }

  /** More bytes come to the beginning of the memory, where those of the row above stood. */
  #cut(): typeof cut {
    this.#above.known = 0
    this.#cutLength = this.#text.length - this.#at
    if (this.#cutLength > longestRow) throw this.#tooLarge({ reason: 'limit-row', limit: `${longestRow / 1_000_000} MB` })
    return cut
  }

  /** The place after the quotation mark that closes the cell; the end of the bytes at hand where it may come later. */
  #closingQuote(from: number): number {
    const text = this.#text
    let hash = 0
    let ascii = true
    this.#doubled = false
    if (this.#offset + from === this.#lastQuote) throw this.#damagedQuote()
    for (let at = from + 1; at < text.length; at++) {
      const byte = text[at] as number
      if (byte === quote) {
        if (at + 1 === text.length || text[at + 1] !== quote) {
          this.#hash = hash
          this.#ascii = ascii
          return at + 1
        }
        this.#doubled = true
        at += 1
      } else if (byte >= firstBeyondAscii) ascii = false
      hash = (Math.imul(hash, 31) + byte) | 0
    }
    if (this.#isLast) throw this.#damagedQuote()
    return text.length
  }

  #quotedCell(text: Buffer, from: number, quoted: number, end: number): Cell | undefined {
    for (let after = quoted; after < end; after++) if (text[after] !== space) throw this.#damagedQuote()
    const texts = this.#doubled ? this.#texts.doubled : this.#texts.plain
    const cell = texts.cell(this.#hash, text, from + 1, quoted - 1, this.#ascii)
    return cell.text.trim() === '' ? undefined : cell
  }

  #tooLarge(limit: Reason): KorvausError {
    return new KorvausError('input-too-large', { path: this.#path, limit })
  }

  #damagedQuote(): KorvausError {
    return new KorvausError('csv-quote', { path: this.#path, row: String(this.#number) })
  }
}

/** Whether a row begins behind a carriage return: neither the rest of a line end stands there, nor the end of a cell that holds the return. */
function endsRow(text: Buffer, after: number, delimiter: number): boolean {
  const next = text[after]
  return next !== undefined && next !== lineFeed && next !== carriageReturn && next !== delimiter
}

/** Whether the bytes up to `to` are those at another place. */
function isSame(text: Buffer, from: number, other: number, to: number): boolean {
  for (let at = from, place = other; at < to; at++, place++) if (text[at] !== text[place]) return false
  return true
}

/** A cell without a plain sign: blank, or with letters beyond ASCII alone. */
function textCell(text: string): Cell | undefined {
  return text.trim() === '' ? undefined : { kind: 'text', text }
}
