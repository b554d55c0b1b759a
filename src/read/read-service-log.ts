import type { SheetKind } from '../model/columns.js'
import { columnsOf } from '../model/columns.js'
import { KorvausError } from '../model/errors.js'
import type { Case, CellSource, CostItem, Decision, InputFile, Residence, ServiceLog, SourceFinding, TableSource } from '../model/service-log.js'
import { cellOf } from '../model/service-log.js'
import type { Effect } from '../model/values.js'
import { columnLetter, type Row, type Sheet } from './cells.js'
import { readHeadings, repeatsHeading, type HeadingRow } from './headings.js'
import { openInput, type InputSpec } from './open-input.js'
import { isTotalRow, mergedRows, Placeholders, readRow, type ReadRow } from './read-table.js'

export interface ReadOptions {
  /** Called now and then with the number of rows read so far. */
  readonly onProgress?: (rows: number) => void
}

/** Without these no item can be judged; decisions are needed only by the later law. */
const neededSheets: readonly SheetKind[] = ['costs', 'cases', 'residences']
const headingSearch = 50
const rowsBetweenNews = 2000

/**
 * Reads spreadsheets into one service log. Every cell that cannot be read is a finding at the cell, and the other rows
 * go on; a file that is no service log at all throws a `KorvausError` (`input-…`).
 */
export async function readServiceLog(inputs: readonly InputSpec[], options: ReadOptions = {}): Promise<ServiceLog> {
  const reader = new LogReader(options)
  for (const input of inputs) {
    const { file, sheets } = await openInput(input)
    await reader.readFile(file, sheets)
  }
  return reader.finish()
}

class LogReader {
  readonly #options: ReadOptions
  readonly #placeholders = new Placeholders()
  readonly #files: InputFile[] = []
  readonly #tables: TableSource[] = []
  readonly #items: CostItem[] = []
  readonly #cases: Case[] = []
  readonly #residences: Residence[] = []
  readonly #decisions: Decision[] = []
  readonly #findings: SourceFinding[] = []
  readonly #itemRows = new Map<string, CostItem>()
  #rows = 0

  constructor(options: ReadOptions) {
    this.#options = options
  }

  async readFile(file: InputFile, sheets: readonly Sheet[]): Promise<void> {
    this.#files.push(file)
    let found = 0
    let rows = 0
    for (const sheet of sheets) {
      const result = await this.#readSheet(file, sheet)
      found += result.tables
      rows += result.rows
    }
    if (rows === 0) throw new KorvausError('input-empty', { path: file.path })
    if (found === 0) throw new KorvausError('input-without-table', { path: file.path, sheets: sheets.map(({ name }) => name).filter((name) => name !== '').join(', ') })
  }

