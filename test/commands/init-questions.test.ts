import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/model/assessment.js'
import { keys, person } from './person.js'
import { runKorvaus } from './run-korvaus.js'

const { enter, up, down, clear, interrupt } = keys
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-questions-'))
  await cp(join(import.meta.dirname, '../../fixtures/read/erp-export/ostolaskut.csv'), join(folder, 'ostolaskut.csv'))
})
afterEach(() => rm(folder, { recursive: true }))

type Dialogue = readonly (readonly [string, string])[]

async function initAs(dialogue: Dialogue, ...argv: string[]) {
  const someone = person(dialogue)
  const result = await runKorvaus(['init', ...argv], folder, { isTerminal: true, width: 100 })
  someone.leave()
  expect(someone.left, someone.screen()).toEqual([])
  return result
}

const claimant: Dialogue = [
  ['Kuka hakee?', `atlantis${enter}`], ['ei löydy ketään', `${clear}pirkan${enter}`], ['Mikä näistä on hakija?', enter],
  ['Y-tunnus', `1234567-2${enter}`], ['viimeinen numero on tarkiste', `${clear}3221065-1${enter}`], ['toisen hakijan Y-tunnus: Varsinais-Suomen', `${clear}1234567-1${enter}`],
  ['Tilinumero', `FI21 1234 5600 0007 86${enter}`], ['Tarkista tilinumero', `${clear}FI21 1234 5600 0007 85${enter}`], ['Sähköposti', enter],
]

