import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
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
  ['Kuka hakee?', `atlantis${enter}`], ['ei löydy ketään', `${clear}pirkan${enter}`], ['Kumpaa tai mitä', enter],
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
      ['Tulkkipalvelut', enter], ['Turvakotipalvelut', enter], ['Psykologipalvelut', enter], ['Asiakirjojen käännökset', enter], ['Kuljetukset', `${up}${enter}`], ['Yritys (yksityinen)', enter],
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

  it.each([1, 3, 5, 8, 9, 10])('leave nothing behind when a person stops at question %i, and say so in the language chosen', async (count) => {
    const whole: Dialogue = [['Kieli / Språk', `${down}${enter}`], ['Vem söker?', `nurmes${enter}`], ['Vilken av dessa', enter], ['FO-nummer', `1234567-1${enter}`], ['Kontonummer', enter], ['E-post', enter], ['Från vilket kalkylblad', enter], ['Är kolumnerna rätt', enter], ['Varifrån fås', enter], ['Varifrån fås', enter]]
    const stopped = whole.slice(0, count).map((step, index) => (index === count - 1 ? [step[0], interrupt] as const : step))
    const { exitCode, stderr } = await initAs(stopped)
    expect([exitCode, stderr.trim().split('\n').at(-1)]).toEqual([1, count === 1 ? expect.stringMatching(/Ctrl-C/) : expect.stringMatching(/Avbr.*Ctrl-C|Ctrl-C.*skrevs/)])
    expect(await readdir(folder)).toEqual(['ostolaskut.csv'])
  })

  it('leave nothing behind when a person declines to write', async () => {
    const { exitCode } = await initAs([...claimant, ['Mistä taulukosta', `${down.repeat(2)}${enter}`], ['Kirjoitetaanko työtila', `n${enter}`]], '--lang', 'fi')
    expect(exitCode).toBe(1)
    expect(await readdir(folder)).toEqual(['ostolaskut.csv'])
  })
})
