import { rangeOf } from '../cells.js'
import { visitTags } from '../xml/tags.js'

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string
  readonly hidden: boolean
  readonly relation: string
}

export interface WorkbookPart {
  readonly sheets: readonly ListedSheet[]
  readonly datesFrom1904: boolean
}

/** Reads `workbook.xml`: the sheets in their order, and the date system. */
export function readWorkbookPart(bytes: Buffer, path: string): WorkbookPart {
  const sheets: ListedSheet[] = []
  let datesFrom1904 = false
  visitTags(bytes, path, {
    open(name, { date1904, name: title = '', state, id = '' }) {
      if (name === 'workbookPr') datesFrom1904 = date1904 === '1' || date1904 === 'true'
      if (name === 'sheet') sheets.push({ name: title, hidden: state === 'hidden' || state === 'veryHidden', relation: id })
    },
  })
  return { sheets, datesFrom1904 }
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

/** Which cell styles show a number as a date. */
export function readDateStyles(bytes: Buffer | undefined, path: string): boolean[] {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  if (bytes === undefined) return styles
  let inCellFormats = false
  visitTags(bytes, path, {
    open(name, { numFmtId, formatCode = '' }) {
      if (name === 'numFmt') formats.set(Number(numFmtId), formatCode)
      if (name === 'cellXfs') inCellFormats = true
      if (name === 'xf' && inCellFormats) styles.push(isDateFormat(Number(numFmtId ?? 0), formats.get(Number(numFmtId ?? 0))))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return styles
}

/** Built-in formats 14–17, 22, 27–36 and 50–58 are dates; a custom one is when day or year letters stand outside quotes. */
function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  const bare = code.split(';')[0]?.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').replace(/s\.0+/gi, 's') ?? ''
  return /[dy]/i.test(bare) && !/[#0?]|general|standard|yleinen/i.test(bare)
}
