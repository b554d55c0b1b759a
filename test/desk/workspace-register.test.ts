import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runKorvaus } from '../commands/run-korvaus.js'
import { testRegisters } from '../register/engines.js'

const registers = testRegisters()
const root = join(import.meta.dirname, '../..')
const prepare = (period = '2026-03') => ['prepare', '--period', period, '--yes', '--quiet']
const looks = [['check'], ['unclaimed'], ['review'], ['claims', 'list'], ['claims', 'show', '2026-03/01'], ['claims', 'pay', '2026-03/01', '--by', 'H', '--reference', 'R'], ['register', 'export'], prepare(), prepare('2026-04')]

let workspace: string
const run = (argv: readonly string[]) => runKorvaus([...argv, '--lang', 'en'], workspace)
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'korvaus-kept-'))
  await cp(join(root, 'fixtures/kept/workspace'), workspace, { recursive: true })
})
afterEach(() => rm(workspace, { recursive: true, force: true }))

async function claimed() {
  expect(await run(prepare())).toMatchObject({ exitCode: 0 })
  expect(await run(['claims', 'file', '2026-03/01', '--by', 'H'])).toMatchObject({ exitCode: 0 })
}

async function expectRefused(words: string) {
  for (const argv of [...looks, ['claims', 'verify']]) expect(await run(argv), argv.join(' ')).toMatchObject({ exitCode: 5, stdout: expect.not.stringContaining('100.00'), stderr: expect.stringContaining(words) })
  expect(await run(['doctor'])).toMatchObject({ stdout: expect.stringContaining(words) })
}

describe('a register that was there', () => {
  it('and whose key is gone is refused by every command, and no new key is made', async () => {
    await claimed()
    await rename(join(workspace, 'keys/register.key'), join(workspace, 'kept.key'))
    for (const argv of looks) expect(await run(argv), argv.join(' ')).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('The key keys/register.key is missing') })
    expect(await run(['claims', 'verify'])).toMatchObject({ exitCode: 5, stdout: expect.stringContaining('key of the fingerprints') })
    expect((await run(['doctor'])).stdout).toContain('The key keys/register.key is missing')
    expect(existsSync(join(workspace, 'keys/register.key'))).toBe(false)
    await rename(join(workspace, 'kept.key'), join(workspace, 'keys/register.key'))
    expect(await run(['check'])).toMatchObject({ exitCode: 1 })
  })

  it('and whose key is another is refused by every command', async () => {
    await claimed()
    await writeFile(join(workspace, 'keys/register.key'), `${'ab'.repeat(32)}\n`)
    for (const argv of looks) expect(await run(argv), argv.join(' ')).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('is not the one that the register') })
  })

  it('and is an empty file now is refused by every command, also when the packets are elsewhere', async () => {
    await claimed()
    await writeFile(join(workspace, 'korvaus.db'), '')
    await expectRefused('is missing or empty')
    await rename(join(workspace, 'packets'), join(workspace, 'archive'))
    await expectRefused('is missing or empty')
    expect(await readFile(join(workspace, 'korvaus.db'))).toHaveLength(0)
  })

  it('and is gone is refused by every command, by what the key or the packets say', async () => {
    await claimed()
    await rename(join(workspace, 'korvaus.db'), join(workspace, 'kept.db'))
    await expectRefused('claimed before: keys/register.key')
    await rename(join(workspace, 'keys'), join(workspace, 'kept-keys'))
    await expectRefused('claimed before: packets/korvaus_1234567-1_2026-03_01')
    expect(existsSync(join(workspace, 'korvaus.db'))).toBe(false)
  })

  it('and is an empty database of PostgreSQL now is refused as well', async () => {
    await claimed()
    await writeFile(join(workspace, 'korvaus.yaml'), `${await readFile(join(workspace, 'korvaus.yaml'), 'utf8')}register: ${await registers.location('postgres')}\n`)
    await expectRefused('is missing or empty')
  })

  it('and is older than the packets is refused, and noticed by doctor and claims verify also where only a step is lacking', async () => {
    await claimed()
    await cp(join(workspace, 'korvaus.db'), join(workspace, 'older.db'))
    await run(['claims', 'decide', '2026-03/01', '--reference', 'U/1', '--by', 'H'])
    await rm(join(workspace, 'korvaus.db'))
    await cp(join(workspace, 'older.db'), join(workspace, 'korvaus.db'))
    expect(await run(['claims', 'verify'])).toMatchObject({ exitCode: 5, stdout: expect.stringContaining('shows that the register is older') })
    expect((await run(['doctor'])).stdout).toContain('is older than the claim packets')
    await cp(join(workspace, 'packets/korvaus_1234567-1_2026-03_01'), join(workspace, 'packets/korvaus_1234567-1_2026-02_01'), { recursive: true })
    expect(await run(['check'])).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('it lacks 2026-02/01') })
  })
})

describe('a register that never was', () => {
  it('is nothing to look at, is no fault, and is not written out', async () => {
    expect(await run(['check'])).toMatchObject({ exitCode: 0 })
    expect(await run(['claims', 'list'])).toMatchObject({ exitCode: 0 })
    expect(await run(['claims', 'verify'])).toMatchObject({ exitCode: 0 })
    expect(await run(['register', 'export', 'out.ndjson'])).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('There is no register korvaus.db yet') })
    expect([existsSync(join(workspace, 'out.ndjson')), existsSync(join(workspace, 'korvaus.db')), existsSync(join(workspace, 'keys'))]).toEqual([false, false, false])
  })

  it('is made by a claim also over the empty file that a killed run has left', async () => {
    await writeFile(join(workspace, 'korvaus.db'), '')
    expect(await run(prepare())).toMatchObject({ exitCode: 0 })
  })
})
