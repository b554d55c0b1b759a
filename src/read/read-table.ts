import { columnsOf, exampleMarks, namingKeys, type Column } from '../model/columns.js'
import type { IsoDate } from '../model/dates.js'
import { findIdentifiers, withoutIdentifiers } from '../model/identifiers.js'
import type { Cents } from '../model/money.js'
import { withheldMark } from '../model/privacy.js'
import { cellOf, type CellSource, type RowSource, type SourceFinding, type TableSource } from '../model/service-log.js'
import { columnLetter, type Cell, type Row } from './cells.js'
import { formsOf, type Forms } from './forms/forms.js'
import { placeOf, RowSigns, signedKeys } from './forms/row-signs.js'
import { keyOf, repeatsHeading, type HeadingRow, type TableColumn } from './headings.js'
import type { FilledColumn } from './joins.js'
import type { Mapping } from './mapping.js'
import { isTotalText } from './total-text.js'
import { Translation } from './translation.js'
import type { Reading, ReadValue, SourceCode } from './reading.js'
import { endKeyOf, isChangedCode, readValue } from './values.js'

/** A finding of a row, before anyone knows which item it is about. */
export type RowFinding = Omit<SourceFinding, 'item' | 'case'>

/** A row read by its columns: what could be read, and the keys of the cells that could not. */
export interface ReadRow {
  readonly source: RowSource
  readonly values: Record<string, ReadValue | undefined>
  readonly unreadable: readonly string[]
  readonly findings: RowFinding[]
}

const longestRaw = 60
const marks = new Set(Object.values(exampleMarks).map(keyOf))
const longestMark = 20
const beginsMark = new RegExp(`^\\P{L}*[${[...marks].map((mark) => mark[0]).join('')}]`, 'iu')
/** What is said of cells that the other cells of their column may explain. */
const formCodes = new Set<SourceCode>(['SRC-002', 'SRC-003', 'SRC-032'])
const nothingUnreadable: readonly string[] = []
const noColumns: readonly number[] = []
const mostRemembered = 20_000

/** Names that say nothing, in the place of names that identify: the same for the same text within one service log. */
export class Placeholders {
  readonly #names = new Map<string, string>()

  for(text: string): string {
    const name = this.#names.get(text) ?? `[${this.#names.size + 1}]`
    this.#names.set(text, name)
    return name
  }
}

/** How a column is read: its place, its translation, and what its texts were read as before. */
interface ReadColumn extends TableColumn {
  readonly translation: Translation | undefined
  /** What cells of a kind that is written alike mean, by their text; nothing for columns whose cells are seldom alike. */
  readonly known: Readonly<Record<'text' | 'number' | 'date' | 'boolean', Map<string, Reading | undefined>>> | undefined
  readonly isShown: boolean
  readonly isName: boolean
  readonly same: ReadonlyMap<string, string> | undefined
  readonly forms: Forms
  /** The column whose amounts are taken from those of this one. */
  readonly credit: number | undefined
}

/** What is known of a table beside its headings. */
interface TableOptions {
  readonly mapping: Mapping
  readonly filled: readonly FilledColumn[]
  readonly placeholders: Placeholders
  readonly isTextFile: boolean
  /** Forms that whole columns prove, by key. */
  readonly proven?: ReadonlyMap<string, Forms> | undefined
  readonly currencyColumn?: string | undefined
}

/** Reads the rows of one table. */
export class TableReader {
  readonly #table: TableSource
  readonly #heading: HeadingRow
  readonly #columns: readonly ReadColumn[]
  readonly #filled: readonly FilledColumn[]
  readonly #naming: readonly number[]
  /** The places of what only an item has: its ID, its case and its day. */
  readonly #names: readonly number[]
  readonly #titled: readonly boolean[]
  readonly #untitledSeen = new Set<number>()
  readonly #nameIndex: number | undefined
  readonly #placeholders: Placeholders
  /** All rows have all keys in one order: rows of many shapes would be slow to read for all who come after. */
  readonly #empty: Readonly<Record<string, ReadValue | undefined>>
  /** In a text file every cell is text, and a number that is text says nothing. */
  readonly #isTextFile: boolean
  readonly #mapping: Mapping
  readonly #sameIds = new Map<string, ReadonlyMap<string, string>>()
  readonly #signs: RowSigns | undefined
  /** Columns with cells whose form was not understood, which the whole column may explain. */
  readonly doubtful = new Set<string>()

