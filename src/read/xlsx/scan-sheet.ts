import { KorvausError } from '../../model/errors.js'
import { rangeOf, type Cell, type CellRange, type Row } from '../cells.js'
import type { Attributes } from '../xml/attributes.js'
import { XmlScanner } from '../xml/scanner.js'
import { slash } from '../xml/signs.js'
import { textOfBytes } from '../xml/text.js'
import { unescapeExcel } from '../xml/unescape.js'
import { CellCache } from './cell-cache.js'
import { dateOfSerial } from './date-of-serial.js'
import type { SharedStrings } from './shared-strings.js'

/** What the scanner needs to know of the workbook. */
export interface SheetContext {
  readonly path: string
  readonly sharedStrings: SharedStrings
  readonly dateStyles: readonly boolean[]
  readonly datesFrom1904: boolean
}

/** What a sheet says beside its rows; complete after the last row. */
export interface SheetNotes {
  readonly hiddenColumns: Set<number>
  readonly merges: CellRange[]
}

const lastRow = 1_048_576
const lastColumn = 16_383
const mostMerges = 100_000

/** The rows of a worksheet, as many at a time as its unpacked bytes bring: memory does not grow with the sheet. */
export async function* scanSheet(pieces: AsyncIterable<Buffer>, context: SheetContext, notes: SheetNotes): AsyncGenerator<readonly Row[]> {
  const scanner = new SheetScanner(context, notes)
  for await (const piece of pieces) {
    scanner.take(piece)
    if (scanner.rows.length > 0) yield scanner.rows
    scanner.rows = []
  }
  scanner.finish()
}

const tag = { c: code('c'), v: code('v'), t: code('t'), f: code('f'), row: code('row'), col: code('col'), rPh: code('rPh') }
const attribute = { r: code('r'), s: code('s'), t: code('t') }
/** The kinds of cells by the value of `t`. */
const kind = { number: code('n'), shared: code('s'), formulaText: code('str'), inline: code('inlineStr'), boolean: code('b'), error: code('e'), date: code('d') }
const noValue: Cell = { kind: 'formula-without-value', text: '' }
const booleans: readonly [Cell, Cell] = [{ kind: 'boolean', text: 'FALSE' }, { kind: 'boolean', text: 'TRUE' }]

class SheetScanner extends XmlScanner {
  rows: Row[] = []
  readonly #context: SheetContext
  readonly #notes: SheetNotes
  readonly #numbers = new CellCache((block, from, to) => ({ kind: 'number', text: block.toString('latin1', from, to) }))
  readonly #texts = new CellCache((block, from, to) => ({ kind: 'text', text: unescapeExcel(textOfBytes(block, from, to, true, this.path)) }))
  readonly #dates: CellCache
  #inTable = false
  #lastHiddenColumn = 0
  #row = 0
  #hidden = false
  #cells: (Cell | undefined)[] = []
  #isEmpty = true
  #column = -1
  #kind = kind.number
  #style = -1
  #formula = false
  #phonetic = false
  #cell: Cell | undefined
  /** The texts of a cell that come in runs. */
  #runs: string | undefined

