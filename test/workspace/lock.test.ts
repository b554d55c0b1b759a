import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockWorkspace } from '../../src/workspace/lock.js'
import { beginningOf, isAlive } from '../../src/workspace/process-alive.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { copyWorkspace } from '../end-to-end/run-built.js'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'korvaus-lock-'))
  await mkdir(join(root, '.korvaus'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const path = () => join(root, '.korvaus/lock')
const leave = (owner: object) => writeFile(path(), JSON.stringify(owner))

describe('a lock', () => {
  it.runIf(process.platform === 'linux')('is taken over when its number belongs to a later process now', async () => {
    const began = beginningOf(process.pid) as string
    await leave({ pid: process.pid, host: hostname(), began: began.replace(/\d+$/, '1') })
    expect(isAlive(process.pid)).toBe(true)
    await (await lockWorkspace({ root })).release()
    expect(await readdir(join(root, '.korvaus'))).toEqual([])
  })

  it('sweeps away what a run left that was killed while it took over', async () => {
    const dead = JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() })
    for (const name of ['lock.takeover', 'lock.4194305-1.tmp', 'lock.takeover.4194305-2.tmp']) await writeFile(join(root, '.korvaus', name), dead)
    await (await lockWorkspace({ root })).release()
    expect(await readdir(join(root, '.korvaus'))).toEqual([])
  })

  it('is respected while its own process lives', async () => {
    const began = beginningOf(process.pid)
    await leave({ pid: process.pid, host: hostname(), ...(began === undefined ? {} : { began }) })
    await expect(lockWorkspace({ root })).rejects.toMatchObject({ code: 'workspace-locked', exitCode: 5 })
  })

  it('gives signs of life while it is held', async () => {
    const lock = await lockWorkspace({ root }, 0, { signOfLife: 20 })
    await utimes(path(), new Date(0), new Date(0))
    await pause(200)
    expect((await stat(path())).mtimeMs).toBeGreaterThan(0)
    await lock.release()
  })

  it('of another machine is taken over only after a time without a sign of life', async () => {
    await leave({ pid: 1, host: 'some-other-machine' })
    await expect(lockWorkspace({ root }, 0.3, { patience: 5_000 })).rejects.toMatchObject({ code: 'workspace-locked' })
    await (await lockWorkspace({ root }, 5, { patience: 300 })).release()
  })

  it('of another machine is taken over by runs that wait for a moment only, once they have seen it silent long enough together', async () => {
    await leave({ pid: 1, host: 'some-other-machine' })
    const ended: string[] = []
    for (let run = 0; run < 20 && !ended.includes('taken'); run++) {
      await lockWorkspace({ root }, 0, { patience: 400 }).then(async (lock) => {
        ended.push('taken')
        await lock.release()
      }, (error: { code: string }) => ended.push(error.code))
      await pause(50)
    }
    expect([ended[0], ended.at(-1)]).toEqual(['workspace-locked', 'taken'])
    expect(await readdir(join(root, '.korvaus'))).toEqual([])
  })

  it('of another machine that gives a sign of life between two short waits is not taken over', async () => {
    await leave({ pid: 1, host: 'some-other-machine' })
    for (let run = 1; run <= 10; run++) {
      await expect(lockWorkspace({ root }, 0, { patience: 120 })).rejects.toMatchObject({ code: 'workspace-locked' })
      await utimes(path(), new Date(1000 * run), new Date(1000 * run))
      await pause(30)
    }
  })

  it('of another machine that gives signs of life is not taken over, whatever its clock says', async () => {
    await leave({ pid: 1, host: 'some-other-machine' })
    let hour = 0
    const beating = setInterval(() => void utimes(path(), new Date(3_600_000 * ++hour), new Date(3_600_000 * hour)), 50)
    await expect(lockWorkspace({ root }, 1, { patience: 400 })).rejects.toMatchObject({ code: 'workspace-locked' })
    clearInterval(beating)
  })

  it('that was taken over meanwhile is not released by the one that had it before', async () => {
    const lock = await lockWorkspace({ root })
    await leave({ pid: 1, host: 'some-other-machine' })
    await lock.release()
    expect(JSON.parse(await readFile(path(), 'utf8'))).toMatchObject({ host: 'some-other-machine' })
  })
})

describe('--wait', () => {
  it('waits for the run that holds the workspace, or ends with 5', async () => {
    const workspace = await copyWorkspace('example')
    const prepare = (seconds: string) => runKorvaus(['prepare', '--workspace', workspace, '--period', '2026-03', '--yes', '--wait', seconds, '--lang', 'en'], workspace)
    const lock = await lockWorkspace({ root: workspace })
    expect(await prepare('0')).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('Another run is at work') })
    setTimeout(() => void lock.release(), 500)
    expect((await prepare('30')).exitCode).toBe(1)
    expect(await prepare('soon')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('“soon” of --wait') })
    await rm(workspace, { recursive: true })
  })
})
