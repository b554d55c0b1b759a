import type { SheetKind } from '../model/columns.js'
import { columnsOf } from '../model/columns.js'
import { KorvausError } from '../model/errors.js'
import type { InputFile } from '../model/inputs.js'
import type { SourceFinding } from '../model/service-log.js'
import type { Row, Sheet } from './cells.js'
import type { HeadingRow } from './headings.js'
import { headingNear } from './near-heading.js'

const fewestCells = 4
const fewestRows = 3

/** What a sheet holds outside any table: titles and notes above the headings, or a whole sheet that nobody understands. */
export class UnreadSheet {
  readonly #file: InputFile
  readonly #sheet: Sheet
  #first = 0
  #last = 0
  #count = 0
  #tabular = 0
  #lacking: { readonly row: number; readonly kind: SheetKind; readonly columns: readonly string[]; readonly present: number; readonly unknown: readonly string[]; readonly isMapped: boolean } | undefined

  constructor(file: InputFile, sheet: Sheet) {
    this.#file = file
    this.#sheet = sheet
  }

  /** A row that is not part of a table. */
  note(row: Row): void {
    if (this.#first === 0) this.#first = row.number
    this.#last = row.number
    this.#count += 1
    if (this.#tabular < fewestRows && isTabular(row)) this.#tabular += 1
  }

  /** A row that looks like headings, but lacks some that are needed. */
  lacks(row: Row, heading: HeadingRow, columns: readonly string[], present: number): void {
    const unknown = heading.unknown.map((index) => heading.texts[index] as string)
    if (this.#lacking === undefined || present > this.#lacking.present) this.#lacking = { row: row.number, kind: heading.kind, columns, present, unknown, isMapped: heading.isMapped }
    this.note(row)
  }

  /**
   * What is to be said of the rows that were not read. Throws `input-without-column` for a sheet that is clearly a table
   * of the service log, or is one by the mapping, but for the columns that it lacks.
   */
  finding(hasTable: boolean): SourceFinding | undefined {
    const place = { file: this.#file.path, sheet: this.#sheet.name }
    if (hasTable) return this.#count === 0 ? undefined : { rule: 'SRC-026', effect: 'note', at: { ...place, cell: this.#first === this.#last ? String(this.#first) : `${this.#first}:${this.#last}` }, values: {} }
    const lacking = this.#lacking
    if (lacking !== undefined) {
      const musts = columnsOf[lacking.kind].filter(({ must }) => must).length
      if (lacking.isMapped || lacking.columns.length * 2 <= musts) throw lackingColumn(lacking, place)
      return { rule: 'SRC-025', effect: 'review', at: { ...place, cell: String(lacking.row) }, values: {} }
    }
    return this.#tabular < fewestRows ? undefined : { rule: 'SRC-025', effect: 'review', at: place, values: {} }
  }
}

/** Of the columns that are lacking, one whose heading is only misspelled is named first. */
function lackingColumn({ kind, columns, unknown }: { kind: SheetKind; columns: readonly string[]; unknown: readonly string[] }, place: { file: string; sheet: string }): KorvausError {
  const misspelled = columnsOf[kind].filter(({ key }) => columns.includes(key)).map((column) => ({ column, near: headingNear(column, unknown) })).find(({ near }) => near !== undefined)
  const column = misspelled?.column.key ?? (columns[0] as string)
  return new KorvausError('input-without-column', { path: place.file, sheet: place.sheet, column, near: misspelled?.near === undefined ? '' : ` (→ ”${misspelled.near}”?)` })
}

/** Whether a row may belong to a table: several cells, and a date or a number among them. */
function isTabular({ cells }: Row): boolean {
  const filled = cells.filter((cell) => cell !== undefined)
  return filled.length >= fewestCells && filled.some(({ kind }) => kind === 'number' || kind === 'date')
}
