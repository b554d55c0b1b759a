import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mappingSchema } from '../../src/read/mapping.js'
import { openInput } from '../../src/read/open-input.js'
import { proposeMapping } from '../../src/read/propose-mapping.js'
import { readServiceLog } from '../../src/read/read-service-log.js'

const fixture = (name: string) => ({ path: join(import.meta.dirname, '../../fixtures/read/ledger-export', name), name })
const proposed = async (name: string) => (await proposeMapping((await openInput(fixture(name))).sheets)).tables
const sureOf = ({ columns }: Awaited<ReturnType<typeof proposed>>[number]) => Object.fromEntries(columns.filter(({ sure }) => sure).map(({ heading, keys }) => [heading, keys[0]]))

describe('the export of a ledger whose headings nobody knows', () => {
  it('is taken whole from the sheets of its months, without the sheet of their sums; a rate of VAT is no amount', async () => {
    const { tables, leftOut } = await proposeMapping((await openInput(fixture('ostoreskontra.xlsx'))).sheets)
    expect(leftOut).toEqual(['Yhteenveto'])
    expect(tables.map(({ sheets, kind, headingRow, rowCount }) => [sheets, kind, headingRow, rowCount])).toEqual([[['Tammikuu', 'Helmikuu', 'Maaliskuu'], 'costs', 4, 10]])
    for (const table of tables) {
      expect(sureOf(table)).toMatchObject({ 'Toim.pvm': 'serviceDate', Tiliöintipvm: 'voucherDate', 'Veroton EUR': 'net', 'Alv EUR': 'vat', 'Verollinen EUR': 'gross', Asiakasviite: 'case', Tositenro: 'voucher', 'Yks.': 'unit' })
      expect(table.columns.find(({ heading }) => heading === 'Alv %')?.keys).toEqual([])
      expect(table.lacking.map(({ column, also }) => [column.key, also])).toEqual([['id', 'Tositenro'], ['need', undefined], ['providerKind', 'Toimittaja']])
    }
  })

  it('is taken the same from a csv in the code page of Windows', async () => {
    const [table] = await proposed('ostoreskontra_2026-03.csv')
    expect(table && sureOf(table)).toMatchObject({ 'Toim.pvm': 'serviceDate', 'Veroton EUR': 'net', 'Alv EUR': 'vat', 'Verollinen EUR': 'gross' })
  })

  it('has a list of decisions in which a number is told from an outcome', async () => {
    const [table] = await proposed('paatokset.csv')
    expect(table && [table.kind, table.lacking, sureOf(table)]).toEqual(['decisions', [], { Päätösnro: 'decision', Asiakasviite: 'case', 'Päätöksen tekijä': 'authority', Päätöspvm: 'decidedOn', 'Voimassa alk.': 'validFrom', 'Voimassa asti': 'validTo', 'Koskee palveluja': 'categories', Päätös: 'result' }])
  })

  it('has a client list that is both cases and municipalities of residence', async () => {
    const tables = await proposed('asiakasluettelo.xlsx')
    expect(tables.map(({ kind, lacking }) => [kind, lacking])).toEqual([['cases', []], ['residences', []]])
    expect(tables[1] && sureOf(tables[1])).toEqual({ Asiakasviite: 'case', Kotikunta: 'municipality', 'Kotikunta alk.': 'from' })
  })

  it('reads cases and municipalities of residence from one client list', async () => {
    const mapping = mappingSchema.parse({
      sheets: { 'Asiakkaat*': ['cases', 'residences'] },
      headings: { Asiakasviite: 'case', Hetu: 'personalId', 'Synt.aika': 'birthDate', 'Autt.järj. alkoi': 'admittedOn', Peruste: 'admissionGround', 'Kotikunta alk.': 'from', Sukunimi: 'skip', Etunimi: 'skip', 'Suomen kans.': 'finnishCitizen', 'Autt.järj. päättyi': 'removedOn' },
      values: { admissionGround: { Uhri: 'victim', Tutkinta: 'investigation' } },
    })
    const costs = mappingSchema.parse({ headings: { Tositenro: ['voucher', 'id'], 'Toim.pvm': 'serviceDate', 'Tilin nimi': 'category', Asiakasviite: 'case', 'Laskun selite': 'description', 'Tarpeen peruste (sos.tt)': 'need', 'Veroton EUR': 'net', 'Alv EUR': 'vat' }, constants: { providerKind: 'company' } })
    const log = await readServiceLog([{ ...fixture('ostoreskontra_2026-03.csv'), mapping: costs }, { ...fixture('asiakasluettelo.xlsx'), mapping }])
    expect(log.cases.map((one) => [one.case, one.admittedOn, one.admissionGround, one.nonDisclosure])).toEqual([['SOS-2231', '2025-05-12', 'victim', true], ['SOS-2240', '2025-08-20', 'victim', false], ['SOS-2252', '2025-12-18', 'investigation', false]])
    expect(log.residences.map((one) => [one.case, one.municipality, one.from])).toEqual([['SOS-2231', 'Turku', '2025-06-01'], ['SOS-2240', 'Turku', '2025-09-15'], ['SOS-2252', 'Salo', '2026-01-10']])
    expect(log.tables.map(({ kind }) => kind)).toEqual(['costs', 'cases', 'residences'])
    expect(log.findings.filter(({ at }) => at.file === 'asiakasluettelo.xlsx').map(({ rule }) => rule)).toEqual(['SRC-026'])
  })

  it('never takes a rate for the amount of VAT, whatever the mapping leaves open', async () => {
    const mapping = (vat: object) => mappingSchema.parse({ headings: { ...vat, Tositenro: ['voucher', 'id'], 'Toim.pvm': 'serviceDate', 'Tilin nimi': 'category', Asiakasviite: 'case', 'Laskun selite': 'description', 'Tarpeen peruste (sos.tt)': 'need', 'Veroton EUR': 'net' }, constants: { providerKind: 'company' } })
    const read = (vat: object) => readServiceLog([{ ...fixture('ostoreskontra_2026-03.csv'), mapping: mapping(vat) }, ...['cases.csv', 'residences.tsv'].map((name) => ({ path: join(import.meta.dirname, '../../fixtures/read/small', name), name }))])
    expect((await read({ 'Alv EUR': 'skip' })).items.map(({ vat }) => vat)).toEqual([undefined, undefined, undefined, undefined])
    expect((await read({})).items.map(({ vat }) => vat)).toEqual([1326n, 0n, 0n, 2652n])
  })
})
