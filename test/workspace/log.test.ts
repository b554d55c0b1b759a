import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Io } from '../../src/cli/io.js'
import { main } from '../../src/main.js'
import { copyWorkspace } from '../end-to-end/run-built.js'
import { leakingWorkspace } from '../packet/leaking-workspace.js'

let folder: string
afterEach(() => rm(folder, { recursive: true, force: true }))

async function run(argv: readonly string[], env: Record<string, string> = {}) {
  const caught = { stdout: '', stderr: '' }
  let clock = Date.parse('2026-11-23T02:00:00Z')
  const io: Io = {
    stdout: (text) => void (caught.stdout += text), stderr: (text) => void (caught.stderr += text), cwd: folder, env, isTerminal: false, width: undefined, today: () => '2026-11-23', now: () => (clock += 250),
  }
  return { exitCode: await main(argv, io), ...caught }
}

const linesOf = (text: string) => text.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)

describe('the log', () => {
  it('tells in lines of JSON how a run began, what it met and how it ended, under one ID', async () => {
    folder = await copyWorkspace('example')
    const { exitCode } = await run(['check', '--log-file', 'run.log', '--quiet'])
    const lines = linesOf(await readFile(join(folder, 'run.log'), 'utf8'))
    expect(lines.map(({ event }) => event)).toEqual(['began', 'read', 'ended'])
    expect(new Set(lines.map(({ runId }) => runId)).size).toBe(1)
    expect(lines[0]).toMatchObject({ level: 'info', time: expect.stringMatching(/^2026-11-23T02:00:0\d/), command: 'check', asOf: '2026-11-23' })
    expect(lines[2]).toMatchObject({ exitCode, seconds: expect.any(Number) })
  })

  it('adds to a file, under an ID from outside where one is given', async () => {
    folder = await copyWorkspace('example')
    await run(['rules', 'list', '--log-file', 'run.log'], { KORVAUS_RUN_ID: 'nightly-17' })
    await run(['rules', 'list', '--log-file', 'run.log'], { KORVAUS_RUN_ID: '010190-901R' })
    const lines = linesOf(await readFile(join(folder, 'run.log'), 'utf8'))
    expect(lines.map(({ event, command }) => [event, command])).toEqual([['began', 'rules list'], ['ended', 'rules list'], ['began', 'rules list'], ['ended', 'rules list']])
    expect(lines.map(({ runId }) => runId)).toEqual(['nightly-17', 'nightly-17', lines[2]?.runId, lines[2]?.runId])
    expect(lines[2]?.runId).toMatch(/^[0-9a-f]{12}$/)
  })

  it('goes to stderr without a file, and keeps to its level', async () => {
    folder = await copyWorkspace('example')
    expect(linesOf((await run(['rules', 'list', '--log-level', 'info', '--quiet'])).stderr)).toHaveLength(2)
    expect((await run(['rules', 'list', '--log-level', 'error', '--quiet'])).stderr).toBe('')
    await rm(join(folder, 'palveluloki.xlsx'))
    const { exitCode, stderr } = await run(['check', '--log-level', 'error'])
    expect([exitCode, linesOf(stderr.split('\n')[0] as string)]).toEqual([3, [expect.objectContaining({ level: 'error', event: 'failed', code: 'input-missing', exitCode: 3 })]])
  })

  it('names a log file that cannot be written', async () => {
    folder = await copyWorkspace('example')
    await writeFile(join(folder, 'blocked'), '')
    expect(await run(['rules', 'list', '--lang', 'en', '--log-file', 'blocked/run.log'])).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('ENOTDIR') })
  })

  it('holds no fact of a person, whatever the log and the folders hold', async () => {
    const planted = { identifiers: ['010190-901R', 'uhri@example.fi', '040 123 4567'], names: ['Aino Virtanen', 'Turvatalo Kielo', 'Kivikatu'], places: ['Paimio'] }
    folder = (await leakingWorkspace(planted)).folder
    await mkdir(join(folder, '010190-901R'))
    await run(['check', '--log-file', 'run.log', '--log-level', 'debug'])
    await run(['prepare', '--period', '2026-03', '--yes', '--log-file', 'run.log'])
    await run(['batch', '.', '010190-901R', '--log-file', 'run.log', '--out', 'out'])
    const log = await readFile(join(folder, 'run.log'), 'utf8')
    expect(linesOf(log).length).toBeGreaterThan(7)
    for (const secret of [...planted.identifiers, ...planted.names]) expect(log).not.toContain(secret)
  })
})

describe('--quiet', () => {
  it('leaves stdout to the data and says nothing on stderr', async () => {
    folder = await copyWorkspace('example')
    for (const argv of [['check', '--format', 'json'], ['prepare', '--period', '2026-03', '--yes', '--format', 'json'], ['batch', '.', '--out', 'out', '--format', 'json'], ['doctor', '--format', 'json']]) {
      const { stdout, stderr } = await run([...argv, '--quiet'])
      expect([argv[0], stderr]).toEqual([argv[0], ''])
      expect(() => JSON.parse(stdout) as unknown).not.toThrow()
    }
  })
})
