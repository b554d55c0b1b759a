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

/** Where an oracle is wrong: the file holds what we read. Each is named with what the oracle says and why. */
const faults: Record<'sheetJs' | 'excelJs', Record<string, { readonly sheet: string; readonly cell: string; readonly says: string | undefined; readonly why: string }>> = {
  sheetJs: { 'read/corpus/openpyxl-1904.xlsx': { sheet: 'Sheet', cell: 'A2', says: '2022-02-28', why: 'takes the days between 1900 and 1904 away twice when it makes dates' } },
  excelJs: { 'read/corpus/libreoffice.xlsx': { sheet: 'Arvot', cell: 'D3', says: undefined, why: 'takes FALSE with a style of LibreOffice for an empty cell' } },
}

/** What a cell holds, as all three readers can say it: text as it stands, numbers as numbers, days as ISO days. */
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

/** What the oracle says with its one known fault mended; a fault that it no longer has must go from the list. */
function mended(oracle: Record<string, Values>, own: Record<string, Values>, fault: (typeof faults)['sheetJs'][string] | undefined): Record<string, Values> {
  if (fault === undefined) return oracle
  const { sheet, cell, says, why } = fault
  expect(oracle[sheet]?.get(cell), why).toBe(says)
  oracle[sheet]?.set(cell, own[sheet]?.get(cell) as string)
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
    case 'formula-without-value':
      return undefined
    default:
      return cell.text
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

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function sorted(all: Record<string, Values>): Record<string, Values> {
  return Object.fromEntries(Object.entries(all).map(([name, values]) => [name, new Map([...values].sort(([left], [right]) => (left < right ? -1 : 1)))]))
}
