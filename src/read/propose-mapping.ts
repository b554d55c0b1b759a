import { columnsOf, sheetKinds, sheetNames, type Column, type SheetKind } from '../model/columns.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import { reviewSheetName } from '../model/review-sheet.js'
import { columnLetter, type Sheet } from './cells.js'
import { keyOf } from './headings.js'
import { proposeColumns, type ProposedColumn } from './proposal/propose-columns.js'
import { proposeValues, type ProposedValue } from './proposal/propose-values.js'
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
  /** A heading whose values are all different and could name the rows as well. */
  readonly also?: string
}

/** What a sheet of an export is taken for. */
export interface ProposedTable {
  readonly sheet: string
  readonly kind: SheetKind
  readonly headingRow: number
  readonly rowCount: number
  readonly isWhole: boolean
  readonly columns: readonly MappedColumn[]
  readonly lacking: readonly LackingColumn[]
  /** The rows under the headings, to look at again when a person corrects the proposal. */
  readonly table: SampledTable
}

const mostSamples = 3
const longestSample = 28

/**
 * Proposes what the sheets of a spreadsheet hold: the table of each, its heading row, and what each heading means by
 * its name and its contents. Sheets that look like no table are left out; nothing here decides for a person.
 */
export async function proposeMapping(sheets: readonly Sheet[]): Promise<ProposedTable[]> {
  const proposals: ProposedTable[] = []
  for (const sheet of sheets) {
    if (sheet.hidden || sheet.name === reviewSheetName) continue
    const table = await sampleTable(sheet)
    const proposal = table && proposeTable(table)
    if (proposal) proposals.push(proposal)
  }
  return proposals
}

/** The values of a list column that a mapping must translate. */
export function valuesToTranslate({ table }: ProposedTable, index: number, column: Column): ProposedValue[] {
  return proposeValues(table.rows.map((row) => row.cells[index]).filter((cell) => cell !== undefined), column)
}

/** Whether the reader understands every heading that it needs without a mapping. */
export function isOwnTable({ columns, lacking }: ProposedTable): boolean {
  return lacking.length === 0 && columns.every(({ reason }) => reason === 'own')
}

function proposeTable(table: SampledTable): ProposedTable | undefined {
  const tried = sheetKinds.map((kind) => ({ kind, columns: proposeColumns(table, kind) }))
  const best = tried.reduce((left, right) => (strength(right, table) > strength(left, table) ? right : left))
  const possible = new Set(best.columns.flatMap(({ keys }) => keys))
  const needed = neededOf(best.kind)
  return possible.size < 2 || needed.filter(({ key }) => possible.has(key)).length < Math.min(2, needed.length) ? undefined : proposalOf(table, best)
}

/** The same sheet taken for the table that a person says it is. */
export function proposedAs({ table }: Pick<ProposedTable, 'table'>, kind: SheetKind): ProposedTable {
  return proposalOf(table, { kind, columns: proposeColumns(table, kind) })
}

function neededOf(kind: SheetKind): readonly Column[] {
  return columnsOf[kind].filter(({ must }) => must)
}

function proposalOf(table: SampledTable, best: { kind: SheetKind; columns: readonly ProposedColumn[] }): ProposedTable {
  const sure = new Set(best.columns.filter((column) => column.sure).flatMap(({ keys }) => keys))
  const columns = best.columns.map((column) => ({ ...column, letter: columnLetter(column.index), samples: samplesOf(table, column.index) }))
  const lacking = neededOf(best.kind).filter(({ key }) => !sure.has(key)).map((column) => ({ column, ...alsoNaming(column, columns, table) }))
  return { sheet: table.sheet, kind: best.kind, headingRow: table.headingRow, rowCount: table.rows.length, isWhole: table.isWhole, columns, lacking, table }
}

/** How well a table explains the headings; the name of the sheet speaks too. */
function strength({ kind, columns }: { kind: SheetKind; columns: readonly ProposedColumn[] }, { sheet }: SampledTable): number {
  const named = Object.values(sheetNames[kind]).some((name) => keyOf(name) === keyOf(sheet)) ? 2 : 0
  const needed = new Set(columnsOf[kind].filter(({ must }) => must).map(({ key }) => key))
  return columns.reduce((sum, { keys, sure }) => sum + (sure ? 2 : keys.length > 0 ? 0.75 : 0) + (sure && needed.has(keys[0] as string) ? 0.5 : 0), named)
}

/** Rows without an ID of their own may be named by a column whose every value stands there once. */
function alsoNaming({ key }: Column, columns: readonly MappedColumn[], table: SampledTable): { also?: string } {
  const voucher = key === 'id' ? columns.find(({ keys, sure }) => sure && keys[0] === 'voucher') : undefined
  if (voucher === undefined || table.rows.length === 0) return {}
  const values = table.rows.map((row) => row.cells[voucher.index]?.text.trim() ?? '')
  return new Set(values).size === values.length && !values.includes('') ? { also: voucher.heading } : {}
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
