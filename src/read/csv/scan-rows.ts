import { KorvausError, type Reason } from '../../model/errors.js'
import type { Cell, Row } from '../cells.js'
import { mostColumns } from '../limits.js'
import { RowCells } from '../row-cells.js'
import type { TableTexts } from './text-cells.js'

const quote = 0x22
const space = 0x20
const lineFeed = 0x0a
const carriageReturn = 0x0d
const firstBeyondAscii = 0x80
const usualBatch = 100
const longestCell = 1_000_000

/**
 * The rows of a text table in UTF-8, some at a time. A row ends at a line feed, or at a carriage return where the text
 * has no line feed; a cell in quotation marks may hold delimiters, line ends and doubled quotation marks. Throws
 * `csv-quote` for a quotation mark without its pair, which would move all that follows into other cells.
 */
export function* scanRows(text: Buffer, delimiter: number, path: string, texts: TableTexts, batch = usualBatch): Generator<readonly Row[]> {
  const scanner = new RowScanner(text, delimiter, path, texts)
  while (!scanner.ended) {
    const rows: Row[] = []
    while (!scanner.ended && rows.length < batch) {
      const row = scanner.next()
      if (row !== undefined) rows.push(row)
    }
    yield rows
  }
}

class RowScanner {
  readonly #text: Buffer
  readonly #delimiter: number
  readonly #lineEnd: number
  readonly #path: string
  readonly #texts: TableTexts
  readonly #cells = new RowCells()
  /** Where the last quotation mark of the text stands: one that opens there is never closed. */
  readonly #lastQuote: number
  #at = 0
  #number = 0
  /** Of the cell in quotation marks last found: whether marks stand in it doubled, whether all of it is ASCII, and its hash. */
  #doubled = false
  #ascii = true
  #hash = 0

  constructor(text: Buffer, delimiter: number, path: string, texts: TableTexts) {
    this.#text = text
    this.#delimiter = delimiter
    this.#lineEnd = text.includes(lineFeed) || !text.includes(carriageReturn) ? lineFeed : carriageReturn
    this.#path = path
    this.#texts = texts
    this.#lastQuote = text.lastIndexOf(quote)
  }

  get ended(): boolean {
    return this.#at >= this.#text.length
  }

  /** The next row; `undefined` where nothing stands in it. */
  next(): Row | undefined {
    const text = this.#text
    const [delimiter, lineEnd] = [this.#delimiter, this.#lineEnd]
    const cells = this.#cells
    cells.start()
    let at = this.#at
    this.#number += 1
    for (;;) {
      const start = at
      const quoted = text[at] === quote ? this.#closingQuote(at) : at
      let hash = 0
      let visible = false
      let ascii = true
      for (at = quoted; at < text.length; at++) {
        const byte = text[at] as number
        if (byte === delimiter || byte === lineEnd) break
        hash = (Math.imul(hash, 31) + byte) | 0
        if (byte >= firstBeyondAscii) ascii = false
        else if (byte > space) visible = true
      }
      const end = at > quoted && text[at - 1] === carriageReturn && (at === text.length || text[at] === lineFeed) ? at - 1 : at
      const cell = quoted > start ? this.#quotedCell(start, quoted, end) : visible ? this.#shownCell(hash, start, end, ascii) : this.#blankCell(start, end)
      if (cells.count === mostColumns) throw this.#tooLarge({ reason: 'limit-columns', limit: String(mostColumns) })
      cells.append(cells.count, cell)
      at += 1
      if (text[at - 1] !== delimiter) break
    }
    this.#at = at
    return cells.filled ? { number: this.#number, hidden: false, cells: cells.taken() } : undefined
  }

  /** The place after the quotation mark that closes the cell. */
  #closingQuote(from: number): number {
    const text = this.#text
    let hash = 0
    let ascii = true
    this.#doubled = false
    if (from === this.#lastQuote) throw this.#damagedQuote()
    for (let at = from + 1; at < text.length; at++) {
      const byte = text[at] as number
      if (byte === quote) {
        if (text[at + 1] !== quote) {
          this.#hash = hash
          this.#ascii = ascii
          return at + 1
        }
        this.#doubled = true
        at += 1
      } else if (byte >= firstBeyondAscii) ascii = false
      hash = (Math.imul(hash, 31) + byte) | 0
    }
    throw this.#damagedQuote()
  }

  #quotedCell(from: number, quoted: number, end: number): Cell | undefined {
    for (let after = quoted; after < end; after++) if (this.#text[after] !== space) throw this.#damagedQuote()
    this.#checkLength(quoted - from)
    const texts = this.#doubled ? this.#texts.doubled : this.#texts.plain
    const cell = texts.cell(this.#hash, from + 1, quoted - 1, this.#ascii)
    return cell.text.trim() === '' ? undefined : cell
  }

  #shownCell(hash: number, from: number, to: number, ascii: boolean): Cell {
    this.#checkLength(to - from)
    return this.#texts.plain.cell(hash, from, to, ascii)
  }

  /** A cell without a plain sign: blank, or with letters beyond ASCII alone. */
  #blankCell(from: number, to: number): Cell | undefined {
    this.#checkLength(to - from)
    return from === to ? undefined : textCell(this.#text.toString('utf8', from, to))
  }

  #checkLength(length: number): void {
    if (length > longestCell) throw this.#tooLarge({ reason: 'limit-cell', limit: `${longestCell / 1_000_000} MB` })
  }

  #tooLarge(limit: Reason): KorvausError {
    return new KorvausError('input-too-large', { path: this.#path, limit })
  }

  #damagedQuote(): KorvausError {
    return new KorvausError('csv-quote', { path: this.#path, row: String(this.#number) })
  }
}

function textCell(text: string): Cell | undefined {
  return text.trim() === '' ? undefined : { kind: 'text', text }
}
