import { columnsOf, type Column, type SheetKind } from '../../model/columns.js'
import { readWrittenCents, readWrittenDecimal, type DecimalMark } from '../../model/written-number.js'
import { rowsOf, type Cell, type Sheet } from '../cells.js'
import type { HeadingRow } from '../headings.js'
import { readDateForm } from './date-forms.js'
import { saysNothing, type Forms } from './forms.js'

/** A form that a whole column proves, with what shows it. */
export interface ProvenForm {
  readonly key: string
  readonly index: number
  readonly form: string
  /** A cell of the column that leaves no doubt. */
  readonly proof: string
  /** What to write into a mapping. */
  readonly line: string
}

const mostTexts = 50_000
const [earliest, latest] = ['1900-01-01', '2100-12-31']

/** Looks at all cells of some columns and says which forms they prove beyond doubt. */
export async function proveForms(sheet: Sheet, heading: HeadingRow, keys: ReadonlySet<string>, forms: Forms): Promise<ProvenForm[]> {
  const columns = heading.columns.filter(({ column }) => keys.has(column.key) && (column.type === 'date' || column.type === 'money' || column.type === 'number'))
  const texts = columns.map(() => new Map<string, Cell['kind']>())
  for await (const { number, cells } of rowsOf(sheet)) {
    if (number <= heading.row) continue
    for (const [at, { index }] of columns.entries()) {
      const [cell, seen] = [cells[index], texts[at] as Map<string, Cell['kind']>]
      if (cell !== undefined && seen.size < mostTexts && !saysNothing(cell.text, forms)) seen.set(cell.text.trim(), cell.kind)
    }
  }
  return columns.flatMap(({ index, column }, at) => {
    const seen = texts[at] as Map<string, Cell['kind']>
    const found = seen.size >= mostTexts ? [] : column.type === 'date' ? provenDates(seen, column) : provenMark(seen, column)
    return found.map((one) => ({ ...one, key: column.key, index }))
  })
}

/** The forms of a column with what it proves. */
export function withProven(forms: Forms, proven: readonly ProvenForm[], kind: SheetKind, key: string): Forms {
  const own = proven.filter((one) => one.key === key)
  const isDate = columnsOf[kind].some((column) => column.key === key && column.type === 'date')
  return isDate ? { ...forms, dates: [...forms.dates, ...own.map(({ form }) => form)] } : { ...forms, decimalMark: own[0]?.form as Forms['decimalMark'] }
}

type Found = Omit<ProvenForm, 'key' | 'index'>

/** Two parts before a year, in this order: the pair that may be read the other way round. */
const orders = [['d', 'm'], ['m', 'd']] as const

/**
 * Which of two orders of day and month all cells of a shape allow, where the other fails for one of them. A year of two
 * digits needs a sibling with four, or nobody knows that it is the year.
 */
export function provenDates(texts: ReadonlyMap<string, Cell['kind']>, column: Pick<Column, 'key'>): Found[] {
  const all = [...texts.keys()]
  const found: Found[] = []
  for (const separator of ['.', '/', '-']) {
    const full = all.filter((text) => shapeOf(separator, 4).test(text))
    const short = all.filter((text) => shapeOf(separator, 2).test(text))
    const [order, proof] = orderOf(full, separator) ?? []
    if (order === undefined || proof === undefined) continue
    const form = [...order, 'yyyy'].join(separator)
    if (separator !== '.') found.push({ form, proof, line: `dates: ${form}` })
    const two = [...order, 'yy'].join(separator)
    if (short.length > 0 && column.key !== 'birthDate' && short.every((text) => readDateForm(text, two) !== undefined)) found.push({ form: two, proof, line: `dates: ${two}` })
  }
  const digits = [...texts].filter(([text]) => /^\d{8}$/.test(text))
  const isWhole = digits.length > 0 && [...texts].every(([text, kind]) => kind === 'date' || /^\d{8}$/.test(text))
  if (isWhole && digits.every(([text]) => isPlausible(readDateForm(text, 'yyyymmdd'))) && digits.every(([text]) => readDateForm(text, 'ddmmyyyy') === undefined)) found.push({ form: 'yyyymmdd', proof: digits[0]?.[0] as string, line: 'dates: yyyymmdd' })
  return found
}

function shapeOf(separator: string, digits: number): RegExp {
  return new RegExp(`^\\d{1,2}\\${separator}\\s?\\d{1,2}\\${separator}\\s?\\d{${digits}}$`)
}

/** With dots between them a day stands before its month, everywhere. */
function orderOf(texts: readonly string[], separator: string): [readonly [string, string], string] | undefined {
  if (separator === '.') return texts[0] === undefined ? undefined : [orders[0], texts[0]]
  const possible = orders.filter((order) => texts.every((text) => readDateForm(text, [...order, 'yyyy'].join(separator)) !== undefined))
  const [order] = possible
  if (possible.length !== 1 || order === undefined || texts.length === 0) return undefined
  const other = orders.find((one) => one !== order) as readonly [string, string]
  const proof = texts.find((text) => readDateForm(text, [...other, 'yyyy'].join(separator)) === undefined)
  return proof === undefined ? undefined : [order, proof]
}

function isPlausible(date: string | undefined): boolean {
  return date !== undefined && date >= earliest && date <= latest
}

/** The decimal mark of a column, where every text that leaves no doubt has the same one. */
export function provenMark(texts: ReadonlyMap<string, Cell['kind']>, { type }: Pick<Column, 'type'>): Found[] {
  const clear = [...texts].filter(([text, kind]) => kind === 'text' && typeof readWrittenDecimal(text) === 'object' && /[,.]\d{1,2}\D*$/.test(text))
  const marks = new Set(clear.map(([text]) => /([,.])\d{1,2}\D*$/.exec(text)?.[1] as string))
  const [mark] = marks
  if (marks.size !== 1 || mark === undefined || clear.length < fewestClear || ![...texts].every(([text, kind]) => kind !== 'text' || isSame(text, mark as DecimalMark, type))) return []
  return [{ form: mark, proof: clear[0]?.[0] as string, line: `decimalMark: "${mark}"` }]
}

const fewestClear = 2

/** Whether a text that is a number by itself is the same number under a decimal mark, and one that is not gets no parts of a cent by it. */
function isSame(text: string, mark: DecimalMark, type: Column['type']): boolean {
  const [alone, marked] = [readWrittenDecimal(text), readWrittenDecimal(text, mark)]
  if (alone === 'ambiguous' && type === 'money') return typeof readWrittenCents(text, mark) === 'bigint'
  return typeof alone !== 'object' || (typeof marked === 'object' && marked.units === alone.units && marked.scale === alone.scale)
}
