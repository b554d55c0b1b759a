import { rangeOf } from '../cells.js'
import { visitTags } from '../xml/tags.js'
import type { NumberFormat } from '../number-format.js'
import { formatOf } from './number-formats.js'

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string
  readonly hidden: boolean
  readonly relation: string
}

export interface WorkbookPart {
  readonly sheets: readonly ListedSheet[]
  readonly datesFrom1904: boolean
  /** Whether its formulas wait for a program that calculates them. */
  readonly calculatesOnLoad: boolean
}

/** Reads `workbook.xml`: the sheets in their order, and the date system. */
export function readWorkbookPart(bytes: Buffer, path: string): WorkbookPart {
  const sheets: ListedSheet[] = []
  let datesFrom1904 = false
  let calculatesOnLoad = false
  visitTags(bytes, path, {
    open(name, { date1904, fullCalcOnLoad, name: title = '', state, id = '' }) {
      // Excel repeats the element for its extensions, without the date system.
      if (name === 'workbookPr') datesFrom1904 ||= date1904 === '1' || date1904 === 'true'
      if (name === 'calcPr') calculatesOnLoad ||= fullCalcOnLoad === '1' || fullCalcOnLoad === 'true'
      if (name === 'sheet') sheets.push({ name: title, hidden: state === 'hidden' || state === 'veryHidden', relation: id })
    },
  })
  return { sheets, datesFrom1904, calculatesOnLoad }
}

/** Where a relation leads, and the last word of its type. */
export interface Relation {
  readonly target: string
  readonly type: string
}

/** Reads a relations part: ID → relation. Those that lead out of the file are left out. */
export function readRelations(bytes: Buffer | undefined, path: string): Map<string, Relation> {
  const relations = new Map<string, Relation>()
  if (bytes === undefined) return relations
  visitTags(bytes, path, {
    open(name, { Id = '', Target = '', Type = '', TargetMode }) {
      if (name === 'Relationship' && TargetMode !== 'External') relations.set(Id, { target: Target, type: Type.split('/').at(-1) ?? '' })
    },
  })
  return relations
}

/** The rows in which a defined table keeps its totals: the last ones of its range. */
export function readTotalRows(bytes: Buffer, path: string): number[] {
  const rows: number[] = []
  visitTags(bytes, path, {
    open(name, { ref = '', totalsRowCount = '0' }) {
      const range = name === 'table' ? rangeOf(ref) : undefined
      if (range === undefined) return
      const count = Math.min(Number(totalsRowCount) || 0, range.lastRow - range.firstRow, mostTotalRows)
      for (let row = range.lastRow - count + 1; row <= range.lastRow; row++) rows.push(row)
    },
  })
  return rows
}

const mostTotalRows = 100

/** What the cell styles show a number as, by their index. */
export function readNumberFormats(bytes: Buffer | undefined, path: string): NumberFormat[] {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  if (bytes === undefined) return formats
  let inCellFormats = false
  visitTags(bytes, path, {
    open(name, { numFmtId, formatCode = '' }) {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode)
      if (name === 'cellXfs') inCellFormats = true
      if (name === 'xf' && inCellFormats) formats.push(formatOf(Number(numFmtId ?? 0), codes.get(Number(numFmtId ?? 0))))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return formats
}
