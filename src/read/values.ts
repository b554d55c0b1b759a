import type { Column } from '../model/columns.js'
import { isIsoDate, isoDateOf, type IsoDate } from '../model/dates.js'
import { formatDecimal, parseCents, parseDecimal, type Cents } from '../model/money.js'
import { readWrittenCents, readWrittenDecimal, type DecimalMark, type WrittenProblem } from '../model/written-number.js'
import type { Cell } from './cells.js'
import { readChoice, readChoices } from './choices.js'
import type { Reading, SourceCode } from './reading.js'

/**
 * Reads a cell by the type of its column; nothing is guessed. An empty cell is `undefined`. `decimalMark` says how the
 * texts of the source write numbers, where its keeper has said it.
 */
export function readValue(cell: Cell, column: Column, decimalMark?: DecimalMark): Reading | undefined {
  if (cell.kind === 'text' && cell.text.trim() === '') return undefined
  if (cell.kind === 'error') return { problem: 'SRC-008' }
  if (cell.kind === 'formula-without-value') return { problem: 'SRC-009' }
  switch (column.type) {
    case 'text':
      return readText(cell)
    case 'date':
      return readDate(cell)
    case 'money':
      return readMoney(cell, decimalMark)
    case 'number':
      return readNumber(cell, decimalMark)
    case 'yes-no':
      return readYesNo(cell)
    case 'choice':
      return readChoice(cell, column)
    case 'choices':
      return readChoices(cell, column)
  }
}

/** A number that stands for a name (a voucher, an account) is that name as the spreadsheet shows it. */
function readText(cell: Cell): Reading {
  if (cell.kind === 'date') return cell.date === undefined ? { problem: 'SRC-002' } : { value: cell.date }
  const value = cell.kind === 'number' || cell.kind === 'measure' ? shownNumber(cell.text) : cell.text.trim()
  return value === notAKey ? { problem: 'SRC-037' } : { value }
}

/** The one name under which JSON keeps nothing. */
const notAKey = '__proto__'

/** Whether a code is no longer what was typed: the spreadsheet has made a date of it, or a number that it cannot keep whole. */
export function isChangedCode(cell: Cell): boolean {
  if (cell.kind === 'date' || cell.kind === 'measure') return true
  return cell.kind === 'number' && (/e/i.test(cell.text) || significantDigits(shownNumber(cell.text)) > mostDigits)
}

const longestDate = 100
const midnight = /[T ]0?0:00(?::00(?:\.0+)?)?$/

function readDate(cell: Cell): Reading {
  if (cell.kind === 'date') return cell.date === undefined || !isIsoDate(cell.date) ? { problem: 'SRC-002' } : { value: cell.date }
  if (cell.kind !== 'text') return { problem: 'SRC-002' }
  if (cell.text.length > longestDate) return { problem: 'SRC-002' }
  const text = cell.text.trim().replace(midnight, '')
  // The year first and then a slash, as gnumeric exports days: no order of day and month but one goes with it.
  const isoText = /^\d{4}\/\d{2}\/\d{2}$/.test(text) ? text.replaceAll('/', '-') : text
  if (isIsoDate(isoText)) return { value: isoText }
  const finnish = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text)
  const date = finnish ? dateOf(finnish[3], finnish[2], finnish[1]) : undefined
  if (date !== undefined) return { value: date }
  return { problem: /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(\d{2})?$/.test(text) && !finnish ? 'SRC-003' : 'SRC-002' }
}

function dateOf(year = '', month = '', day = ''): IsoDate | undefined {
  return isoDateOf(Number(year), Number(month), Number(day))
}

function readMoney(cell: Cell, decimalMark: DecimalMark | undefined): Reading {
  const wrong = wrongKind(cell)
  if (wrong) return wrong
  if (cell.kind === 'number') {
    const cents = plainCents(cell.text, '.') ?? parseCents(shownNumber(cell.text))
    return typeof cents === 'string' ? { problem: problemOf(cents) } : { value: cents }
  }
  const cents = plainCents(cell.text, decimalMark ?? ',') ?? readWrittenCents(shownText(cell.text), decimalMark)
  return typeof cents === 'string' ? { problem: problemOf(cents) } : { value: cents, remark: 'SRC-010' }
}

