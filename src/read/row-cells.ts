import type { Cell } from './cells.js'

/** The cells of the row that is being read, in one array for all rows: each row takes away a copy of just its length. */
export class RowCells {
  readonly slots: (Cell | undefined)[] = []
  /** How many places the row has so far. */
  count = 0
  filled = false

  start(): void {
    this.count = 0
    this.filled = false
  }

  /** Puts a cell into its column, at the end or beyond; the places between hold nothing. */
  append(column: number, cell: Cell | undefined): void {
    const { slots } = this
    while (this.count < column) slots[this.count++] = undefined
    slots[this.count++] = cell
    if (cell !== undefined) this.filled = true
  }

  taken(): (Cell | undefined)[] {
    return this.slots.slice(0, this.count)
  }
}
