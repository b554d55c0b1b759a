import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/model/assessment.js'
import { columnsOf, sheetNames, type SheetKind } from '../../src/model/columns.js'
import { languages } from '../../src/model/language-codes.js'
import type { Language } from '../../src/model/language.js'
import { loadRuleBook } from '../../src/rules/load-book.js'
import { findMunicipality } from '../../src/rules/tables/municipalities.js'
import { runKorvaus } from './run-korvaus.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-template-'))
})
afterEach(() => rm(folder, { recursive: true }))

type Cells = Readonly<Record<string, string | number | Date | undefined>>
const day = (text: string) => new Date(`${text}T00:00:00Z`)

/** A row of each table as an officer fills in what is coloured, in the words of the language. */
function rowsIn(language: Language): Record<SheetKind, Cells> {
  const named = (kind: SheetKind, key: string, code: string) => columnsOf[kind].find((column) => column.key === key)?.choices?.find(([one]) => one === code)?.[1][language]
  return {
    costs: {
      id: 'K-1', case: 'A-1', serviceDate: day('2026-03-03'), category: named('costs', 'category', 'INTERPRETING'), description: 'Tulkkaus lääkärin vastaanotolla', need: 'Ihmiskaupan uhrin hoito edellytti tulkkia',
      provider: 'Tulkkikeskus Oy', providerKind: named('costs', 'providerKind', 'company'), net: 120, vat: 30.6, voucher: 'T-1', decision: 'P-1',
    },
    cases: { case: 'A-1', admittedOn: day('2026-01-15') },
    residences: { case: 'A-1', municipality: language === 'sv' ? 'Tammerfors' : 'Tampere', from: day('2026-01-20') },
    decisions: { decision: 'P-1', case: 'A-1', decidedOn: day('2026-02-10'), validFrom: day('2026-01-15'), result: named('decisions', 'result', 'granted') },
  }
}

async function templateIn(language: Language): Promise<ExcelJS.Workbook> {
  expect((await runKorvaus(['template', `${language}.xlsx`, '--lang', language], folder)).exitCode).toBe(0)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(join(folder, `${language}.xlsx`))
  return book
}
const sheetOf = (book: ExcelJS.Workbook, kind: SheetKind, language: Language) => book.getWorksheet(sheetNames[kind][language]) as ExcelJS.Worksheet & { conditionalFormattings: { ref: string; rules: { formulae: string[] }[] }[] }
const letterOf = (kind: SheetKind, key: string) => String.fromCharCode(65 + columnsOf[kind].findIndex((column) => column.key === key))

async function checked(book: ExcelJS.Workbook, language: Language, rows: Record<SheetKind, Cells>): Promise<Assessment> {
  for (const kind of ['costs', 'cases', 'residences', 'decisions'] as const) {
    columnsOf[kind].forEach(({ key }, index) => (sheetOf(book, kind, language).getCell(3, index + 1).value = rows[kind][key] ?? null))
  }
  await book.xlsx.writeFile(join(folder, 'filled.xlsx'))
  return JSON.parse((await runKorvaus(['check', 'filled.xlsx', '--format', 'json', '--as-of', '2026-06-01'], folder)).stdout) as Assessment
}
const grave = ({ items, findings }: Assessment) => [...items.flatMap((item) => item.findings), ...findings].filter(({ effect }) => effect !== 'note').map(({ rule }) => rule)

describe('the blank workbook that template writes', () => {
  it.each([...languages])('colours in %s what check asks for, no less and no more', async (language) => {
    await runKorvaus(['init', '--yes', '--claimant', 'Pirkanmaa', '--business-id', '1234567-1', '--iban', 'FI21 1234 5600 0007 85', '--lang', language], folder)
    const book = await templateIn(language)
    const rows = rowsIn(language)
    const whole = await checked(book, language, rows)
    expect([grave(whole).filter((rule) => rule !== 'DEC-007'), whole.totals.items]).toEqual([[], 1])
    for (const kind of ['costs', 'cases', 'residences', 'decisions'] as const) {
      const coloured = (key: string) => sheetOf(book, kind, language).conditionalFormattings.some(({ ref, rules }) => ref === `${letterOf(kind, key)}2:${letterOf(kind, key)}2000` && rules.some(({ formulae }) => /LEN\(TRIM|ISBLANK/.test(String(formulae[0]))))
      for (const key of Object.keys(rows[kind])) {
        if (key === 'decision' && kind === 'costs') continue
        expect(coloured(key), `${kind}.${key}`).toBe(true)
        if (language !== 'fi') continue
        const without = await checked(book, language, { ...rows, [kind]: { ...rows[kind], [key]: undefined } }).catch(() => undefined)
        if (without !== undefined) expect(grave(without).filter((rule) => rule !== 'DEC-007'), `${kind}.${key}`).not.toEqual([])
      }
    }
  })

  it.each([...languages])('offers in %s every municipality that check knows, by names and codes, and no other', async (language) => {
    const book = await templateIn(language)
    const lists = book.getWorksheet('lists') as ExcelJS.Worksheet
    const { model } = (sheetOf(book, 'residences', language) as unknown as { dataValidations: { model: Record<string, ExcelJS.DataValidation> } }).dataValidations
    const rule = Object.entries(model).find(([range]) => range.startsWith('B2'))?.[1] as ExcelJS.DataValidation
    const [, letter, last] = /lists!\$([A-Z])\$1:\$[A-Z]\$(\d+)/.exec(String(rule.formulae[0])) as unknown as [string, string, string]
    const offered = new Set(Array.from({ length: Number(last) }, (_, index) => String(lists.getCell(`${letter}${index + 1}`).value)))
    const { tables } = await loadRuleBook({})
    for (const { nameFi, nameSv, code } of tables.municipalities) for (const name of [nameFi, nameSv, code]) expect(offered).toContain(name)
    for (const name of offered) expect(tables.municipalities.some(({ from }) => findMunicipality(tables, name, from) !== undefined), name).toBe(true)
    expect([...offered][0]).toBe('Akaa')
  })

  it('offers the cases and decisions of its own tables, and takes a list of categories only when every part is one', async () => {
    await templateIn('fi')
    const parts = unzipSync(await readFile(join(folder, 'fi.xlsx')))
    const xml = Object.entries(parts).filter(([name]) => /worksheets\/sheet\d/.test(name)).map(([, bytes]) => strFromU8(bytes)).join('').replaceAll('&apos;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    expect(xml.match(/errorStyle="warning"[^>]*sqref="B2:B2000"[^>]*><formula1>OFFSET\('Asiakkaat'!\$A\$2/g)?.length).toBe(2)
    expect(xml).toMatch(/sqref="V2:V2000"[^>]*><formula1>OFFSET\('Päätökset'!\$A\$2/)
    expect(xml).toContain('SUMPRODUCT(--ISNUMBER(SEARCH(","&lists!')
  })

  it('can be annotated: no two sheets are then called alike, whatever their capitals', async () => {
    await runKorvaus(['init', '--yes', '--claimant', 'Pirkanmaa', '--business-id', '1234567-1', '--lang', 'fi'], folder)
    await checked(await templateIn('fi'), 'fi', rowsIn('fi'))
    await runKorvaus(['check', 'filled.xlsx', '--annotate', 'marked.xlsx'], folder)
    const marked = new ExcelJS.Workbook()
    await marked.xlsx.readFile(join(folder, 'marked.xlsx'))
    const names = marked.worksheets.map(({ name }) => name.toLowerCase())
    expect([names[0], new Set(names).size]).toEqual(['korvaus', names.length])
  })
})
