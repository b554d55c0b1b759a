import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, watch } from 'node:fs'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { EngineKind } from '../../src/register/dialects/dialects.js'
import { openRegister } from '../../src/register/open-register.js'
import type { Register } from '../../src/register/register.js'
import { mendChange } from '../../src/workspace/packet-change.js'
import { testRegisters } from './engines.js'

const root = join(import.meta.dirname, '../..')
const registers = testRegisters()
const businessId = '1234567-1'
const period = { name: '2026-Q1' }
/** Two days on which to prepare: each makes a packet of its own, so that every run replaces the packet of another. */
const days = ['2026-11-22', '2026-11-23']

/** When to kill: some milliseconds after the beginning, or after so many changes in the folders that the run writes to. */
type Kill = { readonly milliseconds: number; readonly changes?: number }

/** Runs `prepare`, and kills it at a moment; `exitCode` is null when the kill came before the end. */
async function prepare(folder: string, day: string, kill?: Kill) {
  const child = spawn(process.execPath, [join(root, 'bin/korvaus.js'), 'prepare', '--period', period.name, '--as-of', day, '--quiet', '--yes'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const began = performance.now()
  let stderr = ''
  let changes = 0
  child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()))
  const killLater = () => void pause(kill?.milliseconds).then(() => child.kill('SIGKILL'))
  const watchers = ['.korvaus', 'packets'].map((name) => watch(join(folder, name), () => {
    changes += 1
    if (changes === kill?.changes) killLater()
  }))
  if (kill && kill.changes === undefined) killLater()
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve))
  for (const watcher of watchers) watcher.close()
  return { exitCode, stderr, changes, milliseconds: performance.now() - began }
}

/** What the register and the packet folder say: each the SHA-256 of the packet, or nothing. */
async function pairIn(folder: string, register: Register) {
  const [claim, ...more] = await register.claimsOf(businessId, period)
  expect(more).toEqual([])
  const packets = join(folder, 'packets')
  const names = existsSync(packets) ? (await readdir(packets)).filter((name) => !name.startsWith('.') && !name.includes('.tmp')) : []
  const packet = names.find((name) => !name.endsWith('.zip'))
  if (packet !== undefined) await expectWhole(join(packets, packet))
  return { register: claim?.content, packet: packet && sha256(await readFile(join(packets, packet, 'manifest.json'))), zip: names.some((name) => name.endsWith('.zip')) }
}

async function expectWhole(packet: string) {
  const lines = (await readFile(join(packet, 'manifest-sha256.txt'), 'utf8')).trim().split('\n')
  for (const line of lines) {
    const [hash, name] = line.split('  ') as [string, string]
    expect(sha256(await readFile(join(packet, name))), name).toBe(hash)
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Numbers between 0 and 1, the same in every run of the test. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Each kill costs a run of `prepare`; KORVAUS_KILLS=100 gives the register more to bear. */
const kills = Number(process.env.KORVAUS_KILLS ?? 30)

describe.each<[EngineKind, number, number]>([['sqlite', Math.ceil(kills * 0.8), 20260323], ['postgres', Math.ceil(kills * 0.2), 1386]])('prepare killed at any moment, with its register on %s', (kind, count, seed) => {
  it(`leaves the old state or the new one after each of ${count} kills, and the next run mends the rest`, async () => {
    const folder = await registers.folder()
    for (const name of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(root, 'fixtures/example/workspace', name), join(folder, name))
    const location = kind === 'sqlite' ? join(folder, 'korvaus.db') : await registers.location(kind)
    if (kind === 'postgres') await writeFile(join(folder, 'korvaus.yaml'), `${(await readFile(join(folder, 'korvaus.yaml'), 'utf8')).replace(/^register:.*\n/m, '')}register: ${location}\n`)
    for (const name of ['.korvaus', 'packets']) await mkdir(join(folder, name))
    const random = seeded(seed)
    const reached = { inWriting: 0, apart: 0, ended: 0 }
    let whole = await prepare(folder, days[1] as string)

    for (let index = 0; index < count; index++) {
      const day = days[index % 2] as string
      const run = await prepare(folder, day, index % 8 === 0 ? { milliseconds: random() * whole.milliseconds } : { milliseconds: random() * 4, changes: Math.ceil((0.25 + 0.75 * random()) * whole.changes) })
      if (run.exitCode !== null) expect([0, 1], run.stderr).toContain(run.exitCode)
      if (run.exitCode !== null) reached.ended += 1
      else if (existsSync(join(folder, '.korvaus/packet-change.json'))) reached.inWriting += 1

      const register = await openRegister(location)
      expect((await register.prove()).problems, `kill ${index}`).toEqual([])
      const before = await pairIn(folder, register)
      if (before.register !== before.packet) reached.apart += 1
      if (index % 3 !== 0) {
        await mendChange({ root: folder, packets: 'packets', businessId }, (change) => register.hasPacket(businessId, change.period, basename(change.folder), change.content))
        const pair = await pairIn(folder, register)
        expect(pair, `kill ${index}`).toEqual({ register: pair.register, packet: pair.register, zip: pair.register !== undefined })
      }
      await register.close()
      if (index % 10 === 9) {
        whole = await prepare(folder, day)
        expect([0, 1], whole.stderr).toContain(whole.exitCode)
      }
    }

    expect([0, 1]).toContain((await prepare(folder, days[0] as string)).exitCode)
    const left = await readdir(join(folder, '.korvaus'))
    expect((await Promise.all(left.map((name) => readFile(join(folder, '.korvaus', name), 'utf8')))).filter((text) => text !== '')).toEqual([])
    expect((await readdir(join(folder, 'packets'))).sort()).toEqual(['korvaus_1234567-1_2026-Q1_01', 'korvaus_1234567-1_2026-Q1_01.zip'])
    const register = await openRegister(location)
    const pair = await pairIn(folder, register)
    expect(pair.packet).toBe(pair.register)
    await register.close()
    expect(reached.inWriting, JSON.stringify(reached)).toBeGreaterThan(0)
  }, 120_000 + count * 5000)
})
