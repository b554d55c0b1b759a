import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/model/assessment.js'
import { keys, person } from './person.js'
import { runKorvaus } from './run-korvaus.js'

const { enter, down } = keys
const export_ = join(import.meta.dirname, '../../fixtures/read/ledger-export')
const packet = 'packets/korvaus_1234567-1_2026-03_01'
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-export-'))
})
afterEach(() => rm(folder, { recursive: true }))

const put = (...names: string[]) => Promise.all(names.map((name) => cp(join(export_, name), join(folder, name))))

async function assessed(): Promise<Assessment> {
  return JSON.parse((await runKorvaus(['check', '--format', 'json'], folder)).stdout) as Assessment
}

/** A shelter's days without a price for each are told of, and stay in the claim. */
async function expectPriceNoted(): Promise<void> {
  const shelter = (await assessed()).items.find(({ id }) => id === '260318')
  expect(shelter).toMatchObject({ outcome: 'claimable' })
  expect(shelter?.findings.map(({ rule }) => rule)).toContain('PKT-014')
}

async function claimOfMarch(): Promise<void> {
  expect(await runKorvaus(['prepare', '--period', '2026-03', '--yes'], folder)).toMatchObject({ exitCode: 0 })
  const claim = JSON.parse(await readFile(join(folder, packet, 'claim.json'), 'utf8')) as { claimed: unknown[]; totals: unknown }
  expect(claim.claimed).toHaveLength(4)
  expect(JSON.stringify(claim.totals)).toContain('1116.00')
  expect((await runKorvaus(['verify', packet], folder)).exitCode).toBe(0)
  const written = await Promise.all((await readdir(join(folder, packet))).filter((name) => name.endsWith('.json')).map((name) => readFile(join(folder, packet, name), 'utf8')))
  for (const name of ['Virtanen-Malli', '010190-999W', 'Iida']) expect(written.join('')).not.toContain(name)
}

describe('somebody with the export of a ledger, a client list and a list of decisions, none of which we know', () => {
  it('comes by the questions of init to a claim of everything, and to a packet that verifies', { timeout: 120_000 }, async () => {
    await put('ostoreskontra.xlsx', 'asiakasluettelo.xlsx', 'paatokset.csv')
    const someone = person([
      ['Kuka hakee?', `varsinais${enter}`], ['Mikä näistä on hakija?', enter], ['Tilinumero', `FI21 1234 5600 0007 85${enter}`], ['Sähköposti', enter],
      ['Mistä taulukosta', `${down}${enter}`], ['Luetaanko lisäksi', `${down}${enter}`], ['❯ Ei muita\n  paatokset.csv', `${down}${enter}`],
      ['Ovatko sarakkeet oikein', enter], ['”Rivitunnus”', enter], ['”Erityistarpeen perustelu”', enter], ['nimistä (Oy, ry …)', enter],
      ['”Psykologipalvelut”', enter], ['asiantuntijapalvelut”', enter],
      ['Ovatko sarakkeet oikein', enter], ['”Tutkinta”', enter], ['❯ Kyllä, jatka', enter], ['Sarake A Päätösnro', enter],
      ['Kirjoitetaanko työtila', enter],
    ])
    const { exitCode, stderr } = await runKorvaus(['init', '--lang', 'fi', '--business-id', '1234567-1'], folder, { isTerminal: true, width: 110 })
    someone.leave()
    expect(someone.left, someone.screen()).toEqual([])
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('Päätösnumero haetaan asiakkaan mukaan tiedostosta paatokset.csv, sarakkeesta Päätösnro')])
    expect((await readdir(folder)).toSorted()).toEqual(['asiakasluettelo.xlsx', 'korvaus.yaml', 'mappings', 'ostoreskontra.xlsx', 'paatokset.csv'])

    await expectPriceNoted()
    const { items } = await assessed()
    expect(items.map(({ id, outcome }) => [id, outcome])).toEqual([260117, 260118, 260131, 260204, 260219, 260226, 260305, 260306, 260318, 260322].map((id) => [String(id), 'claimable']))
    await claimOfMarch()
  })

  it('comes by options to the same claim from a csv in the code page of Windows', { timeout: 120_000 }, async () => {
    await put('ostoreskontra_2026-03.csv', 'asiakasluettelo.xlsx', 'paatokset.csv')
    const options = ['--claimant', 'varsinais', '--business-id', '1234567-1', '--input', 'ostoreskontra_2026-03.csv', '--input', 'asiakasluettelo.xlsx', '--input', 'paatokset.csv', '--map', 'Tositenro=voucher+id', '--map', 'Toimittaja=provider+providerKind', '--map', 'Tarpeen peruste (sos.tt)=need', '--value', 'admissionGround:Tutkinta=investigation']
    expect(await runKorvaus(['init', '--yes', ...options], folder)).toMatchObject({ exitCode: 0 })
    await expectPriceNoted()
    await claimOfMarch()
  })

  it('is told the column that is lacking, not that no heading is known', async () => {
    await put('ostoreskontra.xlsx')
    const { stderr } = await runKorvaus(['init', '--yes', '--claimant', 'varsinais', '--input', 'ostoreskontra.xlsx'], folder)
    expect(stderr).toContain('Tammikuu, Helmikuu, Maaliskuu: 10 riviä, otsikot rivillä 4')
    expect(stderr).toContain('taulukot, joita ei lueta, koska niissä ei ole palvelulokin tietoja: Yhteenveto')
    expect(stderr).toMatch(/puuttuu pakollinen sarake ”Rivitunnus”/)
  })
})