  constructor(table: TableSource, heading: HeadingRow, options: TableOptions) {
    this.#table = table
    this.#heading = heading
    this.#filled = options.filled
    this.#placeholders = options.placeholders
    this.#empty = Object.fromEntries([...columnsOf[heading.kind].map(({ key }) => key), 'source', 'unreadable'].map((key) => [key, undefined]))
    this.#isTextFile = options.isTextFile
    this.#mapping = options.mapping
    this.#signs = RowSigns.of(heading, options.mapping, options.currencyColumn)
    const { amount } = options.mapping
    const [debit, credit] = amount === undefined || heading.kind !== 'costs' ? [-1, -1] : [placeOf(heading, amount.debit), placeOf(heading, amount.credit)]
    this.#naming = heading.columns.filter(({ column: { key } }) => key === 'case' || key === 'serviceDate').map(({ index }) => index)
    this.#nameIndex = heading.columns.find(({ column: { key } }) => key === namingKeys[table.kind])?.index
    this.#names = this.#nameIndex === undefined ? this.#naming : [this.#nameIndex, ...this.#naming]
    this.#titled = heading.texts.map((text) => text !== '')
    this.#columns = heading.columns.map(({ index, column }) => ({
      index,
      column,
      translation: Translation.of(options.mapping.values[column.key]),
      known: column.type === 'text' || column.type === 'money' ? undefined : { text: new Map(), number: new Map(), date: new Map(), boolean: new Map() },
      isShown: isShown(column),
      /** What names something stands in outputs: it must identify nobody. */
      isName: column.privacy === 'name',
      same: this.#same(column.key),
      forms: options.proven?.get(column.key) ?? formsOf(options.mapping),
      credit: index === debit && column.type === 'money' ? credit : undefined,
    }))
  }

  /** Why a row is none of the table's own: headings printed again, totals, a remark, an example. `undefined` for all others. */
  whyPassedOver(row: Row, totalRows: ReadonlySet<number>): SourceCode | undefined {
    if (repeatsHeading(row, this.#heading)) return 'SRC-026'
    if (this.#saysTotal(row) || (totalRows.has(row.number) && !this.#isNamed(row))) return 'SRC-018'
    if (this.#isRemark(row)) return 'SRC-026'
    return this.#isExample(row) ? 'SRC-031' : undefined
  }

  /** Whether a row holds amounts or counts and nothing else, as totals without a word do. */
  isOnlyNumbers({ cells }: Row): boolean {
    if (this.#names.some((index) => cells[index] !== undefined)) return false
    const found = this.#columns.filter(({ index, column: { type } }) => cells[index] !== undefined && (type === 'money' || type === 'number')).length
    return found > 0 && found === cells.filter((cell) => cell !== undefined).length
  }

  /** The columns without a heading that hold something in this row, each said once. */
  newlyUntitled({ cells }: Row): readonly number[] {
    let found: number[] | undefined
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]
      if (cell === undefined || this.#titled[index] === true || this.#untitledSeen.has(index) || cell.text.trim() === '') continue
      this.#untitledSeen.add(index)
      ;(found ??= []).push(index)
    }
    return found ?? noColumns
  }

  read(row: Row): ReadRow {
    const values = { ...this.#empty }
    const findings: RowFinding[] = []
    let unreadable: string[] | undefined
    let raw: Record<string, string> | undefined
    let ranges: { index: number; column: Column; until: IsoDate }[] | undefined
    for (const read of this.#columns) {
      const { index, column } = read
      const cell = row.cells[index]
      if (cell === undefined && read.credit === undefined) continue
      const reading = read.credit === undefined ? this.#reading(cell as Cell, read) : this.#difference(row, read, read.credit)
      if (reading === undefined) continue
      if ('problem' in reading) {
        (unreadable ??= []).push(column.key)
        if (formCodes.has(reading.problem)) this.doubtful.add(column.key)
        findings.push(this.#finding(reading.problem, 'reject', row, index, column, reading.values))
        continue
      }
      values[column.key] = read.same?.get(reading.value as string) ?? reading.value
      if (reading.until !== undefined) (ranges ??= []).push({ index, column, until: reading.until })
      if (cell === undefined) continue
      if (read.isShown && cell.kind === 'text' && cell.text !== reading.value) (raw ??= {})[column.key] = cell.text
      if (reading.remark !== undefined && !(this.#isTextFile && reading.remark === 'SRC-010')) findings.push(this.#finding(reading.remark, 'note', row, index, column))
      if (reading.unknown !== undefined) findings.push(this.#finding('SRC-006', 'review', row, index, column, reading.unknown))
      if (read.isName && cell.kind !== 'text' && isChangedCode(cell)) findings.push(this.#finding('SRC-034', 'note', row, index, column))
      const effect = read.isName ? effectOfName(reading.value as string) : undefined
      if (effect !== undefined) {
        values[column.key] = this.#placeholders.for(reading.value as string)
        findings.push(this.#finding('SRC-021', effect, row, index, column))
      }
    }
    for (const { index, column, first } of this.#heading.repeated) {
      if (sameCell(row.cells[index], row.cells[first])) continue
      values[column.key] = undefined
      unreadable ??= []
      unreadable.push(column.key)
      findings.push(this.#finding('SRC-015', 'reject', row, index, column))
    }
    for (const { index, column, until } of ranges ?? []) {
      const end = endKeyOf[column.key] as string
      if (values[end] === undefined && unreadable?.includes(end) !== true) values[end] = until
      else if (values[end] !== until) {
        (unreadable ??= []).push(column.key)
        values[column.key] = undefined
        findings.push(this.#finding('SRC-003', 'reject', row, index, column))
      }
    }
    const wrongSign = this.#signs?.apply(row, values)
    if (wrongSign !== undefined) {
      const given = signedKeys.filter((key) => values[key] !== undefined)
      const taken = given.length === 0 ? ['net'] : given
      for (const key of taken) values[key] = undefined
      unreadable = [...(unreadable ?? []), ...taken]
      findings.push({ rule: wrongSign.rule, effect: 'reject', at: { file: this.#table.file, sheet: this.#table.sheet, cell: `${columnLetter(wrongSign.index)}${row.number}` }, values: { column: taken[0] as string, ...wrongSign.values } })
    }
    const source: RowSource = raw === undefined ? { table: this.#table, row: row.number } : { table: this.#table, row: row.number, raw }
    for (const { column, valueOf } of this.#filled) {
      const reading = valueOf(row)
      if (reading === undefined) continue
      if ('value' in reading) {
        const value = this.#same(column.key)?.get(reading.value as string) ?? reading.value
        const effect = column.privacy === 'name' ? effectOfName(value as string) : undefined
        values[column.key] = effect === undefined ? value : this.#placeholders.for(value as string)
        if (effect !== undefined) findings.push({ rule: 'SRC-021', effect, at: cellOf(source, column.key), values: { column: column.key } })
      } else {
        (unreadable ??= []).push(column.key)
        findings.push({ rule: reading.problem, effect: 'reject', at: cellOf(source, column.key), values: { column: column.key, ...reading.values } })
      }
    }
    return { source, values, unreadable: unreadable ?? nothingUnreadable, findings }
  }

  /** Whether a row of the table says that it sums the others, and names nothing that only an item has. */
  #saysTotal({ cells }: Row): boolean {
    return !this.#names.some((index) => cells[index] !== undefined && !isTotalText(cells[index])) && cells.some(isTotalText)
  }

  /** Whether a row says whose and which day's it is, as an item does and a total does not. */
  #isNamed(row: Row): boolean {
    return this.#naming.length > 0 && this.#naming.every((index) => row.cells[index] !== undefined)
  }

  /** Whether a row is a remark beside the table: a single text of several words where a row has many cells. */
  #isRemark(row: Row): boolean {
    if (this.#naming.some((index) => row.cells[index] !== undefined)) return false
    const filled = row.cells.filter((cell) => cell !== undefined)
    const [only] = filled
    return filled.length === 1 && only?.kind === 'text' && this.#heading.columns.length > 3 && /\S\s+\S/.test(only.text)
  }

  /** Whether a row only shows how the table is filled in. */
  #isExample({ cells }: Row): boolean {
    const cell = this.#nameIndex === undefined ? undefined : cells[this.#nameIndex]
    return cell?.kind === 'text' && cell.text.length < longestMark && beginsMark.test(cell.text) && marks.has(keyOf(cell.text))
  }

  /** What IDs of a column are, where a person has said that one is another. */
  #same(key: string): ReadonlyMap<string, string> | undefined {
    const known = this.#sameIds.get(key) ?? new Map(Object.entries(this.#mapping.same[key as keyof Mapping['same']] ?? {}))
    this.#sameIds.set(key, known)
    return known.size === 0 ? undefined : known
  }

  /** Debit less credit; nothing where both are empty. */
  #difference(row: Row, read: ReadColumn, credit: number): Reading | undefined {
    const [debit, taken] = [read.index, credit].map((index) => (row.cells[index] === undefined ? undefined : this.#reading(row.cells[index], read)))
    if (taken === undefined) return debit
    if ('problem' in taken || (debit !== undefined && 'problem' in debit)) return debit !== undefined && 'problem' in debit ? debit : taken
    return { value: ((debit?.value as Cents | undefined) ?? 0n) - (taken.value as Cents) }
  }

  #reading(cell: Cell, { column, translation, known, forms }: ReadColumn): Reading | undefined {
    const ofKind = known === undefined || cell.kind === 'measure' || cell.kind === 'error' || cell.kind === 'formula-without-value' ? undefined : known[cell.kind]
    const before = ofKind?.get(cell.text)
    if (before !== undefined) return before
    const reading = readValue((column.type === 'choices' ? translation?.ofList(cell) : translation?.of(cell)) ?? cell, column, forms)
    if (ofKind !== undefined && ofKind.size < mostRemembered) ofKind.set(cell.text, reading)
    return reading
  }

  #finding(rule: SourceCode, effect: SourceFinding['effect'], row: Row, index: number, column: Column, more?: Readonly<Record<string, string>>): RowFinding {
    return { rule, effect, at: this.#cellAt(row.number, index, row.cells[index], column), values: { column: column.key, ...more, ...(more?.word === undefined ? {} : { word: withoutIdentifiers(more.word).slice(0, longestRaw) }) } }
  }

  /** The source of a cell, with its text only where the column holds dates, numbers or choices. */
  #cellAt(row: number, index: number, cell: Cell | undefined, column: Column): CellSource {
    const raw = cell === undefined || column.type === 'text' ? undefined : isShown(column) ? withoutIdentifiers(cell.text).slice(0, longestRaw) : withheldMark
    return { file: this.#table.file, sheet: this.#table.sheet, cell: `${columnLetter(index)}${row}`, ...(raw === undefined ? {} : { raw }) }
  }
}

/** Whether what stands in a cell may be told: days, numbers and words of lists, but no birth dates. */
function isShown({ type, privacy }: Column): boolean {
  return type !== 'text' && privacy === 'plain'
}

/** What an identity code as it is written has, whatever its separator. */
const identityDigits = /\d{6}\s?\D\s?\d{3}/
const mobile = /(?:\+358|00358|(?<!\d)0(?:4\d|50))[\d\s()-]{6}/

/**
 * Whether a name holds an identity code, an e-mail address or the number of a mobile telephone, and what that does to
 * its row; most names are seen at a glance to hold none of these. Other numbers have the form of a telephone's by
 * chance, and some have that of an identity code without its separator: of those a person judges.
 */
function effectOfName(text: string): 'reject' | 'review' | undefined {
  if (!mayIdentify(text)) return undefined
  const isMobile = mobile.test(text)
  const kinds = findIdentifiers(text).filter((kind) => kind !== 'phone' || isMobile)
  if (kinds.length === 0) return undefined
  return isMobile || kinds.includes('email') || identityDigits.test(text.normalize('NFKC')) ? 'reject' : 'review'
}

/** A code or number that tells who somebody is has digits enough, and an address its sign; signs of other kinds may be digits too. */
function mayIdentify(text: string): boolean {
  let digits = 0
  for (let index = 0; index < text.length; index++) {
    const sign = text.charCodeAt(index)
    if (sign === 64 || sign > 127 || (sign >= 48 && sign <= 57 && ++digits === fewestDigits)) return true
  }
  return false
}

const fewestDigits = 5

function sameCell(left: Cell | undefined, right: Cell | undefined): boolean {
  return (left?.text.trim() ?? '') === (right?.text.trim() ?? '')
}
