import type { CellRange } from './cells.js'
import type { HeadingRow } from './headings.js'

/** The rows below the headings that a merged range covers, each with the first such range. */
export function coveringMerges<Row extends { readonly source: { readonly row: number } }>(merges: readonly CellRange[], rows: readonly Row[], heading: HeadingRow): { row: Row; range: CellRange }[] {
  const covered: { row: Row; range: CellRange }[] = []
  const ranges = merges.filter((range) => range.lastRow > heading.row && heading.columns.some(({ index }) => range.firstColumn <= index && index <= range.lastColumn))
  let at = 0
  for (const range of ranges.toSorted((left, right) => left.firstRow - right.firstRow)) {
    for (let row = rows[at]; row !== undefined && row.source.row <= range.lastRow; row = rows[++at]) {
      if (row.source.row >= range.firstRow) covered.push({ row, range })
    }
  }
  return covered
}
