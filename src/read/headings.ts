import { columnsOf, sheetKinds, sheetNames, synonymsOf, type Column, type SheetKind } from '../model/columns.js'
import type { Cell, Row } from './cells.js'
import { noMapping, type Mapping } from './mapping.js'
import { fitsPattern } from './sheet-mappings.js'

/** A column of the sheet that holds a column of the service log. */
export interface TableColumn {
  readonly index: number
  readonly column: Column
}

/** A heading row that was recognised: which table it heads, and which column of the sheet holds which key. */
export interface HeadingRow {
  readonly kind: SheetKind
  readonly row: number
  readonly columns: readonly TableColumn[]
  /** Headings that are none of ours: their column indexes. */
  readonly unknown: readonly number[]
  /** Columns with a heading that stands further left too. */
  readonly repeated: readonly (TableColumn & { readonly first: number })[]
  /** The headings as they stand, by column index. */
  readonly texts: readonly string[]
  /** Whether the mapping says which table the sheet is. */
  readonly isMapped: boolean
}

const fewestHeadings = 2

/** Recognises a row of headings in Finnish, Swedish or English or by the mapping, in any order, whatever the capitals and spaces. */
export function readHeadings(row: Row, sheetName: string, mapping: Mapping = noMapping): HeadingRow | undefined {
  const texts = Array.from(row.cells, textOf)
  const wanted = kindByName(sheetName, mapping)
  const kinds = wanted?.certain === true ? [wanted.kind] : sheetKinds
  const candidates = kinds.map((kind) => headingRow(kind, row.number, texts, mapping, wanted?.certain === true))
  const best = candidates.reduce((left, right) => (score(right, wanted?.kind) > score(left, wanted?.kind) ? right : left))
  return best.columns.length >= fewestHeadings ? best : undefined
}

