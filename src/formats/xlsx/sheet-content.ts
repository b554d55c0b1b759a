import type { IsoDate } from '../../model/dates.js'
import type { Cents } from '../../model/money.js'

/** What a cell holds; `undefined` leaves it empty. */
export type CellValue =
  | { readonly text: string }
  | { readonly date: IsoDate }
  | { readonly euros: Cents }
  | { readonly count: number }
  | { readonly decimal: string; readonly price?: true }
  | undefined

export interface SheetColumn {
  readonly heading: string
  /** In characters. */
  readonly width: number
  /** A sum of the column stands under its last row. */
  readonly sum?: boolean
}

export interface SheetContent {
  /** How many pages wide the sheet is printed; 1 unless said. */
  readonly pagesWide?: number
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: ReadonlyArray<readonly CellValue[]>
}
