import { columnsOf, sheetKinds, sheetNames, type Column, type SheetKind } from '../model/columns.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import { columnLetter, type Sheet } from './cells.js'
import { keyOf } from './headings.js'
import { proposeColumns, type ProposedColumn } from './proposal/propose-columns.js'
import { codeOfValue, proposeValues, type ProposedValue } from './proposal/propose-values.js'
import { isReviewSheet } from './review-sheet.js'
import { sampleTable, type SampledTable } from './proposal/sample-table.js'

/** A heading of the sheet with what it probably means and some of what stands under it. */
export interface MappedColumn extends ProposedColumn {
  readonly letter: string
  /** A few different values; identity codes, addresses and phone numbers are masked. */
  readonly samples: readonly string[]
}

/** A column that the service log needs and the sheet does not surely have. */
export interface LackingColumn {
  readonly column: Column
  /** A heading whose values could fill it as well. */
  readonly also?: string
}

/** What a sheet of an export is taken for, or several sheets with the same headings, such as one for each month. */
export interface ProposedTable {
  readonly sheets: readonly string[]
  readonly kind: SheetKind
  readonly headingRow: number
  readonly rowCount: number
  readonly isWhole: boolean
  readonly columns: readonly MappedColumn[]
  readonly lacking: readonly LackingColumn[]
  /** The rows under the headings, to look at again when a person corrects the proposal. */
  readonly table: SampledTable
}

/** What a spreadsheet is taken for. */
export interface ProposedMapping {
  readonly tables: readonly ProposedTable[]
  /** Sheets that have headings and rows and are no table of a service log, such as sums by month. */
  readonly leftOut: readonly string[]
}

interface Tried {
  readonly kind: SheetKind
  readonly columns: readonly ProposedColumn[]
}

const mostSamples = 3
const longestSample = 28

/**
 * Proposes what the sheets of a spreadsheet hold: the table of each, its heading row, and what each heading means by
 * its name and its contents. Sheets that look like no table are left out; nothing here decides for a person.
 */
export async function proposeMapping(sheets: readonly Sheet[]): Promise<ProposedMapping> {
  const sampled = new Map<string, SampledTable>()
  for (const sheet of sheets) {
    if (sheet.hidden || (await isReviewSheet(sheet))) continue
    const table = await sampleTable(sheet)
    if (table === undefined) continue
    const headings = table.headings.map(keyOf).join('\n')
    const same = sampled.get(headings)
    sampled.set(headings, same === undefined ? table : { ...same, sheets: [...same.sheets, ...table.sheets], rows: [...same.rows, ...table.rows], isWhole: same.isWhole && table.isWhole })
  }
  const looked = [...sampled.values()].map((table) => ({ table, proposed: proposeTables(table) }))
  return { tables: looked.flatMap(({ proposed }) => proposed), leftOut: looked.flatMap(({ table, proposed }) => (proposed.length === 0 ? table.sheets : [])) }
}

/** The values of a list column that a mapping must translate. */
export function valuesToTranslate({ table }: ProposedTable, index: number, column: Column): ProposedValue[] {
  return proposeValues(table.rows.map((row) => row.cells[index]).filter((cell) => cell !== undefined), column)
}

/** Whether the reader understands every heading that it needs without a mapping. */
export function isOwnTable({ columns, lacking }: ProposedTable): boolean {
  return lacking.length === 0 && columns.every(({ reason }) => reason === 'own')
}

/** The table that explains most of the headings and, in a client list that has them too, the municipalities of residence. */
function proposeTables(table: SampledTable): ProposedTable[] {
  const tried = sheetKinds.map((kind) => ({ kind, columns: proposeColumns(table, kind) }))
  const best = tried.reduce((left, right) => (strength(right, table) > strength(left, table) ? right : left))
  const possible = new Set(best.columns.flatMap(({ keys }) => keys))
  const needed = neededOf(best.kind)
  if (possible.size < 2 || needed.filter(({ key }) => possible.has(key)).length < Math.min(2, needed.length)) return []
  return [proposalOf(table, best), ...tried.filter((other) => other.kind !== best.kind && isBeside(other, best)).map(({ kind, columns }) => proposalOf(table, { kind, columns: columns.filter(({ sure }) => sure) }))]
}

