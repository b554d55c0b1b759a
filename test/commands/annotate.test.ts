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

  it('knows its own marks again after a program that keeps no authors of comments, and joins them into one run', async () => {
    const book = await workbook('palveluloki.xlsx')
    ;(book.getWorksheet('Kustannukset') as ExcelJS.Worksheet).getCell('C2').note = 'A note of the office'
    await book.xlsx.writeFile(join(folder, 'palveluloki.xlsx'))
    await checked('--annotate', 'first.xlsx')
    const parts = unzipSync(await readFile(join(folder, 'first.xlsx')))
    for (const name of Object.keys(parts).filter((one) => one.includes('comments'))) {
      const flat = strFromU8(parts[name] as Uint8Array).replace(/<authors>.*?<\/authors>/s, '<authors><author> </author></authors>').replace(/authorId="\d+"/g, 'authorId="0"').replace(/<\/t><\/r><r><t xml:space="preserve">/g, '')
      parts[name] = strToU8(flat)
    }
    await writeFile(join(folder, 'saved.xlsx'), zipSync(parts))
    await checked('saved.xlsx', '--annotate', 'second.xlsx')
    const comments = async (name: string) => Object.entries(unzipSync(await readFile(join(folder, name)))).filter(([part]) => part.includes('comments')).map(([, bytes]) => strFromU8(bytes)).join('')
    const [first, second] = [await comments('first.xlsx'), await comments('second.xlsx')]
    for (const pattern of [/<comment /g, /REG-004 \(/g, /– korvaus –/g, /A note of the office/g]) expect(second.match(pattern)?.length, String(pattern)).toBe(first.match(pattern)?.length)
  })

  it('keeps names that are local to a sheet with their sheet', async () => {
    const files = unzipSync(await readFile(join(folder, 'palveluloki.xlsx')))
    const name = 'xl/workbook.xml'
    files[name] = strToU8(strFromU8(files[name] as Uint8Array).replace('</sheets>', '</sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">Kustannukset!$1:$1</definedName></definedNames>'))
    await writeFile(join(folder, 'palveluloki.xlsx'), zipSync(files))
    await checked('--annotate', 'marked.xlsx')
    expect(strFromU8(unzipSync(await readFile(join(folder, 'marked.xlsx')))[name] as Uint8Array)).toContain('localSheetId="1">Kustannukset!')
  })

  it('changes no part but for its marks: pictures, drop-downs, colours, tables, names and notes of the office stay byte for byte', async () => {
    const book = await workbook('palveluloki.xlsx')
    const costs = book.getWorksheet('Kustannukset') as ExcelJS.Worksheet
    costs.getCell('C2').note = 'A note of the office'
    costs.getCell('E3').dataValidation = { type: 'list', allowBlank: true, formulae: ['"Tulkkaus,Muu"'] }
    costs.addConditionalFormatting({ ref: 'M2:M168', rules: [{ type: 'cellIs', operator: 'greaterThan', formulae: [1000], priority: 1, style: { font: { bold: true } } }] })
    costs.addImage(book.addImage({ buffer: (await readFile(join(import.meta.dirname, '../../docs/pictures/claim-form.png'))) as unknown as ExcelJS.Buffer, extension: 'png' }), 'AC2:AE9')
    costs.autoFilter = 'A1:Y168'
    const notes = book.addWorksheet('Laskelma', { state: 'hidden' })
    notes.getCell('A1').value = { formula: 'SUM(Kustannukset!M2:M168)', result: 1 }
    notes.addTable({ name: 'Lista', ref: 'C1', headerRow: true, columns: [{ name: 'Vuosi' }], rows: [[2026]] })
    book.definedNames.add('Kustannukset!$M$2:$M$168', 'Summat')
    await book.xlsx.writeFile(join(folder, 'palveluloki.xlsx'))
    await checked('--annotate', 'marked.xlsx')
    const [before, after] = [unzipSync(await readFile(join(folder, 'palveluloki.xlsx'))), unzipSync(await readFile(join(folder, 'marked.xlsx')))]
    const text = (files: Record<string, Uint8Array>, name: string) => strFromU8(files[name] as Uint8Array)
    const unmarked = (xml: string) => xml.replace(/<conditionalFormatting[^>]*><cfRule type="expression" dxfId="\d+" priority="1"><formula>&quot;korvaus&quot;.*?<\/conditionalFormatting>/g, '').replace(/<legacyDrawing xmlns:r=[^>]*\/>/, '').replace(/ tabSelected="1"/g, '')
    const changed = Object.keys(before).filter((name) => text(before, name) !== text(after, name))
    const sheets = changed.filter((name) => name.startsWith('xl/worksheets/sheet'))
    expect(sheets.length).toBeGreaterThan(0)
    for (const name of sheets) expect(unmarked(text(after, name)), name).toBe(unmarked(text(before, name)))
    expect(changed.filter((name) => /media|drawings\/drawing|tables|sharedStrings|theme/.test(name))).toEqual([])
    expect(text(after, 'xl/workbook.xml')).toContain('>Kustannukset!$M$2:$M$168</definedName>')
    expect(text(after, 'xl/comments1.xml')).toContain('A note of the office')
    const [styles, styled] = [text(before, 'xl/styles.xml'), text(after, 'xl/styles.xml')].map((xml) => [...(/<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(xml)?.[1] ?? '').matchAll(/<xf [\s\S]*?(?:\/>|<\/xf>)/g)].map(([one]) => one)) as [string[], string[]]
    expect(styled.slice(0, styles.length)).toEqual(styles)
  })

  it('lists what waits for an answer first, with the last day filled in, and counts days as the workbook does', async () => {
    for (const from1904 of [false, true]) {
      const book = await workbook('palveluloki.xlsx')
      book.properties.date1904 = from1904
      await book.xlsx.writeFile(join(folder, 'log.xlsx'))
      await checked('log.xlsx', '--annotate', `marked-${from1904}.xlsx`)
      const sheet = (await workbook(`marked-${from1904}.xlsx`)).getWorksheet('Korvaus') as ExcelJS.Worksheet
      const effects = Array.from({ length: sheet.rowCount - 2 }, (_, index) => String(sheet.getCell(index + 3, columnOf('effect')).value))
      const waiting = Array.from({ length: sheet.rowCount - 2 }, (_, index) => String(sheet.getCell(index + 3, columnOf('facts')).value ?? '') !== '')
      expect(waiting.indexOf(false)).toBe(waiting.filter(Boolean).length)
      expect(effects.slice(waiting.indexOf(false))).toEqual(effects.slice(waiting.indexOf(false)).toSorted((left, right) => ['este', 'harkittava', 'huomautus'].indexOf(left) - ['este', 'harkittava', 'huomautus'].indexOf(right)))
      expect((sheet.getCell(3, columnOf('until')).value as Date).toISOString().slice(0, 10)).toBe('2027-11-23')
      expect(sheet.getCell(3, columnOf('amount')).value).toEqual(expect.any(Number))
    }
  })

  it('leaves a sheet alone that the office has called the same, reads its costs, and lists the findings on another', async () => {
    const book = await workbook('palveluloki.xlsx')
    ;(book.getWorksheet('Kustannukset') as ExcelJS.Worksheet).name = 'Korvaus'
    await book.xlsx.writeFile(join(folder, 'palveluloki.xlsx'))
    const before = await checked('--annotate', 'marked.xlsx')
    expect(before.totals.items).toBe(167)
    const marked = await workbook('marked.xlsx')
    expect(marked.worksheets.map(({ name }) => name)).toEqual(['Korvaus 2', 'Korvaus', 'Asiakkaat', 'Kotikunnat', 'Päätökset'])
    const sheet = marked.getWorksheet('Korvaus 2') as ExcelJS.Worksheet
    for (const [key, value] of [['answer', 'hyväksy'], ['reason', 'Sovittu'], ['by', 'Pomo']] as const) sheet.getCell(3, columnOf(key)).value = value
    await marked.xlsx.writeFile(join(folder, 'answered.xlsx'))
    expect((await checked('answered.xlsx', '--annotate', 'again.xlsx')).totals.review).toBe(before.totals.review - 1)
    expect((await workbook('again.xlsx')).worksheets.length).toBe(5)
    expect((await runKorvaus(['review', '--from', 'answered.xlsx', '--lang', 'en'], folder)).stderr).toMatch(/\b1\b/)
  })

  it('shows in the sheet an answer that has expired', async () => {
    await writeFile(join(folder, 'reviews.json'), JSON.stringify([{ item: 'K-041', rule: 'CAT-005', answer: 'accept', reason: 'Vanha syy', by: 'Pomo', on: '2026-01-05', until: '2026-05-31' }]))
    await checked('--annotate', 'marked.xlsx')
    const sheet = (await workbook('marked.xlsx')).getWorksheet('Korvaus') as ExcelJS.Worksheet
    const row = Array.from({ length: sheet.rowCount }, (_, index) => index + 1).find((one) => sheet.getCell(one, columnOf('item')).value === 'K-041') as number
    expect(sheet.getCell(row, columnOf('message')).value).toMatch(/vanhentunut\. .*Vanha syy/)
    expect(sheet.getCell(row, columnOf('answer')).value).toBeNull()
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

describe('answers in an annotated workbook', () => {
  type Key = (typeof reviewSheetKeys)[number]
  /** Writes answers into the rows that ask: the first alone, the second incomplete, the third out of date. */
  async function answered(): Promise<{ item: string; rule: string; row: number }[]> {
    await checked('--annotate', 'marked.xlsx')
    const book = await workbook('marked.xlsx')
    const sheet = book.getWorksheet('Korvaus') as ExcelJS.Worksheet
    const text = (row: number, key: Key) => String(sheet.getCell(row, columnOf(key)).value ?? '')
    const rows = Array.from({ length: sheet.rowCount }, (_, index) => index + 1).filter((row) => row > 2 && text(row, 'facts') !== '').slice(0, 3)
    const values: Partial<Record<Key, string>>[] = [{ answer: 'hyväksy', reason: 'Sovittu', by: 'Talouspäällikkö' }, { answer: 'hyväksy', by: 'Talouspäällikkö' }, { answer: 'jätä pois', reason: 'Ei tarvetta', by: 'Talouspäällikkö', until: '1.1.2020' }]
    rows.forEach((row, index) => Object.entries(values[index] as object).forEach(([key, value]) => (sheet.getCell(row, columnOf(key as Key)).value = value as string)))
    await book.xlsx.writeFile(join(folder, 'answered.xlsx'))
    return rows.map((row) => ({ item: text(row, 'item'), rule: text(row, 'rule'), row }))
  }
  const recorded = async () => JSON.parse(await readFile(join(folder, 'reviews.json'), 'utf8').catch(() => '[]')) as { item: string; rule: string; until: string }[]

  it('are recorded with review --from, and those that cannot be are named at their cell', async () => {
    const [first, second, third] = (await answered()) as [{ item: string; rule: string; row: number }, { row: number }, { row: number }]
    const { exitCode, stderr } = await runKorvaus(['review', '--from', 'answered.xlsx', '--lang', 'en'], folder)
    expect(exitCode).toBe(1)
    expect(stderr).toContain(`answered.xlsx: Korvaus!J${second.row}: the answer is incomplete`)
    expect(stderr).toContain(`answered.xlsx: Korvaus!I${third.row}: the last day of the answer, 1 January 2020, has passed`)
    expect(await recorded()).toEqual([expect.objectContaining({ item: first.item, rule: first.rule, answer: 'accept', on: '2026-11-23', until: '2027-11-23' })])
    const { items } = await checked()
    expect(items.find(({ id }) => id === first.item)?.findings.find(({ rule }) => rule === first.rule)?.reviewed).toMatchObject({ by: 'Talouspäällikkö' })
  })

  it('are recorded once, however often the workbook is given back', async () => {
    await answered()
    await runKorvaus(['review', '--from', 'answered.xlsx'], folder)
    expect((await runKorvaus(['review', '--from', 'answered.xlsx', '--lang', 'en'], folder)).stderr).toMatch(/\b0\b/)
    expect((await recorded()).length).toBe(1)
  })

  it('are told of by check until they are recorded, and are made no younger by being read again', async () => {
    const first = (await answered())[0] as { item: string; rule: string }
    const told = async (asOf: string) => (await runKorvaus(['check', 'answered.xlsx', '--as-of', asOf, '--lang', 'en'], folder)).stderr
    expect(await told('2026-11-23')).toContain('korvaus review --from answered.xlsx')
    await runKorvaus(['review', '--from', 'answered.xlsx'], folder)
    expect(await told('2027-05-01')).not.toContain('review --from')
    const { items } = JSON.parse((await runKorvaus(['check', 'answered.xlsx', '--as-of', '2027-05-01', '--format', 'json'], folder)).stdout) as Assessment
    expect(items.find(({ id }) => id === first.item)?.findings.find(({ rule }) => rule === first.rule)?.reviewed).toMatchObject({ on: '2026-11-23', until: '2027-11-23' })
  })

  it('need a workbook that has the sheet for them', async () => {
    expect(await runKorvaus(['review', '--from', 'palveluloki.xlsx', '--lang', 'en'], folder)).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('Korvaus') as string })
  })
})

describe('several workbooks', () => {
  it('are told apart from a document in OpenDocument form, whose findings the first of them lists', async () => {
    await cp(join(import.meta.dirname, '../../fixtures/read/ods/palveluloki.ods'), join(folder, 'toinen.ods'))
    const { exitCode, stderr } = await runKorvaus(['check', 'palveluloki.xlsx', 'toinen.ods', '--annotate', 'marked.xlsx', '--lang', 'en'], folder)
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('marked.xlsx')])
    const marked = (await workbook('marked.xlsx')).getWorksheet('Korvaus') as ExcelJS.Worksheet
    const places = Array.from({ length: marked.rowCount - 2 }, (_, index) => JSON.stringify(marked.getCell(index + 3, columnOf('place')).value))
    expect(places.some((place) => place.includes('toinen.ods'))).toBe(true)
    expect((await runKorvaus(['check', 'toinen.ods', '--annotate', 'other.xlsx', '--lang', 'en'], folder)).stderr).toContain('save it as xlsx')
  })

  it('are annotated into a folder, each with its own findings', async () => {
    const costs = (await workbook('palveluloki.xlsx')).getWorksheet('Kustannukset') as ExcelJS.Worksheet
    const more = new ExcelJS.Workbook()
    const sheet = more.addWorksheet('Kustannukset')
    for (const row of [1, 2, 3]) for (let column = 1; column <= costs.columnCount; column++) sheet.getCell(row, column).value = costs.getCell(row, column).value
    sheet.getCell('A2').value = 'X-1'
    sheet.getCell('A3').value = 'X-2'
    await more.xlsx.writeFile(join(folder, 'lisaa.xlsx'))
    await writeFile(join(folder, 'korvaus.yaml'), (await readFile(join(folder, 'korvaus.yaml'), 'utf8')).replace('  - { path: palveluloki.xlsx }', '  - { path: palveluloki.xlsx }\n  - { path: lisaa.xlsx }'))
    const assessment = await checked('--annotate', 'marked')
    const listed = async (name: string) => {
      const marked = (await workbook(`marked/${name}`)).getWorksheet('Korvaus') as ExcelJS.Worksheet
      return Array.from({ length: marked.rowCount - 2 }, (_, index) => String(marked.getCell(index + 3, columnOf('item')).value ?? '')).filter((item) => item !== '')
    }
    expect(new Set(await listed('lisaa.xlsx'))).toEqual(new Set(['X-1', 'X-2'].filter((id) => assessment.items.some((item) => item.id === id && item.findings.length > 0))))
    expect(await listed('palveluloki.xlsx')).not.toContain('X-1')
    expect((await listed('palveluloki.xlsx')).length + (await listed('lisaa.xlsx')).length).toBe(assessment.items.reduce((sum, { findings }) => sum + findings.length, 0))
    expect((await runKorvaus(['check', '--annotate', 'marked', '--lang', 'en'], folder)).stderr).toContain('exists already')
    expect((await runKorvaus(['check', '--annotate', 'one.xlsx', '--lang', 'en'], folder)).stderr).toContain('name a folder')
  })
})
