import { fromEpochDay, type IsoDate } from '../../model/dates.js'
import { KorvausError } from '../../model/errors.js'
import { rangeOf, type Cell, type CellRange, type Row } from '../cells.js'
import { unescapeXml } from './xml.js'

/** What the scanner needs to know of the workbook. */
export interface SheetContext {
  readonly path: string
  readonly sharedStrings: readonly string[]
  readonly dateStyles: readonly boolean[]
  readonly datesFrom1904: boolean
}

/** What a sheet says beside its rows; complete after the last row. */
export interface SheetNotes {
  readonly hiddenColumns: Set<number>
  readonly merges: CellRange[]
}

const lessThan = 0x3c
const greaterThan = 0x3e
const slash = 0x2f
const colon = 0x3a
const space = 0x20
const doubleQuote = 0x22
const singleQuote = 0x27
const equals = 0x3d
const longestRow = 16_000_000
const lastRow = 1_048_576
const lastColumn = 16_383
const mostMerges = 100_000
const mostTexts = 4_000_000

/**
 * Scans the XML of a worksheet as it is unpacked: one pass over the bytes, no document, texts made only for values.
 * Whole rows are taken at a time, so that memory does not grow with the sheet.
 */
export async function* scanSheet(pieces: AsyncIterable<Buffer>, context: SheetContext, notes: SheetNotes): AsyncGenerator<Row> {
  const scanner = new Scanner(context, notes)
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of pieces) {
    const block = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    const end = endOfLastRow(block)
    yield* scanner.scan(block, end)
    rest = block.subarray(end)
    if (rest.length > longestRow) throw new KorvausError('input-too-large', { path: context.path, limit: 'one row of 16 MB' })
  }
  yield* scanner.scan(rest, rest.length)
}

/** The end of the last whole row, whatever the prefix of its tag. */
function endOfLastRow(block: Buffer): number {
  for (let at = block.lastIndexOf('row>'); at > 1; at = block.lastIndexOf('row>', at - 1)) {
    let before = at - 1
    while (before > 0 && block[before] !== lessThan && block[before] !== slash && at - before < 40) before--
    if (block[before] === slash && block[before - 1] === lessThan && (before === at - 1 || block[at - 1] === colon)) return at + 4
  }
  return 0
}

class Scanner {
  readonly #context: SheetContext
  readonly #notes: SheetNotes
  #rowNumber = 0
  #hidden = false
  #cells: (Cell | undefined)[] = []
  #column = -1
  #type = ''
  #style = -1
  #formula = false
  #value: string | undefined
  #inText = false
  #inPhonetic = false
  #inFormula = false
  #inValue = false
  #texts = 0

  constructor(context: SheetContext, notes: SheetNotes) {
    this.#context = context
    this.#notes = notes
  }

