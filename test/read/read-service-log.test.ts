import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServiceLog } from '../../src/model/service-log.js'
import { noMapping } from '../../src/read/mapping.js'
import { readServiceLog } from '../../src/read/read-service-log.js'

const fixture = (path: string) => ({ path: join(import.meta.dirname, '../../fixtures', path), name: path.split('/').at(-1) as string })
const small = ['costs.csv', 'cases.csv', 'residences.tsv'].map((name) => fixture(`read/small/${name}`))
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-read-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('readServiceLog', () => {
  it('reads every row of the example log', async () => {
    const log = await readServiceLog([fixture('example/workspace/palveluloki.xlsx')])
    expect([log.items.length, log.cases.length, log.residences.length, log.decisions.length]).toEqual([167, 8, 9, 15])
    expect(log.items[0]).toMatchObject({ id: 'K-001', case: 'A-108', serviceDate: '2023-11-20', category: 'INTERPRETING', net: 12480n, vat: 2995n, quantity: '2' })
    expect(log.findings.map(({ rule, at }) => [rule, at.cell])).toEqual([['SRC-010', 'M159'], ['SRC-010', 'N159'], ['SRC-010', 'P159']])
  })

  it.each([['example', 'palveluloki.xlsx'], ['municipal', 'servicelogg.xlsx']])('reads the same from the workbook of %s as another program saved it', async (theme, file) => {
    const [own, other] = await Promise.all(['workspace', 'libreoffice'].map((where) => readServiceLog([fixture(`${theme}/${where}/${file}`)])))
    expect(other?.items).toEqual(own?.items)
    expect(other?.cases).toEqual(own?.cases)
    expect(other?.findings).toEqual(own?.findings)
  })

  it('reads one log from csv files in three languages, with their ways to write dates and amounts', async () => {
    const log = await readServiceLog(small)
    expect(log.items[0]).toMatchObject({ id: '1#2', case: 'A', serviceDate: '2026-03-01', category: 'INTERPRETING', providerKind: 'company', net: 10000n, vat: 2550n, gross: 12550n })
    expect(log.items[1]).toMatchObject({ serviceDate: '2026-03-02', net: 123450n, gross: 123450n })
    expect(log.residences.map(({ from }) => from)).toEqual(['2025-01-01', '2025-01-01'])
    expect(log.items.length).toBe(11)
  })

  it('names each cell that cannot be read, and goes on with the other rows', async () => {
    const log = await readServiceLog(small)
    const findings = log.findings.filter(({ rule }) => rule !== 'SRC-010').map(({ rule, effect, at, item }) => [rule, effect, at.cell, item])
    expect(findings).toEqual([
      ['SRC-002', 'reject', 'C4', '3'],
      ['SRC-003', 'reject', 'C5', '4'],
      ['SRC-006', 'reject', 'D6', '5'],
      ['SRC-032', 'reject', 'H7', '6'],
      ['SRC-004', 'reject', 'H8', '7'],
      ['SRC-017', 'reject', 'A2', '1#2'],
      ['SRC-017', 'reject', 'A10', '1#10'],
      ['SRC-001', 'reject', 'A11', '#11'],
      ['SRC-001', 'reject', 'F11', '#11'],
      ['SRC-021', 'reject', 'B12', '11'],
      ['SRC-018', 'note', '13', undefined],
      ['SRC-016', 'note', 'E1', undefined],
      ['SRC-007', 'reject', 'D3', undefined],
      ['SRC-020', 'reject', 'B9', '8'],
      ['SRC-020', 'reject', 'B12', '11'],
    ])
  })

  it('reads one log from a workbook with a sheet for each month, through one mapping of its headings, words and constants', async () => {
    const book = new ExcelJS.Workbook()
    const months = ['Tammikuu', 'Helmikuu', 'Maaliskuu']
    months.forEach((name, index) => {
      const sheet = book.addWorksheet(`${name} 2026`)
      sheet.addRow([`Tulkkipalvelut, ${name}`])
      sheet.addRow(['Lasku nro', 'Asiakas', 'Pvm', 'Laji', 'Selite', 'Euroa'])
      for (const row of [1, 2]) sheet.addRow([`L${index}${row}`, 'A', new Date(Date.UTC(2026, index, row)), 'Tulkkipalvelut', 'Käynti', 10 * row])
      sheet.addRow(['Yhteensä', null, null, null, null, 30])
    })
    book.addWorksheet('Kertomus').addRow(['vapaata tekstiä'])
    const path = join(folder, 'months.xlsx')
    await book.xlsx.writeFile(path)
    const mapping = {
      ...noMapping,
      sheets: { '* 2026': 'costs', Kertomus: 'skip' },
      headings: { 'Lasku nro': ['id', 'voucher'], Asiakas: 'case', Pvm: 'serviceDate', Laji: 'category', Selite: 'description', Euroa: 'net' },
      values: { category: { Tulkkipalvelut: 'INTERPRETING' } },
      constants: { providerKind: 'company', need: 'Erityistarve: {sheet}', vat: '0' },
    } as const
    const log = await readServiceLog([{ path, name: 'months.xlsx', mapping: mapping as never }, ...small.slice(1)])
    expect(log.items.map(({ id, voucher, serviceDate, category, net, need, source }) => [id, voucher, serviceDate, category, net, need, source.table.sheet, source.row])).toEqual(months.flatMap((name, index) => [1, 2].map((row) => [`L${index}${row}`, `L${index}${row}`, `2026-0${index + 1}-0${row}`, 'INTERPRETING', BigInt(1000 * row), `Erityistarve: ${name} 2026`, `${name} 2026`, row + 2])))
    expect(log.findings.filter(({ rule }) => rule === 'SRC-018').map(({ at }) => [at.sheet, at.cell])).toEqual(months.map((name) => [`${name} 2026`, '5']))
  })

  it('never passes an identity code on, not even as a case ID', async () => {
    const log = await readServiceLog(small)
    const { cases, ...rest } = log
    expect(cases[0]?.personalId).toBe('010594Y9021')
    expect(JSON.stringify(rest, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toContain('010594')
  })
})

describe('what a workbook does behind its user', () => {
  it('such as the totals of a defined table, whatever they are called, is no cost; an item in their place stays one', async () => {
    const row = (id: string, net: number) => [id, 'A', new Date('2026-03-01'), 'OTHER', 'x', 'y', 'own', net, 0, net, `V${id}`]
    const totals = async (last: (string | number | Date | undefined)[]) => readServiceLog([await withTable(await workbook((costs) => {
      costs.addRow(row('1', 10))
      costs.addRow(row('2', 20))
      costs.addRow(last)
    }), 'A1:K4')])
    const log = await totals([undefined, undefined, undefined, undefined, 'Kaikki', undefined, undefined, 30, 0, 30])
    expect(log.items.map(({ id }) => id)).toEqual(['1', '2'])
    expect(log.findings.filter(({ rule }) => rule === 'SRC-018').map(({ at }) => at.cell)).toEqual(['4'])
    expect((await totals(row('3', 30))).items.map(({ id }) => id)).toEqual(['1', '2', '3'])
  })

  it('is named at the cell', async () => {
    const log = await readServiceLog([await workbook((costs) => {
      costs.addRow(['1', 'A', new Date('2026-03-01'), 'OTHER', 'x', 'y', 'own', 10, 0, 10, 'V1'])
      costs.addRow(['2', 'A', new Date('2026-03-01'), 'OTHER', 'x', 'y', 'own', { error: '#REF!' }, 0, 10, 'V2'])
      costs.addRow(['3', 'A', new Date('2026-03-01'), 'OTHER', 'x', 'y', 'own', { formula: '1+1' }, 0, 10, 'V3'])
      costs.addRow(['4', 'A', new Date('2026-03-01'), 'OTHER', 'x', 'y', 'own', { formula: 'SUM(1,9)', result: 10 }, 0, 10, 'V4'])
      costs.addRow(['5', 'A', new Date('2026-03-01'), 'OTHER', 'x', 'y', 'own', new Date('2026-03-01'), 0, 10, 'V5'])
      costs.addRow(['6', 'A', new Date('2026-03-01'), 'OTHER', 'x', 'y', 'own', 10, 0, 10, 'V6']).hidden = true
      costs.addRow(['7', 'A', new Date('2026-03-01'), 'OTHER', 'x', 'y', 'own', 10, 0, 10, 'V7'])
      costs.mergeCells('K7:K8')
      costs.getColumn(5).hidden = true
    })])
    expect(rulesOf(log)).toEqual([
      ['SRC-008', 'H3', '2'], ['SRC-009', 'H4', '3'], ['SRC-022', 'H6', '5'], ['SRC-001', 'K8', '7'], ['SRC-011', '7', '6'], ['SRC-012', 'E1', undefined], ['SRC-014', 'K7', '6'], ['SRC-014', 'K7', '7'],
    ].sort())
    expect(log.items.find(({ id }) => id === '4')?.net).toBe(1000n)
  })

  it('counts dates from 1904 where the workbook does', async () => {
    const log = await readServiceLog([await workbook((costs) => {
      costs.workbook.properties.date1904 = true
      costs.addRow(['1', 'A', new Date('2026-03-01'), 'OTHER', 'x', 'y', 'own', 10, 0, 10, 'V1'])
    })])
    expect(log.items[0]?.serviceDate).toBe('2026-03-01')
    expect(log.findings.filter(({ rule }) => rule === 'SRC-019').length).toBe(3)
  })

  it('reads amounts as they are shown, not as binary fractions', async () => {
    const input = await workbook((costs) => void costs.addRow(['1', 'A', new Date('2026-03-01'), 'OTHER', 'x', 'y', 'own', 80.29, 0, 80.29, 'V1']))
    await rewrite(input.path, (xml) => xml.replaceAll('<v>80.29</v>', '<v>80.290000000000006</v>'))
    expect((await readServiceLog([input])).items[0]?.net).toBe(8029n)
  })

  it('finds the headings below titles and notes', async () => {
    const log = await readServiceLog([await workbook((costs) => {
      costs.addRow(['1', 'A', new Date('2026-03-01'), 'OTHER', 'x', 'y', 'own', 10, 0, 10, 'V1'])
      costs.insertRows(1, [['Kustannukset maaliskuu'], [], ['Laatija: talous']])
    })])
    expect(log.items.map(({ id, source }) => [id, source.row])).toEqual([['1', 5]])
  })
})

describe('a file that is no service log', () => {
  it.each([
    ['an empty file', '', 'input-empty'],
    ['a PDF', '%PDF-1.7 …', 'input-not-spreadsheet'],
    ['a page saved as a workbook', '<html><table></table></html>', 'input-not-spreadsheet'],
    ['a text without headings', 'hello\nworld\n', 'input-without-table'],
    ['a cut-off workbook', 'PK\u0003\u0004 and nothing more', 'input-damaged'],
    ['an old workbook', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'input-legacy-xls'],
  ])('such as %s is one clear error', async (_, text, code) => {
    const path = join(folder, 'input.xlsx')
    await writeFile(path, Buffer.from(text, text.startsWith('\u00d0') ? 'latin1' : 'utf8'))
    await expect(readServiceLog([{ path, name: 'input.xlsx' }])).rejects.toMatchObject({ code, exitCode: 3 })
  })

  it('such as one that is missing is named', async () => {
    await expect(readServiceLog([{ path: join(folder, 'none.xlsx'), name: 'none.xlsx' }])).rejects.toMatchObject({ code: 'input-missing', values: { path: 'none.xlsx' } })
  })

  it('such as one without the sheet or column that is needed is told which', async () => {
    await expect(readServiceLog([small[0] as never])).rejects.toMatchObject({ code: 'input-without-sheet', values: { sheet: 'cases' } })
    const path = join(folder, 'no-voucher.csv')
    await writeFile(path, 'Item ID;Case ID;Service date;Category\n1;A;2026-01-01;OTHER\n')
    await expect(readServiceLog([{ path, name: 'no-voucher.csv' }])).rejects.toMatchObject({ code: 'input-without-column', values: { column: 'description' } })
  })
})

const headings = ['Item ID', 'Case ID', 'Service date', 'Category', 'Description', 'Special need', 'Provider kind', 'Net', 'VAT', 'Gross', 'Voucher']

async function workbook(fill: (costs: ExcelJS.Worksheet) => void) {
  const book = new ExcelJS.Workbook()
  const costs = book.addWorksheet('Costs')
  costs.addRow(headings)
  const cases = book.addWorksheet('Cases')
  cases.addRows([['Case ID', 'Admitted on'], ['A', new Date('2025-01-01')]])
  const residences = book.addWorksheet('Residences')
  residences.addRows([['Case ID', 'Municipality', 'From'], ['A', 'Turku', new Date('2025-01-01')]])
  fill(costs)
  const path = join(folder, `${Math.abs(costs.rowCount)}-${book.worksheets.length}-${Object.keys(book.properties).length}.xlsx`)
  await book.xlsx.writeFile(path)
  return { path, name: 'log.xlsx' }
}

async function rewrite(path: string, change: (xml: string) => string): Promise<void> {
  const parts = unzipSync(await readFile(path))
  const sheet = 'xl/worksheets/sheet1.xml'
  await writeFile(path, zipSync({ ...parts, [sheet]: strToU8(change(new TextDecoder().decode(parts[sheet]))) }))
}

function rulesOf(log: ServiceLog) {
  return log.findings.map(({ rule, at, item }) => [rule, at.cell, item]).sort()
}

describe('a heading that is misspelled', () => {
  it('is named with the column that was probably meant', async () => {
    const path = join(folder, 'slip.csv')
    await writeFile(path, ['Item ID;Case ID;Service date;Category;Description;Special need;Provider kind;Net;VAT;Gross;Voucher;Voucher dat;Weather', '1;A;1.3.2026;OTHER;x;y;own;1;0;1;V;2.3.2026;rain'].join('\n'))
    const log = await readServiceLog([{ path, name: 'slip.csv' }, ...small.slice(1)])
    expect(log.findings.filter(({ rule }) => rule === 'SRC-016').map(({ at, values }) => [at.file, at.cell, values])).toEqual([['slip.csv', 'L1', { near: 'voucherDate' }], ['slip.csv', 'M1', {}], ['cases.csv', 'E1', {}]])
  })

  it('is named when the table cannot be read without it', async () => {
    const path = join(folder, 'lacking.csv')
    await writeFile(path, ['Item ID;Case ID;Service date;Categorie;Description;Special need;Provider kind;Net;VAT;Gross;Voucher', '1;A;1.3.2026;OTHER;x;y;own;1;0;1;V'].join('\n'))
    await expect(readServiceLog([{ path, name: 'lacking.csv' }, ...small.slice(1)])).rejects.toMatchObject({ code: 'input-without-column', values: { column: 'category', near: ' (→ ”Categorie”?)' } })
  })
})

/** The workbook with a defined table on its first sheet whose last row holds totals. */
async function withTable(spec: { path: string; name: string }, ref: string): Promise<{ path: string; name: string }> {
  const parts = unzipSync(await readFile(spec.path))
  parts['xl/tables/table1.xml'] = strToU8(`<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Kulut" displayName="Kulut" ref="${ref}" totalsRowCount="1"/>`)
  parts['xl/worksheets/_rels/sheet1.xml.rels'] = strToU8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>')
  await writeFile(spec.path, zipSync(parts))
  return spec
}
