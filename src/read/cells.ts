import type { IsoDate } from '../model/dates.js'

/** What a cell holds, before anyone asks what it means. `text` is the exact source text of the value. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  /** A number that its format shows as another: a percentage, a time of day, thousands, another currency than euros. */
  | { readonly kind: 'measure'; readonly text: string; readonly unit: string }
  | { readonly kind: 'date'; readonly text: string; readonly date: IsoDate | undefined }
  | { readonly kind: 'boolean'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'formula-without-value'; readonly text: '' }

/** A row of a sheet: its number as spreadsheets count, and its cells by column index from 0. */
export interface Row {
  readonly number: number
  readonly hidden: boolean
  readonly cells: ReadonlyArray<Cell | undefined>
}

/** A sheet whose rows are read as they are asked for. */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** Rows that hold something, some at a time, in the order of the file. What is known only at the end (merges, hidden columns) is complete after the last. */
  rows(): AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>
  readonly hiddenColumns: ReadonlySet<number>
  readonly merges: readonly CellRange[]
  /** Numbers of the rows in which the defined tables of a workbook keep their totals. */
  readonly totalRows?: ReadonlySet<number>
  /** Whether the dates of the workbook count from 1904. */
  readonly datesFrom1904: boolean
}

/** The rows of a sheet, one by one. */
export async function* rowsOf(sheet: Sheet): AsyncGenerator<Row> {
  for await (const rows of sheet.rows()) yield* rows
}

/** What a sheet says beside its rows; complete after the last row. */
export interface SheetNotes {
  readonly hiddenColumns: Set<number>
  readonly merges: CellRange[]
}

export interface CellRange {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** The letters of a column: 0 is `A`, 26 is `AA`. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest === 0 ? '' : columnLetter(rest - 1)}${String.fromCharCode(65 + (index % 26))}`
}

/** The range of a reference such as `B2:D9`, or `undefined` when it is none. */
export function rangeOf(reference: string): CellRange | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(reference)
  if (!match) return undefined
  const [, column = '', row = '', toColumn = column, toRow = row] = match
  return { firstRow: Number(row), lastRow: Number(toRow), firstColumn: columnIndex(column), lastColumn: columnIndex(toColumn) }
}

/** The index of column letters: `A` is 0. */
export function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}