/** A heading without capitals, spaces and signs: how headings are compared. A percentage stays one: “ALV %” is a rate and no amount. */
export function keyOf(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('%', 'prosentti').replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whether a row is the heading row once more, as printed tables repeat it on each page. */
export function repeatsHeading({ cells }: Row, heading: HeadingRow): boolean {
  return heading.columns.every(({ index }) => cells[index]?.kind === 'text' && textOf(cells[index]) === heading.texts[index])
}

function kindByName(sheetName: string, mapping: Mapping): { kind: SheetKind; certain: boolean } | undefined {
  const mapped = Object.entries(mapping.sheets).find(([pattern]) => fitsPattern(sheetName, pattern))?.[1]
  if (mapped !== undefined && mapped !== 'skip' && !Array.isArray(mapped)) return { kind: mapped as SheetKind, certain: true }
  const kind = sheetKinds.find((one) => Object.values(sheetNames[one]).some((name) => keyOf(name) === keyOf(sheetName)))
  return kind && { kind, certain: false }
}

function headingRow(kind: SheetKind, row: number, texts: readonly string[], mapping: Mapping, isMapped: boolean): HeadingRow {
  const known = headingIndex(kind, mapping)
  const columns: TableColumn[] = []
  const unknown: number[] = []
  const repeated: (TableColumn & { first: number })[] = []
  const called = synonymsHere(kind, texts, known, mapping)
  texts.forEach((text, index) => {
    if (text === '') return
    const found = known.get(keyOf(text)) ?? called.get(index)
    if (found === undefined) unknown.push(index)
    for (const column of found ?? []) {
      const before = columns.find((one) => one.column === column)
      if (before === undefined) columns.push({ index, column })
      else repeated.push({ index, column, first: before.index })
    }
  })
  return { kind, row, columns, unknown, repeated, texts, isMapped }
}

/**
 * The headings that everybody knows for a column that the row lacks otherwise, the surest heading of each column alone.
 * Under names that may hold a person's, such as “Asiakas”, nothing is taken for a code unless a person says so.
 */
function synonymsHere(kind: SheetKind, texts: readonly string[], known: ReadonlyMap<string, readonly Column[]>, { constants, joins }: Mapping): Map<number, readonly Column[]> {
  const keys = texts.map(keyOf)
  const present = new Set([...keys.flatMap((key) => known.get(key) ?? []).map(({ key }) => key), ...Object.keys(constants), ...joins.map(({ column }) => column)])
  const found = new Map<number, readonly Column[]>()
  for (const [column, names] of synonymKeys(kind)) {
    if (present.has(column.key)) continue
    const name = names.find((one) => keys.some((key, index) => key === one && !known.has(key) && !found.has(index)))
    if (name !== undefined) found.set(keys.findIndex((key, index) => key === name && !found.has(index)), [column])
  }
  return found
}

const synonymLists = new Map<SheetKind, readonly (readonly [Column, readonly string[]])[]>()
const saysCode = /tunn|numero|nro|nr$|id$|koodi|kod|code|number|viite|referens|pseudo/

/** What exports call each column of a table, as compared; a name that two columns share is neither's. */
function synonymKeys(kind: SheetKind): readonly (readonly [Column, readonly string[]])[] {
  const known = synonymLists.get(kind)
  if (known !== undefined) return known
  const all = columnsOf[kind].map((column) => [column, synonymsOf(column).map(keyOf)] as const)
  const own = new Set(columnsOf[kind].flatMap(({ heading }) => Object.values(heading).map(keyOf)))
  const isShared = (name: string) => own.has(name) || all.filter(([, names]) => names.includes(name)).length > 1
  const lists = all.map(([column, names]) => [column, names.filter((name) => !isShared(name) && (column.privacy !== 'name' || column.names === 'decision' || column.names === 'voucher' || saysCode.test(name)))] as const)
  synonymLists.set(kind, lists)
  return lists
}

/** The table that recognises most of the headings; a tie goes to the one that the sheet is named after. */
function score(candidate: HeadingRow, named: SheetKind | undefined): number {
  return candidate.columns.length * 2 - candidate.unknown.length + (candidate.kind === named ? 1 : 0)
}

const indexes = new WeakMap<Mapping, Map<SheetKind, Map<string, readonly Column[]>>>()

/** The columns of a table by their headings as compared; the mapping goes before the names that everybody uses. */
function headingIndex(kind: SheetKind, mapping: Mapping): Map<string, readonly Column[]> {
  const known = indexes.get(mapping) ?? new Map<SheetKind, Map<string, readonly Column[]>>()
  indexes.set(mapping, known)
  const index = known.get(kind) ?? new Map<string, readonly Column[]>()
  if (known.has(kind)) return index
  known.set(kind, index)
  const columns = columnsOf[kind].filter(({ key }) => key !== 'id' || mapping.id === undefined)
  for (const column of columnsOf[kind]) for (const heading of Object.values(column.heading)) index.set(keyOf(heading), columns.includes(column) ? [column] : [])
  for (const [heading, keys] of Object.entries(mapping.headings)) {
    const meant = keys === 'skip' ? [] : columns.filter(({ key }) => [keys].flat().includes(key))
    if (keys === 'skip' || meant.length > 0) index.set(keyOf(heading), meant)
  }
  if (kind === 'costs') addSigns(index, columns, mapping)
  return index
}

/** The columns that say the sign of amounts are known, though nothing is read from them alone; a debit column without a meaning is the net amount. */
function addSigns(index: Map<string, readonly Column[]>, columns: readonly Column[], { amount, sign }: Mapping): void {
  for (const heading of [amount?.credit, sign?.column]) if (heading !== undefined && !(index.get(keyOf(heading))?.length)) index.set(keyOf(heading), [])
  if (amount !== undefined && !index.has(keyOf(amount.debit))) index.set(keyOf(amount.debit), columns.filter(({ key }) => key === 'net'))
}

function textOf(cell: Cell | undefined): string {
  return cell?.kind === 'text' ? cell.text.trim() : ''
}