  constructor(context: SheetContext, notes: SheetNotes) {
    super(context.path)
    this.#context = context
    this.#notes = notes
    this.#dates = new CellCache((block, from, to) => {
      const text = block.toString('latin1', from, to)
      return { kind: 'date', text, date: dateOfSerial(text, context.datesFrom1904) }
    })
  }

  protected override open(block: Buffer, from: number, to: number, attributes: Attributes): void {
    const name = codeOf(block, from, to)
    if (!this.#inTable) {
      if (name === tag.col) this.#noteColumns(attributes.all())
      else if (name === sheetData) this.#inTable = true
      else if (name === mergeCell) this.#noteMerge(attributes.all().ref)
      return
    }
    switch (name) {
      case tag.c:
        this.#startCell(block, attributes)
        return
      case tag.v:
        this.capturing = true
        return
      case tag.t:
        this.capturing = !this.#phonetic
        if (this.#kind === kind.number) this.#kind = kind.inline
        return
      case tag.f:
        this.#formula = true
        return
      case tag.rPh:
        this.#phonetic = true
        return
      case tag.row:
        this.#startRow(attributes.all())
    }
  }

  protected override close(block: Buffer, from: number, to: number): void {
    if (!this.#inTable) return
    const name = codeOf(block, from, to)
    switch (name) {
      case tag.v:
        if (this.#runs !== undefined && this.#kind !== kind.inline) this.#endRuns()
        this.capturing = false
        return
      case tag.t:
        this.capturing = false
        return
      case tag.rPh:
        this.#phonetic = false
        return
      case tag.c:
        this.#endCell()
        return
      case tag.row:
        if (!this.#isEmpty) this.rows.push({ number: this.#row, hidden: this.#hidden, cells: this.#cells })
        return
      case sheetData:
        this.#inTable = false
    }
  }

  protected override text(block: Buffer, from: number, to: number, escaped: boolean): void {
    const isOnly = this.#cell === undefined && this.#runs === undefined && escaped && block[to + 1] === slash
    if (isOnly) this.#cell = this.#valueOf(block, from, to)
    else this.#runs = (this.#runs ?? this.#cell?.text ?? '') + unescapeExcel(textOfBytes(block, from, to, escaped, this.path))
  }

  #startRow({ r, hidden }: Record<string, string>): void {
    const number = r === undefined ? this.#row + 1 : Number(r)
    if (!Number.isInteger(number) || number > lastRow) throw this.damaged('a row number')
    if (number <= this.#row) throw this.damaged('rows out of order')
    this.#row = number
    this.#hidden = hidden === '1' || hidden === 'true'
    this.#cells = []
    this.#isEmpty = true
    this.#column = -1
  }

  #startCell(block: Buffer, attributes: Attributes): void {
    this.#column += 1
    this.#kind = kind.number
    this.#style = -1
    this.#formula = false
    this.#cell = undefined
    this.#runs = undefined
    while (attributes.next()) {
      const { valueStart, valueEnd } = attributes
      switch (codeOf(block, attributes.nameStart, attributes.nameEnd)) {
        case attribute.r:
          this.#address(block, valueStart, valueEnd)
          break
        case attribute.s:
          this.#style = wholeNumber(block, valueStart, valueEnd)
          break
        case attribute.t:
          this.#kind = codeOf(block, valueStart, valueEnd)
      }
    }
  }

  #address(block: Buffer, from: number, to: number): void {
    let column = 0
    let at = from
    for (; at < to; at++) {
      const letter = (block[at] as number) - 64
      if (letter < 1 || letter > 26) break
      column = column * 26 + letter
    }
    if (column === 0 || column - 1 > lastColumn || wholeNumber(block, at, to) !== this.#row) throw this.damaged('a cell address')
    this.#column = column - 1
  }

  #endRuns(): void {
    if (this.#kind === kind.formulaText) return
    const bytes = Buffer.from(this.#runs as string)
    this.#cell = this.#valueOf(bytes, 0, bytes.length)
    this.#runs = undefined
  }

  #endCell(): void {
    if (this.#runs !== undefined) this.#cell = { kind: 'text', text: this.#runs }
    const cell = this.#cell ?? (this.#formula && this.#kind !== kind.formulaText ? noValue : undefined)
    if (cell === undefined) return
    if (this.#cells[this.#column] !== undefined) throw this.damaged('two cells with one address')
    this.#cells[this.#column] = cell
    this.#isEmpty = false
  }

  #valueOf(block: Buffer, start: number, end: number): Cell | undefined {
    switch (this.#kind) {
      case kind.inline:
      case kind.formulaText:
        return this.#texts.cell(block, start, end)
      case kind.shared:
        return this.#context.sharedStrings.cell(wholeNumber(block, start, end)) ?? this.#missing()
    }
    const [from, to] = trimmed(block, start, end)
    if (from === to) return undefined
    switch (this.#kind) {
      case kind.number:
        return this.#context.dateStyles[this.#style] === true ? this.#dates.cell(block, from, to) : this.#numbers.cell(block, from, to)
      case kind.boolean:
        return booleans[['1', 'true'].includes(block.toString('latin1', from, to)) ? 1 : 0]
      case kind.error:
        return { kind: 'error', text: block.toString('latin1', from, to) }
      case kind.date: {
        const text = block.toString('latin1', from, to)
        return { kind: 'date', text, date: text.slice(0, 10) }
      }
      default:
        throw this.damaged('an unknown kind of cell')
    }
  }

  #missing(): never {
    throw this.damaged('a shared text that is missing')
  }

  #noteColumns({ hidden, min, max }: Record<string, string>): void {
    if (hidden !== '1' && hidden !== 'true') return
    const first = Math.max(Number(min), this.#lastHiddenColumn + 1)
    const last = Math.min(Number(max), lastColumn + 1)
    for (let column = first; column <= last; column++) this.#notes.hiddenColumns.add(column - 1)
    if (last > this.#lastHiddenColumn) this.#lastHiddenColumn = last
  }

  #noteMerge(reference: string | undefined): void {
    const range = rangeOf(reference ?? '')
    if (this.#notes.merges.length >= mostMerges) throw new KorvausError('input-too-large', { path: this.path, limit: `${mostMerges} merged ranges` })
    if (range) this.#notes.merges.push(range)
  }
}

const sheetData = code('sheetData')
const mergeCell = code('mergeCell')

/** A short name as a number, so that names are compared without making texts of them. */
function code(name: string): number {
  const bytes = Buffer.from(name)
  return codeOf(bytes, 0, bytes.length)
}

function codeOf(block: Buffer, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) value = (Math.imul(value, 257) + (block[at] as number)) | 0
  return value
}

/** A number of digits alone; -1 for anything else. */
function wholeNumber(block: Buffer, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = (block[at] as number) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return from === to ? -1 : number
}

function trimmed(block: Buffer, start: number, end: number): [number, number] {
  let [from, to] = [start, end]
  while (from < to && (block[from] as number) <= 0x20) from++
  while (to > from && (block[to - 1] as number) <= 0x20) to--
  return [from, to]
}
