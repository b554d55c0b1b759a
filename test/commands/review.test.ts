import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runKorvaus } from './run-korvaus.js'

const example = join(import.meta.dirname, '../../fixtures/example/workspace')
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-review-'))
  for (const name of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(example, name), join(folder, name))
})
afterEach(() => rm(folder, { recursive: true }))

interface Listed {
  readonly item: string
  readonly rule: string
  readonly state: string
  readonly expiresSoon: boolean
}
async function listed(...options: string[]): Promise<Listed[]> {
  const { stdout } = await runKorvaus(['review', '--list', '--format', 'json', ...options], folder)
  return (JSON.parse(stdout) as { reviews: Listed[] }).reviews
}
const answer = (item: string, rule: string, ...more: string[]) =>
  runKorvaus(['review', '--item', item, '--rule', rule, '--answer', 'accept', '--reason', 'Agreed with the social worker', '--by', 'Head of finance', '--lang', 'en', ...more], folder)

describe('review', () => {
  it('lists what waits for a person and needs attention, in every language', async () => {
    for (const language of ['fi', 'sv', 'en']) {
      const { exitCode, stdout } = await runKorvaus(['review', '--lang', language], folder)
      expect(exitCode).toBe(1)
      expect(stdout).toMatch(/\b[A-Z]{2,4}-\d{3}\b.*!.?\d+/)
      expect(stdout).not.toMatch(/\{\w+\}|undefined/)
    }
  })

  it('records an answer that the next check takes up', async () => {
    const first = (await listed()).find((one, _, all) => all.filter(({ item }) => item === one.item).length === 1)
    if (first === undefined) throw new Error('the example holds a finding to review')
    const before = JSON.parse((await runKorvaus(['check', '--format', 'json'], folder)).stdout) as { totals: { review: number; claimable: number } }
    expect((await answer(first.item, first.rule)).exitCode).toBe(0)
    const after = JSON.parse((await runKorvaus(['check', '--format', 'json'], folder)).stdout) as { totals: { review: number; claimable: number } }
    expect([after.totals.review, after.totals.claimable]).toEqual([before.totals.review - 1, before.totals.claimable + 1])
    expect((await listed()).find(({ item, rule }) => item === first.item && rule === first.rule)?.state).toBe('answered')
  })

  it('asks again when the answer has expired, and warns shortly before', async () => {
    const [first] = (await listed()) as [Listed]
    await answer(first.item, first.rule, '--until', '2026-12-15')
    const state = async (asOf: string) => (await listed('--as-of', asOf)).find(({ item, rule }) => item === first.item && rule === first.rule)
    expect(await state('2026-11-23')).toMatchObject({ state: 'answered', expiresSoon: true })
    expect(await state('2026-12-15')).toMatchObject({ state: 'answered' })
    expect(await state('2026-12-16')).toMatchObject({ state: 'expired' })
  })

  it('goes by the latest answer to a finding, and keeps the earlier one', async () => {
    const [first] = (await listed()) as [Listed]
    await answer(first.item, first.rule)
    await answer(first.item, first.rule, '--until', '2027-03-31')
    const kept = JSON.parse(await readFile(join(folder, 'reviews.json'), 'utf8')) as { until: string }[]
    expect(kept.map(({ until }) => until)).toEqual(['2027-11-23', '2027-03-31'])
    const found = ((await listed()) as Listed[]).find(({ item, rule }) => item === first.item && rule === first.rule)
    expect(found).toMatchObject({ state: 'answered', answer: { until: '2027-03-31' } })
  })

  it.each([
    ['an item that is not in the log', ['R-none', 'CAT-002'], 'no item R-none'],
    ['a mistyped rule', ['first', 'CAT-02'], 'Did you mean'],
    ['a rule that asks nothing of the item', ['first', 'DL-001'], 'Its findings to review'],
  ])('refuses %s', async (_, [item, rule], message) => {
    const [first] = (await listed()) as [Listed]
    const { exitCode, stderr } = await answer(item === 'first' ? first.item : (item as string), rule as string)
    expect(exitCode).toBe(2)
    expect(stderr).toContain(message)
  })

  it('refuses a reason that names a person by number or address, and repeats nothing of it', async () => {
    const [first] = (await listed()) as [Listed]
    for (const reason of ['131052-902C agreed', 'ask maija@example.fi']) {
      const { exitCode, stderr } = await runKorvaus(['review', '--item', first.item, '--rule', first.rule, '--answer', 'accept', '--reason', reason, '--by', 'Finance', '--lang', 'en'], folder)
      expect(exitCode).toBe(2)
      expect(stderr).toContain('--reason')
      expect(stderr).not.toMatch(/902|maija/)
    }
  })

  it('names the option that is missing', async () => {
    const { exitCode, stderr } = await runKorvaus(['review', '--item', 'R-1', '--answer', 'accept', '--lang', 'en'], folder)
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--rule is missing')])
  })
})
