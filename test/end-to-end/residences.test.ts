import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/model/assessment.js'
import { runKorvaus } from '../commands/run-korvaus.js'

const fixture = join(import.meta.dirname, '../../fixtures/residences')

interface Step {
  readonly item: string
  readonly claimant: string
  readonly claimedOn: string
}

const table = (await readFile(join(fixture, 'walk.md'), 'utf8')).split('\n').filter((line) => line.startsWith('|')).slice(2)
const steps = table.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()) as [string, string, string, string, string, string])

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-walk-'))
  await cp(join(fixture, 'workspace'), folder, { recursive: true })
})
afterAll(() => rm(folder, { recursive: true }))

describe('the right claimant, walked from the log to the outcome', () => {
  it.each(steps)('%s: %s; %s on %s: %s %s', async (item, _, claimant, claimedOn, outcome, by) => {
    expect(await said({ item, claimant, claimedOn })).toEqual({ outcome, by })
  })

  it('meets every row of the log', async () => {
    const rows = (await readFile(join(fixture, 'workspace/kustannukset.csv'), 'utf8')).trim().split('\n').slice(1).map((line) => line.split(';')[0])
    expect(rows.filter((row) => !steps.some(([item]) => item === row))).toEqual([])
  })
})

/** The outcome of an item, and the rules that reject it or leave it to a person. */
async function said({ item, claimant, claimedOn }: Step): Promise<{ outcome: string | undefined; by: string }> {
  const { items } = await checked(claimant, claimedOn)
  const found = items.find(({ id }) => id === item)
  const findings = found?.findings.filter(({ effect }) => effect !== 'note') ?? []
  return { outcome: found?.outcome, by: [...new Set(findings.map(({ rule }) => rule))].sort().join(', ') }
}

const known = new Map<string, Promise<Assessment>>()

/** One check of the whole log for each claimant and day. */
function checked(claimant: string, claimedOn: string): Promise<Assessment> {
  const check = known.get(`${claimant} ${claimedOn}`) ?? checkFor(claimant, claimedOn)
  known.set(`${claimant} ${claimedOn}`, check)
  return check
}

async function checkFor(claimant: string, claimedOn: string): Promise<Assessment> {
  const [kind = '', code] = claimant.split(' ')
  const place = code === undefined ? '' : `, ${kind === 'county' ? 'county' : 'municipality'}: "${code}"`
  const own = `claimant: { kind: ${kind === 'county' ? 'wellbeing-services-county' : kind}, name: Esimerkkihakija, businessId: 1234567-1, iban: FI21 1234 5600 0007 85${place}${/municipality/.test(kind) ? ', programme: { arranged: true, agreement: "KEHA/1" }' : ''} }\n`
  const config = await readFile(join(fixture, 'workspace/korvaus.yaml'), 'utf8')
  await writeFile(join(folder, 'korvaus.yaml'), own + config.slice(config.indexOf('inputs:')))
  const { stdout, stderr } = await runKorvaus(['check', '--as-of', claimedOn, '--lang', 'en', '--format', 'json'], folder)
  expect(stderr).toBe('')
  return JSON.parse(stdout) as Assessment
}
