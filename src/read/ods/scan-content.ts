import { KorvausError } from '../../model/errors.js'
import type { Cell, Row, SheetNotes } from '../cells.js'
import { mostColumns } from '../limits.js'
import type { NumberFormat } from '../number-format.js'
import type { Attributes } from '../xml/attributes.js'
import { XmlScanner } from '../xml/scanner.js'
import { textOfBytes } from '../xml/text.js'
import { CellFormats } from './cell-formats.js'
import { cellOf } from './cell-of.js'

/** A table as the document lists it. */
export interface ListedTable {
  readonly name: string
  readonly hidden: boolean
}

const mostRepeatedRows = 100_000
const mostMerges = 100_000
/** What stands in a cell beside its text: notes, readings in other signs, and the drawings that are anchored to it. */
const besideText = new Set(['annotation', 'ruby-text', 'frame', 'custom-shape', 'rect', 'ellipse', 'circle', 'line', 'polyline', 'polygon', 'regular-polygon', 'path', 'connector', 'caption', 'measure', 'control', 'g'])

/** What cells of other documents held lies in further tables, named by document and sheet; they are no sheets, not even hidden ones. */
const copyOfOther = /^'.*'#/s

/** The tables of a document in their order; a table is hidden by its style. */
export async function listTables(pieces: AsyncIterable<Buffer>, path: string): Promise<ListedTable[]> {
  const scanner = new TableLister(path)
  for await (const piece of pieces) scanner.take(piece)
  scanner.finish()
  return scanner.tables.map(({ name, style }) => ({ name, hidden: scanner.hiddenStyles.has(style) }))
}

/** The rows of one table, as many at a time as the unpacked bytes bring. */
export async function* scanTable(pieces: AsyncIterable<Buffer>, index: number, path: string, notes: SheetNotes, named: CellFormats): AsyncGenerator<readonly Row[]> {
  const scanner = new TableScanner(path, index, notes, named)
  for await (const piece of pieces) {
    scanner.take(piece)
    if (scanner.rows.length > 0) yield scanner.rows
    scanner.rows = []
    if (scanner.isOver) return
  }
}

class TableLister extends XmlScanner {
  readonly tables: { name: string; style: string }[] = []
  readonly hiddenStyles = new Set<string>()
  #style = ''
  #depth = 0

  protected override open(block: Buffer, from: number, to: number, attributes: Attributes): void {
    const tag = block.toString('latin1', from, to)
    if (tag === 'style') this.#style = attributes.all().name ?? ''
    else if (tag === 'table-properties' && attributes.all().display === 'false') this.hiddenStyles.add(this.#style)
    else if (tag === 'table' && this.#depth++ === 0) {
      const { name = '', 'style-name': style = '' } = attributes.all()
      if (!copyOfOther.test(name)) this.tables.push({ name, style })
    }
  }

  protected override close(block: Buffer, from: number, to: number): void {
    if (block.toString('latin1', from, to) === 'table') this.#depth -= 1
  }

  /** Tags alone are asked for. */
  protected override text(): void {}
}

class TableScanner extends XmlScanner {
  rows: Row[] = []
  /** Whether the table has ended: the rest of the document is not needed. */
  isOver = false
  readonly #index: number
  readonly #notes: SheetNotes
  #table = -1
  #depth = 0
  #rowNumber = 0
  #repeatedRows = 0
  #rowAttributes: Readonly<Record<string, string>> = {}
  #cells: (Cell | undefined)[] = []
  #column = 0
  #cell: Readonly<Record<string, string>> | undefined
  #paragraphs: string[] = []
  /** Whether white space that follows is no sign of the paragraph: at its beginning, and after other white space. */
  #isSpaced = true
  #besideDepth = 0
  #listColumn = 0
  readonly #formats: CellFormats
  /** What the columns show numbers as whose own style shows another. */
  readonly #columnFormats: (NumberFormat | undefined)[] = []

  constructor(path: string, index: number, notes: SheetNotes, named: CellFormats) {
    super(path)
    this.#index = index
    this.#notes = notes
    this.#formats = new CellFormats(path, named)
  }