function readNumber(cell: Cell, decimalMark: DecimalMark | undefined): Reading {
  const wrong = wrongKind(cell)
  if (wrong) return wrong
  if (cell.kind === 'number' && /^(?:0|[1-9]\d{0,8})(?:\.\d{0,5}[1-9])?$/.test(cell.text)) return { value: cell.text }
  const decimal = cell.kind === 'number' ? parseDecimal(shownNumber(cell.text)) : readWrittenDecimal(shownText(cell.text), decimalMark)
  if (typeof decimal === 'string') return { problem: problemOf(decimal) }
  return cell.kind === 'text' ? { value: formatDecimal(decimal), remark: 'SRC-010' } : { value: formatDecimal(decimal) }
}

function wrongKind(cell: Cell): Reading | undefined {
  if (cell.kind === 'measure') return { problem: 'SRC-033', values: { unit: cell.unit } }
  return cell.kind === 'date' || cell.kind === 'boolean' ? { problem: 'SRC-022' } : undefined
}

/** The cents of a number with at most two decimals, the most common of all; anything else is left to the careful way. */
function plainCents(text: string, decimalMark: DecimalMark): Cents | undefined {
  const mark = decimalMark.charCodeAt(0)
  let units = 0
  let decimals = -1
  if (text.length > 12) return undefined
  for (let index = 0; index < text.length; index++) {
    const sign = text.charCodeAt(index)
    if (sign === mark && decimals < 0 && index > 0) decimals = 0
    else if (sign < 48 || sign > 57 || decimals === 2) return undefined
    else {
      units = units * 10 + sign - 48
      if (decimals >= 0) decimals += 1
    }
  }
  return decimals === 0 ? undefined : BigInt(decimals < 0 ? units * 100 : decimals === 1 ? units * 10 : units)
}

/** A spreadsheet keeps so many digits of a number. */
const mostDigits = 15

/**
 * Spreadsheets keep numbers as binary fractions and write the seventeen digits of them: 80.29 typed stands in the file
 * as 80.290000000000006, 1234.56 as 1234.5599999999999. Fifteen significant digits are what they show and what was typed.
 */
function shownNumber(text: string): string {
  if (significantDigits(text) <= mostDigits) return text
  const number = Number(text)
  if (!Number.isFinite(number)) return text
  const shown = number.toPrecision(mostDigits)
  return Math.abs(Number(shown) - number) <= Math.abs(number) * 1e-15 ? shown.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : text
}

const binaryFraction = /^-?\d{1,9}([.,])\d{10,30}$/

/** The same of a text: some programs export the digits of the binary fraction, 288.01999999999999999 for what was 288.02. */
function shownText(text: string): string {
  const mark = binaryFraction.exec(text)?.[1]
  return mark === undefined ? text : shownNumber(text.replace(mark, '.')).replace('.', mark)
}

function significantDigits(text: string): number {
  return text.replace(/[eE].*$/, '').replace(/\D/g, '').replace(/^0+/, '').length
}

function problemOf(problem: WrittenProblem): SourceCode {
  return problem === 'too-many-decimals' ? 'SRC-005' : problem === 'ambiguous' ? 'SRC-032' : 'SRC-004'
}

const yes = new Set(['kyllä', 'kylla', 'k', 'ja', 'j', 'yes', 'y', '1', 'true', 'tosi', 'sant', 'x'])
const no = new Set(['ei', 'e', 'nej', 'no', 'n', '0', 'false', 'epätosi', 'falskt'])

function readYesNo(cell: Cell): Reading {
  const text = cell.text.trim().toLowerCase()
  if (yes.has(text)) return { value: true }
  return no.has(text) ? { value: false } : { problem: 'SRC-007' }
}
