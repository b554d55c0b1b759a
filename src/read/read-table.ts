import type { Column } from '../model/columns.js'
import { findIdentifiers, withoutIdentifiers } from '../model/identifiers.js'
import type { CellSource, RowSource, SourceFinding, TableSource } from '../model/service-log.js'
import type { Effect } from '../model/values.js'
import { columnLetter, type Cell, type CellRange, type Row } from './cells.js'
import { keyOf, type HeadingRow } from './headings.js'
import { readValue, type ReadValue, type SourceCode } from './values.js'

/** A row read by its columns: what could be read, and the keys of the cells that could not. */
export interface ReadRow {
  readonly source: RowSource
  readonly values: Readonly<Record<string, ReadValue>>
  readonly unreadable: readonly string[]
  readonly findings: readonly Omit<SourceFinding, 'item' | 'case'>[]
}

const totalWords = new Set(['yhteensä', 'summa', 'totalt', 'total', 'summe', 'välisumma', 'delsumma', 'subtotal', 'kaikkiyhteensä', 'sammanlagt'])
const longestRaw = 60
const shownTypes = new Set(['date', 'money', 'number', 'yes-no', 'choice', 'choices'])
/** What the cells of these columns hold is a name for something and stands in outputs: it must identify nobody. */
const nameKeys = new Set(['id', 'case', 'voucher', 'decision', 'credits', 'account', 'costCentre', 'worker', 'statement'])

/** Whether a row of the table sums the others instead of being one of them. */
export function isTotalRow(row: Row, heading: HeadingRow): boolean {
  const hasName = heading.naming.some((index) => row.cells[index] !== undefined && !isWord(row.cells[index]))
  return !hasName && row.cells.some(isWord)
}

function isWord(cell: Cell | undefined): boolean {
  return cell?.kind === 'text' && totalWords.has(keyOf(cell.text))
}

/** Names that say nothing, in the place of names that identify: the same for the same text within one service log. */
export class Placeholders {
  readonly #names = new Map<string, string>()

  for(text: string): string {
    const name = this.#names.get(text) ?? `[${this.#names.size + 1}]`
    this.#names.set(text, name)
    return name
  }
}

/** Reads the cells of a row by the columns of its table. */
export function readRow(row: Row, heading: HeadingRow, table: TableSource, placeholders: Placeholders): ReadRow {
  const values: Record<string, ReadValue> = {}
  const unreadable: string[] = []
  const raw: Record<string, string> = {}
  const findings: Omit<SourceFinding, 'item' | 'case'>[] = []
  const add = (rule: SourceCode, effect: Effect, index: number, column: Column, more: Record<string, string> = {}) => {
    findings.push({ rule, effect, at: cellAt(table, row.number, index, row.cells[index], column), values: { column: column.key, ...more } })
  }

  for (const [index, column] of heading.columns) {
    const cell = row.cells[index]
    const reading = readValue(cell, column)
    if (reading === undefined) continue
    if ('problem' in reading) {
      unreadable.push(column.key)
      add(reading.problem, 'reject', index, column, reading.values)
      continue
    }
    values[column.key] = reading.value
    if (shownTypes.has(column.type) && cell?.kind === 'text' && cell.text !== reading.value) raw[column.key] = cell.text
    if (reading.remark) add(reading.remark, 'note', index, column)
    if (nameKeys.has(column.key) && typeof reading.value === 'string' && identifies(reading.value)) {
      values[column.key] = placeholders.for(reading.value)
      add('SRC-021', 'reject', index, column)
    }
  }
  for (const [index, first] of heading.repeated) {
    const column = heading.columns.get(first)
    if (column === undefined || sameCell(row.cells[index], row.cells[first])) continue
    delete values[column.key]
    unreadable.push(column.key)
    add('SRC-015', 'reject', index, column)
  }
  return { source: { table, row: row.number, ...(Object.keys(raw).length > 0 ? { raw } : {}) }, values, unreadable, findings }
}

/** Rows of the table that a merged range covers beyond its first cell. */
export function mergedRows(merges: readonly CellRange[], heading: HeadingRow): Map<number, CellRange> {
  const covered = new Map<number, CellRange>()
  for (const range of merges) {
    const touches = [...heading.columns.keys()].some((column) => range.firstColumn <= column && column <= range.lastColumn)
    if (!touches || range.lastRow <= heading.row) continue
    for (let row = Math.max(range.firstRow, heading.row + 1); row <= Math.min(range.lastRow, heading.row + mostMergedRows); row++) covered.set(row, range)
  }
  return covered
}
const mostMergedRows = 1_048_576

/** The source of a cell, with its text only where the column holds dates, numbers or choices. */
function cellAt(table: TableSource, row: number, index: number, cell: Cell | undefined, column: Column): CellSource {
  const raw = cell !== undefined && shownTypes.has(column.type) ? withoutIdentifiers(cell.text).slice(0, longestRaw) : undefined
  return { file: table.file, sheet: table.sheet, cell: `${columnLetter(index)}${row}`, ...(raw === undefined ? {} : { raw }) }
}

function identifies(text: string): boolean {
  return findIdentifiers(text).some((kind) => kind !== 'phone')
}

function sameCell(left: Cell | undefined, right: Cell | undefined): boolean {
  return (left?.text.trim() ?? '') === (right?.text.trim() ?? '')
}
