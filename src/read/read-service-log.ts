import { columnsOf, sheetKinds, type SheetKind } from '../model/columns.js'
import { KorvausError } from '../model/errors.js'
import { cellOf, type Case, type CellSource, type CostItem, type Decision, type Residence, type RowSource, type ServiceLog, type SheetAnswer, type SourceFinding, type TableSource } from '../model/service-log.js'
import type { InputFile } from '../model/inputs.js'
import type { Effect } from '../model/values.js'
import { columnLetter, type Row, type Sheet } from './cells.js'
import { checkIds } from './check-ids.js'
import { findSigns, isHeadingRow, type FoundSigns } from './forms/find-signs.js'
import { formsOf, type Forms } from './forms/forms.js'
import { proveForms, withProven, type ProvenForm } from './forms/prove-forms.js'
import { placeOf as placeInRow } from './forms/row-signs.js'
import { readHeadings, type HeadingRow } from './headings.js'
import { filledColumns, type Lookups } from './joins.js'
import { openLookups } from './lookups.js'
import { noMapping, type Mapping } from './mapping.js'
import { columnNear } from './near-heading.js'
import { coveringMerges } from './merges.js'
import { openInput, type InputSpec } from './open-input.js'
import { Placeholders, TableReader, type ReadRow, type RowFinding } from './read-table.js'
import { isReviewSheet, readReviewSheet } from './review-sheet.js'
import { isSkipped, sheetMappings } from './sheet-mappings.js'
import { UnreadSheet } from './unread-sheet.js'

export interface ReadOptions {
  /** Called now and then with the number of rows read so far. */
  readonly onProgress?: (rows: number) => void
  /** The sheets that must be there: those without which no item can be judged, unless others are named. */
  readonly needed?: readonly SheetKind[]
}

/** Without these no item can be judged; decisions are needed only by the later law. */
const neededSheets: readonly SheetKind[] = ['costs', 'cases', 'residences']
const headingSearch = 50
const rowsBetweenNews = 2000
const mostRows = 2_000_000
const mostSumsTried = 100
/** So many unknown headings are no slips of the pen. */
const mostCompared = 200

/**
 * Reads spreadsheets into one service log. Every cell that cannot be read is a finding at the cell, and the other rows
 * go on; a file that is no service log at all throws a `KorvausError` (`input-…`).
 */
export async function readServiceLog(inputs: readonly InputSpec[], options: ReadOptions = {}): Promise<ServiceLog> {
  const reader = new LogReader(options)
  for (const input of inputs) {
    const { file, sheets, isTextFile } = await openInput(input)
    const mapping = input.mapping ?? noMapping
    const { lookups, files } = await openLookups(input, mapping, sheets)
    reader.noteFiles([{ ...file, ...(input.mappingFile === undefined ? {} : { mapping: input.mappingFile.path }) }, ...(input.mappingFile === undefined ? [] : [input.mappingFile]), ...files])
    await reader.readFile(file, sheets, { mapping, isTextFile, lookups })
  }
  return reader.finish()
}

/** How the sheets of one file are read. */
interface FileContext {
  readonly mapping: Mapping
  readonly lookups: Lookups
  readonly isTextFile: boolean
  /** What columns beside the mapping say of the signs of amounts. */
  readonly signs?: FoundSigns
  /** Forms that whole columns prove. */
  readonly proven?: readonly ProvenForm[]
}

/** A table that is being read: a sheet from its heading row on. */
interface OpenTable {
  readonly source: TableSource
  readonly heading: HeadingRow
  readonly reader: TableReader
  /** Rows in which a defined table of the workbook keeps its totals. */
  readonly totalRows: ReadonlySet<number>
  /** The rows that were kept, for what is known of the sheet only at its end. */
  readonly kept: KeptRow[]
  /** A column that looks like a sign and is not used: the rows wait for an answer. */
  readonly question?: FoundSigns['question']
}

/** A row of a table as far as all tables are alike; the rows of costs alone have an ID. */
interface KeptRow {
  readonly source: RowSource
  readonly id?: string
}

