import type { Column } from '../model/columns.js'
import { isIsoDate, isoDateOf, type IsoDate } from '../model/dates.js'
import { formatDecimal, parseCents, parseDecimal, type Cents } from '../model/money.js'
import { readWrittenCents, readWrittenDecimal, type DecimalMark, type WrittenProblem } from '../model/written-number.js'
import type { Cell } from './cells.js'
import { readChoice, readChoices } from './choices.js'
import { dateOfSerial } from './date-of-serial.js'
import { readDateForm, readDayRange } from './forms/date-forms.js'
import { plainForms, saysNothing, saysOpen, type Forms } from './forms/forms.js'
import type { Reading, SourceCode } from './reading.js'

/**
 * Reads a cell by the type of its column; nothing is guessed. An empty cell is `undefined`. `forms` says how the source
 * writes days, numbers and words, where its keeper has said it or its whole column shows it.
 */
export function readValue(cell: Cell, column: Column, forms: Forms = plainForms): Reading | undefined {
  if (cell.kind === 'text' && saysNothing(cell.text, forms)) return undefined
  if (cell.kind === 'error') return { problem: 'SRC-008' }
  if (cell.kind === 'formula-without-value') return { problem: 'SRC-009' }
  switch (column.type) {
    case 'text':
      return readText(cell)
    case 'date':
      return readDate(cell, column, forms)
    case 'money':
      return readMoney(cell, forms)
    case 'number':
      return readNumber(cell, forms)
    case 'yes-no':
      return readYesNo(cell, forms)
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

function readDate(cell: Cell, column: Column, forms: Forms): Reading | undefined {
  if (cell.kind === 'date') return cell.date === undefined || !isIsoDate(cell.date) ? { problem: 'SRC-002' } : { value: cell.date }
  if (cell.kind !== 'text' && cell.kind !== 'number') return { problem: 'SRC-002' }
  if (cell.text.length > longestDate) return { problem: 'SRC-002' }
  const text = cell.text.trim().replace(midnight, '')
  // The year first and then a slash, as gnumeric exports days: no order of day and month but one goes with it.
  const isoText = /^\d{4}\/\d{2}\/\d{2}$/.test(text) ? text.replaceAll('/', '-') : text
  if (cell.kind === 'text' && isIsoDate(isoText)) return { value: isoText }
  const finnish = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text)
  const date = finnish ? dateOf(finnish[3], finnish[2], finnish[1]) : undefined
  if (date !== undefined) return { value: date }
  const declared = declaredDate(text, column, forms)
  if (declared !== undefined) return { value: declared }
  if (cell.kind === 'number') return { problem: 'SRC-002' }
  if (endKeys.has(column.key) && saysOpen(text, forms)) return undefined
  return rangeReading(text, column) ?? { problem: /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(\d{2})?$/.test(text) && !finnish ? 'SRC-003' : 'SRC-002' }
}

/** A day in a form that the mapping declares or the column proves. A year of birth has four digits, or nobody knows the century. */
function declaredDate(text: string, { key }: Column, { dates }: Forms): IsoDate | undefined {
  for (const form of dates) {
    if (form === 'serial') {
      const day = /^\d{4,5}(?:\.0+)?$/.test(text) ? dateOfSerial(text, false) : undefined
      if (day !== undefined) return day
    } else if (key !== 'birthDate' || form.includes('yyyy')) {
      const day = readDateForm(text, form)
      if (day !== undefined) return day
    }
  }
  return undefined
}

/** Days from and to in one cell: where the column has another for the end, both; where it is one for an end, the last; of the day of a voucher, the last, said. */
function rangeReading(text: string, { key }: Column): Reading | undefined {
  const range = readDayRange(text)
  if (range === undefined) return undefined
  if (endKeyOf[key] !== undefined) return range.to === undefined ? { value: range.from } : { value: range.from, until: range.to }
  if (endKeys.has(key)) return range.to === undefined ? { problem: 'SRC-002' } : { value: range.to }
  return key === 'voucherDate' && range.to !== undefined ? { value: range.to, remark: 'SRC-081' } : undefined
}

/** The column of the last day, by that of the first. */
export const endKeyOf: Readonly<Record<string, string | undefined>> = { serviceDate: 'serviceEnd', validFrom: 'validTo', from: 'to', admittedOn: 'removedOn', lumpSumFrom: 'lumpSumTo' }
const endKeys: ReadonlySet<string | undefined> = new Set(Object.values(endKeyOf))

function dateOf(year = '', month = '', day = ''): IsoDate | undefined {
  return isoDateOf(Number(year), Number(month), Number(day))
}

function readMoney(cell: Cell, forms: Forms): Reading {
  const wrong = wrongKind(cell)
  if (wrong) return wrong
  if (cell.kind === 'number') {
    const cents = plainCents(cell.text, '.') ?? parseCents(shownNumber(cell.text))
    return typeof cents === 'string' ? { problem: problemOf(cents) } : { value: cents }
  }
  const cents = plainCents(cell.text, forms.decimalMark ?? ',') ?? readWrittenCents(shownText(inForm(cell.text, forms)), forms.decimalMark)
  return typeof cents === 'string' ? { problem: problemOf(cents) } : { value: cents, remark: 'SRC-010' }
}

/** The text of an amount without the words and signs that this source alone has. */
function inForm(text: string, { currency, thousands }: Forms): string {
  if (currency.length === 0 && thousands !== '_') return text
  const bare = currency.reduce((rest, word) => (rest.trim().toLowerCase().endsWith(word.toLowerCase()) ? rest.trim().slice(0, -word.length) : rest.trim().toLowerCase().startsWith(word.toLowerCase()) ? rest.trim().slice(word.length) : rest), text)
  return thousands === '_' ? bare.replace(/(?<=\d)_(?=\d{3})/g, "'") : bare
}

function readNumber(cell: Cell, forms: Forms): Reading {
  const wrong = wrongKind(cell)
  if (wrong) return wrong
  if (cell.kind === 'number' && /^(?:0|[1-9]\d{0,8})(?:\.\d{0,5}[1-9])?$/.test(cell.text)) return { value: cell.text }
  const decimal = cell.kind === 'number' ? parseDecimal(shownNumber(cell.text)) : readWrittenDecimal(shownText(inForm(cell.text, forms)), forms.decimalMark)
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

function readYesNo(cell: Cell, forms: Forms): Reading {
  const text = cell.text.trim().toLowerCase()
  if (forms.yes.has(text)) return { value: true }
  if (forms.no.has(text)) return { value: false }
  if (yes.has(text)) return { value: true }
  return no.has(text) ? { value: false } : { problem: 'SRC-007' }
}
