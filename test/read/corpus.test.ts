import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnLetter, rowsOf, type Cell } from '../../src/read/cells.js'
import { openInput } from '../../src/read/open-input.js'

const corpus = join(import.meta.dirname, '../../fixtures/read/corpus')

/** A cell that every writer was told to write: its name stands before it, in the same row. */
interface Told {
  readonly name: string
  readonly kind: string
  readonly value: string
  readonly format: string
}
const told: readonly Told[] = readFileSync(join(corpus, 'made-by/cells.tsv'), 'utf8').trimEnd().split('\n').slice(1).map((line) => {
  const [name = '', kind = '', value = '', format = ''] = line.split('\t')
  return { name, kind, value: value.replaceAll('\\n', '\n').replaceAll('\\t', '\t'), format }
})

/** Where a file holds something else than its writer was told: what, by the names of the cells, and why. */
type Otherwise = Readonly<Record<string, readonly [holds: string | undefined, why: string]>>

const unescaped: Otherwise = { escape: ['text A ei ole A', 'the writer does not escape what Excel takes for a sign'] }
const twiceEscaped: Otherwise = { escape: ['text _x005F_x0041_ ei ole A', 'the program did not undo the escape when it read the workbook'] }
const shortNumbers: Otherwise = { sum: ['number 0.3', 'the writer gives sixteen digits of a number at most'] }
const errorsAsTexts: Otherwise = Object.fromEntries([['not-available', '#N/A'], ['divided', '#DIV/0!']].map(([name, error]) => [name, [`text ${error}`, 'the writer has no errors but as texts']]))
const withoutErrors: Otherwise = Object.fromEntries(['not-available', 'divided'].map((name) => [name, [undefined, 'the writer leaves the cell of an error empty']]))
const withoutValue = (why: string, ...names: readonly string[]): Otherwise => Object.fromEntries(names.map((name) => [name, ['formula-without-value', why]]))
const withoutValues = withoutValue('the writer stores no values of formulas', 'formula-number', 'formula-euros', 'formula-text', 'formula-empty-text', 'formula-day', 'formula-yes', 'formula-error')
const emptyWithoutValue = withoutValue('the writer stores no value that is an empty text', 'formula-empty-text')
const calculated: Otherwise = { 'formula-unknown': ['number 1358.5', 'the program calculates'] }
const withoutScale: Otherwise = { scaled: ['number 1500000', 'the writer leaves out of the format that it shows thousands'] }
const plainNumbers = (why: string, ...names: readonly string[]): Otherwise => Object.fromEntries(names.map((name) => [name, [`number ${Number(told.find((one) => one.name === name)?.value)}`, why]]))
const rawSpaces: Otherwise = { spaces: ['text kaksi väliä ', 'the writer does not write spaces as the format has them'], lines: ['text Ensimmäinen rivi Toinen rivi', 'nor line ends'], tab: ['text ennen jälkeen', 'nor tabs'] }

/** The files, with what stands around the cells that the writer can write: a merge, a hidden row, column and sheet, and a row of totals. */
const files: Readonly<Record<string, { readonly around: string; readonly otherwise: Otherwise }>> = {
  'calligra.ods': { around: 'merge row sheet', otherwise: { ...twiceEscaped, ...shortNumbers, ...emptyWithoutValue, ...withoutScale } },
  'excel-writer-xlsx-1904.xlsx': { around: 'merge row column sheet total 1904', otherwise: { ...shortNumbers, ...emptyWithoutValue } },
  'excel4node.xlsx': { around: 'merge row column sheet', otherwise: { ...unescaped, ...errorsAsTexts, ...withoutValues } },
  'excelize.xlsx': { around: 'merge row column sheet', otherwise: { ...unescaped, ...errorsAsTexts, ...withoutValues } },
  'exceljs-stream.xlsx': { around: 'merge row column sheet', otherwise: unescaped },
  'gnumeric.ods': { around: 'merge row column sheet', otherwise: { ...twiceEscaped, ...shortNumbers, ...calculated, ...withoutScale, ...plainNumbers('the program leaves the currency of the locale out of the format', 'kronor-locale', 'dollars') } },
  'gnumeric.xlsx': { around: 'merge row column', otherwise: { ...shortNumbers, ...calculated } },
  'hucre.ods': { around: 'merge', otherwise: { ...errorsAsTexts, ...withoutScale, ...rawSpaces } },
  'odfdom.ods': { around: '', otherwise: { ...errorsAsTexts, ...withoutScale, duration: ['measure 0.3125 h:mm', 'the writer knows times of a day only'], 'formula-error': ['text #DIV/0!', 'the writer has no errors but as texts'], 'formula-unknown': [undefined, 'it was written as an empty text'] } },
  'odfpy.ods': { around: '', otherwise: { ...errorsAsTexts, spaces: ['text  kaksi  väliä  ', 'the writer writes the first of two spaces as white space of the file, which is no sign of a paragraph'] } },
  'openpyxl-iso.xlsx': { around: 'merge row column sheet', otherwise: { ...unescaped, ...shortNumbers, ...withoutValues } },
  'openxlsx.xlsx': { around: 'merge column sheet', otherwise: { ...unescaped, ...shortNumbers, ...withoutValues, divided: [undefined, 'the writer leaves the cell of an error empty'] } },
  'poi-streaming.xlsx': { around: 'merge row column sheet', otherwise: { ...unescaped, ...withoutValue('the writer stores the numbers of formulas only', 'formula-text', 'formula-empty-text', 'formula-yes', 'formula-error'), 'formula-unknown': ['number 0', 'the writer stores a zero until the formula is calculated'] } },
  'sheetjs.ods': { around: 'merge', otherwise: { ...withoutErrors, ...withoutScale, ...plainNumbers('the writer knows no currency but as a plain number', 'kronor', 'kronor-locale', 'dollars'), 'formula-error': [undefined, 'the writer leaves the cell of an error empty'], 'formula-unknown': ['error #NUM!', 'the writer stores an error'] } },
  'sheetjs.xlsx': { around: 'merge row column sheet', otherwise: unescaped },
  'tealeg.xlsx': { around: '', otherwise: { ...unescaped, ...errorsAsTexts, ...withoutValues } },
  'write-excel-file.xlsx': { around: '', otherwise: { ...unescaped, ...errorsAsTexts, ...withoutValues } },
  'xlsx-populate.xlsx': { around: 'merge row column sheet', otherwise: { ...unescaped, ...withoutErrors, ...withoutValues } },
  'xlsxwriter-inline.xlsx': { around: 'merge row column sheet', otherwise: { ...shortNumbers, ...emptyWithoutValue } },
}

