import { KorvausError, type ReasonCode } from '../../model/errors.js'
import type { Cell } from '../cells.js'
import { dateOfSerial } from '../date-of-serial.js'
import type { NumberFormat } from '../number-format.js'
import { textOfBytes } from '../xml/text.js'
import { unescapeExcel } from '../xml/unescape.js'
import { CellCache } from './cell-cache.js'
import { code } from '../xml/codes.js'
import type { SharedStrings } from './shared-strings.js'

/** What is needed of the workbook to know what its cells hold. */
export interface WorkbookValues {
  readonly path: string
  readonly sharedStrings: SharedStrings
  /** What the cell styles show numbers as. */
  readonly formats: readonly NumberFormat[]
  readonly datesFrom1904: boolean
  /** Whether the formulas wait for a program that calculates them. */
  readonly calculatesOnLoad: boolean
}

/** The kinds of cells by the value of `t`. */
export const cellKinds = { number: code('n'), shared: code('s'), formulaText: code('str'), inline: code('inlineStr'), boolean: code('b'), error: code('e'), date: code('d') }

const [no, yes]: [Cell, Cell] = [{ kind: 'boolean', text: 'FALSE' }, { kind: 'boolean', text: 'TRUE' }]
const booleans: Readonly<Record<string, Cell>> = { 0: no, false: no, 1: yes, true: yes }
/** A number as XML writes it; a writer that puts anything else there has written a text. */
const decimalNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const isoTime = /^\d{2}:\d{2}/
const isoDay = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]*|T00:00:00(?:\.0+)?Z)?$/

/** Makes cells of the bytes of their values, by kind and style. */
export class CellValues {
  readonly #workbook: WorkbookValues
  readonly #numbers: CellCache
  readonly #dates: CellCache
  readonly #texts: CellCache

  constructor(workbook: WorkbookValues) {
    this.#workbook = workbook
    this.#numbers = new CellCache((block, from, to) => {
      const text = block.toString('latin1', from, to)
      return decimalNumber.test(text) ? { kind: 'number', text } : this.#texts.cell(block, from, to)
    })
    this.#texts = new CellCache((block, from, to) => ({ kind: 'text', text: unescapeExcel(textOfBytes(block, from, to, true, workbook.path)) }))
    this.#dates = new CellCache((block, from, to) => {
      const text = block.toString('latin1', from, to)
      return { kind: 'date', text, date: decimalNumber.test(text) ? dateOfSerial(text, workbook.datesFrom1904) : undefined }
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
        return booleans[block.toString('latin1', from, to)] ?? this.#fail('truth-value')
      case cellKinds.error:
        return { kind: 'error', text: block.toString('latin1', from, to) }
      case cellKinds.date: {
        const text = block.toString('latin1', from, to)
        return isoTime.test(text) ? { kind: 'measure', text, unit: 'h:mm' } : { kind: 'date', text, date: isoDay.exec(text)?.[1] }
      }
      default:
        return this.#fail('cell-kind')
    }
  }

  /** A number by its style, the first where it has none: a day or a measure where the style shows one. */
  number(style: number, block: Buffer, from: number, to: number): Cell {
    const format = this.#workbook.formats[style < 0 ? 0 : style] ?? 'number'
    if (format === 'number') return this.#numbers.cell(block, from, to)
    if (format === 'date') return this.#dates.cell(block, from, to)
    const cell = this.#numbers.cell(block, from, to)
    return cell.kind === 'number' ? { kind: 'measure', text: cell.text, unit: format.unit } : cell
  }

  shared(index: number): Cell {
    return this.#workbook.sharedStrings.cell(index) ?? this.#fail('shared-text')
  }

  #fail(reason: ReasonCode): never {
    throw new KorvausError('input-damaged', { path: this.#workbook.path, reason: { reason } })
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