  protected override open(block: Buffer, from: number, to: number, attributes: Attributes): void {
    const tag = block.toString('latin1', from, to)
    if (tag === 'table' && this.#depth++ === 0 && !copyOfOther.test(attributes.all().name ?? '')) this.#table += 1
    if (this.#table < 0) {
      this.capturing = this.#formats.open(tag, attributes)
      return
    }
    if (this.#table !== this.#index || this.isOver) return
    if (this.#besideDepth > 0) {
      if (besideText.has(tag)) this.#besideDepth += 1
      return
    }
    switch (tag) {
      case 'table-column':
        return this.#noteColumn(attributes.all())
      case 'table-row':
        this.#rowAttributes = attributes.all()
        this.#cells = []
        this.#column = 0
        return
      case 'table-cell':
      case 'covered-table-cell':
        this.#cell = attributes.all()
        this.#paragraphs = []
        return
      case 'p':
        if (this.#cell !== undefined) {
          this.#paragraphs.push('')
          this.#isSpaced = true
          this.capturing = true
        }
        return
      case 's':
        return this.#add(' '.repeat(Math.min(Number(attributes.all().c ?? 1) || 1, 1000)))
      case 'tab':
        return this.#add('\t')
      case 'line-break':
        return this.#add('\n')
      default:
        if (besideText.has(tag)) this.#besideDepth = 1
    }
  }

  protected override close(block: Buffer, from: number, to: number): void {
    const tag = block.toString('latin1', from, to)
    if (tag === 'table') {
      this.#depth -= 1
      if (this.#depth === 0 && this.#table === this.#index) this.isOver = true
    }
    if (this.#table < 0) {
      this.#formats.close(tag)
      this.capturing = false
    }
    if (this.#table !== this.#index || this.isOver) return
    if (this.#besideDepth > 0) {
      if (besideText.has(tag)) this.#besideDepth -= 1
      return
    }
    if (tag === 'p') this.capturing = false
    else if (tag === 'table-cell' || tag === 'covered-table-cell') this.#endCell()
    else if (tag === 'table-row') this.#endRow()
  }

  protected override text(block: Buffer, from: number, to: number, escaped: boolean): void {
    const text = textOfBytes(block, from, to, escaped, this.path)
    if (this.#table < 0) this.#formats.text(text)
    else this.#addWords(text)
  }

  /** White space of the file itself is one space, as the format has it: other spaces, tabs and line ends are tags. */
  #addWords(text: string): void {
    const words = unusualSpace.test(text) ? text.replace(whiteSpace, ' ') : text
    this.#add(this.#isSpaced && words.startsWith(' ') ? words.slice(1) : words)
    this.#isSpaced = words.endsWith(' ')
  }

  /** Adds to the paragraph that is being read. */
  #add(text: string): void {
    this.#isSpaced = false
    if (!this.capturing || this.#besideDepth > 0 || this.#paragraphs.length === 0) return
    this.#paragraphs.push(`${this.#paragraphs.pop() ?? ''}${text}`)
  }

  #endCell(): void {
    const attributes = this.#cell ?? {}
    this.#cell = undefined
    const repeated = count(attributes['number-columns-repeated'])
    const [columns, rows] = [count(attributes['number-columns-spanned']), count(attributes['number-rows-spanned'])]
    if (columns > 1 || rows > 1) this.#noteMerge(columns, rows)
    const cell = cellOf(attributes, this.#paragraphs, this.#formatOf(attributes['style-name']), this.#formats.datesFrom1904)
    if (cell !== undefined) {
      if (this.#column + repeated > mostColumns) throw this.damaged('cell-address')
      while (this.#cells.length < this.#column) this.#cells.push(undefined)
      for (let index = 0; index < repeated; index++) this.#cells.push(cell)
    }
    this.#column += repeated
  }

  /** What the style of the cell shows a number as, or else the style of its row or column. */
  #formatOf(style: string | undefined): NumberFormat {
    const named = style ?? this.#rowAttributes['default-cell-style-name']
    return named === undefined ? this.#columnFormats[this.#column] ?? 'number' : this.#formats.of(named)
  }

  #endRow(): void {
    const { 'number-rows-repeated': times, visibility } = this.#rowAttributes
    const repeated = count(times)
    if (this.#cells.length > 0) {
      this.#repeatedRows += repeated - 1
      if (this.#repeatedRows > mostRepeatedRows) throw new KorvausError('input-too-large', { path: this.path, limit: { reason: 'limit-repeated', limit: String(mostRepeatedRows) } })
      const hidden = visibility === 'collapse' || visibility === 'filter'
      for (let index = 1; index <= repeated; index++) this.rows.push({ number: this.#rowNumber + index, hidden, cells: this.#cells })
    }
    this.#rowNumber += repeated
  }

  #noteColumn({ visibility, 'number-columns-repeated': times, 'default-cell-style-name': style }: Readonly<Record<string, string>>): void {
    const repeated = Math.min(count(times), mostColumns)
    const format = this.#formats.of(style)
    if (format !== 'number') for (let column = this.#listColumn; column < Math.min(this.#listColumn + repeated, mostColumns); column++) this.#columnFormats[column] = format
    if (visibility === 'collapse' || visibility === 'filter') for (let index = 0; index < repeated; index++) this.#notes.hiddenColumns.add(this.#listColumn + index)
    this.#listColumn += repeated
  }

  #noteMerge(columns: number, rows: number): void {
    if (this.#notes.merges.length >= mostMerges) throw new KorvausError('input-too-large', { path: this.path, limit: { reason: 'limit-merges', limit: String(mostMerges) } })
    const firstRow = this.#rowNumber + 1
    this.#notes.merges.push({ firstRow, lastRow: firstRow + rows - 1, firstColumn: this.#column, lastColumn: this.#column + columns - 1 })
  }
}

const whiteSpace = /[ \t\r\n]+/g
const unusualSpace = /[\t\r\n]| {2}/

function count(text: string | undefined): number {
  const number = Number(text ?? 1)
  return Number.isInteger(number) && number > 0 ? number : 1
}
