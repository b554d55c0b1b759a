import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { languages } from '../../src/model/language-codes.js'
import { renderPacket } from '../../src/packet/render-packet.js'
import { linesOf } from '../../src/formats/xlsx/row-height.js'
import { safeText } from '../../src/formats/xlsx/safe-text.js'
import { anItem } from '../claim/log-builder.js'
import { smallContent, smallLog } from './small-packet.js'
import { toolAt, used } from './tools.js'

const evil = ['=1+1', '+358', '-2', '@SUM(A1)', '\t=cmd', '＝1+1', '=HYPERLINK("http://x")']
const log = smallLog([
  ...evil.map((text, index) => anItem({ id: `EVIL-${index}`, description: `${text} and more`, need: `${text} is a special need of the victim`, provider: text, voucher: text }, 20 + index)),
  anItem({ id: 'HEA-3', case: 'B', decision: 'D2' }, 40),
])
const workbooks = new Map<string, ExcelJS.Workbook>()
const bytes = new Map<string, Uint8Array>()
beforeAll(async () => {
  for (const language of languages) {
    const file = (await renderPacket(smallContent({ language, log, policy: { smallestGroup: 2 } }))).get('cost-specification.xlsx') as Uint8Array
    bytes.set(language, file)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Buffer.from(file) as never)
    workbooks.set(language, workbook)
  }
})
const sheets = (language = 'en') => (workbooks.get(language) as ExcelJS.Workbook).worksheets
const cells = (sheet: ExcelJS.Worksheet) => {
  const all: ExcelJS.Cell[] = []
  sheet.eachRow((row) => row.eachCell((cell) => all.push(cell)))
  return all
}

