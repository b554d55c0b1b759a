import type { Cell } from '../cells.js'

const leastSlots = 64
const mostSlots = 16_384
/** Cells are rarely shorter; more slots than cells would cost small tables more than they hold. */
const usualLength = 8
const longest = 64

/** The cells of a text table: those as they stand, and those in which quotation marks stand doubled. */
export class TableTexts {
  readonly plain: TextCells
  readonly doubled: TextCells

  constructor(text: Buffer) {
    this.plain = new TextCells(text, (written) => written)
    this.doubled = new TextCells(text, (written) => written.replaceAll('""', '"'))
  }
}

/** Cells of a text table by their bytes: the same dates, amounts and words come again and again, and are made once. */
class TextCells {
  readonly #text: Buffer
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  readonly #cells: (Cell | undefined)[]
  /** The hashes of the texts seen last: one that stands in a single row is never kept. */
  readonly #seen: Int32Array

  /** Makes of what is written in the file what it means. */
  readonly #read: (written: string) => string

  constructor(text: Buffer, read: (written: string) => string) {
    const slots = slotsFor(text.length)
    this.#text = text
    this.#read = read
    this.#starts = new Int32Array(slots)
    this.#ends = new Int32Array(slots)
    this.#seen = new Int32Array(slots)
    this.#cells = Array.from({ length: slots })
  }

  /** The cell of some bytes, by a hash of them; `ascii` says that none is beyond ASCII. */
  cell(hash: number, from: number, to: number, ascii: boolean): Cell {
    if (to - from > longest) return this.#make(from, to, ascii)
    const slot = (hash ^ (hash >>> 15)) & (this.#cells.length - 1)
    const known = this.#cells[slot]
    if (known !== undefined && this.#isSame(slot, from, to)) return known
    const cell = this.#make(from, to, ascii)
    if (this.#seen[slot] !== hash) {
      this.#seen[slot] = hash
      return cell
    }
    this.#cells[slot] = cell
    this.#starts[slot] = from
    this.#ends[slot] = to
    return cell
  }

  #make(from: number, to: number, ascii: boolean): Cell {
    return { kind: 'text', text: this.#read(this.#text.toString(ascii ? 'latin1' : 'utf8', from, to)) }
  }

  #isSame(slot: number, from: number, to: number): boolean {
    const text = this.#text
    let at = this.#starts[slot] as number
    if ((this.#ends[slot] as number) - at !== to - from) return false
    for (let other = from; other < to; other++, at++) if (text[other] !== text[at]) return false
    return true
  }
}

/** A power of two, about the number of cells that the text may hold. */
function slotsFor(length: number): number {
  let slots = leastSlots
  while (slots < mostSlots && slots * usualLength < length) slots *= 2
  return slots
}
