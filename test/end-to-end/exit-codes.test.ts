import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import { appendFile, copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exitCodes } from '../../src/model/errors.js'
import { beginningOf } from '../../src/workspace/process-alive.js'
import { folderOfWorkspaces } from '../batch/tools.js'
import { copyWorkspace, runBuilt } from './run-built.js'

const root = join(import.meta.dirname, '../..')
const asOf = ['--as-of', '2026-11-23']
let workspace: string
beforeAll(async () => {
  workspace = await copyWorkspace('example')
})
afterAll(() => rm(workspace, { recursive: true }))

const exitCode = async (...argv: string[]) => (await runBuilt([...argv, ...asOf], { cwd: workspace })).exitCode

describe('each exit code', () => {
  const provoked = new Set<number>()
  const provokes = (code: number, found: number | null) => {
    expect(found).toBe(code)
    provoked.add(code)
  }

  it('0 when nothing needs a person', async () => {
    provokes(0, await exitCode('rules', 'list'))
  })

  it('1 when items are rejected or in review', async () => {
    provokes(1, await exitCode('check'))
  })

  it('2 for a command line that means nothing, and for a setting that does not', async () => {
    provokes(2, await exitCode('check', '--period', 'last month'))
    provokes(2, await exitCode('chekc'))
  })

  it('3 for an input that cannot be read', async () => {
    await mkdir(join(workspace, 'broken'))
    await writeFile(join(workspace, 'broken/korvaus.yaml'), await readFile(join(workspace, 'korvaus.yaml')))
    await copyFile(join(workspace, 'rates.yaml'), join(workspace, 'broken/rates.yaml'))
    await writeFile(join(workspace, 'broken/palveluloki.xlsx'), 'no workbook')
    provokes(3, await exitCode('check', '--workspace', join(workspace, 'broken')))
  })

  it('4 for a packet that does not verify', async () => {
    expect(await exitCode('prepare', '--period', '2026-Q1', '--yes')).toBe(1)
    const packet = (await readdir(join(workspace, 'packets'))).find((name) => !name.endsWith('.zip')) as string
    await appendFile(join(workspace, 'packets', packet, 'report.html'), ' ')
    provokes(4, (await runBuilt(['verify', join('packets', packet)], { cwd: workspace })).exitCode)
  })

  it('5 while another run holds the workspace', async () => {
    const began = beginningOf(process.pid)
    await writeFile(join(workspace, '.korvaus/lock'), JSON.stringify({ pid: process.pid, host: hostname(), ...(began === undefined ? {} : { began }) }))
    provokes(5, await exitCode('prepare', '--period', '2026-Q1', '--yes'))
    await rm(join(workspace, '.korvaus/lock'))
  })

  it('6 for a disk that is full', async () => {
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, [join(root, 'bin/korvaus.js'), 'rules', 'list'], { cwd: workspace, stdio: ['ignore', full, 'ignore'] })
    const [code] = (await once(child, 'exit')) as [number]
    closeSync(full)
    provokes(6, code)
  })

  it('70 for a fault of the program itself, said in one line without what it was working on', async () => {
    const fault = `Array.prototype.toSorted = () => { throw new TypeError('fault') }`
    const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(fault)}`, join(root, 'bin/korvaus.js'), 'check', ...asOf], { cwd: workspace })
    let said = ''
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
    const [code] = (await once(child, 'close')) as [number]
    provokes(70, code)
    expect(said.trim().split('\n')).toHaveLength(1)
  })

  it.each([['SIGHUP', 129], ['SIGINT', 130], ['SIGTERM', 143]] as const)('%s ends a run with %i, and leaves neither a lock nor half a packet', async (signal, code) => {
    const other = await copyWorkspace('example')
    try {
      const child = spawn(process.execPath, [join(root, 'bin/korvaus.js'), 'prepare', '--period', '2026-Q2', '--yes', ...asOf], { cwd: other, stdio: 'ignore' })
      const ended = once(child, 'exit') as Promise<[number | null, string | null]>
      await expect.poll(() => existsSync(join(other, '.korvaus/lock')), { timeout: 20_000, interval: 2 }).toBe(true)
      child.kill(signal)
      const [found] = await ended
      provokes(code, found)
      expect(existsSync(join(other, '.korvaus/lock'))).toBe(false)
      const again = await runBuilt(['prepare', '--period', '2026-Q2', '--yes', ...asOf], { cwd: other })
      expect(again.exitCode).toBe(1)
      const packets = (await readdir(join(other, 'packets'))).filter((name) => !name.endsWith('.zip'))
      expect(packets).toHaveLength(1)
      expect((await runBuilt(['verify', join('packets', packets[0] as string)], { cwd: other })).exitCode).toBe(0)
    } finally {
      await rm(other, { recursive: true })
    }
  })

  it.each([['SIGHUP', 129], ['SIGINT', 130], ['SIGTERM', 143]] as const)('%s lets a batch finish what is under way, ends it with %i, and --resume does the rest alone', async (signal, code) => {
    const folder = await folderOfWorkspaces(40)
    try {
      const child = spawn(process.execPath, [join(root, 'bin/korvaus.js'), 'batch', 'ws-*', '--jobs', '1', '--format', 'ndjson', ...asOf], { cwd: folder })
      const told: string[] = []
      child.stdout.on('data', (piece: Buffer) => {
        told.push(piece.toString())
        if (told.join('').includes('"kind":"workspace"')) child.kill(signal)
      })
      const [found] = (await once(child, 'close')) as [number | null]
      provokes(code, found)
      const lines = told.join('').trimEnd().split('\n').map((line) => JSON.parse(line) as { kind: string })
      const finished = lines.filter(({ kind }) => kind === 'workspace').length
      expect([finished > 0 && finished < 40, lines.some(({ kind }) => kind === 'totals')]).toEqual([true, false])
      expect(existsSync(join(folder, 'korvaus-batch/.korvaus/lock'))).toBe(false)
      const resumed = await runBuilt(['batch', '--resume', '--lang', 'en'], { cwd: folder })
      expect([resumed.exitCode, resumed.stderr]).toEqual([1, expect.stringContaining(`${finished} of 40 workspaces are done already`)])
      expect(resumed.stderr.split('\n').filter((line) => /^\[\d+\/40\]/.test(line))).toHaveLength(40 - finished)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('is among those that are provoked here', () => {
    expect([...provoked].sort((left, right) => left - right)).toEqual(Object.values(exitCodes).sort((left, right) => left - right))
  })
})

describe('what a command says', () => {
  it.each(['check --format json', 'check', 'check --format sarif', 'check --format junit --lang sv', 'explain DL-001', 'unclaimed --format json', 'rules list --format json', 'claims list', 'review --list'])('%s is the same in every time zone, locale and width', async (line) => {
    const outputs = await Promise.all([
      {}, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', COLUMNS: '20' }, { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C', COLUMNS: '400', TERM: 'xterm-256color' },
    ].map((env) => runBuilt([...line.split(' '), ...asOf], { cwd: workspace, env })))
    expect(outputs[0]?.stdout).not.toBe('')
    for (const output of outputs) expect(output).toEqual(outputs[0])
  })
})
