import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sourceFinding } from '../../src/claim/render-findings.js'
import type { ServiceLog } from '../../src/model/service-log.js'
import { noMapping, type Mapping } from '../../src/read/mapping.js'
import { readServiceLog } from '../../src/read/read-service-log.js'
import { sourceTexts } from '../../src/templates/source-findings.js'

const headings = ['Rivitunnus', 'Asiakastunnus', 'Palvelupäivä', 'Kustannuslaji', 'Kuvaus', 'Erityistarpeen perustelu', 'Tuottajan laji', 'Netto', 'ALV', 'Brutto', 'Tositenumero', 'Tunnit', 'Päätösnumero']
type Value = ExcelJS.CellValue | undefined
type Values = Readonly<Record<string, Value>>
/** Of a finding: its code, its effect, its cell, and the text of the cell where it is shown. */
type Said = readonly [rule: string, effect: string, cell: string | undefined, raw?: string]

const good: Values = { Rivitunnus: 'K-1', Asiakastunnus: 'A', Palvelupäivä: new Date('2026-03-01'), Kustannuslaji: 'Tulkkaus', Kuvaus: 'Käynti', 'Erityistarpeen perustelu': 'Erityistarve', 'Tuottajan laji': 'yritys', Netto: 100, Brutto: 100, Tositenumero: 'V1' }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-findings-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('what a spreadsheet does behind its user’s back is named with its cell, its text and what to do', () => {
  it.each<[string, Values, Said[]]>([
    ['an empty cell that is needed', { Kuvaus: undefined }, [['SRC-001', 'reject', 'E2']]],
    ['a day that does not exist', { Palvelupäivä: '31.2.2026' }, [['SRC-002', 'reject', 'C2', '31.2.2026']]],
    ['29 February of a common year', { Palvelupäivä: '29.2.2025' }, [['SRC-002', 'reject', 'C2', '29.2.2025']]],
    ['a day without a year', { Palvelupäivä: '31.3.' }, [['SRC-002', 'reject', 'C2', '31.3.']]],
    ['a day with hours', { Palvelupäivä: '1.3.2026 24:00' }, [['SRC-002', 'reject', 'C2', '1.3.2026 24:00']]],
    ['a number that is no day', { Palvelupäivä: 46_082 }, [['SRC-002', 'reject', 'C2', '46082']]],
    ['a year of two digits', { Palvelupäivä: '1.3.26' }, [['SRC-003', 'reject', 'C2', '1.3.26']]],
    ['a day that may be a month', { Palvelupäivä: '3/1/2026' }, [['SRC-003', 'reject', 'C2', '3/1/2026']]],
    ['an amount that is none', { Netto: 'noin 100' }, [['SRC-004', 'reject', 'H2', 'noin 100']]],
    ['a minus behind the amount', { Netto: '100,00-', Brutto: -100 }, [['SRC-010', 'note', 'H2', '100,00-']]],
    ['two amounts in a cell', { Netto: '100\n200' }, [['SRC-004', 'reject', 'H2', '100\n200']]],
    ['kronor as text', { Netto: '100 kr' }, [['SRC-004', 'reject', 'H2', '100 kr']]],
    ['digits of another script', { Netto: '١٠٠' }, [['SRC-004', 'reject', 'H2', '١٠٠']]],
    ['parts of a cent', { Netto: 33.333 }, [['SRC-005', 'reject', 'H2', '33.333']]],
    ['an unknown category', { Kustannuslaji: 'Kuljetus' }, [['SRC-006', 'reject', 'D2', 'Kuljetus']]],
    ['an error cell', { Netto: { error: '#REF!' } }, [['SRC-008', 'reject', 'H2', '#REF!']]],
    ['an error as the result of a formula', { Netto: { formula: 'A1/0', result: { error: '#DIV/0!' } } }, [['SRC-008', 'reject', 'H2', '#DIV/0!']]],
    ['a formula without a stored value', { Netto: { formula: '50*2' } }, [['SRC-009', 'reject', 'H2', '']]],
    ['a number stored as text', { Netto: '1 234,50' }, [['SRC-010', 'note', 'H2', '1 234,50']]],
    ['an identity code in a case ID', { Asiakastunnus: '010594Y9021' }, [['SRC-021', 'reject', 'B2'], ['SRC-020', 'reject', 'B2']]],
    ['an identity code with spaces in a case ID', { Asiakastunnus: 'as. 010594 - 9021' }, [['SRC-021', 'reject', 'B2'], ['SRC-020', 'reject', 'B2']]],
    ['an identity code with a long hyphen in a case ID', { Asiakastunnus: '010594–902K' }, [['SRC-021', 'reject', 'B2'], ['SRC-020', 'reject', 'B2']]],
    ['an amount that has become a day', { Netto: new Date('2026-03-01') }, [['SRC-022', 'reject', 'H2', '46082']]],
    ['a truth value for an amount', { Netto: true }, [['SRC-022', 'reject', 'H2', 'TRUE']]],
    ['an amount that may be fifteen hundred', { Netto: '1.500' }, [['SRC-032', 'reject', 'H2', '1.500']]],
    ['a voucher that has become a day', { Tositenumero: new Date('2026-03-26') }, [['SRC-034', 'note', 'K2']]],
    ['a voucher too long for a number', { Tositenumero: 1.234567890123456e19 }, [['SRC-034', 'note', 'K2']]],
    ['a case that is not listed', { Asiakastunnus: 'B' }, [['SRC-020', 'reject', 'B2']]],
  ])('such as %s', async (_, changes, expected) => {
    const log = await read((costs) => void costs.addRow(cells({ ...good, ...changes })))
    expect(said(log)).toEqual(expected)
    expectWords(log)
    if (expected.some(([rule, effect]) => effect === 'reject' && !['SRC-001', 'SRC-020', 'SRC-021'].includes(rule))) expect(log.items[0]?.unreadable).toHaveLength(1)
  })

  it.each<[string, string, Value, string]>([
    ['a percentage', '0.00%', 1, '%'],
    ['hours of a clock', '[h]:mm', 0.3125, 'h:mm'],
    ['kronor', '#,##0.00 [$kr-41D]', 100, 'kr'],
    ['dollars', '"$"#,##0.00', 100, '$'],
    ['Swiss francs', '0.00 "CHF"', 100, 'CHF'],
    ['thousands', '#,##0,', 100_000, '×1000'],
  ])('such as a number that its format shows as %s', async (_, numFmt, value, unit) => {
    const log = await read((costs) => {
      costs.addRow(cells({ ...good, Tunnit: value }))
      costs.getCell('L2').numFmt = numFmt
    })
    expect(said(log)).toEqual([['SRC-033', 'reject', 'L2', String(value)]])
    expect(log.findings[0]?.values.unit).toBe(unit)
    expectWords(log)
  })

  it('and the same number in another row has the unit of its own format, or none', async () => {
    const formats = ['0.00%', '#,##0.00 [$kr-41D]', 'General']
    const log = await read((costs) => {
      for (const [index, numFmt] of formats.entries()) {
        costs.addRow(cells({ ...good, Rivitunnus: `K-${index}`, Tositenumero: `V${index}`, Tunnit: 7.5 }))
        costs.getCell(`L${index + 2}`).numFmt = numFmt
      }
    })
    expect(log.findings.map(({ rule, at, values }) => [rule, at.cell, values.unit])).toEqual([['SRC-033', 'L2', '%'], ['SRC-033', 'L3', 'kr']])
    expect(log.items.map(({ hours }) => hours)).toEqual([undefined, undefined, '7.5'])
  })

  it.each(['#,##0.00', '#,##0.00 "€"', '_-* #,##0.00 [$€-40B]_-', '0.00 "EUR"', '[Red]-0.00;0.00', '0.0 "h"', '0.00\\ \\h', '0', 'General', '#,##0.00 "euroa/vuosi"'])('but not one in euros or plain, as %s', async (numFmt) => {
    const log = await read((costs) => {
      costs.addRow(cells({ ...good, Tunnit: 7.5 }))
      for (const address of ['H2', 'J2', 'L2']) costs.getCell(address).numFmt = numFmt
    })
    expect(said(log)).toEqual([])
    expect(log.items[0]).toMatchObject({ net: 10000n, hours: '7.5' })
  })

  it('such as hidden rows, columns and sheets that hold items', async () => {
    const log = await read((costs) => {
      for (const id of ['K-1', 'K-2', 'K-3']) costs.addRow(cells({ ...good, Rivitunnus: id }))
      costs.getRow(3).hidden = true
      costs.getColumn(5).hidden = true
    })
    expect(said(log)).toEqual([['SRC-011', 'review', '3'], ['SRC-012', 'note', 'E1']])
    expect(log.findings[0]?.item).toBe('K-2')
    const sheet = await read((costs) => {
      costs.state = 'veryHidden'
      costs.addRow(cells(good))
    })
    expect(sheet.findings.map(({ rule, effect, item, at }) => [rule, effect, item, at.sheet])).toEqual([['SRC-013', 'review', 'K-1', 'Kustannukset']])
    expectWords(log)
    expectWords(sheet)
  })

  it('such as data cells merged over rows', async () => {
    const log = await read((costs) => {
      for (const id of ['K-1', 'K-2', 'K-3']) costs.addRow(cells({ ...good, Rivitunnus: id }))
      costs.mergeCells('M2:M3')
    })
    expect(log.findings.map(({ rule, effect, item }) => [rule, effect, item])).toEqual([['SRC-014', 'review', 'K-1'], ['SRC-014', 'review', 'K-2']])
    expectWords(log)
  })

  it('such as a heading that stands twice, with the rows in which the two differ', async () => {
    const log = await read((costs) => {
      costs.getCell('N1').value = 'Netto'
      costs.addRow([...cells(good), 100])
      costs.addRow([...cells({ ...good, Rivitunnus: 'K-2' }), 99])
    })
    expect(said(log)).toEqual([['SRC-036', 'note', 'N1'], ['SRC-015', 'reject', 'N3', '99']])
    expect(log.items.map(({ net }) => net)).toEqual([10000n, undefined])
    expectWords(log)
  })

  it('such as columns that are unknown or have no heading, each once', async () => {
    const log = await read((costs) => {
      costs.getCell('N1').value = 'Hyväksyjä'
      for (const id of ['K-1', 'K-2']) costs.addRow([...cells({ ...good, Rivitunnus: id }), 'M. M.', 'lisätieto'])
    })
    expect(said(log)).toEqual([['SRC-016', 'note', 'N1'], ['SRC-035', 'note', 'O2']])
    expectWords(log)
  })

  it('such as an ID that stands twice, and a case that is listed twice', async () => {
    const log = await read((costs) => {
      costs.addRow(cells(good))
      costs.addRow(cells({ ...good, Netto: 7, Brutto: 7 }))
      costs.workbook.getWorksheet('Asiakkaat')?.addRow(['A'])
    })
    expect(said(log)).toEqual([['SRC-017', 'reject', 'A2'], ['SRC-017', 'reject', 'A3'], ['SRC-023', 'reject', 'A3']])
    expect(log.findings.map(({ item }) => item)).toEqual(['K-1#2', 'K-1#3', undefined])
    expectWords(log)
  })

  it.each<[string, Values]>([
    ['a word', { Rivitunnus: 'Yhteensä', Netto: 200, Brutto: 200 }],
    ['a word with a month', { Kuvaus: 'Maaliskuu yhteensä', Netto: 200 }],
    ['a word with its sums in another column', { Asiakastunnus: 'Totalt (mars)', Netto: 5 }],
    ['a formula', { Kuvaus: 'Summa:', Netto: { formula: 'SUM(H2:H3)', result: 200 } }],
    ['nothing but the sums', { Netto: 200, Brutto: 200 }],
  ])('such as totals under the table, told by %s', async (_, total) => {
    const log = await read((costs) => {
      for (const id of ['K-1', 'K-2']) costs.addRow(cells({ ...good, Rivitunnus: id }))
      costs.addRow(cells(total))
    })
    expect(said(log)).toEqual([['SRC-018', 'note', '4']])
    expect(log.items.map(({ id }) => id)).toEqual(['K-1', 'K-2'])
    expectWords(log)
  })

  it('but no item is taken for a total: not one with a word for it, nor one that lost its name', async () => {
    const log = await read((costs) => {
      costs.addRow(cells({ ...good, Kuvaus: 'Summa' }))
      costs.addRow(cells({ Rivitunnus: 'K-2', Kuvaus: 'Yhteensä', Netto: 100 }))
      costs.addRow(cells({ Netto: 555, Brutto: 555 }))
    })
    expect(log.items.map(({ id }) => id)).toEqual(['K-1', 'K-2', '#4'])
    expect(log.findings.filter(({ rule }) => rule === 'SRC-018')).toEqual([])
  })

  it('such as titles above, remarks below and headings that are printed again', async () => {
    const log = await read((costs) => {
      costs.addRow(cells(good))
      costs.addRow(headings)
      costs.addRow(cells({ ...good, Rivitunnus: 'K-2' }))
      costs.addRow(['Laatija: talouspalvelut, tarkistettu'])
      costs.insertRows(1, [['Palveluloki 2026'], [], ['Maaliskuu']])
    })
    expect(said(log)).toEqual([['SRC-026', 'note', '6'], ['SRC-026', 'note', '8'], ['SRC-026', 'note', '1:3']])
    expect(log.items.map(({ id, source }) => [id, source.row])).toEqual([['K-1', 5], ['K-2', 7]])
    expectWords(log)
  })

  it('such as days that count from 1904, and a sheet that nobody understands', async () => {
    const log = await read((costs) => {
      costs.workbook.properties.date1904 = true
      costs.addRow(cells(good))
      costs.workbook.addWorksheet('Muuta').addRows(Array.from({ length: 5 }, (_, index) => ['x', 'y', index, index]))
    })
    expect(log.items[0]?.serviceDate).toBe('2026-03-01')
    expect(log.findings.map(({ rule, effect, at }) => [rule, effect, at.sheet])).toEqual([...['Kustannukset', 'Asiakkaat', 'Kotikunnat'].map((name) => ['SRC-019', 'note', name]), ['SRC-025', 'review', 'Muuta']])
    expectWords(log)
  })

  it('in text tables too, where numbers as text say nothing', async () => {
    const path = join(folder, 'rivit.csv')
    const line = (id: string, net: string, date = '1.3.2026') => `${id};A;${date};Tulkkaus;Käynti;Tarve;yritys;${net};;${net};V1;;`
    await writeFile(path, [headings.join(';'), line('K-1', '1 234,50'), line('K-2', '1.500'), line('K-3', '1,23E+05'), line('K-4', '12,345'), line('K-5', '5', '2026-03-01 00:00:00'), line('K-6', '288.01999999999999999', '2026/03/02'), ';;;;Yhteensä;;;1739,5;;;;;'].join('\n'))
    const others = await book((costs) => void costs.addRow(cells({ ...good, Rivitunnus: 'X' })))
    const log = await readServiceLog([{ path, name: 'rivit.csv' }, { path: others, name: 'muut.xlsx' }])
    expect(said(log)).toEqual([['SRC-032', 'reject', 'H3', '1.500'], ['SRC-032', 'reject', 'J3', '1.500'], ['SRC-004', 'reject', 'H4', '1,23E+05'], ['SRC-004', 'reject', 'J4', '1,23E+05'], ['SRC-032', 'reject', 'H5', '12,345'], ['SRC-032', 'reject', 'J5', '12,345'], ['SRC-018', 'note', '8']])
    expect(log.items.map(({ net }) => net)).toEqual([123450n, undefined, undefined, undefined, 500n, 28802n, 10000n])
    expect(log.items.slice(4).map(({ serviceDate }) => serviceDate)).toEqual(['2026-03-01', '2026-03-02', '2026-03-01'])
    const told = await readServiceLog([{ path, name: 'rivit.csv', mapping: { ...noMapping, decimalMark: ',' } }, { path: others, name: 'muut.xlsx' }])
    expect(told.items.slice(0, 4).map(({ net }) => net)).toEqual([123450n, 150000n, undefined, undefined])
  })

  it('such as the one word under which no file keeps anything', async () => {
    const log = await read((costs) => void costs.addRow(cells({ ...good, Rivitunnus: '__proto__' })))
    expect(said(log)).toContainEqual(['SRC-037', 'reject', 'A2'])
    expect(log.items.map(({ id }) => id)).toEqual(['#2'])
    expectWords(log)
  })

  it('and each of them has words in three languages', () => {
    for (const { title, message, remedy } of Object.values(sourceTexts)) for (const text of [title, message, remedy]) expect(Object.values(text).every((words) => words.length > 5)).toBe(true)
  })
})

