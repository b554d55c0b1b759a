import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
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
