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