describe('a workbook of a program reads as the program was told to write it', () => {
  it.each(Object.entries(files))('%s', async (name, { around, otherwise }) => {
    const { sheets } = await openInput({ path: join(corpus, name), name })
    const [costs] = sheets
    expect(costs?.name).toBe('Kustannukset')
    const cells = new Map<string, Cell>()
    const hiddenRows: number[] = []
    for await (const row of rowsOf(costs as never)) {
      if (row.hidden) hiddenRows.push(row.number)
      row.cells.forEach((cell, column) => cell !== undefined && cells.set(`${columnLetter(column)}${row.number}`, cell))
    }
    for (const one of told) expect(otherwise[one.name]?.[0], 'what is as told needs no reason').not.toBe(one.name in otherwise ? asTold(one) : 'any')
    told.forEach((one, index) => {
      const [expected, why] = otherwise[one.name] ?? [asTold(one), 'as told']
      expect([one.name, said(cells.get(`A${index + 1}`)), said(cells.get(`B${index + 1}`))], why).toEqual([one.name, `text ${one.name}`, expected])
    })
    const has = (what: string) => around.split(' ').includes(what)
    expect(costs?.merges).toEqual(has('merge') ? [{ firstRow: 1, lastRow: 1, firstColumn: 3, lastColumn: 4 }] : [])
    expect(hiddenRows).toEqual(has('row') ? [told.length + 1] : [])
    expect(costs?.hiddenColumns.has(5)).toBe(has('column'))
    expect(sheets.filter(({ hidden }) => hidden).map((sheet) => sheet.name)).toEqual(has('sheet') ? ['Piilotettu'] : [])
    expect(sheets.flatMap(({ totalRows }) => [...(totalRows ?? [])])).toEqual(has('total') ? [4] : [])
    expect(costs?.datesFrom1904).toBe(has('1904'))
  })
})

/** What a cell is to read as. */
function asTold({ kind, value, format }: Told): string | undefined {
  if (kind === 'none') return 'formula-without-value'
  if (kind === 'text' || kind === 'rich') return value === '' ? undefined : `text ${kind === 'rich' ? value.replaceAll('|', '') : value}`
  if (kind !== 'number') return `${kind} ${value}`
  if (/[dy]|mmmm/.test(format)) return `date ${value.startsWith('46087') ? '2026-03-06' : '2026-03-05'}`
  const unit = units.find(([sign]) => format.includes(sign))?.[1] ?? (format.endsWith(',') ? '×1000' : undefined)
  return unit === undefined ? `number ${Number(value)}` : `measure ${Number(value)} ${unit}`
}

const units = [['kr', 'kr'], ['$$', '$'], ['%', '%'], ['h', 'h:mm']] as const
/** OpenDocument names currencies where Excel has signs. */
const signs: Readonly<Record<string, string>> = { SEK: 'kr', USD: '$' }

/** What a cell reads as; numbers as numbers, times as parts of a day, an empty text as nothing. */
function said(cell: Cell | undefined): string | undefined {
  if (cell === undefined) return undefined
  switch (cell.kind) {
    case 'number':
      return `number ${Number(cell.text)}`
    case 'measure':
      return `measure ${numberOf(cell.text)} ${signs[cell.unit] ?? cell.unit}`
    case 'date':
      return `date ${cell.date}`
    case 'formula-without-value':
      return cell.kind
    default:
      return cell.text === '' ? undefined : `${cell.kind} ${cell.text}`
  }
}

function numberOf(text: string): number {
  const [, hours, minutes] = /^(?:PT)?(\d+)[H:](\d+)/.exec(text) ?? []
  return hours === undefined ? Number(text) : (Number(hours) * 60 + Number(minutes)) / 1440
}