async function read(fill: (costs: ExcelJS.Worksheet) => void, mapping: Mapping = noMapping): Promise<ServiceLog> {
  return readServiceLog([{ path: await book(fill), name: 'loki.xlsx', mapping }])
}

async function book(fill: (costs: ExcelJS.Worksheet) => void): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  const costs = workbook.addWorksheet('Kustannukset')
  costs.addRow(headings)
  workbook.addWorksheet('Asiakkaat').addRows([['Asiakastunnus', 'Otettu auttamisjärjestelmään'], ['A', new Date('2025-01-01')]])
  workbook.addWorksheet('Kotikunnat').addRows([['Asiakastunnus', 'Kotikunta', 'Alkaen'], ['A', 'Turku', new Date('2025-01-01')]])
  fill(costs)
  const path = join(await mkdtemp(join(folder, 'book-')), 'loki.xlsx')
  await workbook.xlsx.writeFile(path)
  return path
}

function cells(values: Values): ExcelJS.CellValue[] {
  return headings.map((heading) => values[heading] ?? null)
}

function said(log: ServiceLog): Said[] {
  return log.findings.map(({ rule, effect, at }) => (at.raw === undefined ? [rule, effect, at.cell] : [rule, effect, at.cell, at.raw]))
}

/** Every finding says in words what is wrong and what to do, with nothing left to fill in. */
function expectWords(log: ServiceLog): void {
  for (const finding of log.findings) {
    const { message, remedy } = sourceFinding(finding, 'fi')
    expect([message, remedy].every((text) => text !== undefined && text.length > 5 && !/[{}]/.test(text)), finding.rule).toBe(true)
    if (finding.at.raw !== undefined && (sourceTexts[finding.rule]?.message.fi.includes('{raw}') ?? false)) expect(message).toContain(finding.at.raw)
  }
}
