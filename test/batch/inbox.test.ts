import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimsSign, inboxSchema, noteClaims, type InboxSummary } from '../../src/batch/inbox.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { folderOfWorkspaces } from './tools.js'

const root = join(import.meta.dirname, '../..')
const kills = Number(process.env.KORVAUS_KILLS ?? 8)
let folder: string
beforeEach(async () => {
  folder = await folderOfWorkspaces(2)
  await mkdir(join(folder, 'inbox/ws-2'), { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const line = ['batch', 'ws-1', 'ws-2', '--inbox', 'inbox', '--quiet-time', '0', '--as-of', '2026-11-23', '--lang', 'en']
const drop = (name: string) => cp(join(folder, 'ws-1/palveluloki.xlsx'), join(folder, 'inbox', name))
async function run(...more: string[]): Promise<InboxSummary & { code: number }> {
  const { stdout, exitCode, stderr } = await runKorvaus([...line, ...more, '--format', 'json'], folder)
  expect(stdout, stderr).not.toBe('')
  return { ...inboxSchema.parse(JSON.parse(stdout)), code: exitCode }
}
const namesIn = async (...path: string[]) => (await readdir(join(folder, 'inbox', ...path)).catch(() => [])).sort()

describe('an inbox', () => {
  it('hands each service log to its workspace and moves it with its report', async () => {
    await drop('ws-2/march.xlsx')
    const { files, code } = await run()
    expect(files).toMatchObject([{ file: 'ws-2/march.xlsx', state: 'done', exitCode: 1, workspace: 'ws-2', movedTo: 'done/ws-2/march.xlsx' }])
    expect(code).toBe(1)
    expect(await namesIn('ws-2')).toEqual([])
    expect(await namesIn('done/ws-2')).toEqual(['march.xlsx', 'march.xlsx.report'])
    const judged = JSON.parse(await readFile(join(folder, 'inbox/done/ws-2/march.xlsx.report/assessment.json'), 'utf8')) as { totals: object }
    expect(judged.totals).toEqual(files[0]?.totals)
  })

  it('gives a file back where the register is gone in which an earlier run saw claims', async () => {
    expect((await runKorvaus(['prepare', '--period', '2026-03', '--yes', '--as-of', '2026-11-23'], join(folder, 'ws-2'))).exitCode).toBeLessThan(2)
    await drop('ws-2/march.xlsx')
    expect((await run()).files).toMatchObject([{ state: 'done' }])
    for (const name of ['korvaus.db', 'packets', 'keys']) await rm(join(folder, 'ws-2', name), { recursive: true })
    await drop('ws-2/april.xlsx')
    const { files, code } = await run()
    expect([files, code]).toMatchObject([[{ file: 'ws-2/april.xlsx', state: 'waiting', exitCode: 5, error: { code: 'register-lost' } }], 5])
    expect(await namesIn('ws-2')).toEqual(['april.xlsx'])
  })

  it('keeps what it has seen of claims within itself, whatever a workspace calls its claimant', async () => {
    const inbox = join(folder, 'inbox')
    for (const businessId of ['../../../escaped', '/tmp', '.', 'x'.repeat(300), '1234567-1']) {
      expect(await claimsSign(inbox, businessId)).toBeUndefined()
      await noteClaims(inbox, businessId)
      expect(await claimsSign(inbox, businessId)).toBe('inbox')
    }
    expect(await namesIn('.korvaus/claimed')).toHaveLength(5)
    expect((await readdir(folder)).sort()).toEqual(['inbox', 'ws-1', 'ws-2'])
  })

  it('puts away what cannot be read or has no workspace, with the reason beside it', async () => {
    await writeFile(join(folder, 'inbox/ws-2/broken.xlsx'), 'no workbook')
    await drop('stray.xlsx')
    const { files, code } = await run()
    expect(files.map(({ file, state, error }) => [file, state, error?.code])).toEqual([['stray.xlsx', 'failed', 'inbox-workspace'], ['ws-2/broken.xlsx', 'failed', 'input-without-table']])
    expect(code).toBe(3)
    expect(await readFile(join(folder, 'inbox/failed/stray.xlsx.report/report.txt'), 'utf8')).toContain('named after its workspace (ws-1, ws-2)')
  })

  it('names a file and its report anew when the name would tell who somebody is', async () => {
    await drop('ws-2/march 131052-308T.xlsx')
    await drop('ws-2/march 120464-126J.xlsx')
    await drop('ws-2/april.131052-308T')
    await run()
    await run()
    expect(await namesIn('done/ws-2')).toEqual(['april.…', 'april.….report', 'march …-2.xlsx', 'march …-2.xlsx.report', 'march ….xlsx', 'march ….xlsx.report'])
    expect(await namesIn('ws-2')).toEqual([])
  })

  it('hides in SARIF the folder of a workspace that tells who somebody is', async () => {
    const named = '131052-308T'
    await cp(join(folder, 'ws-1'), join(folder, named), { recursive: true })
    await mkdir(join(folder, 'inbox', named))
    await drop(`${named}/march.xlsx`)
    const { stdout, exitCode } = await runKorvaus(['batch', 'ws-1', named, ...line.slice(3), '--format', 'sarif'], folder)
    const { runs } = JSON.parse(stdout) as { runs: { results: object[] }[] }
    expect([exitCode, runs.length, (runs[0]?.results.length ?? 0) > 0]).toEqual([1, 1, true])
    expect(stdout).not.toContain(named)
  })

  it('tells what became of its files in every format, and in figures', async () => {
    await drop('ws-2/march.xlsx')
    await writeFile(join(folder, 'inbox/ws-2/broken.xlsx'), 'no workbook')
    const { stdout } = await runKorvaus([...line, '--format', 'ndjson', '--metrics', 'inbox.prom'], folder)
    const lines = stdout.trimEnd().split('\n').map((text) => JSON.parse(text) as { kind: string; totals?: { claimableAmount: string } })
    expect(lines.map(({ kind }) => kind)).toEqual(['inbox', 'file', 'file', 'end'])
    expect(lines.at(-1)).toEqual({ kind: 'end', exitCode: 3, files: 2 })
    const figures = await readFile(join(folder, 'inbox.prom'), 'utf8')
    expect(figures).toContain('korvaus_inbox_files{state="failed"} 1\n')
    expect(figures).toContain(`korvaus_inbox_euros{outcome="claimable"} ${lines[2]?.totals?.claimableAmount}\n`)

    await drop('ws-2/march.xlsx')
    expect((await runKorvaus([...line, '--format', 'junit'], folder)).stdout).toMatch(/tests="1" failures="1" errors="0"[\s\S]*name="ws-2\/march.xlsx"><failure type="attention"[^>]*>[A-Z]+-\d+: \d+/)
    await drop('ws-2/march.xlsx')
    await writeFile(join(folder, 'inbox/ws-2/broken.xlsx'), 'no workbook')
    const { runs } = JSON.parse((await runKorvaus([...line, '--format', 'sarif'], folder)).stdout) as { runs: { invocations: [{ executionSuccessful: boolean }]; results: { locations?: [{ physicalLocation: { artifactLocation: { uri: string } } }] }[] }[] }
    expect(runs.map(({ invocations }) => invocations[0].executionSuccessful)).toEqual([false, true])
    expect(new Set(runs[1]?.results.flatMap(({ locations = [] }) => locations.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri)))).toEqual(new Set(['done/ws-2/march-3.xlsx']))
    await drop('ws-2/march.xlsx')
    expect(await runKorvaus([...line, '--quiet'], folder)).toMatchObject({ stdout: 'ws-2/march.xlsx: checked → done/ws-2/march-4.xlsx\n', stderr: '' })
  })

  it.each([['--prepare'], ['--prepare', '--period', '2026-03'], ['--resume'], ['--out', 'x'], ['--jobs', '2']])('is refused with %s %s, which it does not know, and touches nothing', async (...more) => {
    await drop('ws-2/march.xlsx')
    const { exitCode, stderr, stdout } = await runKorvaus([...line, ...more], folder)
    expect([exitCode, stdout, stderr]).toEqual([2, '', expect.stringContaining(more[0] as string)])
    expect(await namesIn('ws-2')).toEqual(['march.xlsx'])
    expect(await namesIn('done')).toEqual([])
  })

  it('takes the period of a batch file, and refuses one that asks to prepare', async () => {
    await drop('ws-2/march.xlsx')
    await writeFile(join(folder, 'batch.yaml'), 'workspaces: [ws-1, ws-2]\nperiod: 2026-03\nprepare: true\n')
    const argv = ['batch', '--from', 'batch.yaml', '--inbox', 'inbox', '--quiet-time', '0', '--as-of', '2026-11-23', '--lang', 'en', '--format', 'json']
    expect(await runKorvaus(argv, folder)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--prepare') })
    await writeFile(join(folder, 'batch.yaml'), 'workspaces: [ws-1, ws-2]\nperiod: 2026-03\n')
    const { stdout } = await runKorvaus(argv, folder)
    expect(inboxSchema.parse(JSON.parse(stdout)).files[0]?.totals?.items).toBe(8)
  })

  it('keeps two files of one name apart', async () => {
    for (const _ of [1, 2]) {
      await drop('ws-2/march.xlsx')
      await run()
    }
    expect(await namesIn('done/ws-2')).toEqual(['march-2.xlsx', 'march-2.xlsx.report', 'march.xlsx', 'march.xlsx.report'])
  })

  it('leaves a file alone while it grows, and those that others are still writing', async () => {
    await writeFile(join(folder, 'inbox/ws-2/march.xlsx'), 'a')
    await drop('ws-2/april.xlsx.part')
    const growing = (async () => {
      for (let times = 0; times < 15; times++) {
        await pause(100)
        await appendFile(join(folder, 'inbox/ws-2/march.xlsx'), 'a')
      }
    })()
    const { files, code } = await run('--quiet-time', '1')
    await growing
    expect(files).toEqual([{ file: 'ws-2/march.xlsx', state: 'waiting', exitCode: 0 }])
    expect(code).toBe(0)
    expect(await namesIn('ws-2')).toEqual(['april.xlsx.part', 'march.xlsx'])
  })

  it(`loses and doubles nothing when it is killed at ${kills} random moments`, { timeout: 180_000 }, async () => {
    const moments = fc.sample(fc.integer({ min: 100, max: 1600 }), { numRuns: kills, seed: 20_261_124 })
    for (const [number, moment] of moments.entries()) {
      await drop(`ws-2/${number}.xlsx`)
      const child = spawn(process.execPath, [join(root, 'bin/korvaus.js'), ...line], { cwd: folder, stdio: 'ignore' })
      const ended = once(child, 'exit')
      await pause(moment)
      child.kill('SIGKILL')
      await ended
    }
    await run()
    const names = moments.map((_, number) => `${number}.xlsx`).sort()
    expect((await namesIn('done/ws-2')).filter((name) => !name.endsWith('.report'))).toEqual(names)
    expect((await namesIn('done/ws-2')).filter((name) => name.endsWith('.report'))).toEqual(names.map((name) => `${name}.report`))
    for (const name of names) expect(JSON.parse(await readFile(join(folder, 'inbox/done/ws-2', `${name}.report`, 'assessment.json'), 'utf8'))).toMatchObject({ schema: 'korvaus/assessment/1' })
    expect([await namesIn('ws-2'), await namesIn('.work/ws-2'), await namesIn('failed')]).toEqual([[], [], []])
  })
})
