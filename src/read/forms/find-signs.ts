import { parseCents } from '../../model/money.js'
import { readWrittenCents } from '../../model/written-number.js'
import { columnLetter, rowsOf, type Cell, type Row, type Sheet } from '../cells.js'
import { readHeadings, type HeadingRow } from '../headings.js'
import type { Mapping } from '../mapping.js'
import { fitsPattern } from '../sheet-mappings.js'
import { isCreditHeading, isCurrencyHeading, isDebitHeading, isSignHeading, signKey, signPairOf } from './sign-words.js'

/** What the columns of a table of costs say of the signs of its amounts, beside the mapping. */
export interface FoundSigns {
  /** The mapping with what is beyond doubt. */
  readonly mapping: Mapping
  /** What was taken up and has to be told once. */
  readonly told?: { readonly cell: string; readonly values: Readonly<Record<string, string>> }
  /** A column that looks like a sign, but not beyond doubt. */
  readonly question?: { readonly cell: string; readonly values: Readonly<Record<string, string>> }
  /** A column of currencies that nobody uses otherwise. */
  readonly currencyColumn?: string
}

const headingSearch = 50
const rowsToLookAt = 200
const fewestHeadings = 4

/**
 * Looks for a column of signs, for a credit column beside a debit column, and for currencies. A sign is beyond doubt
 * where heading and every value are known words and no amount bears a sign of its own; the whole column is looked at.
 */
export async function findSigns(sheet: Sheet, mapping: Mapping): Promise<FoundSigns> {
  const table = await firstRows(sheet, mapping)
  if (table === undefined) return { mapping }
  const { heading, rows } = table
  const free = freeColumns(heading)
  const currency = free.find((index) => isCurrencyHeading(heading.texts[index] as string))
  const currencies = currency === undefined ? {} : { currencyColumn: heading.texts[currency] as string }
  if (mapping.sign !== undefined || mapping.amount !== undefined) return { mapping, ...currencies }
  const credit = creditColumn(heading, free)
  if (credit !== undefined) return { ...withAmount(mapping, heading, credit), ...currencies }
  const candidate = heading.unknown.find((index) => looksLikeSign(heading.texts[index] as string, rows, index))
  return { ...(candidate === undefined ? { mapping } : await judged(sheet, mapping, heading, candidate)), ...currencies }
}

interface FirstRows {
  readonly heading: HeadingRow
  readonly rows: readonly Row[]
}

async function firstRows(sheet: Sheet, mapping: Mapping): Promise<FirstRows | undefined> {
  let heading: HeadingRow | undefined
  const rows: Row[] = []
  let count = 0
  for await (const row of rowsOf(sheet)) {
    count += 1
    if (heading === undefined) {
      if (count > headingSearch) return undefined
      const found = isHeadingRow(row, sheet, mapping) ? readHeadings(row, sheet.name, mapping) : undefined
      if (found !== undefined && found.columns.length >= fewestHeadings) {
        if (found.kind !== 'costs') return undefined
        heading = found
        if (freeColumns(heading).length === 0) return undefined
      }
    } else rows.push(row)
    if (rows.length === rowsToLookAt) break
  }
  return heading === undefined ? undefined : { heading, rows }
}

/** Whether the headings may stand in this row: in any, unless the mapping names the row. */
export function isHeadingRow(row: Row, sheet: Sheet, { headingRows }: Mapping): boolean {
  const named = Object.entries(headingRows).find(([pattern]) => fitsPattern(sheet.name, pattern))?.[1]
  return named === undefined || named === row.number
}

/** The columns with a heading from which nothing is read. */
function freeColumns({ texts, columns, repeated }: HeadingRow): number[] {
  const used = new Set([...columns, ...repeated].map(({ index }) => index))
  return texts.flatMap((text, index) => (text === '' || used.has(index) ? [] : [index]))
}

/** A credit column that nobody reads, beside a debit column that is read as an amount. */
function creditColumn(heading: HeadingRow, free: readonly number[]): { debit: number; credit: number } | undefined {
  const debit = heading.columns.find(({ index, column }) => column.type === 'money' && isDebitHeading(heading.texts[index] as string))?.index
  const credit = free.find((index) => isCreditHeading(heading.texts[index] as string))
  return debit === undefined || credit === undefined ? undefined : { debit, credit }
}

