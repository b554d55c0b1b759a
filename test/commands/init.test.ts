import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/model/assessment.js'
import { runKorvaus } from './run-korvaus.js'

const fixtures = join(import.meta.dirname, '../../fixtures')
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-init-'))
  await cp(join(fixtures, 'read/erp-export/ostolaskut.csv'), join(folder, 'ostolaskut.csv'))
})
afterEach(() => rm(folder, { recursive: true }))

const init = (...argv: string[]) => runKorvaus(['init', '--yes', '--lang', 'fi', ...argv], folder)
const decided = ['--map', 'Tosite nro=voucher+id', '--map', 'Tuottajan luokka=providerKind', '--map', 'Hyväksyjä=skip', '--value', 'category:Kuljetukset=muu']

describe('init', () => {
  it('makes an unknown export a workspace whose every row is read', async () => {
    const { exitCode, stdout, stderr } = await init('--claimant', 'Varsinais-Suomi', '--input', 'ostolaskut.csv', '--as-of', '2026-04-03', ...decided)
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('Varsinais-Suomen hyvinvointialue')])
    expect(stderr.trim().split('\n').at(-1)).toBe('Seuraavaksi: täydennä ja korjaa, tarkista uudelleen (korvaus check), ja tee hakemuspaketti: korvaus prepare --period 2026-03')
    const { stdout: json } = await runKorvaus(['check', '--format', 'json'], folder)
    const { items, findings, totals } = JSON.parse(json) as Assessment
    expect([totals.items, items.map(({ id }) => id)]).toEqual([6, ['40001', '40002', '40003', '40004', '40005', '40006']])
    expect(items.flatMap((item) => item.findings).filter(({ rule }) => rule.startsWith('SRC'))).toEqual([])
    expect(findings.filter(({ rule }) => rule === 'SRC-016')).toEqual([])
  })

  it('proposes the last month that has something to claim, and one with costs where nothing can be claimed yet', async () => {
    const proposed = async (asOf: string, ...argv: string[]) => /--period (\S+)/.exec((await init('--claimant', 'Varsinais-Suomi', '--as-of', asOf, ...argv)).stderr.trim().split('\n').at(-1) ?? '')?.[1]
    expect(await proposed('2026-11-23', '--input', 'ostolaskut.csv', ...decided)).toBe('2026-03')
    await rm(join(folder, 'korvaus.yaml'))
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(join(fixtures, 'example/workspace/palveluloki.xlsx'))
    const costs = book.getWorksheet('Kustannukset') as ExcelJS.Worksheet
    const columnOf = (heading: string) => (costs.getRow(1).values as unknown[]).indexOf(heading)
    costs.eachRow((row) => {
      const day = row.getCell(columnOf('Palvelupäivä')).value
      if (day instanceof Date && day.toISOString() >= '2026-09') row.getCell(columnOf('Kustannusperuste')).value = 'arvio'
    })
    await book.xlsx.writeFile(join(folder, 'palveluloki.xlsx'))
    expect(await proposed('2026-11-23', '--input', 'palveluloki.xlsx')).toBe('2026-08')
    await rm(join(folder, 'korvaus.yaml'))
    expect(await proposed('2026-04-01', '--input', 'palveluloki.xlsx')).toBe('2026-03')
    await rm(join(folder, 'korvaus.yaml'))
    await rm(join(folder, 'mappings'), { recursive: true })
    expect(await proposed('2026-11-23', '--input', 'ostolaskut.csv')).toBe('2026-10')
  })

  it('gives spreadsheets of the same name mappings of their own', async () => {
    await mkdir(join(folder, 'vanhat'))
    await cp(join(folder, 'ostolaskut.csv'), join(folder, 'ostolaskut.txt'))
    await cp(join(folder, 'ostolaskut.csv'), join(folder, 'vanhat/ostolaskut.txt'))
    await init('--claimant', 'Varsinais-Suomi', ...['ostolaskut.csv', 'ostolaskut.txt', 'vanhat/ostolaskut.txt'].flatMap((path) => ['--input', path]))
    expect((await readdir(join(folder, 'mappings'))).sort()).toEqual(['ostolaskut.csv.yaml', 'ostolaskut.txt.yaml', 'vanhat-ostolaskut.txt.yaml'])
    const config = await readFile(join(folder, 'korvaus.yaml'), 'utf8')
    for (const [path, mapping] of [['ostolaskut.csv', 'ostolaskut.csv.yaml'], ['vanhat/ostolaskut.txt', 'vanhat-ostolaskut.txt.yaml']]) expect(config).toContain(`- path: ${path}\n    mapping: mappings/${mapping}\n`)
    expect(await readFile(join(folder, 'mappings/ostolaskut.txt.yaml'), 'utf8')).toContain('ostolaskut.txt')
  })

  it('writes the case IDs of the costs into a workbook for the tables that the export lacks', async () => {
    await init('--claimant', 'Varsinais-Suomi', '--input', 'ostolaskut.csv', ...decided)
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(join(folder, 'asiakkaat.xlsx'))
    expect([2, 3, 4, 5].map((row) => book.getWorksheet('Asiakkaat')?.getCell(row, 1).value)).toEqual(['AS-01', 'AS-02', 'AS-03', null])
    expect(book.getWorksheet('Kustannukset')).toBeUndefined()
  })

  it('uses nothing that it is not sure of, and says in words what is lacking', async () => {
    const { exitCode, stderr } = await init('--claimant', 'Varsinais-Suomi', '--input', 'ostolaskut.csv')
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('puuttuu pakollinen sarake ”Rivitunnus”')])
    const mapping = await readFile(join(folder, 'mappings/ostolaskut.yaml'), 'utf8')
    expect(mapping).toMatch(/^ {2}# Tuottajan luokka: providerKind/m)
    expect(mapping).toMatch(/^ {2}# id: "\{sheet\}-\{row\}"/m)
    expect(mapping).toMatch(/^ {4}# Kuljetukset:/m)
  })

  it('takes what a municipality needs from options, its area by name too', async () => {
    expect((await init('--kind', 'municipality', '--name', 'Oma kunta', '--business-id', '1234567-1', '--municipality', 'Nurmes', '--agreement', 'KEHA/1/2026')).exitCode).toBe(0)
    expect(await readFile(join(folder, 'korvaus.yaml'), 'utf8')).toContain('municipality: "541"\n  programme:\n    arranged: true\n    agreement: KEHA/1/2026\n')
  })

  it('reads a sheet as the table that an option names, and leaves out what is none', async () => {
    await init('--claimant', 'Varsinais-Suomi', '--input', 'ostolaskut.csv', '--sheet', 'ostolaskut.csv=Päätökset')
    expect(await readFile(join(folder, 'mappings/ostolaskut.yaml'), 'utf8')).toMatch(/^ {2}"\*": decisions$/m)
    await Promise.all(['korvaus.yaml', 'mappings'].map((name) => rm(join(folder, name), { recursive: true })))
    await init('--claimant', 'Varsinais-Suomi', '--input', 'ostolaskut.csv', '--sheet', 'ostolaskut.csv=skip')
    expect(await readFile(join(folder, 'korvaus.yaml'), 'utf8')).toContain('- path: "*.xlsx"')
  })

  it('leaves a sheet of notes in a workbook out, and says so in the mapping', async () => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('Ostot').addRows([['Rivitunnus', 'Asiakastunnus', 'Palvelupäivä', 'Netto', 'Tositenumero'], ['K-1', 'A-1', '1.3.2026', 100, 'T-1'], ['K-2', 'A-1', '2.3.2026', 100, 'T-2']])
    book.addWorksheet('Vanhat').addRows([['Rivitunnus', 'Asiakastunnus', 'Palvelupäivä', 'Netto', 'Tositenumero'], ['K-1', 'A-1', '1.3.2024', 100, 'T-1'], ['K-2', 'A-1', '2.3.2024', 100, 'T-2']])
    await book.xlsx.writeFile(join(folder, 'ostot.xlsx'))
    await init('--claimant', 'Varsinais-Suomi', '--input', 'ostot.xlsx', '--sheet', 'Vanhat=skip')
    expect(await readFile(join(folder, 'mappings/ostot.yaml'), 'utf8')).toMatch(/^ {2}Ostot: costs\n {2}Vanhat: skip$/m)
  })

  it('writes no text of a cell into the mapping but the words of lists', async () => {
    await init('--claimant', 'Varsinais-Suomi', '--input', 'ostolaskut.csv')
    expect(await readFile(join(folder, 'mappings/ostolaskut.yaml'), 'utf8')).not.toMatch(/Tulkkikeskus|Kriisikeskustelu|AS-01/)
  })

  it.each([
    ['Varsinais-Suomi', 'county: "05"', 'businessId: 3221065-1'], ['Egentliga Finland', 'county: "05"', '3221065-1'], ['3221065-1', 'name: Varsinais-Suomen hyvinvointialue', 'county: "05"'],
    ['Helsinki', 'kind: city-of-helsinki', '1234567-1'], ['Nurmes', 'municipality: "541"', 'kind: municipality'], ['Mariehamn', 'kind: aland-municipality', 'municipality: "478"'], ['Pirkanma', 'county: "08"', 'Pirkanmaan'],
  ])('finds the claimant %s', async (words, ...written) => {
    const known = written.some((text) => text.includes('3221065')) || words.startsWith('3')
    expect((await init('--claimant', words, ...(known ? [] : ['--business-id', '1234567-1']))).exitCode).toBe(0)
    const config = await readFile(join(folder, 'korvaus.yaml'), 'utf8')
    for (const text of written) expect(config).toContain(text)
  })

  it.each<[string[], RegExp]>([
    [['--claimant', 'Atlantis', '--business-id', '1234567-1'], /Atlantis.*ei löydy/],
    [['--claimant', 'Pohjanmaa', '--business-id', '1234567-1'], /Etelä-Pohjanmaan/],
    [['--claimant', 'Savo', '--business-id', '1234567-1'], /Etelä-Savon.*/],
    [['--claimant', 'Nurmes'], /--business-id/],
    [['--claimant', 'Pirkanmaa', '--business-id', '3221065-1'], /toisen hakijan Y-tunnus: Varsinais-Suomen/],
    [['--claimant', 'Varsinais-Suomi', '--iban', 'FI21 1234 5600 0007 86'], /--iban/],
    [['--claimant', 'Varsinais-Suomi', '--email', 'talous'], /--email/],
    [['--kind', 'municipality', '--name', 'x', '--business-id', '1234567-1', '--municipality', '999'], /--municipality 999/],
    [['--claimant', 'Varsinais-Suomi', '--input', '../muualla.csv'], /ulkopuolella/],
    [['--claimant', 'Varsinais-Suomi', '--input', 'ostolaskut.csv', '--map', 'Tosite nrr=voucher'], /Tosite nro\?/],
    [['--claimant', 'Varsinais-Suomi', '--input', 'ostolaskut.csv', '--map', 'Summa=nett'], /net\?/],
    [['--claimant', 'Varsinais-Suomi', '--input', 'ostolaskut.csv', '--sheet', 'ostolaskut.csv=cost'], /costs\?/],
    [['--claimant', 'Varsinais-Suomi', '--input', 'ostolaskut.csv', '--sheet', 'ostolasku.csv=costs'], /ostolaskut\.csv\?/],
    [['--claimant', 'Varsinais-Suomi', '--input', 'ostolaskut.csv', '--value', 'category:Kuljetukset=OTHR'], /OTHER\?/],
  ])('writes nothing when an answer will not do: %j', async (argv, words) => {
    const { exitCode, stderr } = await init(...argv)
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(words)])
    expect(await readdir(folder)).toEqual(['ostolaskut.csv'])
  })

  it('writes nothing when the spreadsheet cannot be read', async () => {
    await writeFile(join(folder, 'ostolaskut.csv'), '%PDF-1.7')
    expect((await init('--claimant', 'Varsinais-Suomi', '--input', 'ostolaskut.csv')).exitCode).toBe(3)
    expect(await readdir(folder)).toEqual(['ostolaskut.csv'])
  })

  it('keeps a mapping that is there already', async () => {
    await mkdir(join(folder, 'mappings'))
    await writeFile(join(folder, 'mappings/ostolaskut.yaml'), 'headings: {}\n')
    expect((await init('--claimant', 'Varsinais-Suomi', '--input', 'ostolaskut.csv')).stderr).toContain('oli jo olemassa')
    expect(await readFile(join(folder, 'mappings/ostolaskut.yaml'), 'utf8')).toBe('headings: {}\n')
  })

  it('leaves nothing half-done when the last file cannot be written', async () => {
    // What a killed run had moved aside comes back first: a folder, which no file can replace.
    await mkdir(join(folder, 'korvaus.yaml.999999999.old.tmp'))
    expect((await init('--claimant', 'Varsinais-Suomi', '--input', 'ostolaskut.csv')).exitCode).toBe(2)
    expect((await readdir(folder, { recursive: true })).filter((name) => name !== 'korvaus.yaml' && name !== 'mappings')).toEqual(['ostolaskut.csv'])
  })
})
