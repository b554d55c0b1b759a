import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openInput } from '../../src/read/open-input.js'
import { isOwnTable, proposeMapping, type ProposedTable } from '../../src/read/propose-mapping.js'

const fixtures = join(import.meta.dirname, '../../fixtures')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-propose-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function proposed(path: string): Promise<ProposedTable[]> {
  return [...(await proposeMapping((await openInput({ path, name: 'log' })).sheets)).tables]
}

/** A workbook with one sheet of these rows. */
async function sheetOf(rows: unknown[][], name = 'Raportti'): Promise<ProposedTable> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(name)
  for (const row of rows) sheet.addRow(row)
  const path = join(folder, 'one.xlsx')
  await book.xlsx.writeFile(path)
  return (await proposed(path))[0] as ProposedTable
}

const meanings = ({ columns }: ProposedTable) => Object.fromEntries(columns.map(({ heading, keys, sure }) => [heading, sure ? keys[0] : keys.map((key) => `?${key}`).join(' ')]))

describe('proposeMapping', () => {
  it('finds the headings under the titles of an export and takes the columns by names, sums and contents', async () => {
    const [table] = (await proposed(join(fixtures, 'read/erp-export/ostolaskut.csv'))) as [ProposedTable]
    expect([table.kind, table.headingRow, table.rowCount]).toEqual(['costs', 4, 6])
    expect(meanings(table)).toEqual({
      'Tosite nro': 'voucher', Asiakasnro: 'case', Toimituspvm: 'serviceDate', 'Laskun pvm': 'voucherDate', Palvelutyyppi: 'category', Selite: 'description', 'Toimittajan nimi': 'provider',
      Summa: 'net', Vero: 'vat', Laskutettu: 'gross', 'Kp-tili': 'account', 'Kust.paikka': 'costCentre', 'Tarpeen perustelu': 'need', Hyväksyjä: '', 'Tuottajan luokka': '?providerKind',
    })
    expect(table.lacking.map(({ column, also }) => [column.key, also])).toEqual([['id', 'Tosite nro'], ['providerKind', undefined]])
  })

  it('needs no mapping for the headings of a service log', async () => {
    const tables = await proposed(join(fixtures, 'example/workspace/palveluloki.xlsx'))
    expect(tables.map(({ kind }) => kind)).toEqual(['costs', 'cases', 'residences', 'decisions'])
    expect(tables.every(isOwnTable)).toBe(true)
  })

  it.each([
    ['Swedish', ['Verifikatnr', 'Klientnummer', 'Leveransdatum', 'Fakturadatum', 'Kostnadstyp', 'Förklaring', 'Leverantör', 'Nettobelopp'], ['voucher', 'case', 'serviceDate', 'voucherDate', 'category', 'description', 'provider', 'net']],
    ['English', ['Voucher no', 'Client ID', 'Delivery date', 'Posting date', 'Service type', 'Memo', 'Vendor', 'Amount excl. VAT'], ['voucher', 'case', 'serviceDate', 'voucherDate', 'category', 'description', 'provider', 'net']],
    ['a slip of the pen', ['Tositnumero', 'Asiakastunus', 'Palvelupäiwä', 'Laskupvm', 'Kustannuslajj', 'Kuvauus', 'Palveluntuotaja', 'Nettto'], ['voucher', 'case', 'serviceDate', 'voucherDate', 'category', 'description', 'provider', '?net']],
  ])('understands headings in %s', async (_, headings, keys) => {
    const row = ['V1', 'A', new Date('2026-03-01'), new Date('2026-03-05'), 'Tulkkaus', 'x', 'y', 10.5]
    const table = await sheetOf([headings, row, row, row])
    expect(Object.values(meanings(table)).map((key, index) => (keys[index]?.startsWith('?') ? `?${String(key).replace('?', '')}` : key))).toEqual(keys)
  })

  it('takes no name at its word when the cells say otherwise', async () => {
    const table = await sheetOf([['Tosite', 'Asiakas', 'Palvelupvm', 'Nettosumma'], ['V1', 'A', 'maaliskuu', 'kallis'], ['V2', 'A', 'huhtikuu', 'halpa']])
    expect(meanings(table)).toMatchObject({ Tosite: 'voucher', Palvelupvm: '?serviceDate', Nettosumma: '?net' })
  })

  it('takes a column called quantity for the net amount where the sums of a ledger say so', async () => {
    const row = (net: number, vat: number) => ['V', 'A', new Date('2026-03-01'), net, vat, net + vat]
    const table = await sheetOf([['Tosite', 'Asiakas', 'Palvelupvm', 'Määrä €', 'Alv €', 'Yht. €'], row(200, 51), row(2400, 0), row(300, 76.5), row(40, 5.6)])
    expect(meanings(table)).toMatchObject({ 'Määrä €': 'net', 'Alv €': 'vat', 'Yht. €': 'gross' })
    const own = await sheetOf([['Tosite', 'Asiakas', 'Palvelupvm', 'Määrä', 'ALV', 'Brutto', 'Netto'], ['V', 'A', new Date('2026-03-01'), 2, 51, 251, 200], ['V', 'A', new Date('2026-03-01'), 1, 25.5, 125.5, 100], ['V', 'A', new Date('2026-03-01'), 4, 5.6, 45.6, 40]])
    expect(meanings(own)).toMatchObject({ Määrä: 'quantity', Netto: 'net', ALV: 'vat', Brutto: 'gross' })
  })

  it('leaves a sum of one column to a person: it may be net or gross', async () => {
    const table = await sheetOf([['Tosite', 'Asiakas', 'Palvelupvm', 'Summa'], ['V1', 'A', new Date('2026-03-01'), 100], ['V2', 'A', new Date('2026-03-02'), 90]])
    expect(meanings(table).Summa).toBe('?net ?gross')
  })

  it('takes a column with identity codes for nothing in a table of costs, and masks the codes in samples', async () => {
    const rows = [['Tosite', 'Asiakas', 'Palvelupvm', 'Nettosumma'], ['V1', '010594Y9021', new Date('2026-03-01'), 1], ['V2', '010594Y9021', new Date('2026-03-02'), 2]]
    const table = await sheetOf(rows)
    const column = table.columns.find(({ heading }) => heading === 'Asiakas')
    expect([column?.keys, column?.reason, column?.samples]).toEqual([[], 'identifies', ['[…]']])
    expect(JSON.stringify(table.columns)).not.toContain('010594')
  })

  it('gives a heading to one column alone when two could be it', async () => {
    const table = await sheetOf([['Tosite', 'Asiakas', 'Palvelupvm', 'Laskun pvm', 'Kirjauspvm'], ['V1', 'A', new Date('2026-03-01'), new Date('2026-03-01'), new Date('2026-03-01')]])
    expect(meanings(table)).toMatchObject({ 'Laskun pvm': 'voucherDate', Kirjauspvm: '' })
  })

  it('proposes nothing for a sheet of words', async () => {
    expect(await sheetOf([['Hyvä lukija'], ['Tämä on ohje.'], ['Soita meille.']])).toBeUndefined()
  })
})
