import { columnsOf, meaningsOf, sheetKinds, synonymsOf } from '../../model/columns.js'
import { rowsOf, type Cell, type Row, type Sheet } from '../cells.js'
import { keyOf } from '../headings.js'

/** A table as it stands in a sheet: its headings, and the cells under each of the first rows. */
export interface SampledTable {
  /** Its sheet, or all the sheets that have the same headings. */
  readonly sheets: readonly string[]
  readonly headingRow: number
  readonly headings: readonly string[]
  /** Rows under the headings, without those that sum or only remark. */
  readonly rows: readonly Row[]
  /** Whether these are all the rows of the sheet. */
  readonly isWhole: boolean
}

const headingSearch = 50
const mostRows = 2000
const fewestHeadings = 3
const longestHeading = 60

/** Finds the heading row of a sheet that nobody described and takes samples from under it; nothing when no row looks like headings. */
export async function sampleTable(sheet: Sheet): Promise<SampledTable | undefined> {
  const rows: Row[] = []
  let isWhole = true
  for await (const row of rowsOf(sheet)) {
    if (rows.length === mostRows) {
      isWhole = false
      break
    }
    rows.push(row)
  }
  const scored = rows.slice(0, headingSearch).map((row, index) => ({ row, index, score: headingScore(row, rows.slice(index + 1, index + 11)) }))
  const best = scored.reduce<(typeof scored)[number] | undefined>((left, right) => (right.score > (left?.score ?? 0) ? right : left), undefined)
  if (best === undefined) return undefined
  const headings = Array.from(best.row.cells, textOf)
  return { sheets: [sheet.name], headingRow: best.row.number, headings, isWhole, rows: rows.slice(best.index + 1).filter((row) => isData(row, headings)) }
}

/** What columns are called anywhere, as compared. */
const known = new Set(sheetKinds.flatMap((kind) => [
  ...columnsOf[kind].flatMap(({ heading }) => Object.values(heading)), ...columnsOf[kind].flatMap(synonymsOf), ...meaningsOf(kind).keys(),
]).map(keyOf))

/** How much a row looks like headings: short texts, all different, known words among them, and filled rows under it. */
function headingScore({ cells }: Row, below: readonly Row[]): number {
  const texts = Array.from(cells, textOf).filter((text) => text !== '')
  const filled = cells.filter((cell) => cell !== undefined).length
  if (texts.length < fewestHeadings || texts.length < filled || texts.some((text) => text.length > longestHeading)) return 0
  const distinct = new Set(texts.map(keyOf)).size / texts.length
  const recognised = texts.filter((text) => known.has(keyOf(text))).length
  const under = below.filter((row) => row.cells.filter((cell, index) => cell !== undefined && textOf(cells[index]) !== '').length >= texts.length / 2)
  const measured = under.some((row) => row.cells.some((cell) => cell !== undefined && /\d/.test(cell.text)))
  if (recognised < 2 && !(measured && under.length > 0)) return 0
  return recognised * 3 + texts.length * distinct + (measured ? 4 : 0) + Math.min(under.length, 3)
}

/** A row of data fills several of the columns and is no second heading row. */
function isData({ cells }: Row, headings: readonly string[]): boolean {
  const filled = cells.filter((cell, index) => cell !== undefined && headings[index] !== '').length
  const same = cells.filter((cell, index) => headings[index] !== '' && textOf(cell) === headings[index]).length
  return same < 2 && filled * 2 >= headings.filter((text) => text !== '').length * 0.8
}

function textOf(cell: Cell | undefined): string {
  return cell?.kind === 'text' ? cell.text.trim() : ''
}
