import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Review } from '../../src/model/review.js'
import { runKorvaus } from './run-korvaus.js'

const root = join(import.meta.dirname, '../..')
let workspace: string
const run = (...argv: string[]) => runKorvaus([...argv, '--lang', 'en'], workspace)
const answer = (given: string, reason: string) => run('review', '--item', 'K-2', '--rule', 'OVL-007', '--answer', given, '--reason', reason, '--by', 'Head')
const reviews = async (path: string) => (JSON.parse(await readFile(join(workspace, path), 'utf8')) as Review[]).map(({ item, answer: given, reason }) => [item, given, reason])
const packet = 'packets/korvaus_1234567-1_2026-03_01'

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'korvaus-answers-'))
  await cp(join(root, 'fixtures/kept/workspace'), workspace, { recursive: true })
  await cp(join(root, 'fixtures/kept/two-alike.csv'), join(workspace, 'kustannukset.csv'))
})
afterEach(() => rm(workspace, { recursive: true, force: true }))

it('adds a changed answer, reopens one, and says when the item stands in a filed claim; the packet keeps what it was filed with', async () => {
  await answer('leave-out', 'Looks the same')
  expect((await answer('accept', 'Two visits that day')).stderr).not.toContain('filed claim')
  const all = [['K-2', 'leave-out', 'Looks the same'], ['K-2', 'accept', 'Two visits that day']]
  expect(await reviews('reviews.json')).toEqual(all)

  await run('prepare', '--period', '2026-03', '--yes', '--quiet')
  expect(await reviews(`${packet}/reviews.json`)).toEqual(all)
  expect((await run('verify', packet)).exitCode).toBe(0)
  await run('claims', 'file', '2026-03/01', '--by', 'H')

  const reopened = await answer('reopen', 'Asked the provider again')
  expect([reopened.exitCode, reopened.stderr]).toEqual([0, expect.stringContaining('K-2 stands in the filed claim 2026-03/01')])
  expect(await reviews('reviews.json')).toEqual([...all, ['K-2', 'reopen', 'Asked the provider again']])
  expect((await run('verify', packet)).exitCode).toBe(0)
  expect((await answer('reopen', 'Again')).exitCode).toBe(2)
})

it('gives the packet no history of what it does not claim', async () => {
  await answer('accept', 'First')
  await answer('leave-out', 'Second')
  await run('prepare', '--period', '2026-03', '--yes', '--quiet')
  expect(await reviews(`${packet}/reviews.json`)).toEqual([['K-2', 'leave-out', 'Second']])
})

describe.each(['as-given', 'per-packet'])('with pseudonyms %s, the answers that a packet rests on', (pseudonyms) => {
  const recorded = () => join(workspace, 'reviews.json')
  const verified = () => run('verify', `${packet}.zip`, '--source', 'kustannukset.csv', 'asiakkaat.csv', 'kotikunnat.csv', 'paatokset.csv')

  beforeEach(async () => {
    if (pseudonyms === 'per-packet') await appendFile(join(workspace, 'korvaus.yaml'), 'pseudonyms: per-packet\n')
    await answer('accept', 'Two visits that day')
    await run('prepare', '--period', '2026-03', '--yes', '--quiet')
  })

  it('are an input of its claim, found again among all that was answered since', async () => {
    const { inputs } = JSON.parse(await readFile(join(workspace, packet, 'claim.json'), 'utf8')) as { inputs: { kind: string; path: string }[] }
    expect(inputs).toContainEqual({ kind: 'reviews', path: 'reviews.json', keyedHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
    expect(await verified()).toMatchObject({ exitCode: 0 })

    await answer('reopen', 'Asked the provider again')
    await answer('leave-out', 'One visit after all')
    expect(await verified()).toMatchObject({ exitCode: 0 })
  })

  it('are named where they were not recorded so', async () => {
    const text = await readFile(recorded(), 'utf8')
    await writeFile(recorded(), text.replace('Two visits that day', 'Three visits that day'))
    expect(await verified()).toMatchObject({ exitCode: 4, stdout: expect.stringMatching(/reviews\.json is not the one[^]*answer to OVL-007 of item/) as string })
    await rm(recorded())
    expect(await verified()).toMatchObject({ exitCode: 4, stdout: expect.stringMatching(/reviews\.json, which[^]*is missing[^]*answer to OVL-007 of item/) as string })
  })

  it('are compared with the record that is named, wherever the workspace is', async () => {
    await cp(recorded(), join(workspace, 'elsewhere.d', 'reviews.json'))
    await writeFile(recorded(), '[]')
    expect((await run('verify', packet, '--source', 'kustannukset.csv', 'asiakkaat.csv', 'kotikunnat.csv', 'paatokset.csv', 'elsewhere.d/reviews.json')).exitCode).toBe(0)
  })
})
