import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/model/assessment.js'
import type { Unclaimed } from '../../src/model/unclaimed.js'
import { runKorvaus } from '../commands/run-korvaus.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-bought-'))
  await cp(join(import.meta.dirname, '../../fixtures/residences/workspace'), folder, { recursive: true })
})
afterAll(() => rm(folder, { recursive: true }))

/** Whether the claimant demands quantity and unit price of what could be a grant or an internal charge. */
async function demandPrices() {
  const config = join(folder, 'korvaus.yaml')
  await writeFile(config, `${await readFile(config, 'utf8')}policies: { organisationPaymentBasis: priced, internalChargeBasis: priced }\n`)
}

const run = (...argv: string[]) => runKorvaus([...argv, '--as-of', '2026-06-30', '--lang', 'en'], folder)
const priced = '2;h;50,00'
const flat = ';;'

/** A cost of 100 euros of a kind of provider: priced or flat, with its provider and its voucher or without. */
const log = (rows: readonly (readonly [id: string, kind: string, price: string, provider?: string, voucher?: string])[]) => writeFile(join(folder, 'kustannukset.csv'), [
  'Rivitunnus;Asiakastunnus;Palvelupäivä;Kustannuslaji;Kuvaus;Erityistarpeen perustelu;Tuottajan laji;Määrä;Yksikkö;Yksikköhinta;Netto;ALV;Päätösnumero;Palveluntuottaja;Tositenumero',
  ...rows.map(([id, kind, price, provider = 'Tukipalvelut', voucher = `T-${id}`], index) => `${id};TURKULAINEN;2026-0${(index % 5) + 1}-10;SOCIAL;Tuki;Uhriasemasta johtuva erityinen tuen tarve;${kind};${price};100,00;0,00;EVK/4;${provider};${voucher}`),
].join('\n'))

const flatAndPriced: Parameters<typeof log>[0] = [
  ['company-flat', 'company', flat], ['municipal-priced', 'municipal', priced], ['municipal-flat', 'municipal', flat], ['authority-flat', 'authority', flat],
  ['ngo-priced', 'ngo', priced], ['ngo-flat', 'ngo', flat], ['religious-priced', 'religious', priced], ['religious-flat', 'religious', flat],
  ['ngo-nameless', 'ngo', priced, ''], ['religious-unvouched', 'religious', priced, 'Seurakunta', ''],
]

async function said(): Promise<Record<string, string>> {
  const { items } = JSON.parse((await run('check', '--format', 'json')).stdout) as Assessment
  return Object.fromEntries(items.map(({ id, outcome, findings }) => [id, [outcome, ...new Set(findings.filter(({ effect }) => effect !== 'note').map(({ rule }) => rule))].join(' ')]))
}

describe('services bought or agreed, by who gave them', () => {
  it('need a provider and a voucher everywhere, and whether a flat payment could be a grant or an internal charge is noted', async () => {
    await log(flatAndPriced)
    expect(await said()).toEqual({
      'company-flat': 'claimable', 'municipal-priced': 'claimable', 'municipal-flat': 'claimable', 'authority-flat': 'claimable',
      'ngo-priced': 'claimable', 'ngo-flat': 'claimable', 'religious-priced': 'claimable', 'religious-flat': 'claimable',
      'ngo-nameless': expect.stringMatching(/^review PKT-009$/) as string, 'religious-unvouched': expect.stringMatching(/^rejected .*PKT-002/) as string,
    })
    const { items } = JSON.parse((await run('check', '--format', 'json')).stdout) as Assessment
    const noted = items.flatMap(({ id, findings }) => findings.filter(({ rule }) => ['PKT-014', 'PKT-015'].includes(rule)).map(({ rule, effect }) => [id, rule, effect]))
    expect(noted).toEqual([
      ['municipal-flat', 'PKT-015', 'note'], ['authority-flat', 'PKT-015', 'note'], ['ngo-flat', 'PKT-014', 'note'], ['religious-flat', 'PKT-014', 'note'],
    ])
  })

  it('need a price wherever the payment could be a grant or an internal charge, where the claimant demands it', async () => {
    await demandPrices()
    expect(await said()).toEqual({
      'company-flat': 'claimable', 'municipal-priced': 'claimable', 'municipal-flat': 'review PKT-010', 'authority-flat': 'review PKT-010',
      'ngo-priced': 'claimable', 'ngo-flat': 'review PKT-013', 'religious-priced': 'claimable', 'religious-flat': 'review PKT-013',
      'ngo-nameless': expect.stringMatching(/^review PKT-009$/) as string, 'religious-unvouched': expect.stringMatching(/^rejected .*PKT-002/) as string,
    })
  })

  it('say that a grant is no service bought, on whose choice that rests, and count the price among the papers that are missing', async () => {
    const { stdout } = await run('check')
    expect(stdout).toContain("The payment (€100.00) lacks quantity or unit price. The provider kind is Non-governmental organisation, so it may be a grant and no service bought. (Rests on the claimant's choice: organisationPaymentBasis.)")
    const { missingPapers } = JSON.parse((await run('unclaimed', '--format', 'json')).stdout) as Unclaimed
    expect(missingPapers.filter(({ paper }) => paper === 'prices').map(({ item, rules }) => [item, rules])).toEqual(expect.arrayContaining([['ngo-flat', ['PKT-013']], ['religious-flat', ['PKT-013']], ['municipal-flat', ['PKT-010']], ['authority-flat', ['PKT-010']]]))
  })

  it('are claimed once a person has judged the flat payment', async () => {
    expect((await run('review', '--item', 'ngo-flat', '--rule', 'PKT-013', '--answer', 'accept', '--by', 'Head of finance', '--reason', 'A lump price was agreed for the stay')).exitCode).toBe(0)
    expect(await said()).toMatchObject({ 'ngo-flat': 'claimable PKT-013', 'religious-flat': 'review PKT-013' })
  })
})
