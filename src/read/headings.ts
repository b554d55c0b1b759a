import { columnsOf, sheetKinds, sheetNames, type Column, type SheetKind } from '../model/columns.js'
import type { Cell, Row } from './cells.js'

/** A heading row that was recognised: which table it heads, and which column of the sheet holds which key. */
export interface HeadingRow {
  readonly kind: SheetKind
  readonly row: number
  /** Column index → column of the service log. */
  readonly columns: ReadonlyMap<number, Column>
  /** Headings that are none of ours, by column index. */
  readonly unknown: ReadonlyMap<number, string>
  /** Column index → the earlier index with the same heading. */
  readonly repeated: ReadonlyMap<number, number>
  /** Columns that only a row of the table itself fills: the case and the day. */
  readonly naming: readonly number[]
  /** The first heading of the row, to know the row again where it is repeated further down. */
  readonly first: { readonly index: number; readonly text: string }
}

const fewestHeadings = 2

/** Recognises a row of headings in Finnish, Swedish or English, in any order, whatever the capitals and spaces. */
export function readHeadings(row: Row, sheetName: string): HeadingRow | undefined {
  const texts = row.cells.map(textOf)
  const candidates = sheetKinds.map((kind) => headingRow(kind, row.number, texts))
  const named = sheetKinds.find((kind) => Object.values(sheetNames[kind]).some((name) => keyOf(name) === keyOf(sheetName)))
  const best = candidates.reduce((left, right) => (score(right, named) > score(left, named) ? right : left))
  return best.columns.size >= fewestHeadings ? best : undefined
}

/** A heading without capitals, spaces and signs: how headings are compared. */
export function keyOf(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function headingRow(kind: SheetKind, row: number, texts: readonly string[]): HeadingRow {
  const known = headingIndex(kind)
  const columns = new Map<number, Column>()
  const unknown = new Map<number, string>()
  const repeated = new Map<number, number>()
  const first = new Map<Column, number>()
  texts.forEach((text, index) => {
    if (text === '') return
    const column = known.get(keyOf(text))
    const before = column && first.get(column)
    if (column === undefined) unknown.set(index, text)
    else if (before !== undefined) repeated.set(index, before)
    else {
      columns.set(index, column)
      first.set(column, index)
    }
  })
  const naming = [...columns].filter(([, { key }]) => key === 'case' || key === 'serviceDate').map(([index]) => index)
  const index = Math.min(...columns.keys())
  return { kind, row, columns, unknown, repeated, naming, first: { index, text: texts[index] ?? '' } }
}

/** Whether a row is the heading row once more, as printed tables repeat it on each page. */
export function repeatsHeading({ cells }: Row, heading: HeadingRow): boolean {
  if (textOf(cells[heading.first.index]) !== heading.first.text) return false
  const known = headingIndex(heading.kind)
  return [...heading.columns].every(([index, column]) => known.get(keyOf(textOf(cells[index]))) === column)
}

/** The table that recognises most of the headings; a tie goes to the one that the sheet is named after. */
function score(candidate: HeadingRow, named: SheetKind | undefined): number {
  return candidate.columns.size * 2 - candidate.unknown.size + (candidate.kind === named ? 1 : 0)
}

const indexes = new Map<SheetKind, Map<string, Column>>()

function headingIndex(kind: SheetKind): Map<string, Column> {
  const known = indexes.get(kind)
  if (known) return known
  const index = new Map<string, Column>()
  for (const column of columnsOf[kind]) for (const heading of Object.values(column.heading)) index.set(keyOf(heading), column)
  indexes.set(kind, index)
  return index
}

function textOf(cell: Cell | undefined): string {
  return cell?.kind === 'text' ? cell.text.trim() : ''
}
