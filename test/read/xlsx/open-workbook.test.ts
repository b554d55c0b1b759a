import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf, type Cell, type Row } from '../../../src/read/cells.js'
import { openInput } from '../../../src/read/open-input.js'

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-workbook-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('a cell of a workbook', () => {
  it.each<[string, string, Cell | undefined]>([
    ['a number with all its digits', '<c><v>123456789012345.67</v></c>', { kind: 'number', text: '123456789012345.67' }],
    ['a power of ten', '<c><v>1.5E-3</v></c>', { kind: 'number', text: '1.5E-3' }],
    ['a number with a comma, which is a text', '<c><v>1,500</v></c>', { kind: 'text', text: '1,500' }],
    ['a number of another kind, which is a text', '<c><v>0x10</v></c>', { kind: 'text', text: '0x10' }],
    ['a day by its style', '<c s="1"><v>46082</v></c>', { kind: 'date', text: '46082', date: '2026-03-01' }],
    ['the last moment of a day', '<c s="1"><v>46082.99999999</v></c>', { kind: 'date', text: '46082.99999999', date: '2026-03-01' }],
    ['29 February 1900, which never was', '<c s="1"><v>60</v></c>', { kind: 'date', text: '60', date: undefined }],
    ['a day before it, which two programs count differently', '<c s="1"><v>59</v></c>', { kind: 'date', text: '59', date: undefined }],
    ['a day below zero', '<c s="1"><v>-1</v></c>', { kind: 'date', text: '-1', date: undefined }],
    ['a day that is a power of ten', '<c s="1"><v>4.6082E4</v></c>', { kind: 'date', text: '4.6082E4', date: '2026-03-01' }],
    ['a word where a day should be', '<c s="1"><v>eilen</v></c>', { kind: 'date', text: 'eilen', date: undefined }],
    ['a day as text', '<c t="d"><v>2026-03-01T07:30:00</v></c>', { kind: 'date', text: '2026-03-01T07:30:00', date: '2026-03-01' }],
    ['a moment of another time zone, whose day nobody knows', '<c t="d"><v>2026-03-01T23:30:00Z</v></c>', { kind: 'date', text: '2026-03-01T23:30:00Z', date: undefined }],
    ['a time as text, as openpyxl has it', '<c t="d"><v>07:30:00</v></c>', { kind: 'measure', text: '07:30:00', unit: 'h:mm' }],
    ['a percentage', '<c s="2"><v>0.24</v></c>', { kind: 'measure', text: '0.24', unit: '%' }],
    ['hours of a clock', '<c s="3"><v>0.3125</v></c>', { kind: 'measure', text: '0.3125', unit: 'h:mm' }],
    ['a truth value', '<c t="b"><v>true</v></c>', { kind: 'boolean', text: 'TRUE' }],
    ['a formula without a value', '<c><f>1+1</f></c>', { kind: 'formula-without-value', text: '' }],
    ['a formula with an empty text for its value', '<c t="str"><f>""</f><v></v></c>', undefined],
    ['a formula whose value would be a text and is missing, as excelize has it', '<c t="str"><f>B12+B13</f></c>', { kind: 'formula-without-value', text: '' }],
    ['signs that XML forbids', '<c t="inlineStr"><is><t>a_x000D_b</t></is></c>', { kind: 'text', text: 'a\rb' }],
  ])('such as %s', async (_, xml, expected) => {
    const [row] = await rows(`<row r="1"><c r="A1"><v>1</v></c>${xml}</row>`)
    expect(row?.cells[1]).toEqual(expected)
  })

  it.each([
    ['a truth value that is none', '<row><c t="b"><v>2</v></c></row>'],
    ['an unknown kind', '<row><c t="x"><v>2</v></c></row>'],
    ['a shared text that is missing', '<row><c t="s"><v>7</v></c></row>'],
    ['two cells with one address', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['rows out of order', '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'],
    ['the same row twice', '<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'],
    ['a row that ends another element', '<row r="1"><c r="A1"><v>1</v></c><c r="B1"></row><row r="2"><c r="A2"><v>1</v></c></row>'],
  ])('refuses %s', async (_, xml) => {
    await expect(rows(xml)).rejects.toMatchObject({ code: 'input-damaged' })
  })
})

describe('a formula whose value is a zero', () => {
  const xml = '<row r="1"><c r="A1"><f>B1*2</f><v>0</v></c><c r="B1"><v>0</v></c><c r="C1"><f>B1+1</f><v>1</v></c><c r="D1" s="1"><f>B1</f><v>0.0</v></c></row>'
  const [zero, one]: Cell[] = [{ kind: 'number', text: '0' }, { kind: 'number', text: '1' }]
  const missing: Cell = { kind: 'formula-without-value', text: '' }

  it('is that zero where the workbook has been calculated', async () => {
    const [row] = await rows(xml)
    expect(row?.cells).toEqual([zero, zero, one, { kind: 'date', text: '0.0', date: undefined }])
  })

  it('has none where the workbook waits to be calculated, as xlsxwriter leaves it', async () => {
    const [sheet] = await sheets(xml, '', '<calcPr calcId="124519" fullCalcOnLoad="1"/>')
    const read: Row[] = []
    for await (const row of rowsOf(sheet as never)) read.push(row)
    expect(read[0]?.cells).toEqual([missing, zero, one, missing])
  })
})

describe('a sheet', () => {
  it('hides rows and columns that are marked so, and those without height or width', async () => {
    const xml = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="3" ht="0" customHeight="1"><c r="A3"><v>1</v></c></row><row r="4" ht="15" spans="1:1"><c r="A4"><v>1</v></c></row>'
    const [sheet] = await sheets(xml, '<cols><col min="1" max="1" width="9"/><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0" customWidth="1"/></cols>')
    const read: Row[] = []
    for await (const row of rowsOf(sheet as never)) read.push(row)
    expect(read.map(({ hidden }) => hidden)).toEqual([false, true, true, false])
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([1, 2, 4])
  })

  it('of many rows reads each in its place, however the rows are cut into pieces and whatever their tags say', async () => {
    const attributes = ['', ' spans="1:3"', ' ht="15"', ' x14ac:dyDescent="0.25"', ' customFormat="1" s="1"', ' collapsed="0"', " spans='1:3'", ' hidden="0"']
    const numbers = Array.from({ length: 30_000 }, (_, index) => index * 2 + 1)
    const xml = numbers.map((number) => `<row r="${number}"${attributes[number % 8]}><c r="A${number}"><v>${number}</v></c><c r="C${number}" t="inlineStr"><is><t>rivi ${number} ä</t></is></c></row>`).join('')
    const read = await rows(xml)
    expect(read.length).toBe(numbers.length)
    for (const [index, { number, hidden, cells }] of read.entries()) {
      const expected = numbers[index] as number
      expect([number, hidden, cells]).toEqual([expected, false, [{ kind: 'number', text: String(expected) }, undefined, { kind: 'text', text: `rivi ${expected} ä` }]])
    }
  })
})

async function rows(xml: string): Promise<Row[]> {
  const [sheet] = await sheets(xml)
  const read: Row[] = []
  for await (const row of rowsOf(sheet as never)) read.push(row)
  return read
}

async function sheets(xml: string, before = '', after = '') {
  const path = join(await mkdtemp(join(folder, 'book-')), 'log.xlsx')
  const parts = {
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${relation}"><sheets><sheet name="Kustannukset" sheetId="1" r:id="rId1"/></sheets>${after}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="46"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet>${before}<sheetData>${xml}</sheetData></worksheet>`,
  }
  await writeFile(path, zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))))
  return (await openInput({ path, name: 'log.xlsx' })).sheets
}
