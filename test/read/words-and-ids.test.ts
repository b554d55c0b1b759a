import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sourceFinding } from '../../src/claim/render-findings.js'
import type { ServiceLog } from '../../src/model/service-log.js'
import { mappingSchema } from '../../src/read/mapping.js'
import { readServiceLog } from '../../src/read/read-service-log.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-words-'))
})
afterAll(() => rm(folder, { recursive: true }))

const costs = 'Rivitunnus;Asiakastunnus;Palvelupäivä;Kustannuslaji;Kuvaus;Erityistarpeen perustelu;Tuottajan laji;Netto;ALV;Brutto;Tositenumero;Päätösnumero'
const cost = ({ id = 'R-1', client = 'A-1', day = '5.3.2026', category = 'Tulkkaus', voucher = 'T-1', decision = 'P-1' } = {}) => `${id};${client};${day};${category};Tulkkaus;Luotettava tulkki;Yritys;100;0;100;${voucher};${decision}`
const decision = ({ number = 'P-1', client = 'A-1', categories = 'Tulkkaus', result = 'Myönnetty', to = '31.12.2026' } = {}) => `${number};${client};Pohjois-Savon ELY-keskus;1.12.2025;1.12.2025;${to};${categories};${result}`

/** A service log of text files, read by a mapping of the costs. */
async function read(rows: readonly string[], decisions: readonly string[] = [decision()], mapping: object = {}, client = 'A-1', ofDecisions: object = {}): Promise<ServiceLog> {
  const files = {
    kulut: [costs, ...rows],
    asiakkaat: ['Asiakastunnus;Otettu auttamisjärjestelmään;Ottamisperuste', `${client};1.12.2025;Ihmiskaupan uhri`],
    kotikunnat: ['Asiakastunnus;Kotikunta;Alkaen', `${client};Kuopio;1.12.2025`],
    paatokset: ['Päätösnumero;Asiakastunnus;Viranomainen;Päätöspäivä;Voimassa alkaen;Voimassa asti;Kustannuslajit;Ratkaisu', ...decisions],
  }
  for (const [name, lines] of Object.entries(files)) await writeFile(join(folder, `${name}.csv`), `${lines.join('\r\n')}\r\n`)
  return readServiceLog(Object.keys(files).map((name) => ({ path: join(folder, `${name}.csv`), name: `${name}.csv`, mapping: mappingSchema.parse(name === 'kulut' ? mapping : name === 'paatokset' ? ofDecisions : {}) })))
}

const said = ({ findings }: ServiceLog) => findings.map(({ rule, effect, at }) => [rule, effect, at.cell])
const words = ({ findings }: ServiceLog, language: 'fi' | 'sv' | 'en' = 'en') => findings.map((finding) => sourceFinding(finding, language)).map(({ message, remedy }) => `${message} ${remedy}`)

test('ordinary words for categories and results are read like the names of the blank workbook', async () => {
  const log = await read([cost({ category: 'tulkkipalvelu' }), cost({ id: 'R-2', category: 'Lääkäripalvelut' }), cost({ id: 'R-3', category: 'tulkk.' })],
    [decision({ result: 'myönteinen' }), decision({ number: 'P-2', result: 'Osittain myönteinen' }), decision({ number: 'P-3', result: 'Hyväksytty' })])
  expect(log.items.map(({ category }) => category)).toEqual(['INTERPRETING', 'HEALTH', 'INTERPRETING'])
  expect(log.decisions.map(({ result }) => result)).toEqual(['granted', 'partly', 'granted'])
  expect(said(log)).toEqual([])
})

test('an unknown word is answered with the nearest known one and the line to add', async () => {
  const log = await read([cost({ category: 'Tulkkauksen matkat' })])
  expect(said(log)).toEqual([['SRC-006', 'reject', 'D2']])
  expect(words(log)).toEqual(['The value “Tulkkauksen matkat” of “Category” is not known. Does it mean the same as “Interpreting”? If so, add to the mapping  values: { category: { "Tulkkauksen matkat": INTERPRETING } }  or answer with korvaus map; one answer holds for all rows.'])
  const answered = await read([cost({ category: 'Tulkkauksen matkat' })], [decision()], { values: { category: { 'Tulkkauksen matkat': 'INTERPRETING' } } })
  expect(answered.items[0]?.category).toBe('INTERPRETING')
  expect(said(answered)).toEqual([])
})

test('in a list the known words hold, and the unknown one is named', async () => {
  const log = await read([cost()], [decision({ categories: 'Tulkkaus, kuljetus' })])
  expect(log.decisions[0]?.categories).toEqual(['INTERPRETING'])
  expect(log.decisions[0]?.unreadable).toEqual([])
  expect(said(log)).toEqual([['SRC-006', 'review', 'G2']])
  expect(words(log)[0]).toContain('The value “kuljetus” of “Categories” is not known.')
})

