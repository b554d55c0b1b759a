import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { columnLetter, rowsOf, type Cell } from '../../src/read/cells.js'
import { openInput } from '../../src/read/open-input.js'

const fixtures = join(import.meta.dirname, '../../fixtures')
const workbooks = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(xlsx|ods)$/.test(name) && !name.includes('packets')).sort()

/** What is said of a time of day or a duration, which the readers make into different things. */
const time = 'time'

/** Where an oracle is wrong: the file holds what we read. `says` is what the oracle says of each of the cells. */
interface Fault {
  readonly sheet?: string
  readonly cells: string
  readonly says: string | number | undefined
  readonly why: string
}
const fault = (cells: string, says: Fault['says'], why: string, sheet?: string): Fault => ({ cells, says, why, ...(sheet === undefined ? {} : { sheet }) })
const escapesInOds = fault('B8', 'A ei ole A', 'undoes the escapes of Excel in OpenDocument too, which has none')
const escapesInCells = fault('B8', '_x0041_ ei ole A', 'does not undo the escapes of Excel in texts that stand in their cells')
const escapeOfEscape = fault('B8', '_x005F_x0041_ ei ole A', 'does not undo the escapes of Excel in texts that stand in their cells')
const escapeOfEscapeInOds = fault('B8', '_x0041_ ei ole A', 'undoes the escapes of Excel in OpenDocument too, which has none')
const notShown = (cells: string, sheet?: string) => fault(cells, undefined, 'takes a number for an empty cell when no text is shown with it', sheet)
const twice1904 = 'takes the days between 1900 and 1904 away twice when it makes dates'
const styleOnly = 'does not look at the style of a number in OpenDocument, which alone says that it is a day or a time'

/** Each is named with what the oracle says and why, by the files. */
const faults: Record<'sheetJs' | 'excelJs', Record<string, readonly Fault[]>> = {
  sheetJs: {
    'read/corpus/calligra.ods': [
      notShown('B12 B13 B14 B15 B16 B17 B18 B19 B20 B21 B22 B23 B24 B25 B26 B27 B28 B29 B30 B31 B32 B33 B38 B39 B42'), notShown('B2 B3 B4', 'Taulukko'),
      fault('B36 B37 B44', 0, 'takes the zero beside an error for the value'), escapeOfEscapeInOds,
    ],
    'read/corpus/excel-writer-xlsx-1904.xlsx': [fault('B27 B28 B29 B30 B31', '2022-03-04', twice1904), fault('B42', '2022-03-05', twice1904)],
    'read/corpus/gnumeric.ods': [escapeOfEscapeInOds],
    'read/corpus/hucre.ods': [fault('B32', 0.3125, styleOnly), fault('B33', 1.5, styleOnly), escapesInOds, fault('B4', 'kaksi väliä', 'leaves out the last space of a paragraph')],
    'read/corpus/odfdom.ods': [notShown('B21 B22 B23 B24 B25 B39'), escapesInOds, fault('B9', '\uf600 kuva', 'loses signs beyond the first plane of Unicode that are written by their numbers')],
    'read/corpus/odfpy.ods': [escapesInOds],
    'read/corpus/openpyxl-1904.xlsx': [fault('A2', '2022-02-28', twice1904, 'Sheet')],
    'read/corpus/sheetjs.ods': [fault('B27 B28 B29 B30', 46_086, styleOnly), fault('B31', 46_086.3125, styleOnly), fault('B32', 0.3125, styleOnly), fault('B33', 1.5, styleOnly), fault('B42', 46_087, styleOnly), escapesInOds],
  },
  excelJs: {
    'read/corpus/exceljs-stream.xlsx': [escapesInCells],
    'read/corpus/gnumeric.xlsx': [escapeOfEscape, fault('B41', 1, 'takes the place of a shared text that is empty for its value')],
    'read/corpus/libreoffice.xlsx': [fault('D3', undefined, 'takes FALSE with a style of LibreOffice for an empty cell', 'Arvot')],
    'read/corpus/openpyxl-iso.xlsx': [fault('B27 B28 B29 B30 B31', time, 'takes the year of a day that is written as a text for the whole number of days'), escapesInCells],
    'read/corpus/poi-streaming.xlsx': [fault('B45', undefined, 'takes a formula whose value is zero for an empty cell'), escapesInCells],
    'read/corpus/sheetjs.xlsx': [escapesInCells],
    'read/corpus/xlsxwriter-inline.xlsx': [escapeOfEscape],
  },
}

/** What a cell holds, as all three readers can say it: text as it stands, numbers as numbers, days as ISO days, times as such. */
type Values = Map<string, string | number | boolean>