  *scan(block: Buffer, end: number): Generator<Row> {
    let at = 0
    while (at < end) {
      const open = block.indexOf(lessThan, at)
      if (open < 0 || open >= end) return
      if (open > at && (this.#inValue || this.#inText)) this.#take(block, at, open)
      const close = endOfTag(block, open)
      if (close < 0) return
      at = close + 1
      if (block[open + 1] === slash) {
        const row = this.#endTag(localName(block, open + 2, close))
        if (row) yield row
      } else {
        const empty = block[close - 1] === slash
        const name = localName(block, open + 1, close)
        this.#startTag(name, block, open, close, empty)
        if (empty) {
          const row = this.#endTag(name)
          if (row) yield row
        }
      }
    }
  }

  #startTag(name: string, block: Buffer, open: number, close: number, empty: boolean): void {
    switch (name) {
      case 'row': {
        const number = attribute(block, open, close, 'r')
        this.#rowNumber = number === undefined ? this.#rowNumber + 1 : Number(number)
        if (!(this.#rowNumber >= 1 && this.#rowNumber <= lastRow)) throw new KorvausError('input-damaged', { path: this.#context.path, reason: 'a row number' })
        const hidden = attribute(block, open, close, 'hidden')
        this.#hidden = hidden === '1' || hidden === 'true'
        this.#cells = []
        this.#column = -1
        return
      }
      case 'c': {
        this.#column = this.#columnOf(attribute(block, open, close, 'r'))
        this.#type = attribute(block, open, close, 't') ?? 'n'
        this.#style = Number(attribute(block, open, close, 's') ?? -1)
        this.#formula = false
        this.#value = undefined
        return
      }
      case 'v':
        this.#inValue = !empty
        return
      case 't':
        this.#inText = !empty && !this.#inPhonetic
        if (this.#value === undefined) this.#value = ''
        return
      case 'f':
        this.#formula = true
        this.#inFormula = !empty
        return
      case 'rPh':
        this.#inPhonetic = !empty
        return
      case 'col':
        this.#noteColumns(block, open, close)
        return
      case 'mergeCell':
        this.#noteMerge(attribute(block, open, close, 'ref'))
    }
  }

  #endTag(name: string): Row | undefined {
    switch (name) {
      case 'v':
        this.#inValue = false
        return undefined
      case 't':
        this.#inText = false
        return undefined
      case 'f':
        this.#inFormula = false
        return undefined
      case 'rPh':
        this.#inPhonetic = false
        return undefined
      case 'c': {
        const cell = this.#cell()
        if (cell) this.#cells[this.#column] = cell
        return undefined
      }
      case 'row': {
        const row = { number: this.#rowNumber, hidden: this.#hidden, cells: this.#cells }
        this.#cells = []
        return row
      }
      default:
        return undefined
    }
  }

  #take(block: Buffer, from: number, to: number): void {
    if (this.#inFormula) return
    const text = block.toString('utf8', from, to)
    this.#value = (this.#value ?? '') + (text.includes('&') || text.includes('_x') ? unescapeXml(text) : text)
  }

  #cell(): Cell | undefined {
    const value = this.#value
    if (value === undefined || (value === '' && this.#type === 'n')) return this.#formula ? { kind: 'formula-without-value', text: '' } : undefined
    switch (this.#type) {
      case 's':
        return this.#text(this.#context.sharedStrings[Number(value)])
      case 'inlineStr':
      case 'str':
        return this.#text(value)
      case 'b':
        return { kind: 'boolean', text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' }
      case 'e':
        return { kind: 'error', text: value }
      case 'd':
        return { kind: 'date', text: value, date: value.slice(0, 10) }
      default:
        return this.#context.dateStyles[this.#style] === true ? { kind: 'date', text: value, date: dateOfSerial(value, this.#context.datesFrom1904) } : { kind: 'number', text: value }
    }
  }

  #text(text: string | undefined): Cell {
    if (text === undefined) throw new KorvausError('input-damaged', { path: this.#context.path, reason: 'a shared text that is missing' })
    this.#texts += 1
    if (this.#texts > mostTexts * 10) throw new KorvausError('input-too-large', { path: this.#context.path, limit: `${mostTexts * 10} texts` })
    return { kind: 'text', text }
  }

  #columnOf(reference: string | undefined): number {
    if (reference === undefined) return this.#column + 1
    let index = 0
    let position = 0
    for (; position < reference.length; position++) {
      const code = reference.charCodeAt(position)
      if (code < 65 || code > 90) break
      index = index * 26 + code - 64
    }
    if (position === 0 || position > 3 || index - 1 > lastColumn) throw new KorvausError('input-damaged', { path: this.#context.path, reason: 'a cell address' })
    return index - 1
  }

  #noteColumns(block: Buffer, open: number, close: number): void {
    const hidden = attribute(block, open, close, 'hidden')
    if (hidden !== '1' && hidden !== 'true') return
    const first = Number(attribute(block, open, close, 'min'))
    const last = Math.min(Number(attribute(block, open, close, 'max')), lastColumn + 1)
    for (let column = first; column <= last; column++) this.#notes.hiddenColumns.add(column - 1)
  }

  #noteMerge(reference: string | undefined): void {
    const range = rangeOf(reference ?? '')
    if (range && this.#notes.merges.length < mostMerges) this.#notes.merges.push(range)
  }
}

/** The date of a serial number; Excel's 1900 is a leap year, so the days before March 1900 are not told apart. */
function dateOfSerial(text: string, from1904: boolean): IsoDate | undefined {
  const serial = Math.floor(Number(text))
  const firstTrueDay = from1904 ? 0 : 61
  if (!(serial >= firstTrueDay && serial < 2_958_466)) return undefined
  return fromEpochDay(serial - (from1904 ? 24_107 : 25_569))
}

/** The closing `>` of a tag; quoted attribute values may hold one. */
function endOfTag(block: Buffer, open: number): number {
  let quote = 0
  for (let at = open; at < block.length; at++) {
    const byte = block[at] as number
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === doubleQuote || byte === singleQuote) quote = byte
    else if (byte === greaterThan) return at
  }
  return -1
}

function localName(block: Buffer, from: number, close: number): string {
  let start = from
  let at = from
  for (; at < close; at++) {
    const byte = block[at] as number
    if (byte === colon) start = at + 1
    else if (byte <= space || byte === slash) break
  }
  return at - start === 1 ? String.fromCharCode(block[start] as number) : block.toString('latin1', start, at)
}

/** The value of an attribute inside the tag between `open` and `close`. */
function attribute(block: Buffer, open: number, close: number, name: string): string | undefined {
  for (let at = open + 1; at < close; at++) {
    if ((block[at] as number) > space) continue
    if (!isNamed(block, at + 1, name)) continue
    let start = at + 1 + name.length
    while (start < close && block[start] !== equals) start++
    while (start < close && block[start] !== doubleQuote && block[start] !== singleQuote) start++
    const end = block.indexOf(block[start] as number, start + 1)
    return end < 0 || end > close ? undefined : unescapeXml(block.toString('utf8', start + 1, end))
  }
  return undefined
}

function isNamed(block: Buffer, at: number, name: string): boolean {
  for (let index = 0; index < name.length; index++) if (block[at + index] !== name.charCodeAt(index)) return false
  const next = block[at + name.length] as number
  return next === equals || next <= space
}
