/** Of so many columns it is known where the cells of the row above stand; more are read without it. */
export const columnsAbove = 64

/**
 * Where the cells of the row above stand, by column: an office writes the same provider, unit or day many rows long, and
 * a cell that is written like the one above it is found by one comparison.
 */
export class RowAbove {
  /** Where the row begins, and of how many columns it is known. */
  start = 0
  known = 0
  /** Where each cell begins, counted from there, and how long it is written. */
  readonly starts = new Int32Array(columnsAbove)
  readonly lengths = new Int32Array(columnsAbove)
  /** Whether the cell above was the one above it as well; not that at the end of a row, as its line end may have two signs. */
  readonly repeats = new Uint8Array(columnsAbove)
}