describe('the questions of init', () => {
  it('lead from an unknown export to a workspace whose every row is read, checking each answer as it is given', async () => {
    const { exitCode, stdout, stderr } = await initAs([
      ['Kieli', enter], ...claimant, ['Mistä taulukosta', enter],
      ['Ovatko sarakkeet oikein', `${down.repeat(14)}${enter}`], ['Mitä sarakkeessa ”Hyväksyjä”', `${up.repeat(2)}${enter}`],
      ['Ovatko sarakkeet oikein', enter],
      ['Rivitunnus', enter], ['Tuottajan laji', enter],
      ['Psykologipalvelut', enter], ['Kuljetukset', `${up}${enter}`], ['Yritys (yksityinen)', enter],
      ['Kirjoitetaanko työtila', enter],
    ])
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('6')])
    expect(stderr).toContain('Pirkanmaan hyvinvointialue')
    expect((await readdir(folder)).sort()).toEqual(['asiakkaat.xlsx', 'korvaus.yaml', 'mappings', 'ostolaskut.csv'])
    expect(await readFile(join(folder, 'korvaus.yaml'), 'utf8')).toMatch(/businessId: 1234567-1/)
    const { items } = JSON.parse((await runKorvaus(['check', '--format', 'json'], folder)).stdout) as Assessment
    expect(items.map(({ id }) => id)).toEqual(['40001', '40002', '40003', '40004', '40005', '40006'])
    expect(items.flatMap(({ findings }) => findings).filter(({ rule }) => rule.startsWith('SRC'))).toEqual([])
  })

  it('write a blank workbook for somebody who has no spreadsheet yet', async () => {
    const { exitCode, stderr } = await initAs([...claimant, ['Mistä taulukosta', `${down.repeat(2)}${enter}`], ['Kirjoitetaanko työtila', enter]], '--lang', 'fi')
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('Seuraavaksi: täytä palveluloki.xlsx')])
    expect((await readdir(folder)).sort()).toEqual(['korvaus.yaml', 'ostolaskut.csv', 'palveluloki.xlsx'])
    expect((await runKorvaus(['check'], folder)).exitCode).toBe(0)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])('leave nothing behind when a person stops at question %i, and say so in the language chosen', async (count) => {
    const whole: Dialogue = [['Kieli / Språk', `${down}${enter}`], ['Vem söker?', `nurmes${enter}`], ['Vilken av dessa', enter], ['FO-nummer', `1234567-1${enter}`], ['integrationsprogram', enter], ['Kontonummer', enter], ['E-post', enter], ['Från vilket kalkylblad', enter], ['Är kolumnerna rätt', enter], ['Varifrån fås', enter], ['Varifrån fås', enter], ['vad betyder ”Psykologipalvelut”', enter], ['vad betyder ”Kuljetukset”', enter]]
    const stopped = whole.slice(0, count).map((step, index) => (index === count - 1 ? [step[0], interrupt] as const : step))
    const { exitCode, stderr } = await initAs(stopped)
    expect([exitCode, stderr.trim().split('\n').at(-1)]).toEqual([1, count === 1 ? expect.stringMatching(/Ctrl-C/) : expect.stringMatching(/Avbr.*Ctrl-C|Ctrl-C.*skrevs/)])
    expect(await readdir(folder)).toEqual(['ostolaskut.csv'])
  })

  it('ask again for a file that is not there, cannot be read or has no headings, and take several files', async () => {
    for (const name of ['costs.csv', 'cases.csv', 'residences.tsv']) await cp(join(import.meta.dirname, '../../fixtures/read/small', name), join(folder, name))
    await writeFile(join(folder, 'a.xlsx'), 'no workbook')
    await writeFile(join(folder, 'b.csv'), 'K-1;AS-01;3.3.2026;Tulkkaus;120,00\nK-2;AS-02;4.3.2026;Tulkkaus;130,00\n')
    const { stderr } = await initAs([
      ...claimant,
      ['Mistä taulukosta', `${up.repeat(2)}${enter}`], ['Tiedoston nimi', `puuttuu.xlsx${enter}`],
      ['❯ a.xlsx', `${up.repeat(2)}${enter}`], ['Tiedoston nimi', `../muualla.xlsx${enter}`],
      ['❯ a.xlsx', enter], ['❯ a.xlsx', `${down}${enter}`], ['❯ a.xlsx', `${down.repeat(3)}${enter}`], ['Luetaanko lisäksi', `${down.repeat(3)}${enter}`], ['❯ Ei muita', `${down.repeat(4)}${enter}`], ['❯ Ei muita', enter], ['Ovatko sarakkeet oikein', enter],
      ['Kirjoitetaanko työtila', `k${enter}`],
    ], '--lang', 'fi')
    for (const said of ['puuttuu.xlsx ei löydy', '../muualla.xlsx', 'a.xlsx', 'Valitse toinen tiedosto', 'b.csv: taulukkoa ei löytynyt', 'Työtila on perustettu']) expect(stderr).toContain(said)
    expect(await readFile(join(folder, 'korvaus.yaml'), 'utf8')).toMatch(/path: costs\.csv\n(.*mapping.*\n)? *- path: cases\.csv\n(.*mapping.*\n)? *- path: residences\.tsv\n/)
  })

  it('keep the business ID that was typed first, find the municipality by its name, and ask for what only municipalities need', async () => {
    await initAs([
      ['Kuka hakee?', `1234567-1${enter}`], ['Mikä näistä on hakija?', enter], ['Hakija', enter], ['Hakijan nimi', `Oma kunta${enter}`], ['Kunnan nimi tai koodi', `Atlantis${enter}`], ['Tällaista kuntaa ei ole', `${clear}nurmes${enter}`],
      ['kotoutumisen edistämistä koskevan sopimuksen', `KEHA/1/2026${enter}`], ['Tilinumero', enter], ['Sähköposti', enter], ['Mistä taulukosta', `${up}${enter}`], ['Kirjoitetaanko työtila', enter],
    ], '--lang', 'fi')
    expect(await readFile(join(folder, 'korvaus.yaml'), 'utf8')).toContain('name: Oma kunta\n  businessId: 1234567-1\n  municipality: "541"\n  programme:\n    arranged: true\n    agreement: KEHA/1/2026\n')
  })

  it('let a person say which table a sheet is, or that it is none', async () => {
    const { stderr } = await initAs([
      ...claimant, ['Mistä taulukosta', enter],
      ['Ovatko sarakkeet oikein', `${up}${enter}`], ['Mikä taulukko tämä on', `${down.repeat(3)}${enter}`], 
      ['❯ Kyllä, jatka', `${up}${enter}`], ['Mikä taulukko tämä on', `${down}${enter}`],
      ['Kirjoitetaanko työtila', enter],
    ], '--lang', 'fi')
    expect(stderr).toContain('luetaan taulukoksi ”Päätökset”')
    expect(await readFile(join(folder, 'korvaus.yaml'), 'utf8')).toContain('- path: "*.xlsx"')
  })

  it('leave nothing behind when a person declines to write', async () => {
    const { exitCode } = await initAs([...claimant, ['Mistä taulukosta', `${down.repeat(2)}${enter}`], ['Kirjoitetaanko työtila', `mitä${enter}`], ['Vastaa kyllä tai ei', `${clear}ei${enter}`]], '--lang', 'fi')
    expect(exitCode).toBe(1)
    expect(await readdir(folder)).toEqual(['ostolaskut.csv'])
  })
})
