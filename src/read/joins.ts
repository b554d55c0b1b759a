import { columnsOf, type Column } from '../model/columns.js'
import { KorvausError } from '../model/errors.js'
import type { Cell, Row, Sheet } from './cells.js'
import { formsOf } from './forms/forms.js'
import { keyOf, type HeadingRow } from './headings.js'
import type { Join, Mapping } from './mapping.js'
import type { Reading } from './reading.js'
import { readValue } from './values.js'

/** A column that the sheet lacks and the mapping fills. */
export interface FilledColumn {
  readonly column: Column
  readonly valueOf: (row: Row) => Reading | undefined
  /** The column of the sheet that stands for it, where one does. */
  readonly at?: number
  /** All columns of the sheet that it is made of. */
  readonly parts?: readonly number[]
}

/** The tables that joins look up, by join. */
export type Lookups = ReadonlyMap<Join, ReadonlyMap<string, Cell | 'several'>>

const mostLookups = 500_000

/** The columns that constants and joins fill, of those that the table lacks. */
export function filledColumns(columns: readonly Column[], heading: HeadingRow, sheet: Sheet, mapping: Mapping, lookups: Lookups): FilledColumn[] {
  const present = new Set(heading.columns.map(({ column }) => column.key))
  return columns.filter(({ key }) => !present.has(key)).flatMap((column): FilledColumn[] => {
    const parts = column.key === 'id' ? idParts(heading, mapping) : undefined
    if (parts !== undefined) return parts.includes(-1) ? [] : [{ column, parts, at: parts[0] as number, valueOf: (row) => joinedId(parts, row) }]
    const constant = mapping.constants[column.key]
    if (constant !== undefined) return [{ column, valueOf: (row) => readValue({ kind: 'text', text: placed(constant, row, sheet) }, column, formsOf(mapping)) }]
    const join = mapping.joins.find((one) => one.column === column.key)
    const by = join === undefined ? -1 : columnBy(join.by, heading, mapping)
    const lookup = join && lookups.get(join)
    return lookup === undefined || by < 0 ? [] : [{ column, valueOf: (row) => joined(row.cells[by], lookup, column, mapping) }]
  })
}

/** The columns of the sheet that make an ID together; -1 for one that the sheet lacks. */
function idParts(heading: HeadingRow, mapping: Mapping): readonly number[] | undefined {
  return mapping.id?.map((part) => columnBy(part, heading, mapping))
}

/** Where a column stands: by its heading, or by the key that the heading has here or in another sheet of the mapping. */
function columnBy(name: string, heading: HeadingRow, mapping: Mapping): number {
  const byText = heading.texts.findIndex((text) => text !== '' && keyOf(text) === keyOf(name))
  if (byText >= 0) return byText
  const meant = Object.entries(mapping.headings).find(([text]) => keyOf(text) === keyOf(name))?.[1]
  const keys = meant === undefined || meant === 'skip' ? [name] : [meant].flat()
  const index = heading.columns.find(({ column }) => keys.includes(column.key))?.index
  return index ?? heading.texts.findIndex((text) => text !== '' && keys.some((key) => ownNames(key, heading).includes(keyOf(text)) || [mappedTo(text, mapping)].flat().includes(key)))
}

/** What the column of a key is called by itself; an ID made of several columns may have such a one among them. */
function ownNames(key: string, { kind }: HeadingRow): string[] {
  return columnsOf[kind].filter((column) => column.key === key).flatMap(({ heading }) => Object.values(heading).map(keyOf))
}

function mappedTo(heading: string, { headings }: Mapping): string | readonly string[] | undefined {
  return Object.entries(headings).find(([text]) => keyOf(text) === keyOf(heading))?.[1]
}

/** An ID of several cells; nothing where one of them is empty, so that two rows never share what is left. */
function joinedId(parts: readonly number[], { cells }: Row): Reading | undefined {
  const texts = parts.map((index) => cells[index]?.text.trim() ?? '')
  return texts.includes('') ? undefined : { value: texts.join('/') }
}

/** Reads the table that a join looks up. Throws `input-without-column` when one of its two headings is not there. */
export async function readLookup(join: Join, sheet: Sheet, path: string): Promise<ReadonlyMap<string, Cell | 'several'>> {
  const lookup = new Map<string, Cell | 'several'>()
  let places: { match: number; take: number } | undefined
  for await (const rows of sheet.rows()) {
    for (const row of rows) {
      if (places === undefined) {
        const [match, take] = [columnOf(row, join.match), columnOf(row, join.take)]
        if (match >= 0 && take >= 0) places = { match, take }
        continue
      }
      const [key, value] = [row.cells[places.match], row.cells[places.take]]
      if (key === undefined || value === undefined) continue
      const before = lookup.get(key.text.trim())
      lookup.set(key.text.trim(), before === undefined || (before !== 'several' && before.text === value.text) ? value : 'several')
      if (lookup.size > mostLookups) throw new KorvausError('input-too-large', { path, limit: { reason: 'limit-joined', limit: String(mostLookups) } })
    }
  }
  if (places === undefined) throw new KorvausError('input-without-column', { path, sheet: sheet.name, column: `${join.match}, ${join.take}`, near: '' })
  return lookup
}

/** What the joined table says of a value; no row or several that differ are a problem of the cell, never a guess. */
function joined(cell: Cell | undefined, lookup: ReadonlyMap<string, Cell | 'several'>, column: Column, mapping: Mapping): Reading | undefined {
  if (cell === undefined) return undefined
  const found = lookup.get(cell.text.trim())
  return found === undefined || found === 'several' ? { problem: 'SRC-024' } : readValue(found, column, formsOf(mapping))
}

function placed(constant: string, row: Row, sheet: Sheet): string {
  return constant.replaceAll('{row}', String(row.number)).replaceAll('{sheet}', sheet.name)
}

function columnOf(row: Row, heading: string): number {
  return row.cells.findIndex((cell) => cell?.kind === 'text' && keyOf(cell.text) === keyOf(heading))
}