const noRows: ReadonlySet<number> = new Set()

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
  readonly #answers: SheetAnswer[] = []
  readonly #itemRows = new Map<string, CostItem>()
  /** The first rows of IDs that stand on several. */
  readonly #repeated = new Set<CostItem>()
  #rows = 0
  #sumsTried = 0

  constructor(options: ReadOptions) {
    this.#options = options
  }

  /** The files of an input; a mapping or a table that several logs use is one file. */
  noteFiles(files: readonly InputFile[]): void {
    const known = new Set(this.#files.map(nameOfFile))
    this.#files.push(...files.filter((file) => file.kind === 'log' || !known.has(nameOfFile(file))))
  }

  async readFile(file: InputFile, sheets: readonly Sheet[], context: FileContext): Promise<void> {
    let tables = 0
    let rows = 0
    for (const sheet of sheets) {
      if (isSkipped(sheet, context.mapping)) continue
      if (await isReviewSheet(sheet)) {
        await this.#readReviews(file, sheet)
        continue
      }
      for (const [index, mapping] of sheetMappings(sheet, context.mapping).entries()) {
        const before = this.#findings.length
        const result = await this.#readAsProven(file, sheet, { ...context, mapping })
        if (index > 0) this.#dropRepeated(before)
        tables += result.tables
        rows += result.rows
      }
    }
    if (rows === 0) throw new KorvausError('input-empty', { path: file.path })
    if (tables === 0) throw new KorvausError('input-without-table', { path: file.path, sheets: sheets.map(({ name }) => name).filter((name) => name !== '').join(', ') })
  }

  /** What holds of a sheet whatever table is read from it is said once. */
  #dropRepeated(from: number): void {
    const said = new Set(this.#findings.slice(0, from).map(nameOf))
    this.#findings.push(...this.#findings.splice(from).filter((finding) => finding.effect !== 'note' || !said.has(nameOf(finding))))
  }

  finish(): ServiceLog {
    const missing = (this.#options.needed ?? neededSheets).find((wanted) => !this.#tables.some(({ kind }) => kind === wanted))
    if (missing) throw new KorvausError('input-without-sheet', { path: this.#files.filter(({ kind }) => kind === 'log').map(({ path }) => path).join(', '), sheet: missing })
    this.#renameRepeated()
    this.#findings.push(...checkIds({ items: this.#items, cases: this.#cases, residences: this.#residences, decisions: this.#decisions }))
    return { answers: this.#answers, files: this.#files, tables: this.#tables, items: this.#items, cases: this.#cases, residences: this.#residences, decisions: this.#decisions, findings: this.#findings }
  }

  /** Reads a sheet, and once more where its cells were not understood one by one, but whole columns say what they mean. */
  async #readAsProven(file: InputFile, sheet: Sheet, given: FileContext): Promise<SheetRead> {
    const signs = await findSigns(sheet, given.mapping)
    const context = { ...given, mapping: signs.mapping, signs }
    const before = this.#state()
    const first = await this.#readSheet(file, sheet, context)
    if (first.table === undefined || first.table.reader.doubtful.size === 0) return first
    const { heading, reader } = first.table
    const proven = await proveForms(sheet, heading, reader.doubtful, formsOf(context.mapping))
    if (proven.length === 0) return first
    this.#goBack(before)
    const again = await this.#readSheet(file, sheet, { ...context, proven })
    for (const { key, index, form, proof, line } of proven) {
      this.#add('SRC-074', 'note', { file: file.path, sheet: sheet.name, cell: `${columnLetter(index)}${heading.row}` }, { column: key, form, line, proof: heading.kind === 'cases' ? '–' : proof })
    }
    return again
  }

  #state(): ReaderState {
    return { counts: this.#kept().map(({ length }) => length), itemRows: new Map(this.#itemRows), repeated: new Set(this.#repeated), rows: this.#rows, sumsTried: this.#sumsTried }
  }

  /** Forgets what was read since. */
  #goBack({ counts, itemRows, repeated, rows, sumsTried }: ReaderState): void {
    for (const [at, list] of this.#kept().entries()) list.length = counts[at] as number
    this.#itemRows.clear()
    for (const [id, item] of itemRows) this.#itemRows.set(id, item)
    this.#repeated.clear()
    for (const item of repeated) this.#repeated.add(item)
    this.#rows = rows
    this.#sumsTried = sumsTried
  }

  #kept(): unknown[][] {
    return [this.#tables, this.#items, this.#cases, this.#residences, this.#decisions, this.#findings, this.#answers]
  }

  async #readSheet(file: InputFile, sheet: Sheet, context: FileContext): Promise<SheetRead> {
    let table: OpenTable | undefined
    let count = 0
    const unread = new UnreadSheet(file, sheet)
    for await (const rows of sheet.rows()) {
      for (const row of rows) {
        count += 1
        if (table !== undefined) this.#readRow(row, table)
        else if (count <= headingSearch) table = this.#startTable(file, sheet, row, context, unread)
        else unread.note(row)
      }
    }
    const finding = unread.finding(table !== undefined)
    if (finding) this.#findings.push(finding)
    if (table) this.#noteSheet(sheet, table)
    return { tables: table ? 1 : 0, rows: count, table }
  }

  /** Opens the table when the row holds its headings. */
  #startTable(file: InputFile, sheet: Sheet, row: Row, context: FileContext, unread: UnreadSheet): OpenTable | undefined {
    const { mapping, lookups, isTextFile } = context
    const heading = isHeadingRow(row, sheet, mapping) ? readHeadings(row, sheet.name, mapping) : undefined
    if (heading === undefined) {
      unread.note(row)
      return undefined
    }
    const all = columnsOf[heading.kind]
    const filled = filledColumns(all, heading, sheet, mapping, lookups)
    const present = new Set([...heading.columns, ...filled].map(({ column }) => column.key))
    const missing = all.filter((column) => column.must && !present.has(column.key))
    if (missing.length > 0) {
      unread.lacks(row, heading, missing.map(({ key }) => key), present.size)
      return undefined
    }
    const places = [...heading.columns, ...filled.flatMap(({ column, at }) => (at === undefined ? [] : [{ column, index: at }]))]
    const columns = Object.fromEntries(places.map(({ index, column }) => [column.key, columnLetter(index)]))
    const source = { file: file.path, sheet: sheet.name, kind: heading.kind, columns }
    this.#tables.push(source)
    const signs = heading.kind === 'costs' ? context.signs : undefined
    if (heading.kind === 'costs') requireSigns(mapping, heading, source)
    if (signs?.told !== undefined) this.#add('SRC-073', 'note', { file: file.path, sheet: sheet.name, cell: signs.told.cell }, signs.told.values)
    for (const index of heading.unknown) {
      if (filled.some((one) => one.parts?.includes(index))) continue
      if (isOfSigns(`${columnLetter(index)}${heading.row}`, heading.texts[index] as string, signs)) continue
      const near = heading.unknown.length > mostCompared ? undefined : columnNear(heading.texts[index] as string, heading.kind, present)
      this.#add('SRC-016', 'note', { file: file.path, sheet: sheet.name, cell: `${columnLetter(index)}${heading.row}` }, near === undefined ? {} : { near: near.key })
    }
    for (const { index, column } of heading.repeated) this.#add('SRC-036', 'note', { file: file.path, sheet: sheet.name, cell: `${columnLetter(index)}${heading.row}` }, { column: column.key })
    if (sheet.datesFrom1904) this.#add('SRC-019', 'note', { file: file.path, sheet: sheet.name })
    return { source, heading, reader: new TableReader(source, heading, { mapping, filled, placeholders: this.#placeholders, isTextFile, proven: provenForms(context, heading), currencyColumn: signs?.currencyColumn }), totalRows: sheet.totalRows ?? noRows, kept: [], ...(signs?.question === undefined ? {} : { question: signs.question }) }
  }

  #readRow(row: Row, { source: table, heading, reader, totalRows, kept, question }: OpenTable): void {
    const passedOver = reader.whyPassedOver(row, totalRows)
    if (passedOver !== undefined) return this.#add(passedOver, 'note', placeOf(row, table))
    this.#rows += 1
    if (this.#rows > mostRows) throw new KorvausError('input-too-large', { path: table.file, limit: { reason: 'limit-rows', limit: String(mostRows) } })
    if (this.#rows % rowsBetweenNews === 0) this.#options.onProgress?.(this.#rows)

    const read = reader.read(row)
    if (reader.isOnlyNumbers(row) && this.#sumsTable(read, table)) return this.#add('SRC-018', 'note', placeOf(row, table))
    for (const index of reader.newlyUntitled(row)) this.#add('SRC-035', 'note', { ...placeOf(row, table), cell: `${columnLetter(index)}${row.number}` })
    const found = read.findings
    addEmptyCells(read, heading.kind, found)
    const item = this.#keep(read, heading.kind, found)
    kept.push(read.values as unknown as KeptRow)
    if (row.hidden) found.push({ rule: 'SRC-011', effect: heading.kind === 'costs' ? 'review' : 'note', at: placeOf(row, table), values: {} })
    if (question !== undefined && heading.kind === 'costs') found.push({ rule: 'SRC-075', effect: 'review', at: { ...placeOf(row, table), cell: question.cell }, values: question.values })
    if (found.length === 0) return
    const about = { ...(item === undefined ? {} : { item }), ...(heading.kind === 'costs' || typeof read.values.case !== 'string' ? {} : { case: read.values.case }) }
    for (const finding of found) this.#findings.push({ ...finding, ...about })
  }

  /** Whether every amount of a row is the sum of those above it in its table. */
  #sumsTable({ values }: ReadRow, table: TableSource): boolean {
    const amounts = Object.entries(values).filter((entry): entry is [keyof CostItem, bigint] => typeof entry[1] === 'bigint')
    if (amounts.length === 0 || this.#sumsTried >= mostSumsTried) return false
    this.#sumsTried += 1
    const above = this.#items.filter(({ source }) => source.table === table)
    return above.length > 0 && amounts.every(([key, amount]) => above.reduce((sum, item) => sum + ((item[key] as bigint | undefined) ?? 0n), 0n) === amount)
  }

  /** Keeps what was read; a row that lacks what it cannot do without is kept only as its finding. */
  #keep({ source, values, unreadable }: ReadRow, kind: SheetKind, found: RowFinding[]): string | undefined {
    const row = values as unknown as { source: RowSource; unreadable: readonly string[] }
    row.source = source
    row.unreadable = unreadable
    if (kind === 'costs') return this.#keepItem(row as CostItem & { id: string | undefined }, found)
    if (kind === 'cases' && values.case !== undefined) this.#cases.push(row as Case)
    if (kind === 'residences' && values.case !== undefined && values.municipality !== undefined && values.from !== undefined) this.#residences.push(row as Residence)
    if (kind === 'decisions' && values.case !== undefined && values.decision !== undefined) this.#decisions.push(row as Decision)
    return undefined
  }

  /** No row is lost: one without an ID is known by its row, and each of several of one ID by both. */
  #keepItem(item: CostItem & { id: string | undefined }, found: RowFinding[]): string {
    const named = item.id ?? `#${item.source.row}`
    const first = this.#itemRows.get(named)
    item.id = first === undefined ? named : this.#numbered(named, item)
    if (first !== undefined) {
      found.push(alsoAt(item, first))
      if (!this.#repeated.has(first)) this.#findings.push({ ...alsoAt(first, item), item: first.id })
      this.#repeated.add(first)
    }
    this.#itemRows.set(item.id, item)
    this.#items.push(item)
    return item.id
  }

  #numbered(named: string, { source: { row } }: CostItem): string {
    const numbered = `${named}#${row}`
    return this.#itemRows.has(numbered) ? `${numbered}-${this.#items.length + 1}` : numbered
  }

  /** Of several rows of one ID none is the one: the first is known by its row too, so that their order decides nothing. */
  #renameRepeated(): void {
    if (this.#repeated.size === 0) return
    const names = new Map([...this.#repeated].map((item) => [item.id, this.#numbered(item.id, item)]))
    for (const item of this.#repeated) (item as { id: string }).id = names.get(item.id) as string
    this.#findings.forEach((finding, index) => {
      const name = finding.item === undefined ? undefined : names.get(finding.item)
      if (name !== undefined) this.#findings[index] = { ...finding, item: name }
    })
  }

  /** The answers that an officer wrote into the annotated workbook. */
  async #readReviews(file: InputFile, sheet: Sheet): Promise<void> {
    const { answers, problems } = await readReviewSheet(sheet, file.path)
    this.#answers.push(...answers)
    for (const { at, column } of problems) this.#add('SRC-030', 'note', at, { column })
  }

  #noteSheet(sheet: Sheet, { source, heading, kept }: OpenTable): void {
    const place = { file: source.file, sheet: source.sheet }
    for (const { index, column } of heading.columns) if (sheet.hiddenColumns.has(index)) this.#add('SRC-012', 'note', { ...place, cell: `${columnLetter(index)}${heading.row}` }, { column: column.key })
    if (sheet.hidden) this.#noteHidden(place, kept)
    for (const { row, range } of coveringMerges(sheet.merges, kept, heading)) {
      this.#findings.push({ rule: 'SRC-014', effect: 'review', at: { ...place, cell: `${columnLetter(range.firstColumn)}${range.firstRow}` }, ...(row.id === undefined ? {} : { item: row.id }), values: {} })
    }
  }

  /** A hidden sheet is no part of what its keeper sees, so a person decides about its items. */
  #noteHidden(place: CellSource, kept: OpenTable['kept']): void {
    const items = kept.flatMap(({ id }) => id ?? [])
    if (items.length === 0) this.#add('SRC-013', 'note', place)
    for (const item of items) this.#findings.push({ rule: 'SRC-013', effect: 'review', at: place, item, values: {} })
  }

  #add(rule: SourceFinding['rule'], effect: Effect, at: CellSource, values: Record<string, string> = {}): void {
    this.#findings.push({ rule, effect, at, values })
  }
}

function alsoAt(item: CostItem, { source }: CostItem): RowFinding {
  const other = cellOf(source, 'id')
  return { rule: 'SRC-017', effect: 'reject', at: cellOf(item.source, 'id'), values: { other: `${other.sheet ? `${other.sheet}!` : ''}${other.cell}`, otherFile: other.file } }
}

/** Where the reader was before a sheet. */
interface ReaderState {
  readonly counts: readonly number[]
  readonly itemRows: ReadonlyMap<string, CostItem>
  readonly repeated: ReadonlySet<CostItem>
  readonly rows: number
  readonly sumsTried: number
}

interface SheetRead {
  readonly tables: number
  readonly rows: number
  readonly table: OpenTable | undefined
}

/** The forms of the columns whose cells prove them; nothing of others. */
function provenForms({ mapping, proven = [] }: FileContext, { kind }: HeadingRow): ReadonlyMap<string, Forms> | undefined {
  return proven.length === 0 ? undefined : new Map(proven.map(({ key }) => [key, withProven(formsOf(mapping), proven, kind, key)]))
}

/** A column that the mapping gives the sign of amounts by has to be there, or every credit would be a cost. Throws `input-without-column`. */
function requireSigns({ amount, sign }: Mapping, heading: HeadingRow, { file, sheet }: TableSource): void {
  const lacking = [amount?.debit, amount?.credit, sign?.column].find((name) => name !== undefined && placeInRow(heading, name) < 0)
  if (lacking !== undefined) throw new KorvausError('input-without-column', { path: file, sheet, column: lacking, near: '' })
}

/** Whether a heading that nobody knows is said otherwise: it asks for the sign of amounts, or names their currency. */
function isOfSigns(cell: string, text: string, signs: FoundSigns | undefined): boolean {
  return signs !== undefined && (signs.question?.cell === cell || signs.currencyColumn === text)
}

function placeOf(row: Row, { file, sheet }: TableSource): CellSource {
  return { file, sheet, cell: String(row.number) }
}

function nameOfFile({ kind, path, sha256 }: InputFile): string {
  return [kind, path, sha256].join('\u0000')
}

/** What two findings have in common that say the same of the same place. */
function nameOf({ rule, at }: SourceFinding): string {
  return [rule, at.file, at.sheet, at.cell].join('\u0000')
}

/** The cells that a row cannot do without and that are empty. */
function addEmptyCells({ source, values, unreadable }: ReadRow, kind: SheetKind, found: RowFinding[]): void {
  for (const key of mustKeys[kind]) {
    if (values[key] === undefined && !unreadable.includes(key)) found.push({ rule: 'SRC-001', effect: 'reject', at: cellOf(source, key), values: { column: key } })
  }
}

const mustKeys = Object.fromEntries(sheetKinds.map((kind) => [kind, columnsOf[kind].filter(({ must }) => must).map(({ key }) => key)])) as Record<SheetKind, string[]>
