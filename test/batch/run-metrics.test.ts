import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { constants, hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginningOf } from '../../src/workspace/process-alive.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { folderOfWorkspaces } from './tools.js'

const root = join(import.meta.dirname, '../..')
let folder: string
let clock: number
beforeEach(async () => {
  folder = await folderOfWorkspaces(3)
  clock = 1_764_000_000_000
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const metrics = 'metrics/korvaus.prom'
const batch = (...argv: string[]) => runKorvaus(['batch', ...argv, '--metrics', metrics, '--as-of', '2026-11-23'], folder, { now: () => (clock += 60_000) })
const figures = async () => Object.fromEntries([...(await readFile(join(folder, metrics), 'utf8')).matchAll(/^korvaus_(?:batch|inbox)_(exit_code|last_run_timestamp_seconds|last_success_timestamp_seconds) (\S+)$/gm)].map(([, name, value]) => [name, Number(value)]))

describe('the figures of a run', () => {
  it('turn red at every end but success, and keep the time of the last success', async () => {
    await batch('ws-1')
    const first = await figures()
    expect(first).toMatchObject({ exit_code: 1, last_success_timestamp_seconds: first.last_run_timestamp_seconds })
    const began = beginningOf(process.pid)
    await mkdir(join(folder, 'busy/.korvaus'), { recursive: true })
    await writeFile(join(folder, 'busy/.korvaus/lock'), JSON.stringify({ pid: process.pid, host: hostname(), ...(began === undefined ? {} : { began }) }))
    for (const [argv, code] of [[['ws-1', '--out', 'busy'], 5], [['none-*'], 2], [['ws-1', '--jobs', '0'], 2], [['--from', 'nowhere.yaml'], 3], [['ws-1', '--inbox', 'nowhere'], 2]] as const) {
      await batch('ws-1')
      const before = await figures()
      expect((await batch(...argv)).exitCode).toBe(code)
      const { last_success_timestamp_seconds: success, last_run_timestamp_seconds: run, exit_code: ended } = await figures()
      expect([ended, Number(run) > Number(before.last_run_timestamp_seconds)]).toEqual([code, true])
      if (!(argv as readonly string[]).includes('--inbox')) expect(success).toBe(before.last_success_timestamp_seconds)
    }
  })

  it('can be read by others, whatever the mask of the job', async () => {
    const mask = process.umask(0o077)
    await batch('ws-1').finally(() => process.umask(mask))
    expect([(await stat(join(folder, metrics))).mode & 0o777, (await stat(join(folder, 'metrics'))).mode & 0o777]).toEqual([0o644, 0o755])
  })

  it.each([['SIGHUP', 129], ['SIGINT', 130], ['SIGTERM', 143]] as const)('say that %s ended it with %i, also when a second one follows at once', async (signal, code) => {
    const child = spawn(process.execPath, [join(root, 'bin/korvaus.js'), 'batch', 'ws-*', '--jobs', '1', '--metrics', metrics], { cwd: folder, stdio: 'ignore' })
    const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
    await expect.poll(() => existsSync(join(folder, 'korvaus-batch/progress.ndjson')), { timeout: 20_000, interval: 2 }).toBe(true)
    child.kill(signal)
    await new Promise((resolve) => setTimeout(resolve, 20))
    child.kill(signal)
    // A second signal may meet a process that is already leaving: a shell and a service manager see the same number.
    const [exitCode, by] = await ended
    expect(exitCode ?? 128 + constants.signals[by as NodeJS.Signals]).toBe(code)
    expect(await figures()).toMatchObject({ exit_code: code })
  })

  it('say that a crash ended it with 70', async () => {
    const fault = "setInterval(() => { if (process.argv.includes('batch') && globalThis.process.listenerCount('exit') > 1) throw new TypeError('x') }, 1)"
    const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(fault)}`, join(root, 'bin/korvaus.js'), 'batch', 'ws-1', '--metrics', metrics], { cwd: folder, stdio: 'ignore' })
    expect(await once(child, 'exit')).toEqual([70, null])
    expect(await figures()).toMatchObject({ exit_code: 70 })
  })
})