test('a word of a list that the mapping knows holds like the others', async () => {
  const log = await read([cost()], [decision({ categories: 'Tulkkaus, kuljetus' })], {}, 'A-1', { values: { categories: { kuljetus: 'OTHER' } } })
  expect(log.decisions[0]?.categories).toEqual(['INTERPRETING', 'OTHER'])
  expect(said(log)).toEqual([])
})

test('a list of unknown words alone covers nothing, and one that says all covers all', async () => {
  const unread = await read([cost()], [decision({ categories: 'kuljetus' })])
  expect([unread.decisions[0]?.categories, unread.decisions[0]?.unreadable]).toEqual([undefined, ['categories']])
  const all = await read([cost()], [decision({ categories: 'kaikki' })])
  expect(all.decisions[0]?.categories).toHaveLength(10)
  const joined = await read([cost()], [decision({ categories: 'Tulkkaus ja kääntäminen / Terveydenhuolto' })])
  expect(joined.decisions[0]?.categories).toEqual(['INTERPRETING', 'TRANSLATION', 'HEALTH'])
})

test('a case ID that has lost its zeros is one finding that names the listed one, and the row waits', async () => {
  const log = await read([cost({ client: '4711' }), cost({ id: 'R-2', client: '4711' })], [decision({ client: '004711' })], {}, '004711')
  expect(said(log)).toEqual([['SRC-050', 'reject', 'B2'], ['SRC-050', 'reject', 'B3']])
  expect(log.items.map((item) => item.case)).toEqual(['004711', '004711'])
  expect(words(log, 'fi')[0]).toBe('Sarakkeen ”Asiakastunnus” tunnusta "4711" ei ole luettelossa, mutta "004711" on: alusta puuttuu nolla. Rivi odottaa vastausta. Jos ne ovat sama, lisää vastaavuustiedostoon rivi  same: { case: { "4711": "004711" } }  tai vastaa komennolla korvaus map; yksi vastaus koskee kaikkia rivejä. Muuten korjaa tunnus.')
})

test('one answer in the mapping holds for all rows alike', async () => {
  const log = await read([cost({ client: '4711' }), cost({ id: 'R-2', client: '4711' })], [decision({ client: '004711' })], { same: { case: { 4711: '004711' } } }, '004711')
  expect(said(log)).toEqual([])
  expect(log.items.map((item) => item.case)).toEqual(['004711', '004711'])
})

test('what cannot be seen in a cell is said', async () => {
  const log = await read([cost({ client: 'A-1\u200B', category: 'Kulje\u00ADtus' })])
  expect(words(log).sort()).toEqual([
    expect.stringContaining('"A-1\\u200b" of “Case ID” is not listed; "A-1" is: there is a sign that cannot be seen.'),
    expect.stringContaining('The cell holds signs that cannot be seen: soft hyphen (U+00AD).'),
  ])
})

test('several decisions in one cell are one finding that proposes the one in force', async () => {
  const log = await read([cost({ decision: 'P-1, P-2' })], [decision({ to: '31.12.2025' }), decision({ number: 'P-2' })])
  expect(said(log)).toEqual([['SRC-050', 'reject', 'L2']])
  expect(log.items[0]?.decision).toBe('P-2')
  expect(words(log)[0]).toContain('"P-1, P-2" of “Decision number” is not listed; "P-2" is: the cell holds several numbers.')
})

test('an ID may be made of several columns, by key or by heading, and its cell is that of the first', async () => {
  const rows = [cost({ voucher: 'T-9' }), cost({ voucher: 'T-9', day: '6.3.2026' })]
  expect(said(await read(rows)).toSorted()).toEqual([['SRC-017', 'reject', 'A2'], ['SRC-017', 'reject', 'A3']])
  const log = await read(rows, [decision()], { id: ['voucher', 'Palvelupäivä'] })
  expect(said(log)).toEqual([])
  expect(log.items.map(({ id }) => id)).toEqual(['T-9/5.3.2026', 'T-9/6.3.2026'])
  expect(log.items[0]?.source.table.columns.id).toBe('K')
  const byOwn = await read(rows, [decision()], { id: ['id', 'serviceDate'] })
  expect(byOwn.items.map(({ id }) => id)).toEqual(['R-1/5.3.2026', 'R-1/6.3.2026'])
})

test('an ID of several columns is never half an ID, and never one that tells who somebody is', async () => {
  const log = await read([cost({ voucher: '' }), cost({ id: '010594Y9021' })], [decision()], { id: ['id', 'voucher'] })
  expect(log.items.map(({ id }) => id)).toEqual(['#2', '[1]'])
  expect(said(log)).toEqual([['SRC-001', 'reject', 'A2'], ['SRC-001', 'reject', 'K2'], ['SRC-021', 'reject', 'A3']])
})
