import { centsOfDecimal, parseDecimal, type Cents, type Decimal, type MoneyProblem } from './money.js'

/** The sign before the decimals in the texts of one source, where its keeper has said which. */
export type DecimalMark = ',' | '.'

/** Why a text is no number; an `ambiguous` one is a number to two readers, but not the same: `1.500`. */
export type WrittenProblem = MoneyProblem | 'ambiguous'

const longestText = 40
/** The sign of the euro at one end, inside or outside a sign before the number or after it: `-€5`, `5 €-`, `(5 €)`. */
const currency = /^([+-]?\s*\(?)(?:€|EUR)\s*|\s*(?:€|EUR|euroa?|euros|eurot|e)(\s*\)?-?)$/i
/** A minus stands before the number, after it as ledgers print it, or is told by brackets around it. */
const signed = /^(?:([+-]?) ?(\d(?:[\d ,.']*\d)?)|(\d(?:[\d ,.']*\d)?) ?(-)|(\() ?(\d(?:[\d ,.']*\d)?) ?\))$/
/** Digits alone, or in threes between signs of one kind. */
const wholePart = /^(?:\d+|\d{1,3}(?:([ ,.'])\d{3})(?:\1\d{3})*)$/
const eitherMark = /^[1-9]\d{0,2}[,.]\d{3}$/
const unusualSpaces = /[\u00A0\u2007\u2009\u202F]/g
/** What programs and typists write for a minus: hyphens, dashes and the sign itself. */
const minusSigns = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g
const apostrophes = /[\u2018\u2019\u02BC]/g

/**
 * Reads a number as people write it: `1 234,50`, `1.234,50`, `1'234.50`, `-12`, `12-`, `(12)`. Thousands stand in threes
 * or without signs between them. A single point or comma before three digits may be either mark: `decimalMark` decides, or nobody.
 * Powers of ten are no number here: a text that holds one has lost its last digits.
 */
export function readWrittenDecimal(text: string, decimalMark?: DecimalMark): Decimal | WrittenProblem {
  const plain = plainSigns(text.trim())
  if (plain === '') return 'empty'
  if (plain.length > longestText) return 'too-large'
  const [, before = '', first, second, after, bracket, third] = signed.exec(plain) ?? []
  const body = first ?? second ?? third
  if (body === undefined) return 'not-a-number'
  const minus = before === '-' || after !== undefined || bracket !== undefined ? '-' : ''
  const mark = decimalMark ?? markOf(body)
  if (mark === 'ambiguous') return mark
  const [whole = '', decimals = '', ...more] = mark === undefined ? [body] : body.split(mark)
  if (more.length > 0 || !wholePart.test(whole) || !/^\d*$/.test(decimals)) return 'not-a-number'
  return parseDecimal(`${minus}${whole.replace(/\D/g, '')}${decimals === '' ? '' : `.${decimals}`}`)
}

/** Reads euros as people write them, with or without `€`, `EUR`, `e` or `euroa` at one end, into cents. Nothing is rounded. */
export function readWrittenCents(text: string, decimalMark?: DecimalMark): Cents | WrittenProblem {
  const trimmed = text.trim()
  if (trimmed.length > longestText) return 'too-large'
  const decimal = readWrittenDecimal(plainSigns(trimmed).replace(currency, '$1$2'), decimalMark)
  return typeof decimal === 'string' ? decimal : centsOfDecimal(decimal)
}

/** The text with one sign for each thing that several stand for. */
function plainSigns(text: string): string {
  return text.replace(unusualSpaces, ' ').replace(minusSigns, '-').replace(apostrophes, "'")
}

/** When point and comma both stand, the last is the decimal mark; a sign that repeats groups thousands. */
function markOf(body: string): DecimalMark | 'ambiguous' | undefined {
  const marks = body.replace(/[\d ']/g, '')
  const last = marks.at(-1) as DecimalMark | undefined
  if (last === undefined || marks.indexOf(last) < marks.length - 1) return undefined
  return eitherMark.test(body) ? 'ambiguous' : last
}
