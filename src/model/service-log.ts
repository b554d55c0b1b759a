import type { caseColumns, costColumns, decisionColumns, MustKey, residenceColumns, RowOf, SheetKind } from './columns.js'
import type { InputFile } from './inputs.js'
import type { Review } from './review.js'
import type { Effect } from './values.js'

/** A table of the service log as it was found: one sheet of one file, with the column letter of each key. */
export interface TableSource {
  /** The file as the user named it. */
  readonly file: string
  readonly sheet: string
  readonly kind: SheetKind
  /** Column key → column letter. */
  readonly columns: Readonly<Record<string, string>>
}

/** Where a row stands. `raw` keeps the cell texts that differ from the value read from them. */
export interface RowSource {
  readonly table: TableSource
  readonly row: number
  readonly raw?: Readonly<Record<string, string>>
}

/** One cell, as findings name it. */
export interface CellSource {
  readonly file: string
  readonly sheet?: string
  /** `C7`; only the row or only the column where the finding is about one of those. */
  readonly cell?: string
  readonly raw?: string
}

/** A row that was read: its source, and the keys of the cells that hold something unreadable. */
interface Read {
  readonly source: RowSource
  readonly unreadable: readonly string[]
}
/** One cost item: one service to one case, one voucher line. A row without an ID of its own is known by its row. */
export type CostItem = RowOf<typeof costColumns, 'id'> & Read
export type Case = RowOf<typeof caseColumns, MustKey<typeof caseColumns>> & Read
export type Residence = RowOf<typeof residenceColumns, MustKey<typeof residenceColumns>> & Read
export type Decision = RowOf<typeof decisionColumns, MustKey<typeof decisionColumns>> & Read

/** What the reader noticed: code, cell and values for the message; the texts are in the catalogues. */
export interface SourceFinding {
  readonly rule: `SRC-${string}`
  readonly effect: Effect
  readonly at: CellSource
  /** The item, case or decision that the cell belongs to, where it has one. */
  readonly item?: string
  readonly case?: string
  readonly values: Readonly<Record<string, string>>
  /** What an answer to the finding rests on, where that is more than the cell itself: another text makes the answer stale. */
  readonly restsOn?: string
}

/** An answer that an officer wrote into the review sheet. */
export interface SheetAnswer extends Pick<Review, 'item' | 'rule' | 'answer' | 'reason' | 'by' | 'facts'> {
  readonly until?: string
  readonly at: CellSource
}

/** What an organisation's spreadsheets say: every row that could be told apart, nothing judged. */
export interface ServiceLog {
  /** Every file that was read for it: the logs, their mappings and the tables that these look up. */
  readonly files: readonly InputFile[]
  readonly tables: readonly TableSource[]
  readonly items: readonly CostItem[]
  readonly cases: readonly Case[]
  readonly residences: readonly Residence[]
  readonly decisions: readonly Decision[]
  readonly findings: readonly SourceFinding[]
  /** Answers that an officer wrote into the review sheet of an annotated workbook. */
  readonly answers: readonly SheetAnswer[]
}

/** The cell of a key in a row: file, sheet and `C7`. */
export function cellOf(source: RowSource, key: string): CellSource {
  const letter = source.table.columns[key]
  const raw = source.raw?.[key]
  const cell = letter === undefined ? String(source.row) : `${letter}${source.row}`
  const { file, sheet } = source.table
  return raw === undefined ? { file, sheet, cell } : { file, sheet, cell, raw }
}
