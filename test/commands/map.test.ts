import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Assessment } from '../../src/model/assessment.js'
import { keys, person } from './person.js'
import { runKorvaus } from './run-korvaus.js'

const { enter, down } = keys
const files = {
  'korvaus.yaml': 'claimant: { kind: wellbeing-services-county, name: Pohjois-Savon hyvinvointialue, businessId: 1234567-1, county: "13", iban: FI21 1234 5600 0007 85 }\nlanguage: fi   # the language of packets\ninputs:\n  - path: kulut.csv\n  - path: asiakkaat.csv\n  - path: kotikunnat.csv\n  - path: paatokset.csv\n',
  'kulut.csv': 'Rivitunnus;Asiakastunnus;Palvelupäivä;Kustannuslaji;Kuvaus;Erityistarpeen perustelu;Tuottajan laji;Netto;ALV;Brutto;Tositenumero;Päätösnumero\nR-1;4711;5.3.2026;Tulkkauksen kulut;Tulkkaus;Uhrin turvallisuus edellyttää luotettavaa tulkkia.;Oma työ;100;0;100;T-9;P-1\nR-1;4711;6.3.2026;Tulkkauksen kulut;Tulkkaus;Uhrin turvallisuus edellyttää luotettavaa tulkkia.;Oma työ;80;0;80;T-9;P-1\n',
  'asiakkaat.csv': 'Asiakastunnus;Otettu auttamisjärjestelmään;Ottamisperuste\n004711;1.12.2025;Ihmiskaupan uhri\n',
  'kotikunnat.csv': 'Asiakastunnus;Kotikunta;Alkaen\n004711;Kuopio 297;1.12.2025\n',
  'paatokset.csv': 'Päätösnumero;Asiakastunnus;Viranomainen;Päätöspäivä;Voimassa alkaen;Voimassa asti;Kustannuslajit;Ratkaisu\nP-1;004711;POSELY;1.12.2025;1.12.2025;31.12.2026;Tulkkaus;myönteinen\n',
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-map-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
})
afterEach(() => rm(folder, { recursive: true }))

const mapping = async () => parse(await readFile(join(folder, 'mappings/kulut.yaml'), 'utf8')) as unknown
const readerSays = async () => (JSON.parse((await runKorvaus(['check', '--format', 'json', '--as-of', '2026-11-30'], folder)).stdout) as Assessment).items.map(({ id, case: theCase, findings }) => [id, theCase, findings.filter(({ rule }) => rule.startsWith('SRC')).length])

test('without a terminal it lists what is open, and writes nothing', async () => {
  const { exitCode, stdout } = await runKorvaus(['map', '--lang', 'en'], folder)
  expect([exitCode, stdout]).toEqual([1, 'Open:\n  Category: ”Tulkkauksen kulut” (2 rows) → I do not know yet\n  Case ID: "4711" (2 rows) → I do not know yet ("004711": a zero is missing in front)\n'])
  await expect(mapping()).rejects.toThrow()
})

test('options answer for all rows alike, a mapping is made and named, and nothing that was said is lost', async () => {
  const first = await runKorvaus(['map', 'kulut.csv', '--same', 'case:4711=004711', '--id-columns', 'voucher+serviceDate'], folder)
  expect([first.exitCode, first.stdout]).toEqual([1, expect.stringContaining('Tulkkauksen kulut')])
  expect(await readFile(join(folder, 'korvaus.yaml'), 'utf8')).toContain('# the language of packets')
  const second = await runKorvaus(['map', '--value', 'category:tulkkauksen kulut=Tulkkaus'], folder)
  expect([second.exitCode, second.stderr]).toEqual([0, expect.stringContaining('mappings/kulut.yaml')])
  expect(await mapping()).toEqual({ same: { case: { 4711: '004711' } }, id: ['voucher', 'serviceDate'], values: { category: { 'tulkkauksen kulut': 'INTERPRETING' } } })
  expect(await readerSays()).toEqual([['T-9/5.3.2026', '004711', 0], ['T-9/6.3.2026', '004711', 0]])
})

test('at a terminal each question leads back to the list, and an answer can be changed before anything is written', async () => {
  const someone = person([
    ['Mihin vastataan?', enter], ['mitä tarkoittaa ”Tulkkauksen kulut”', `${down}${enter}`],
    ['(2 riviä) → Terveydenhuolto', enter], ['onko "4711" sama kuin "004711" (alusta puuttuu nolla)', enter],
    ['→ "004711"', `${enter}`], ['mitä tarkoittaa ”Tulkkauksen kulut”', enter],
    ['(2 riviä) → Tulkkaus', `${down.repeat(2)}${enter}`],
  ])
  const { exitCode } = await runKorvaus(['map', '--lang', 'fi'], folder, { isTerminal: true, width: 100 })
  someone.leave()
  expect(someone.left, someone.screen()).toEqual([])
  expect(exitCode).toBe(0)
  expect(await mapping()).toEqual({ same: { case: { 4711: '004711' } }, values: { category: { 'Tulkkauksen kulut': 'INTERPRETING' } } })
})

test('a wrong answer of an option is refused with what is known, and writes nothing', async () => {
  expect((await runKorvaus(['map', '--value', 'category:x=Tulkaus'], folder)).exitCode).toBe(2)
  expect((await runKorvaus(['map', 'kulut.csv', '--heading-row', 'kulut=none'], folder)).exitCode).toBe(2)
  await expect(mapping()).rejects.toThrow()
})

test('a heading row that is named is the only one that is looked for', async () => {
  await writeFile(join(folder, 'kulut.csv'), `Rivitunnus;Asiakastunnus;Palvelupäivä;Kustannuslaji;Kuvaus;Erityistarpeen perustelu;Tuottajan laji;Netto;ALV;Brutto;Tositenumero;Päätösnumero\n;;;;;;;;;;;\n${files['kulut.csv'].replaceAll('4711', '004711').replace('Kuvaus', 'Selostus')}`)
  const { stderr } = await runKorvaus(['map', 'kulut.csv', '--heading-row', '*=3', '--map', 'Selostus=description', '--lang', 'en'], folder)
  expect(stderr).toContain('mappings/kulut.yaml')
  const { items } = JSON.parse((await runKorvaus(['check', '--format', 'json', '--as-of', '2026-11-30'], folder)).stdout) as Assessment
  expect(items.map(({ source }) => source.row)).toEqual([4, 5])
})
