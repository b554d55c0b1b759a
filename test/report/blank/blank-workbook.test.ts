import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columnsOf, exampleMarks, namingKeys, sheetKinds, sheetNames, type Column, type SheetKind } from '../../../src/model/columns.js'
import { languages } from '../../../src/model/language-codes.js'
import type { Language } from '../../../src/model/language.js'
import { openInput } from '../../../src/read/open-input.js'
import { readServiceLog } from '../../../src/read/read-service-log.js'
import { blankWorkbook } from '../../../src/report/blank/blank-workbook.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-blank-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Validations = Record<string, ExcelJS.DataValidation>
async function filled(language: Language, change: (sheet: ExcelJS.Worksheet, kind: SheetKind) => void = () => undefined) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(await blankWorkbook(language)) as unknown as ArrayBuffer)
  for (const kind of sheetKinds) change(book.getWorksheet(sheetNames[kind][language]) as ExcelJS.Worksheet, kind)
  const path = join(folder, `${language}.xlsx`)
  await book.xlsx.writeFile(path)
  return { book, path, log: await readServiceLog([{ path, name: 'log.xlsx' }]) }
}

/** What the list of a drop-down offers. */
function offered(book: ExcelJS.Workbook, rule: ExcelJS.DataValidation): string[] {
  const formula = String(rule.formulae[0])
  if (formula.startsWith('"')) return formula.slice(1, -1).split(',')
  const [, letter, first, last] = /\$([A-Z])\$(\d+):\$[A-Z]\$(\d+)/.exec(formula) as unknown as [string, string, string, string]
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => String(book.getWorksheet('lists')?.getCell(`${letter}${Number(first) + index}`).value))
}

function ruleOf(sheet: ExcelJS.Worksheet, kind: SheetKind, column: Column): ExcelJS.DataValidation | undefined {
  const letter = sheet.getColumn(columnsOf[kind].indexOf(column) + 1).letter
  const { model } = (sheet as unknown as { dataValidations: { model: Validations } }).dataValidations
  return model[`${letter}2`] ?? model[`${letter}2:${letter}2000`] ?? Object.entries(model).find(([range]) => range.startsWith(`${letter}2`))?.[1]
}

describe.each([...languages])('the blank workbook in %s', (language) => {
  it('is read without a finding but for its example rows, which are not read', async () => {
    const { log } = await filled(language)
    expect([log.items, log.cases, log.residences, log.decisions]).toEqual([[], [], [], []])
    expect(log.findings.map(({ rule, at }) => [rule, at.cell])).toEqual(sheetKinds.map(() => ['SRC-031', '2']))
  })

  it('has an example that is read without a finding once it has an ID of its own', async () => {
    const { log } = await filled(language, (sheet, kind) => {
      sheet.getCell(2, columnsOf[kind].findIndex(({ key }) => key === namingKeys[kind]) + 1).value = { costs: 'K-1', cases: 'A-001', residences: 'A-001', decisions: 'P-1' }[kind]
    })
    expect(log.findings).toEqual([])
    expect([log.items.length, log.cases.length, log.residences.length, log.decisions.length]).toEqual([1, 1, 1, 1])
    expect(log.items[0]).toMatchObject({ category: 'INTERPRETING', providerKind: 'company', net: 12480n, vat: 3182n, gross: 15662n, unit: 'h' })
  })

  it('offers in its drop-downs what the reader reads, and all of it', async () => {
    const { book } = await filled(language)
    for (const kind of sheetKinds) {
      const sheet = book.getWorksheet(sheetNames[kind][language]) as ExcelJS.Worksheet
      for (const column of columnsOf[kind]) {
        const rule = ruleOf(sheet, kind, column)
        if (column.type === 'choice') expect(offered(book, rule as ExcelJS.DataValidation), column.key).toEqual(column.choices?.map(([, names]) => names[language]))
        if (column.type === 'yes-no') expect(offered(book, rule as ExcelJS.DataValidation).length).toBe(2)
        if (column.type !== 'text' && column.type !== 'choices') expect(rule, column.key).toMatchObject({ allowBlank: true, showErrorMessage: true })
      }
    }
  })

  it('has every value of its drop-downs read without a finding', async () => {
    const blank = await filled(language)
    const costs = columnsOf.costs
    const { log } = await filled(language, (sheet, kind) => {
      if (kind !== 'costs') return
      const example = costs.map((_, index) => sheet.getCell(2, index + 1).value)
      let row = 3
      for (const [index, column] of costs.entries()) {
        if (column.type !== 'choice') continue
        for (const value of offered(blank.book, ruleOf(sheet, kind, column) as ExcelJS.DataValidation)) {
          example.forEach((one, at) => (sheet.getCell(row, at + 1).value = one))
          sheet.getCell(row, index + 1).value = value
          sheet.getCell(row, 1).value = `K-${row}`
          row += 1
        }
      }
    })
    expect(log.items.length).toBeGreaterThan(20)
    expect(log.findings.filter(({ rule }) => rule !== 'SRC-031' && rule !== 'SRC-020')).toEqual([])
  })

  it('has a guide that names every heading, a help text at each, and colours for what is missing', async () => {
    const { book } = await filled(language)
    const guide = book.worksheets[0] as ExcelJS.Worksheet
    const words = new Set(Array.from({ length: guide.rowCount }, (_, index) => String(guide.getCell(index + 1, 2).value ?? '')))
    for (const kind of sheetKinds) {
      const sheet = book.getWorksheet(sheetNames[kind][language]) as ExcelJS.Worksheet & { conditionalFormattings: { ref: string; rules: { formulae: string[] }[] }[] }
      for (const [index, column] of columnsOf[kind].entries()) {
        expect(words).toContain(column.heading[language])
        expect(JSON.stringify(sheet.getCell(1, index + 1).note).length, column.key).toBeGreaterThan(15)
        const letter = sheet.getColumn(index + 1).letter
        if (column.must) expect(sheet.conditionalFormattings.some(({ ref, rules }) => ref.startsWith(`${letter}2:`) && rules.some(({ formulae }) => String(formulae[0]).includes(`${letter}2`))), column.key).toBe(true)
      }
    }
  })
})

describe('an example mark', () => {
  it('is heeded in any language and in csv, and says so at the row', async () => {
    const path = join(folder, 'costs.csv')
    const head = 'Item ID;Case ID;Service date;Category;Description;Special need;Provider kind;Net;VAT;Gross;Voucher'
    await writeFile(path, [head, ...Object.values(exampleMarks).map((mark) => `${mark};A;1.3.2026;OTHER;x;y;own;1;0;1;V`), 'Example 1;A;1.3.2026;OTHER;x;y;own;1;0;1;V'].join('\n'))
    const { sheets } = await openInput({ path, name: 'costs.csv' })
    expect(sheets.length).toBe(1)
    const others = ['cases.csv', 'residences.tsv'].map((name) => ({ path: join(import.meta.dirname, '../../../fixtures/read/small', name), name }))
    const log = await readServiceLog([{ path, name: 'costs.csv' }, ...others])
    expect(log.items.map(({ id }) => id)).toEqual(['Example 1'])
    expect(log.findings.filter(({ rule }) => rule === 'SRC-031').map(({ at }) => at.cell)).toEqual(['2', '3', '4'])
  })
})
