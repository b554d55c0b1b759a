import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/model/assessment.js'
import { reviewSheetKeys } from '../../src/model/review-sheet.js'
import { runKorvaus } from './run-korvaus.js'

const example = join(import.meta.dirname, '../../fixtures/example/workspace')
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-annotate-'))
  for (const name of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(example, name), join(folder, name))
})
afterEach(() => rm(folder, { recursive: true }))

async function checked(...argv: string[]): Promise<Assessment> {
  return JSON.parse((await runKorvaus(['check', '--format', 'json', ...argv], folder)).stdout) as Assessment
}
async function workbook(name: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(join(folder, name))
  return book
}
const columnOf = (key: (typeof reviewSheetKeys)[number]) => reviewSheetKeys.indexOf(key) + 1

describe('check --annotate', () => {
  it('hands the workbook back with every cell as it was', async () => {
    await checked('--annotate', 'marked.xlsx')
    const [before, after] = [await workbook('palveluloki.xlsx'), await workbook('marked.xlsx')]
    for (const sheet of before.worksheets) {
      const same = after.getWorksheet(sheet.name)
      expect(same?.rowCount).toBe(sheet.rowCount)
      sheet.eachRow((row, number) => row.eachCell((cell, column) => {
        const marked = same?.getCell(number, column)
        expect([marked?.value, marked?.style], cell.address).toEqual([cell.value, cell.style])
      }))
    }
  })

  it('leaves a comment and a colour at each finding, and lists them all on the first sheet', async () => {
    const assessment = await checked('--annotate', 'marked.xlsx')
    const book = await workbook('marked.xlsx')
    expect(book.worksheets[0]?.name).toBe('Korvaus')
    const listed = (book.getWorksheet('Korvaus')?.rowCount ?? 0) - 2
    expect(listed).toBe(assessment.findings.length + assessment.items.reduce((sum, { findings }) => sum + findings.length, 0))
    const files = Object.entries(unzipSync(await readFile(join(folder, 'marked.xlsx'))))
    const comments = files.filter(([name]) => name.includes('comments')).map(([, bytes]) => strFromU8(bytes)).join('')
    const sheetXml = files.filter(([name]) => /worksheets\/sheet\d/.test(name)).map(([, bytes]) => strFromU8(bytes)).join('')
    const coloured = new Set([...sheetXml.matchAll(/<conditionalFormatting sqref="([^"]*)"/g)].flatMap((match) => (match[1] as string).split(' ')))
    for (const { sheet, cell, message } of assessment.items.flatMap(({ findings }) => findings)) {
      if (sheet === undefined || cell === undefined) continue
      expect(comments, `${sheet}!${cell}`).toContain(message.slice(0, 40).replaceAll('"', '&quot;'))
      expect(coloured).toContain(cell)
    }
  })

  it('gives the same assessment when the marked workbook is checked', async () => {
    const before = await checked('--annotate', 'marked.xlsx')
    const after = await checked('marked.xlsx')
    expect(after.totals).toEqual(before.totals)
    expect(after.findings.map(({ rule, message }) => [rule, message])).toEqual(before.findings.map(({ rule, message }) => [rule, message]))
  })

  it('takes up the answers that were written into the first sheet, and names an incomplete one at its cell', async () => {
    const before = await checked('--annotate', 'marked.xlsx')
    const book = await workbook('marked.xlsx')
    const sheet = book.getWorksheet('Korvaus') as ExcelJS.Worksheet
    const asking = Array.from({ length: sheet.rowCount }, (_, index) => index + 1).filter((row) => row > 2 && String(sheet.getCell(row, columnOf('facts')).value ?? '') !== '')
    const alone = asking.filter((row) => asking.filter((other) => sheet.getCell(other, columnOf('item')).value === sheet.getCell(row, columnOf('item')).value).length === 1)
    const [accepted, left, incomplete] = alone as [number, number, number]
    const fillIn = (row: number, values: Partial<Record<(typeof reviewSheetKeys)[number], string>>) => Object.entries(values).forEach(([key, value]) => (sheet.getCell(row, columnOf(key as 'answer')).value = value))
    fillIn(accepted, { answer: 'hyväksy', reason: 'Sovittu sosiaalityön kanssa', by: 'Talouspäällikkö', until: '31.12.2027' })
    fillIn(left, { answer: 'Jätä pois', reason: 'Ei erityistarvetta', by: 'Talouspäällikkö' })
    fillIn(incomplete, { answer: 'hyväksy', by: 'Talouspäällikkö' })
    await book.xlsx.writeFile(join(folder, 'answered.xlsx'))
    const after = await checked('answered.xlsx')
    const outcome = (row: number) => after.items.find(({ id }) => id === sheet.getCell(row, columnOf('item')).value)?.outcome
    expect([outcome(accepted), outcome(left), outcome(incomplete)]).toEqual(['claimable', 'rejected', 'review'])
    expect(after.totals.review).toBe(before.totals.review - 2)
    expect(after.findings).toContainEqual(expect.objectContaining({ rule: 'SRC-030', sheet: 'Korvaus', cell: expect.stringMatching(/^J\d+$/) as string }))
  })

  it('replaces its own marks when a marked workbook is annotated again, and keeps the comments of others', async () => {
    const book = await workbook('palveluloki.xlsx')
    const costs = book.getWorksheet('Kustannukset') as ExcelJS.Worksheet
    costs.getCell('A1').note = 'A note of the office'
    await book.xlsx.writeFile(join(folder, 'palveluloki.xlsx'))
    await checked('--annotate', 'first.xlsx')
    await checked('first.xlsx', '--annotate', 'second.xlsx')
    const parts = ['first.xlsx', 'second.xlsx'].map(async (name) => unzipSync(await readFile(join(folder, name))))
    const [first, second] = (await Promise.all(parts)) as [Record<string, Uint8Array>, Record<string, Uint8Array>]
    expect(Object.keys(second).sort()).toEqual(Object.keys(first).sort())
    const count = (files: Record<string, Uint8Array>, pattern: RegExp) => Object.values(files).reduce((sum, bytes) => sum + (strFromU8(bytes).match(pattern)?.length ?? 0), 0)
    for (const pattern of [/<comment /g, /<v:shape /g, /<cfRule/g, /<sheet /g]) expect(count(second, pattern)).toBe(count(first, pattern))
    expect(JSON.stringify((await workbook('second.xlsx')).getWorksheet('Kustannukset')?.getCell('A1').note)).toContain('A note of the office')
  })

  it('keeps names that are local to a sheet with their sheet', async () => {
    const files = unzipSync(await readFile(join(folder, 'palveluloki.xlsx')))
    const name = 'xl/workbook.xml'
    files[name] = strToU8(strFromU8(files[name] as Uint8Array).replace('</sheets>', '</sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">Kustannukset!$1:$1</definedName></definedNames>'))
    await writeFile(join(folder, 'palveluloki.xlsx'), zipSync(files))
    await checked('--annotate', 'marked.xlsx')
    expect(strFromU8(unzipSync(await readFile(join(folder, 'marked.xlsx')))[name] as Uint8Array)).toContain('localSheetId="1">Kustannukset!')
  })

  it('replaces no file', async () => {
    const { exitCode, stderr } = await runKorvaus(['check', '--annotate', 'palveluloki.xlsx', '--lang', 'en'], folder)
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('exists already')])
  })

  it('adds no part that holds an identity code', async () => {
    await checked('--annotate', 'marked.xlsx')
    const [before, after] = [unzipSync(await readFile(join(folder, 'palveluloki.xlsx'))), unzipSync(await readFile(join(folder, 'marked.xlsx')))]
    const added = Object.entries(after).filter(([name]) => !(name in before))
    expect(added.length).toBeGreaterThan(3)
    for (const [name, bytes] of added) expect(strFromU8(bytes), name).not.toMatch(/\d{6}[-+A-FU-Y]9\d{2}/)
  })
})
