import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/model/assessment.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { copyWorkspace } from './run-built.js'

let workspace: string
beforeAll(async () => {
  workspace = await copyWorkspace('example')
})
afterAll(() => rm(workspace, { recursive: true }))

const run = (...argv: string[]) => runKorvaus([...argv, '--lang', 'en', '--as-of', '2026-11-23'], workspace)
const prepare = () => run('prepare', '--period', '2026-Q1', '--yes')

describe('a cost that two claimants of one register have in their logs', () => {
  it('is claimed by the first, and left for a person by the second, with the item and the claim', async () => {
    expect((await prepare()).exitCode).toBe(1)
    const config = join(workspace, 'korvaus.yaml')
    await writeFile(config, (await readFile(config, 'utf8')).replace('1234567-1', '3221065-1'))

    const { items } = JSON.parse((await run('check', '--period', '2026-Q1', '--format', 'json')).stdout) as Assessment
    const alike = items.flatMap(({ outcome, findings }) => findings.filter(({ rule }) => rule === 'OVL-011').map(({ message }) => ({ outcome, message })))
    expect(alike.length).toBeGreaterThan(10)
    for (const { outcome, message } of alike) {
      expect(message).toMatch(/^Claim 2026-Q1\/01 \(1234567-1\) has the item K-\d+ with the same day, category and amount\.$/)
      expect(outcome).not.toBe('claimable')
    }
    expect((await prepare()).stderr).not.toMatch(/Corrections/)
  })
})

describe('costs of one case and amount on days nearby', () => {
  let folder: string
  beforeAll(async () => {
    folder = await copyWorkspace('example')
    const config = join(folder, 'korvaus.yaml')
    await writeFile(config, (await readFile(config, 'utf8')).replace(/inputs:\n/, 'inputs:\n  - { path: lisa.csv }\n'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const own = (...argv: string[]) => runKorvaus([...argv, '--lang', 'en', '--as-of', '2026-11-23'], folder)
  const log = (rows: Readonly<Record<string, string>>) => writeFile(join(folder, 'lisa.csv'), [
    'Rivitunnus;Asiakastunnus;Palvelupäivä;Kustannuslaji;Kuvaus;Erityistarpeen perustelu;Palveluntuottaja;Tuottajan laji;Netto;ALV;Tositenumero;Päätösnumero',
    ...Object.entries(rows).map(([id, day]) => `${id};A-101;${day};SOCIAL;Tukikäynti;Uhriasemasta johtuva tuen tarve asioinnissa;Tukipalvelu Oy;company;77,70;0,00;V-${id};${decision}`),
  ].join('\n'))
  const decision = 'LSEVK/26101'
  /** What is said of the rows that this test added, by item. */
  const said = async () => {
    const { items } = JSON.parse((await own('check', '--period', '2026-Q1', '--format', 'json')).stdout) as Assessment
    return Object.fromEntries(items.filter(({ id }) => /^[ST]-/.test(id)).map(({ id, findings }) => [id, findings.filter(({ rule }) => /^OVL-01[23]$|^OVL-001$/.test(rule)).map(({ rule, effect, message }) => `${rule} ${effect}: ${message.replace(/ \(Rests.*/, '')}`)]))
  }

  it('are each compared with the one before, in a series too, and stay in the claim', async () => {
    await log({ 'S-3': '2026-03-06', 'S-1': '2026-03-02', 'S-2': '2026-03-04', 'S-4': '2026-03-06' })
    expect(await said()).toEqual({
      'S-1': [],
      'S-2': ['OVL-012 note: Row S-1 of the same client has the same amount 2 days earlier.'],
      'S-3': ['OVL-012 note: Row S-2 of the same client has the same amount 2 days earlier.'],
      'S-4': ['OVL-012 note: Row S-2 of the same client has the same amount 2 days earlier.'],
    })
    await own('prepare', '--period', '2026-Q1', '--yes')
    const { items } = JSON.parse((await own('check', '--period', '2026-Q1', '--format', 'json')).stdout) as Assessment
    expect(items.filter(({ id }) => id.startsWith('S-')).map(({ outcome }) => outcome)).toEqual(['claimable', 'claimable', 'claimable', 'claimable'])
    await own('claims', 'file', '2026-Q1/01', '--by', 'Head of finance', '--reference', 'UUD/1/2026', '--date', '2026-11-23')
  })

  it('are compared with those of an earlier claim, whether the log still has their rows or has lost them', async () => {
    const series = { 'S-3': '2026-03-06', 'S-1': '2026-03-02', 'S-2': '2026-03-04', 'S-4': '2026-03-06' }
    const late = { 'T-1': '2026-03-08', 'T-2': '2026-02-27', 'T-3': '2026-03-13' }
    const lateSaid = {
      'T-1': ['OVL-013 note: The item S-3 of claim 2026-Q1/01 has the same client and amount, 2 days apart.'],
      'T-2': ['OVL-013 note: The item S-1 of claim 2026-Q1/01 has the same client and amount, 3 days apart.'],
    }
    await log({ ...series, ...late })
    expect(await said()).toMatchObject({ ...lateSaid, 'T-3': ['OVL-012 note: Row T-1 of the same client has the same amount 5 days earlier.'], 'S-1': ['OVL-001 reject: The same cost already stands in claim 2026-Q1/01 as item S-1.', expect.stringContaining('OVL-012') as string] })
    await log(late)
    expect(await said()).toEqual({ ...lateSaid, 'T-3': ['OVL-012 note: Row T-1 of the same client has the same amount 5 days earlier.'] })
  })
})
