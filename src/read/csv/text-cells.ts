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

  /** `length` is that of the whole text, in bytes. */
  constructor(length: number) {
    this.plain = new TextCells(length, (written) => written)
    this.doubled = new TextCells(length, (written) => written.replaceAll('""', '"'))
  }
}

/** Cells of a text table by their bytes: the same dates, amounts and words come again and again, and are made once. */
class TextCells {
  readonly #cells: (Cell | undefined)[]
  /** The bytes of the cells that are kept, each in the place of its slot, and how many they are. */
  readonly #bytes: Buffer
  readonly #lengths: Uint8Array
  /** The hashes of the texts seen last: one that stands in a single row is never kept. */
  readonly #seen: Int32Array

  /** Makes of what is written in the file what it means. */
  readonly #read: (written: string) => string

  constructor(length: number, read: (written: string) => string) {
    const slots = slotsFor(length)
    this.#read = read
    this.#bytes = Buffer.allocUnsafeSlow(slots * longest)
    this.#lengths = new Uint8Array(slots)
    this.#seen = new Int32Array(slots)
    this.#cells = Array.from({ length: slots })
  }

  /** The cell of some bytes, by a hash of them; `ascii` says that none is beyond ASCII. */
  cell(hash: number, text: Buffer, from: number, to: number, ascii: boolean): Cell {
    if (to - from > longest) return this.#make(text, from, to, ascii)
    const slot = (hash ^ (hash >>> 15)) & (this.#cells.length - 1)
    const known = this.#cells[slot]
    if (known !== undefined && this.#isSame(slot, text, from, to)) return known
    const cell = this.#make(text, from, to, ascii)
    if (this.#seen[slot] !== hash) {
      this.#seen[slot] = hash
      return cell
    }
    this.#cells[slot] = cell
    this.#lengths[slot] = to - from
    text.copy(this.#bytes, slot * longest, from, to)
    return cell
  }

  #make(text: Buffer, from: number, to: number, ascii: boolean): Cell {
    return { kind: 'text', text: this.#read(text.toString(ascii ? 'latin1' : 'utf8', from, to)) }
  }

  #isSame(slot: number, text: Buffer, from: number, to: number): boolean {
    if (this.#lengths[slot] !== to - from) return false
    const bytes = this.#bytes
    for (let other = from, at = slot * longest; other < to; other++, at++) if (text[other] !== bytes[at]) return false
    return true
  }
}

/** A power of two, about the number of cells that the text may hold. */
function slotsFor(length: number): number {
  let slots = leastSlots
  while (slots < mostSlots && slots * usualLength < length) slots *= 2
  return slots
}
