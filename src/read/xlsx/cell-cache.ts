import type { Cell } from '../cells.js'

const slots = 16_384
const longest = 48
/** Copied for each cache, which costs a hundredth of making it anew: a workbook has several sheets, a batch many workbooks. */
const empty: readonly (Cell | undefined)[] = Array.from({ length: slots })

/**
 * The cells made lately, by the bytes of their text: tables say the same dates, amounts and words again and again, and
 * a cell found here costs neither time nor memory.
 */
export class CellCache {
  readonly #cells: (Cell | undefined)[] = empty.slice()
  /** The hashes of the texts seen last: one that stands in a single cell is never kept. */
  readonly #seen = new Int32Array(slots)
  readonly #make: (block: Buffer, from: number, to: number) => Cell

  constructor(make: (block: Buffer, from: number, to: number) => Cell) {
    this.#make = make
  }

  cell(block: Buffer, from: number, to: number): Cell {
    if (to - from > longest) return this.#make(block, from, to)
    let hash = to - from
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (block[at] as number)) | 0
    const slot = (hash ^ (hash >>> 15)) & (slots - 1)
    const known = this.#cells[slot]
    if (known !== undefined && isSame(known.text, block, from, to)) return known
    const cell = this.#make(block, from, to)
    if (this.#seen[slot] === hash) this.#cells[slot] = cell
    else this.#seen[slot] = hash
    return cell
  }
}

/** Only texts of plain ASCII are found again: their bytes are their signs. */
function isSame(text: string, block: Buffer, from: number, to: number): boolean {
  if (text.length !== to - from) return false
  for (let index = 0; index < text.length; index++) {
    const byte = block[from + index] as number
    if (byte > 127 || byte === 0x26 || text.charCodeAt(index) !== byte) return false
  }
  return true
}