describe('every workbook of the fixtures', () => {
  it('is among those that are compared, whoever wrote it', () => {
    expect(workbooks.length).toBeGreaterThanOrEqual(5)
    expect(workbooks.filter((name) => name.includes('corpus')).length).toBeGreaterThanOrEqual(2)
  })

  it.each(workbooks)('%s reads cell by cell as SheetJS reads it', async (name) => {
    const path = join(fixtures, name)
    expect(await ours(path)).toEqual(mended(await sheetJs(path), await ours(path), faults.sheetJs[name]))
  })

  it.each(workbooks.filter((name) => name.endsWith('.xlsx')))('%s reads cell by cell as exceljs reads it', async (name) => {
    const path = join(fixtures, name)
    expect(await ours(path)).toEqual(mended(await excelJs(path), await ours(path), faults.excelJs[name]))
  })
})

/** What the oracle says with its known faults mended; a fault that it no longer has must go from the list. */
function mended(oracle: Record<string, Values>, own: Record<string, Values>, known: readonly Fault[] = []): Record<string, Values> {
  for (const { sheet = 'Kustannukset', cells, says, why } of known) {
    for (const cell of cells.split(' ')) {
      expect(oracle[sheet]?.get(cell), why).toBe(says)
      const value = own[sheet]?.get(cell)
      if (value === undefined) oracle[sheet]?.delete(cell)
      else oracle[sheet]?.set(cell, value)
    }
  }
  return sorted(oracle)
}

async function ours(path: string): Promise<Record<string, Values>> {
  const { sheets } = await openInput({ path, name: basename(path) })
  const all: Record<string, Values> = {}
  for (const sheet of sheets) {
    const values: Values = new Map()
    for await (const { number, cells } of rowsOf(sheet)) {
      cells.forEach((cell, column) => {
        const value = cell && valueOf(cell)
        if (value !== undefined) values.set(`${columnLetter(column)}${number}`, value)
      })
    }
    all[sheet.name] = values
  }
  return sorted(all)
}

function valueOf(cell: Cell): string | number | boolean | undefined {
  switch (cell.kind) {
    case 'number':
      return Number(cell.text)
    case 'date':
      return cell.date
    case 'boolean':
      return cell.text === 'TRUE'
    case 'measure':
      return cell.unit === 'h:mm' ? time : Number(cell.text)
    case 'formula-without-value':
      return undefined
    default:
      return cell.text === '' ? undefined : cell.text
  }
}

async function sheetJs(path: string): Promise<Record<string, Values>> {
  const workbook = XLSX.read(await readFile(path), { cellDates: true, cellNF: true, UTC: true } as XLSX.ParsingOptions)
  const all: Record<string, Values> = {}
  for (const name of workbook.SheetNames) {
    const values: Values = new Map()
    for (const [address, cell] of Object.entries(workbook.Sheets[name] as XLSX.WorkSheet)) {
      if (address.startsWith('!')) continue
      const { t, v, w } = cell as XLSX.CellObject
      // SheetJS gives an error as a number with its name beside it, and covers a merged range with cells that hold nothing.
      const value = t === 'e' ? w : t === 'd' ? dayOf(v as Date) : t === 'z' ? undefined : v
      if (value !== undefined && value !== '') values.set(address, value as string | number | boolean)
    }
    all[name] = values
  }
  return sorted(all)
}

async function excelJs(path: string): Promise<Record<string, Values>> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const all: Record<string, Values> = {}
  for (const sheet of workbook.worksheets) {
    const values: Values = new Map()
    sheet.eachRow((row) => row.eachCell((cell) => {
      // exceljs repeats the value of a merged range in each of its cells; the file holds it once.
      if (cell.isMerged && cell.master !== cell) return
      const value = plain(cell.value)
      if (value !== undefined && value !== '') values.set(cell.address, value)
    }))
    all[sheet.name] = values
  }
  return sorted(all)
}

function plain(value: ExcelJS.CellValue): string | number | boolean | undefined {
  if (value === null || value === undefined) return undefined
  if (value instanceof Date) return dayOf(value)
  if (typeof value !== 'object') return value
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('error' in value) return value.error
  if ('result' in value) return plain(value.result as ExcelJS.CellValue)
  if ('hyperlink' in value) return plain(value.text as ExcelJS.CellValue)
  return undefined
}

/** The two readers make days of times: of the days from which spreadsheets count, or of none. No log is as old. */
function dayOf(date: Date): string {
  return date.getUTCFullYear() >= 1910 ? date.toISOString().slice(0, 10) : time
}

function sorted(all: Record<string, Values>): Record<string, Values> {
  return Object.fromEntries(Object.entries(all).map(([name, values]) => [name, new Map([...values].sort(([left], [right]) => (left < right ? -1 : 1)))]))
}
