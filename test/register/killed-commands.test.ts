import { spawn } from 'node:child_process'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import type { EngineKind } from '../../src/register/dialects/dialects.js'
import { openRegister } from '../../src/register/open-register.js'
import { testRegisters } from './engines.js'

const root = join(import.meta.dirname, '../..')
const registers = testRegisters()
const asOf = ['--as-of', '2026-11-23', '--lang', 'en', '--quiet']
const number = '2026-03/01'
const who = ['--by', 'Head', '--date', '2026-11-23', ...asOf]
/** What an office does with a claim, in its order; each command line is killed once and then run to its end. */
const commands: readonly (readonly string[])[] = [
  ['prepare', '--period', '2026-03', '--yes', ...asOf],
  ['batch', '.', '--prepare', '--period', '2026-03', ...asOf],
  ['claims', 'file', number, ...who],
  ['claims', 'decide', number, '--reference', 'U/1', '--granted', 'SOCIAL=60.00', '--reason', 'part', ...who],
  ['claims', 'pay', number, '--reference', 'RF1', '--amount', '20.00', ...who],
  ['claims', 'pay', number, '--reference', 'RF2', '--amount', '40.00', ...who],
  ['batch', '.', '--inbox', 'inbox', '--quiet-time', '0', ...asOf],
]
/** Each kill costs a new run of its command; KORVAUS_KILLS=200 gives the whole number. */
const kills = Number(process.env.KORVAUS_KILLS ?? 2 * commands.length)
const rounds = Math.max(1, Math.ceil(kills / 2 / commands.length))

/** Numbers between 0 and 1, the same in every run of the test. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function run(folder: string, argv: readonly string[], killAfter?: number): Promise<{ exitCode: number | null; stderr: string; milliseconds: number }> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'bin/korvaus.js'), ...argv], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()))
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearTimeout(timer)
  return { exitCode, stderr, milliseconds: performance.now() - began }
}

describe.each<[EngineKind, number]>([['sqlite', 20261130], ['postgres', 681]])('a claim whose every command is killed once, with its register on %s', (kind, seed) => {
  it(`loses nothing, doubles nothing and is never stuck in ${rounds} lives of ${commands.length} kills`, async () => {
    const random = seeded(seed)
    const lasts: number[] = []
    let killed = 0
    for (let round = 0; round < rounds; round++) {
      const folder = await registers.folder()
      await cp(join(root, 'fixtures/kept/workspace'), folder, { recursive: true })
      await mkdir(join(folder, 'inbox'))
      await cp(join(root, 'fixtures/example/workspace/palveluloki.xlsx'), join(folder, 'inbox/drop.xlsx'))
      const location = kind === 'sqlite' ? join(folder, 'korvaus.db') : await registers.location('postgres')
      if (kind === 'postgres') await writeFile(join(folder, 'korvaus.yaml'), `${await readFile(join(folder, 'korvaus.yaml'), 'utf8')}register: ${location}\n`)
      for (const [index, argv] of commands.entries()) {
        if ((await run(folder, argv, random() * (lasts[index] ?? 1500))).exitCode === null) killed += 1
        const again = await run(folder, argv)
        lasts[index] = again.milliseconds
        // A step that stood already before the kill is refused as repeated, with the first named.
        if (again.exitCode === 5) expect(again.stderr, argv.join(' ')).toContain('has the same step')
        else expect([0, 1], `${argv.join(' ')}: ${again.stderr}`).toContain(again.exitCode)
      }
      const register = await openRegister(location)
      expect((await register.prove()).problems).toEqual([])
      const claims = await register.ledger('1234567-1')
      await register.close()
      expect(claims.map(({ number: one, standing: { amount, granted, paid, state } }) => [one, amount, granted, paid, state])).toEqual([[number, 10000n, 6000n, 6000n, 'paid']])
      expect(claims[0]?.standing.steps.map((step) => step.kind)).toEqual(['prepared', 'filed', 'decided', 'paid', 'paid'])
      expect((await readdir(join(folder, 'inbox'), { recursive: true })).filter((name) => name.endsWith('.xlsx'))).toEqual([join('done', 'drop.xlsx')])
      expect((await readdir(join(folder, 'packets'))).sort()).toEqual(['korvaus_1234567-1_2026-03_01', 'korvaus_1234567-1_2026-03_01.zip'])
    }
    expect(killed).toBeGreaterThan(0)
  }, 120_000 + rounds * commands.length * 60_000)
})