/** Whether a client list is the other of its two tables as well: all that this needs is surely there, and more than the list itself takes. */
function isBeside({ kind, columns }: Tried, best: Tried): boolean {
  const [own, taken] = [new Set(columns.filter(({ sure }) => sure).flatMap(({ keys }) => keys)), new Set(best.columns.filter(({ sure }) => sure).map(({ index }) => index))]
  const more = columns.filter(({ sure, index }) => sure && !taken.has(index)).length
  return clientTables.has(kind) && clientTables.has(best.kind) && more >= 2 && neededOf(kind).every(({ key }) => own.has(key))
}

const clientTables = new Set<SheetKind>(['cases', 'residences'])

/** The same sheet taken for the table that a person says it is. */
export function proposedAs({ table }: Pick<ProposedTable, 'table'>, kind: SheetKind): ProposedTable {
  return proposalOf(table, { kind, columns: proposeColumns(table, kind) })
}

function neededOf(kind: SheetKind): readonly Column[] {
  return columnsOf[kind].filter(({ must }) => must)
}

function proposalOf(table: SampledTable, best: Tried): ProposedTable {
  const sure = new Set(best.columns.filter((column) => column.sure).flatMap(({ keys }) => keys))
  const columns = best.columns.map((column) => ({ ...column, letter: columnLetter(column.index), samples: samplesOf(table, column.index) }))
  const lacking = neededOf(best.kind).filter(({ key }) => !sure.has(key)).map((column) => ({ column, ...alsoNaming(column, columns, table) }))
  return { sheets: table.sheets, kind: best.kind, headingRow: table.headingRow, rowCount: table.rows.length, isWhole: table.isWhole, columns, lacking, table }
}

/** How well a table explains the headings; the name of the sheet speaks too. */
function strength({ kind, columns }: Tried, { sheets }: SampledTable): number {
  const named = Object.values(sheetNames[kind]).some((name) => sheets.some((sheet) => keyOf(name) === keyOf(sheet))) ? 2 : 0
  const needed = new Set(columnsOf[kind].filter(({ must }) => must).map(({ key }) => key))
  return columns.reduce((sum, { keys, sure }) => sum + (sure ? 2 : keys.length > 0 ? 0.75 : 0) + (sure && needed.has(keys[0] as string) ? 0.5 : 0), named)
}

/**
 * Another column that tells what is lacking too: rows without an ID of their own may be named by vouchers that stand
 * there once, and the names of providers say what kind they are (Oy, ry).
 */
function alsoNaming(column: Column, columns: readonly MappedColumn[], table: SampledTable): { also?: string } {
  const { key } = column
  if (key === 'providerKind') return alsoTelling(column, columns, table)
  const voucher = key === 'id' ? columns.find(({ keys, sure }) => sure && keys[0] === 'voucher') : undefined
  if (voucher === undefined || table.rows.length === 0) return {}
  const values = table.rows.map((row) => row.cells[voucher.index]?.text.trim() ?? '')
  return new Set(values).size === values.length && !values.includes('') ? { also: voucher.heading } : {}
}

function alsoTelling(column: Column, columns: readonly MappedColumn[], table: SampledTable): { also?: string } {
  const provider = columns.find(({ keys, sure }) => sure && keys[0] === 'provider')
  if (provider === undefined || columns.some(({ keys }) => keys.includes(column.key))) return {}
  const names = new Set(table.rows.map((row) => row.cells[provider.index]?.text.trim() ?? '').filter((name) => name !== ''))
  const told = [...names].filter((name) => codeOfValue(name, column) !== undefined).length
  return told > 0 && told * 2 >= names.size ? { also: provider.heading } : {}
}

function samplesOf(table: SampledTable, index: number): string[] {
  const samples = new Set<string>()
  for (const row of table.rows) {
    const cell = row.cells[index]
    const text = cell === undefined ? '' : cell.kind === 'date' ? (cell.date ?? '') : withoutIdentifiers(cell.text.trim())
    if (text !== '') samples.add(text.length > longestSample ? `${text.slice(0, longestSample - 1)}…` : text)
    if (samples.size === mostSamples) break
  }
  return [...samples]
}