function withAmount(mapping: Mapping, heading: HeadingRow, { debit, credit }: { debit: number; credit: number }): FoundSigns {
  const amount = { debit: heading.texts[debit] as string, credit: heading.texts[credit] as string }
  const line = `amount: { debit: ${amount.debit}, credit: ${amount.credit} }`
  return { mapping: { ...mapping, amount }, told: { cell: `${columnLetter(credit)}${heading.row}`, values: { sign: amount.credit, negative: amount.credit, line } } }
}

/** Whether a column that nobody knows may hold signs: by its heading, or by both words of a pair and none else. */
function looksLikeSign(heading: string, rows: readonly Row[], index: number): boolean {
  if (isSignHeading(heading)) return true
  const values = new Set(rows.flatMap(({ cells }) => wordOf(cells[index])))
  return signPairOf(values, heading) !== undefined
}

async function judged(sheet: Sheet, mapping: Mapping, heading: HeadingRow, index: number): Promise<FoundSigns> {
  const text = heading.texts[index] as string
  const money = heading.columns.filter(({ column }) => column.type === 'money' && column.key !== 'deductions')
  const values = new Set<string>()
  const signs = new Map<string, { plus: number; minus: number; unread: number }>()
  const naming = heading.columns.filter(({ column: { key } }) => key === 'case' || key === 'serviceDate' || key === 'id')
  for await (const { number, cells } of rowsOf(sheet)) {
    // A row that names nothing is a sum, and has no sign.
    if (number <= heading.row || naming.every((one) => cells[one.index] === undefined) || money.every((one) => cells[one.index] === undefined)) continue
    const [word = ''] = wordOf(cells[index])
    values.add(word)
    const seen = signs.get(word) ?? { plus: 0, minus: 0, unread: 0 }
    signs.set(word, seen)
    const cents = money.map((one) => centsOf(cells[one.index]))
    if (cents.some((one) => one !== undefined && one < 0n)) seen.minus += 1
    else if (cents.some((one) => one !== undefined && one > 0n)) seen.plus += 1
    if (values.size > mostWords) break
  }
  const known = new Set([...values].filter((word) => word !== ''))
  const pair = signPairOf(known, text)
  const cell = `${columnLetter(index)}${heading.row}`
  const line = pair === undefined ? `sign: { column: ${quoted(text)}, negative: … }` : `sign: { column: ${quoted(text)}, negative: ${quoted(writtenOf(pair.negative))} }`
  const question = { mapping, question: { cell, values: { sign: text, line } } }
  if (pair === undefined || !isSignHeading(text)) return known.size === 0 ? { mapping } : question
  if (values.has('') && pair.negative !== '-') return question
  const [minus, plus] = [signs.get(pair.negative) ?? none, signs.get(pair.positive) ?? none]
  // Amounts that bear their sign already need no other; a mixture can be read in two ways.
  if (minus.minus > 0) return minus.plus === 0 && plus.minus === 0 ? { mapping: { ...mapping, headings: { ...mapping.headings, [text]: 'skip' } } } : question
  const sign = { column: text, negative: [writtenOf(pair.negative)], positive: values.has('') ? [writtenOf(pair.positive), ''] : [writtenOf(pair.positive)] }
  return { mapping: { ...mapping, sign }, ...(minus.plus === 0 ? {} : { told: { cell, values: { sign: text, negative: writtenOf(pair.negative), line } } }) }
}

const none = { plus: 0, minus: 0, unread: 0 }
const mostWords = 20

function wordOf(cell: Cell | undefined): string[] {
  return cell === undefined ? [] : [signKey(cell.text)]
}

/** A short word as ledgers write it: in capitals. */
function writtenOf(word: string): string {
  return word.length <= 2 ? word.toUpperCase() : word
}

function quoted(text: string): string {
  return /^[\p{L}][\p{L}\p{N} ]*$/u.test(text) ? text : JSON.stringify(text)
}

function centsOf(cell: Cell | undefined): bigint | undefined {
  const cents = cell?.kind === 'number' ? parseCents(cell.text) : cell?.kind === 'text' ? readWrittenCents(cell.text) : undefined
  return typeof cents === 'bigint' ? cents : undefined
}
