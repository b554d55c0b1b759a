import { KorvausError } from '../../model/errors.js'
import { rangeOf, type Cell, type Row, type SheetNotes } from '../cells.js'
import { mostColumns } from '../limits.js'
import type { Attributes } from '../xml/attributes.js'
import { XmlScanner } from '../xml/scanner.js'
import { slash } from '../xml/signs.js'
import { textOfBytes } from '../xml/text.js'
import { unescapeExcel } from '../xml/unescape.js'
import { CellValues, cellKinds, isTrue, wholeNumber, type WorkbookValues } from './cell-values.js'
import { code, codeOf } from '../xml/codes.js'
import { NextRow } from './next-row.js'
import { readPlainCells } from './plain-cells.js'
import { RowCells } from '../row-cells.js'

const lastRow = 1_048_576
const lastColumn = mostColumns - 1
const mostMerges = 100_000

/** The rows of a worksheet, as many at a time as its unpacked bytes bring: memory does not grow with the sheet. */
export async function* scanSheet(pieces: AsyncIterable<Buffer>, context: WorkbookValues, notes: SheetNotes): AsyncGenerator<readonly Row[]> {
  const scanner = new SheetScanner(context, notes)
  for await (const piece of pieces) {
    scanner.take(piece)
    if (scanner.rows.length > 0) yield scanner.rows
    scanner.rows = []
  }
  scanner.finish()
}

const tag = { c: code('c'), v: code('v'), t: code('t'), f: code('f'), row: code('row'), col: code('col'), rPh: code('rPh') }
const attribute = { r: code('r'), s: code('s'), t: code('t'), hidden: code('hidden'), height: code('ht') }
const noValue: Cell = { kind: 'formula-without-value', text: '' }

class SheetScanner extends XmlScanner {
  rows: Row[] = []
  readonly #values: CellValues
  readonly #calculatesOnLoad: boolean
  readonly #notes: SheetNotes
  #block: Buffer = Buffer.alloc(0)
  #view: DataView = new DataView(new ArrayBuffer(0))
  #inTable = false
  #lastHiddenColumn = 0
  #row = 0
  #hidden = false
  readonly #cells = new RowCells()
  readonly #next = new NextRow()
  #column = -1
  #kind = cellKinds.number
  #style = -1
  #formula = false
  #hasValue = false
  #phonetic = false
  #cell: Cell | undefined
  /** The texts of a cell that come in runs. */
  #runs: string | undefined

  constructor(context: WorkbookValues, notes: SheetNotes) {
    super(context.path)
    this.#values = new CellValues(context)
    this.#calculatesOnLoad = context.calculatesOnLoad
    this.#notes = notes
  }

