import { KorvausError } from '../../model/errors.js'
import type { Cell } from '../cells.js'
import { textOfBytes } from '../xml/text.js'
import { unescapeExcel } from '../xml/unescape.js'
import { CellCache } from './cell-cache.js'
import { code } from '../xml/codes.js'
import { dateOfSerial } from './date-of-serial.js'
import type { SharedStrings } from './shared-strings.js'

/** What is needed of the workbook to know what its cells hold. */
export interface WorkbookValues {
  readonly path: string
  readonly sharedStrings: SharedStrings
  readonly dateStyles: readonly boolean[]
  readonly datesFrom1904: boolean
}

/** The kinds of cells by the value of `t`. */
export const cellKinds = { number: code('n'), shared: code('s'), formulaText: code('str'), inline: code('inlineStr'), boolean: code('b'), error: code('e'), date: code('d') }

const booleans: readonly [Cell, Cell] = [{ kind: 'boolean', text: 'FALSE' }, { kind: 'boolean', text: 'TRUE' }]

/** Makes cells of the bytes of their values, by kind and style. */
export class CellValues {
  readonly #workbook: WorkbookValues
  readonly #numbers: CellCache
  readonly #dates: CellCache
  readonly #texts: CellCache

  constructor(workbook: WorkbookValues) {
    this.#workbook = workbook
    this.#numbers = new CellCache((block, from, to) => ({ kind: 'number', text: block.toString('latin1', from, to) }))
    this.#texts = new CellCache((block, from, to) => ({ kind: 'text', text: unescapeExcel(textOfBytes(block, from, to, true, workbook.path)) }))
    this.#dates = new CellCache((block, from, to) => {
      const text = block.toString('latin1', from, to)
      return { kind: 'date', text, date: dateOfSerial(text, workbook.datesFrom1904) }
    })
  }

  /** The cell of a value, `undefined` for one that is empty. Throws `input-damaged` for what no spreadsheet writes. */
  of(kind: number, style: number, block: Buffer, start: number, end: number): Cell | undefined {
    if (kind === cellKinds.shared) return this.shared(wholeNumber(block, start, end))
    if (kind === cellKinds.inline || kind === cellKinds.formulaText) return this.#texts.cell(block, start, end)
    let [from, to] = [start, end]
    while (from < to && (block[from] as number) <= 0x20) from++
    while (to > from && (block[to - 1] as number) <= 0x20) to--
    if (from === to) return undefined
    switch (kind) {
      case cellKinds.number:
        return this.number(style, block, from, to)
      case cellKinds.boolean:
        return booleans[isTrue(block, from, to) ? 1 : 0]
      case cellKinds.error:
        return { kind: 'error', text: block.toString('latin1', from, to) }
      case cellKinds.date: {
        const text = block.toString('latin1', from, to)
        return { kind: 'date', text, date: text.slice(0, 10) }
      }
      default:
        throw this.#damaged('an unknown kind of cell')
    }
  }

  /** A number by its style: a day where the style shows days. */
  number(style: number, block: Buffer, from: number, to: number): Cell {
    return style >= 0 && this.#workbook.dateStyles[style] === true ? this.#dates.cell(block, from, to) : this.#numbers.cell(block, from, to)
  }

  shared(index: number): Cell {
    const cell = this.#workbook.sharedStrings.cell(index)
    if (cell === undefined) throw this.#damaged('a shared text that is missing')
    return cell
  }

  #damaged(reason: string): KorvausError {
    return new KorvausError('input-damaged', { path: this.#workbook.path, reason })
  }
}

/** A number of digits alone; -1 for anything else. */
export function wholeNumber(block: Buffer, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = (block[at] as number) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return from === to ? -1 : number
}

/** A truth value as XML writes it. */
export function isTrue(block: Buffer, from: number, to: number): boolean {
  return ['1', 'true'].includes(block.toString('latin1', from, to))
}