  finish(): ServiceLog {
    const missing = neededSheets.find((wanted) => !this.#tables.some(({ kind }) => kind === wanted))
    if (missing) throw new KorvausError('input-without-sheet', { path: this.#files.map(({ path }) => path).join(', '), sheet: missing })
    this.#checkCases()
    return { files: this.#files, tables: this.#tables, items: this.#items, cases: this.#cases, residences: this.#residences, decisions: this.#decisions, findings: this.#findings }
  }

  async #readSheet(file: InputFile, sheet: Sheet): Promise<{ tables: number; rows: number }> {
    let heading: HeadingRow | undefined
    let table: TableSource | undefined
    let count = 0
    const first = { items: this.#items.length, rows: [] as { row: number; item: string | undefined }[] }
    for await (const row of sheet.rows()) {
      if (!row.cells.some((cell) => cell !== undefined)) continue
      count += 1
      if (heading === undefined || table === undefined) {
        heading = count <= headingSearch ? readHeadings(row, sheet.name) : undefined
        if (heading) table = this.#startTable(file, sheet, heading)
        continue
      }
      if (repeatsHeading(row, heading)) continue
      const item = this.#readRow(row, heading, table)
      first.rows.push({ row: row.number, item })
      this.#rows += 1
      if (this.#rows % rowsBetweenNews === 0) this.#options.onProgress?.(this.#rows)
    }
    if (heading && table) this.#noteSheet(sheet, heading, table, first.rows)
    return { tables: heading ? 1 : 0, rows: count }
  }

  #startTable(file: InputFile, sheet: Sheet, heading: HeadingRow): TableSource {
    const columns = Object.fromEntries([...heading.columns].map(([index, column]) => [column.key, columnLetter(index)]))
    const table = { file: file.path, sheet: sheet.name, kind: heading.kind, columns }
    const missing = columnsOf[heading.kind].find((column) => column.must && !(column.key in columns))
    if (missing) throw new KorvausError('input-without-column', { path: file.path, sheet: sheet.name, column: missing.key })
    this.#tables.push(table)
    for (const [index] of heading.unknown) this.#add('SRC-016', 'note', { file: file.path, sheet: sheet.name, cell: `${columnLetter(index)}${heading.row}` })
    if (sheet.datesFrom1904) this.#add('SRC-019', 'note', { file: file.path, sheet: sheet.name })
    return table
  }

  #readRow(row: Row, heading: HeadingRow, table: TableSource): string | undefined {
    if (isTotalRow(row, heading)) {
      this.#add('SRC-018', 'note', { file: table.file, sheet: table.sheet, cell: String(row.number) })
      return undefined
    }
    const read = readRow(row, heading, table, this.#placeholders)
    const found = [...read.findings, ...emptyCells(read, heading.kind)]
    const item = this.#keep(read, heading.kind, found)
    if (row.hidden) found.push({ rule: 'SRC-011', effect: heading.kind === 'costs' ? 'review' : 'note', at: { file: table.file, sheet: table.sheet, cell: String(row.number) }, values: {} })
    const about = { ...(item === undefined ? {} : { item }), ...(heading.kind === 'costs' || typeof read.values.case !== 'string' ? {} : { case: read.values.case }) }
    this.#findings.push(...found.map((finding) => ({ ...finding, ...about })))
    return item
  }

  /** Keeps what was read; a row that lacks what it cannot do without is kept only as its finding. */
  #keep(read: ReadRow, kind: SheetKind, found: Omit<SourceFinding, 'item' | 'case'>[]): string | undefined {
    const { source, values, unreadable } = read
    const row = { ...values, source, unreadable }
    if (kind === 'costs') return this.#keepItem(row, found)
    if (kind === 'cases' && values.case !== undefined) this.#cases.push(row as unknown as Case)
    if (kind === 'residences' && values.case !== undefined && values.municipality !== undefined && values.from !== undefined) this.#residences.push(row as unknown as Residence)
    if (kind === 'decisions' && values.case !== undefined && values.decision !== undefined) this.#decisions.push(row as unknown as Decision)
    return undefined
  }

  #keepItem(row: object, found: Omit<SourceFinding, 'item' | 'case'>[]): string {
    const read = row as CostItem
    const named = read.id ?? `#${read.source.row}`
    const same = this.#itemRows.get(named)
    const id = same === undefined ? named : `${named}#${read.source.row}${this.#itemRows.has(`${named}#${read.source.row}`) ? `-${this.#items.length + 1}` : ''}`
    if (same !== undefined) {
      const earlier = cellOf(same.source, 'id')
      found.push({ rule: 'SRC-017', effect: 'reject', at: cellOf(read.source, 'id'), values: { other: `${earlier.sheet ? `${earlier.sheet}!` : ''}${earlier.cell}`, otherFile: earlier.file } })
    }
    const item = { ...read, id }
    this.#itemRows.set(id, item)
    this.#items.push(item)
    return id
  }

  #noteSheet(sheet: Sheet, heading: HeadingRow, table: TableSource, rows: { row: number; item: string | undefined }[]): void {
    const place = { file: table.file, sheet: table.sheet }
    for (const [index, column] of heading.columns) if (sheet.hiddenColumns.has(index)) this.#add('SRC-012', 'note', { ...place, cell: `${columnLetter(index)}${heading.row}` }, { column: column.key })
    if (sheet.hidden) this.#add('SRC-013', 'note', place)
    const merged = mergedRows(sheet.merges, heading)
    for (const { row, item } of rows) {
      const range = merged.get(row)
      if (range) this.#findings.push({ rule: 'SRC-014', effect: 'review', at: { ...place, cell: `${columnLetter(range.firstColumn)}${range.firstRow}` }, ...(item === undefined ? {} : { item }), values: {} })
    }
  }

  /** A case is listed once, and each item's case is listed. */
  #checkCases(): void {
    const listed = new Set<string>()
    for (const one of this.#cases) {
      if (listed.has(one.case)) this.#findings.push({ rule: 'SRC-023', effect: 'reject', at: cellOf(one.source, 'case'), case: one.case, values: {} })
      listed.add(one.case)
    }
    for (const item of this.#items) {
      if (item.case !== undefined && !listed.has(item.case)) this.#findings.push({ rule: 'SRC-020', effect: 'reject', at: cellOf(item.source, 'case'), item: item.id, values: {} })
    }
  }

  #add(rule: SourceFinding['rule'], effect: Effect, at: CellSource, values: Record<string, string> = {}): void {
    this.#findings.push({ rule, effect, at, values })
  }
}

/** The cells that a row cannot do without and that are empty. */
function emptyCells({ source, values, unreadable }: ReadRow, kind: SheetKind): Omit<SourceFinding, 'item' | 'case'>[] {
  return columnsOf[kind]
    .filter(({ key, must }) => must && values[key] === undefined && !unreadable.includes(key))
    .map(({ key }) => ({ rule: 'SRC-001' as const, effect: 'reject' as const, at: cellOf(source, key), values: { column: key } }))
}
