import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyExample } from '../batch/tools.js'
import { junitFaults } from '../report/junit-schema.js'
import { runKorvaus } from './run-korvaus.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-prepare-json-'))
  await copyExample(folder)
})
afterAll(() => rm(folder, { recursive: true }))

interface PreparedClaim {
  readonly state: string
  readonly claim: string
  readonly packet: string
  readonly manifest: string
  readonly items: number
  readonly amount: string
}

const prepare = (...argv: string[]) => runKorvaus(['prepare', '--period', '2026-03', '--yes', ...argv], folder)

async function preparedAs(format: 'json' | 'ndjson'): Promise<PreparedClaim> {
  const { stdout } = await prepare('--format', format)
  if (format === 'json') return (JSON.parse(stdout) as { prepared: PreparedClaim }).prepared
  const { kind, ...rest } = JSON.parse(stdout.trimEnd().split('\n').at(-1) as string) as PreparedClaim & { kind: string }
  expect(kind).toBe('prepared')
  return rest
}

describe('a preparation for programs', () => {
  it('names the claim, its packet, the hash of its manifest and its amount, and whether they are new', async () => {
    const first = await preparedAs('json')
    const bytes = await readFile(join(folder, first.packet, 'manifest.json'))
    const { number, totals } = JSON.parse(await readFile(join(folder, first.packet, 'claim.json'), 'utf8')) as { number: string; totals: { items: number; amount: string } }
    expect(first).toEqual({ state: 'new', claim: number, packet: first.packet, manifest: createHash('sha256').update(bytes).digest('hex'), items: totals.items, amount: totals.amount })
    expect(await preparedAs('ndjson')).toEqual({ ...first, state: 'unchanged' })
  })

  it('tells the assessment without a claim where none could be made', async () => {
    const { exitCode, stdout } = await runKorvaus(['prepare', '--period', '2031-01', '--yes', '--format', 'json'], folder)
    expect(exitCode).not.toBe(0)
    expect(JSON.parse(stdout)).not.toHaveProperty('prepared')
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'korvaus/assessment/1', failure: { exitCode, error: { code: 'period-empty' } } })
  })

  it('tells the failure in SARIF and JUnit too, beside all that was judged', async () => {
    const failing = (format: string) => runKorvaus(['prepare', '--period', '2031-01', '--yes', '--format', format], folder)
    const sarif = JSON.parse((await failing('sarif')).stdout) as object
    expect(sarif).toMatchObject({ runs: [{ invocations: [{ executionSuccessful: false, toolExecutionNotifications: [{ descriptor: { id: 'period-empty' } }] }] }] })
    const junit = (await failing('junit')).stdout
    expect([await junitFaults(junit), junit]).toEqual([[], expect.stringContaining('<error type="period-empty"')])
  })
})