  /** Cells in their plain form, as many as follow each other. */
  protected override quick(block: Buffer, mark: number): number {
    if (!this.#inTable) return mark
    if (block !== this.#block) {
      this.#block = block
      this.#view = new DataView(block.buffer, block.byteOffset, block.length)
    }
    let at = readPlainCells(block, this.#view, mark, this.#row, this.#values, this.#cells)
    while (this.#next.find(block, at) && this.left(tag.row)) {
      this.#endRow()
      this.entered(tag.row)
      this.#beginRow(this.#next.number, false)
      at = readPlainCells(block, this.#view, this.#next.end, this.#row, this.#values, this.#cells)
    }
    if (at > mark) this.#column = this.#cells.count - 1
    return at
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
        this.#hasValue = true
        this.capturing = true
        return
      case tag.t:
        this.capturing = !this.#phonetic
        if (this.#kind === cellKinds.number) this.#kind = cellKinds.inline
        return
      case tag.f:
        this.#formula = true
        return
      case tag.rPh:
        this.#phonetic = true
        return
      case tag.row:
        this.#startRow(block, attributes)
    }
  }

  protected override close(block: Buffer, from: number, to: number): void {
    if (!this.#inTable) return
    const name = codeOf(block, from, to)
    switch (name) {
      case tag.v:
        if (this.#runs !== undefined && this.#kind !== cellKinds.inline) this.#endRuns()
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
        this.#endRow()
        return
      case sheetData:
        this.#inTable = false
    }
  }

  protected override text(block: Buffer, from: number, to: number, escaped: boolean): void {
    const isOnly = this.#cell === undefined && this.#runs === undefined && escaped && block[to + 1] === slash
    if (isOnly) this.#cell = this.#values.of(this.#kind, this.#style, block, from, to)
    else this.#runs = (this.#runs ?? this.#cell?.text ?? '') + unescapeExcel(textOfBytes(block, from, to, escaped, this.path))
  }

  #startRow(block: Buffer, attributes: Attributes): void {
    let number = this.#row + 1
    let hidden = false
    while (attributes.next()) {
      const { valueStart, valueEnd } = attributes
      const name = codeOf(block, attributes.nameStart, attributes.nameEnd)
      if (name === attribute.r) number = wholeNumber(block, valueStart, valueEnd)
      else if (name === attribute.hidden) hidden ||= isTrue(block, valueStart, valueEnd)
      else if (name === attribute.height) hidden ||= isZero(block, valueStart, valueEnd)
    }
    this.#beginRow(number, hidden)
  }

  #beginRow(number: number, hidden: boolean): void {
    if (number < 1 || number > lastRow) throw this.damaged('row-number')
    if (number <= this.#row) throw this.damaged('rows-unordered')
    this.#row = number
    this.#hidden = hidden
    this.#cells.start()
    this.#column = -1
  }

  #endRow(): void {
    if (this.#cells.filled) this.rows.push({ number: this.#row, hidden: this.#hidden, cells: this.#cells.taken() })
  }

  #startCell(block: Buffer, attributes: Attributes): void {
    this.#column += 1
    this.#kind = cellKinds.number
    this.#style = -1
    this.#formula = false
    this.#hasValue = false
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
    if (column === 0 || column - 1 > lastColumn || wholeNumber(block, at, to) !== this.#row) throw this.damaged('cell-address')
    this.#column = column - 1
  }

  #endRuns(): void {
    if (this.#kind === cellKinds.formulaText) return
    const bytes = Buffer.from(this.#runs as string)
    this.#cell = this.#values.of(this.#kind, this.#style, bytes, 0, bytes.length)
    this.#runs = undefined
  }

  #endCell(): void {
    if (this.#runs !== undefined) this.#cell = { kind: 'text', text: this.#runs }
    // Writers that do not calculate put a zero there, and leave the rest to the program that opens the workbook.
    if (this.#formula && this.#calculatesOnLoad && isZeroNumber(this.#cell)) this.#cell = noValue
    // The value of a formula may be an empty text, and then it stands there.
    const isEmptyText = this.#hasValue && this.#kind === cellKinds.formulaText
    this.#keep(this.#cell ?? (this.#formula && !isEmptyText ? noValue : undefined))
  }

  #keep(cell: Cell | undefined): void {
    if (cell === undefined) return
    const cells = this.#cells
    const column = this.#column
    if (column > lastColumn) throw this.damaged('cell-address')
    if (column >= cells.count) return cells.append(column, cell)
    if (cells.slots[column] !== undefined) throw this.damaged('cells-share')
    cells.slots[column] = cell
    cells.filled = true
  }

  #noteColumns({ hidden, width = '1', min, max }: Record<string, string>): void {
    if (hidden !== '1' && hidden !== 'true' && Number(width) !== 0) return
    const first = Math.max(Number(min), this.#lastHiddenColumn + 1)
    const last = Math.min(Number(max), lastColumn + 1)
    for (let column = first; column <= last; column++) this.#notes.hiddenColumns.add(column - 1)
    if (last > this.#lastHiddenColumn) this.#lastHiddenColumn = last
  }

  #noteMerge(reference: string | undefined): void {
    const range = rangeOf(reference ?? '')
    if (this.#notes.merges.length >= mostMerges) throw new KorvausError('input-too-large', { path: this.path, limit: { reason: 'limit-merges', limit: String(mostMerges) } })
    if (range) this.#notes.merges.push(range)
  }
}

const sheetData = code('sheetData')
const mergeCell = code('mergeCell')

function isZeroNumber(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.kind === 'number' || cell.kind === 'measure' || cell.kind === 'date') && Number(cell.text) === 0
}

/** Whether a height is nothing, which hides a row as well. */
function isZero(block: Buffer, from: number, to: number): boolean {
  return Number(block.toString('latin1', from, to)) === 0
}