describe('the cost specification', () => {
  it('has sheets for claimed items, totals, items left out, decisions and reviews in each language', () => {
    expect(sheets('en').map(({ name }) => name)).toEqual(['Claimed items', 'Totals', 'Left out', 'Decisions', 'Reviews'])
    expect(sheets('fi').map(({ name }) => name)).toEqual(['Haettavat erät', 'Yhteenveto', 'Ulkopuolelle jääneet', 'Päätökset', 'Harkintaratkaisut'])
    expect(sheets('sv')[0]?.name).toBe('Poster som söks')
  })

  it('sums by formulas whose stored values are right', () => {
    const formulas = sheets().flatMap((sheet) => cells(sheet).filter(({ formula }) => formula !== undefined))
    expect(formulas.length).toBeGreaterThan(15)
    const items = sheets()[0] as ExcelJS.Worksheet
    const amount = items.getRow(1).values as unknown as string[]
    const column = amount.indexOf('Claimed')
    const values = Array.from({ length: items.rowCount - 2 }, (_, index) => Math.round(Number(items.getCell(index + 2, column).value) * 100))
    const total = values.reduce((sum, cents) => sum + cents, 0) / 100
    expect(items.getCell(items.rowCount, column).result).toBe(total)
    expect(sheets()[1]?.getCell('A3').result).toBe(total)
  })

  it('freezes its headings, filters, sets widths and what is printed', () => {
    for (const sheet of sheets().filter(({ name }) => name !== 'Totals')) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
      expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, printTitlesRow: '1:1' })
      expect(sheet.pageSetup.printArea).toMatch(/^A1:[A-Z]+\d+$/)
      expect(sheet.autoFilter ?? sheet.rowCount).toBeTruthy()
      expect(sheet.columns.every(({ width = 9 }) => width >= 9)).toBe(true)
    }
  })

  it('lets no text act as a formula', () => {
    for (const sheet of sheets()) {
      for (const cell of cells(sheet)) {
        if (cell.formula !== undefined) expect(cell.formula).toMatch(/^(SUM|SUMIFS|COUNTIFS|COUNTA)\(/)
        else if (typeof cell.value === 'string') expect(cell.value).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      }
    }
    for (const text of evil) expect(safeText(text)).toBe(`'${text}`)
    expect(safeText('ordinary \u0000 text')).toBe('ordinary   text')
  })

  it('makes each row as high as its longest text needs, which no program does for itself when it opens a file', async () => {
    const long = 'Ihmiskaupan uhrin erityinen tarve: '.repeat(12)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Buffer.from((await renderPacket(smallContent({ log: smallLog([anItem({ id: 'LONG-1', need: long }, 60)]) }))).get('cost-specification.xlsx') as Uint8Array) as never)
    const items = workbook.worksheets[0] as ExcelJS.Worksheet
    const heights = new Map(Array.from({ length: items.rowCount - 2 }, (_, index) => [items.getCell(index + 2, 1).value, items.getRow(index + 2).height]))
    const width = items.getColumn((items.getRow(1).values as string[]).indexOf('Special need')).width as number
    expect(heights.get('LONG-1')).toBeGreaterThan((long.length / width) * 12)
    expect(heights.get('INT-1')).toBeLessThan(70)
    expect([linesOf('', 10), linesOf('one two', 20), linesOf('a\nb\nc', 20), linesOf('x'.repeat(50), 11), linesOf('two words', 8)]).toEqual([1, 1, 3, 6, 2])
  })

  it('withholds what is protected and names why an item is left out', () => {
    const [items, , leftOut] = sheets() as [ExcelJS.Worksheet, ExcelJS.Worksheet, ExcelJS.Worksheet]
    const texts = sheets().flatMap((sheet) => cells(sheet).map(({ value }) => String(value)))
    expect(texts.join()).not.toMatch(/Hidden shelter|Raisio|HID-1/)
    expect(cells(items).filter(({ value }) => value === 'withheld (non-disclosure)').length).toBeGreaterThan(2)
    expect(leftOut.getRow(2).values).toEqual(expect.arrayContaining(['NOD-1', 'rejected']))
    expect(String(leftOut.getCell('G2').value)).toContain('DEC-003')
  })

  it.each(languages)('is in %s the same again, cell by cell, when LibreOffice has opened and saved it, where there is one', { timeout: 120_000 }, async (language) => {
    used('spreadsheet', ['soffice'], 'exceljs')
    const before = contentsOf(workbooks.get(language) as ExcelJS.Workbook)
    expect(before.size).toBeGreaterThan(200)
    if (toolAt('soffice') === undefined) return
    const folder = mkdtempSync(join(tmpdir(), 'korvaus-xlsx-'))
    writeFileSync(join(folder, 'specification.xlsx'), bytes.get(language) as Uint8Array)
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'saved'), join(folder, 'specification.xlsx')], { stdio: 'ignore' })
    const saved = new ExcelJS.Workbook()
    await saved.xlsx.load(readFileSync(join(folder, 'saved/specification.xlsx')) as never)
    rmSync(folder, { recursive: true })
    expect(contentsOf(saved)).toEqual(before)
    const printed = (workbook: ExcelJS.Workbook) => workbook.worksheets.map(({ name, pageSetup: { printArea, printTitlesRow } }) => ({ name, printArea, printTitlesRow }))
    expect(printed(saved)).toEqual(printed(workbooks.get(language) as ExcelJS.Workbook))
  })

  it('gives the same sums when LibreOffice computes its formulas anew, where there is one', { timeout: 90_000 }, () => {
    used('spreadsheet', ['soffice'], 'exceljs')
    if (toolAt('soffice') === undefined) return expect(bytes.get('fi')?.length).toBeGreaterThan(5000)
    const folder = mkdtempSync(join(tmpdir(), 'korvaus-xlsx-'))
    writeFileSync(join(folder, 'specification.xlsx'), withoutStoredSums(bytes.get('fi') as Uint8Array))
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2', '--outdir', folder, join(folder, 'specification.xlsx')], { stdio: 'ignore' })
    const csv = readFileSync(join(folder, 'specification-Yhteenveto.csv'), 'utf8')
    rmSync(folder, { recursive: true })
    expect(csv.match(/1619\.1/g)).toHaveLength(6)
    expect(csv).toMatch(/Terveydenhuolto"?,10,875/)
    expect(csv).toMatch(/Pienet ryhmät yhteensä"?,4,744\.1/)
    expect(csv).not.toMatch(/#(REF|NAME|VALUE|N\/A|DIV)/)
  })
})

/** Every cell that holds something, by sheet and place: what it shows, and how its numbers are shown. */
function contentsOf(workbook: ExcelJS.Workbook): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const sheet of workbook.worksheets) {
    for (const cell of cells(sheet)) {
      // LibreOffice parts a text where a letter is of another typeface.
      const value = cell.type === ExcelJS.ValueType.RichText ? cell.text : cell.formula === undefined ? cell.value : cell.result
      if (value !== null && value !== undefined && value !== '') found.set(`${sheet.name}!${cell.address}`, value instanceof Date ? value.toISOString() : value)
    }
  }
  return found
}

/** The workbook as one whose sums nobody has computed yet. */
function withoutStoredSums(xlsx: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(xlsx)).map(([name, part]) => [name, /worksheets\/sheet/.test(name) ? strToU8(strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')) : part] as const)
  return zipSync(Object.fromEntries(parts))
}
