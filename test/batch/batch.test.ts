import { appendFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { batchLineSchema, batchSchema } from '../../src/batch/summary.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { copyExample, folderOfWorkspaces, statesOf, summaryIn } from './tools.js'

let folder: string
afterEach(() => rm(folder, { recursive: true, force: true }))

const out = () => join(folder, 'korvaus-batch')
const batch = (...argv: string[]) => runKorvaus(['batch', ...argv, '--lang', 'en'], folder)

describe('a batch', () => {
  it('checks every workspace of a pattern and sums them up in every format', async () => {
    folder = await folderOfWorkspaces(2)
    const { exitCode, stdout, stderr } = await batch('ws-*', '--format', 'json')
    const summary = batchSchema.parse(JSON.parse(stdout))
    expect(exitCode).toBe(1)
    expect(summary.counts).toEqual({ workspaces: 2, done: 2, unchanged: 0, failed: 0 })
    expect(summary.totals.items).toBe(2 * (summary.workspaces[0]?.totals?.items as number))
    expect(stderr).toContain('[2/2] ws-')
    expect(await readFile(join(out(), 'summary.txt'), 'utf8')).toContain('2 workspaces: 2 done')
    expect(await readFile(join(out(), 'junit.xml'), 'utf8')).toMatch(/tests="2" failures="2" errors="0"[\s\S]*name="ws-1"[\s\S]*name="ws-2"/)
    const page = await readFile(join(out(), 'index.html'), 'utf8')
    const links = [...page.matchAll(/href="([^"#]+)"/g)].map(([, link = '']) => decodeURIComponent(link))
    expect(links.length).toBeGreaterThanOrEqual(2)
    for (const link of links) await expect(readFile(join(out(), link)), link).resolves.toBeInstanceOf(Buffer)
    const judged = JSON.parse(await readFile(join(out(), summary.workspaces[0]?.report as string, 'assessment.json'), 'utf8')) as { totals: unknown }
    expect(judged.totals).toEqual(summary.workspaces[0]?.totals)
  })

  it('tells each workspace on its line as soon as it is done, then the sums', async () => {
    folder = await folderOfWorkspaces(2)
    const { stdout } = await batch('ws-*', '--format', 'ndjson')
    const lines = stdout.trimEnd().split('\n').map((line) => batchLineSchema.parse(JSON.parse(line)))
    expect(lines.map(({ kind }) => kind)).toEqual(['batch', 'workspace', 'workspace', 'totals'])
    const { counts, totals, exitCode } = await summaryIn(out())
    expect(lines.at(-1)).toEqual({ kind: 'totals', exitCode, counts, ...totals })
  })

  it('writes its figures for a collector of metrics', async () => {
    folder = await folderOfWorkspaces(1)
    await mkdir(join(folder, 'ws-"odd"'))
    await batch('ws-*', '--metrics', 'metrics/korvaus.prom')
    const text = await readFile(join(folder, 'metrics/korvaus.prom'), 'utf8')
    const { totals } = await summaryIn(out())
    expect(text).toContain(`korvaus_batch_euros{outcome="claimable"} ${totals.claimableAmount}\n`)
    expect(text).toContain('korvaus_batch_workspaces{state="done"} 1\n')
    expect(text).toContain('korvaus_workspace_exit_code{workspace="ws-1"} 1\n')
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z_]+="([^"\\\\]|\\\\.)*"(,[a-z_]+="[^"]*")*\})? -?\d+(\.\d+)?)$/)
  })

  it('judges each workspace as check does', async () => {
    folder = await folderOfWorkspaces(1)
    await batch('ws-1')
    const [{ report = '' } = {}] = (await summaryIn(out())).workspaces
    const { stdout } = await runKorvaus(['check', '--workspace', 'ws-1', '--format', 'json', '--lang', 'en'], folder)
    expect(JSON.parse(await readFile(join(out(), report, 'assessment.json'), 'utf8'))).toEqual(JSON.parse(stdout))
  })

  it('goes on past workspaces that fail and ends with the gravest code', async () => {
    folder = await folderOfWorkspaces(2)
    await mkdir(join(folder, 'ws-broken'))
    await writeFile(join(folder, 'ws-broken/korvaus.yaml'), 'claimant: nobody\n')
    await copyExample(join(folder, 'ws-unreadable'))
    await writeFile(join(folder, 'ws-unreadable/palveluloki.xlsx'), 'no spreadsheet')
    const { exitCode, stdout } = await batch('ws-*', 'ws-nowhere')
    const summary = await summaryIn(out())
    expect(exitCode).toBe(3)
    expect(statesOf(summary)).toEqual({ 'ws-1': 'done', 'ws-2': 'done', 'ws-broken': 'failed', 'ws-unreadable': 'failed', 'ws-nowhere': 'failed' })
    expect(summary.workspaces.map(({ error }) => error?.code)).toEqual([undefined, undefined, 'config-invalid', 'input-without-table', 'workspace-not-found'])
    expect(stdout).toMatch(/Failed\n {2}ws-broken \(2\)\n {6}korvaus\.yaml, line 1/)
  })

  it('reads the workspaces from a batch file beside it and takes each once', async () => {
    folder = await folderOfWorkspaces(2)
    await mkdir(join(folder, 'jobs'))
    await writeFile(join(folder, 'jobs/batch.yaml'), 'workspaces: ["../ws-*", ../ws-2]\nprepare: no\nperiod: 2026-03\n')
    await runKorvaus(['batch', 'ws-1', '--from', 'jobs/batch.yaml'], folder)
    const summary = await summaryIn(join(folder, 'jobs/korvaus-batch'))
    expect([summary.counts.workspaces, summary.period, summary.prepare]).toEqual([2, '2026-03', false])
  })

  it('names line and column of a wrong batch file, and what is missing', async () => {
    folder = await folderOfWorkspaces(1)
    await writeFile(join(folder, 'batch.yaml'), 'workspaces: [ws-1]\nperiod: 2026-13\n')
    expect(await batch('--from', 'batch.yaml')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('batch.yaml, line 2, column 9: “period”') })
    expect(await batch('--from', 'other.yaml')).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('other.yaml is not there') })
    expect(await batch()).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('leads to no workspace') })
    expect(await batch('none-*')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('none-*') })
    expect(await batch('ws-1', '--prepare')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--period is missing') })
    expect(await batch('ws-1', '--jobs', '0')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--jobs') })
  })

  it('prepares the claims of a period and links each packet', async () => {
    folder = await folderOfWorkspaces(2)
    const { exitCode } = await batch('ws-*', '--prepare', '--period', '2026-03')
    const summary = await summaryIn(out())
    expect(exitCode).toBe(1)
    expect(summary.workspaces.map(({ packet }) => packet)).toEqual([expect.stringMatching(/^\.\.\/ws-1\/packets\/korvaus_.*_2026-03_01$/), expect.stringMatching(/^\.\.\/ws-2\/packets/)])
    expect(await readFile(join(out(), 'index.html'), 'utf8')).toContain('/packets/korvaus_')
    expect((await runKorvaus(['verify', join('korvaus-batch', summary.workspaces[0]?.packet as string)], folder)).exitCode).toBe(0)
  })

  it('says of a workspace without items in the period what is wrong, with code 1', async () => {
    folder = await folderOfWorkspaces(1)
    expect((await batch('ws-1', '--prepare', '--period', '2012-01')).exitCode).toBe(1)
    expect((await summaryIn(out())).workspaces[0]).toMatchObject({ state: 'done', exitCode: 1, error: { code: 'period-empty' } })
  })
})

describe('an unchanged workspace', () => {
  it('is skipped, saying so, with the result that it had', async () => {
    folder = await folderOfWorkspaces(2)
    const first = await batch('ws-*')
    const before = await summaryIn(out())
    await appendFile(join(folder, 'ws-2/rates.yaml'), '# another remark\n')
    const second = await batch('ws-*')
    const after = await summaryIn(out())
    expect(statesOf(after)).toEqual({ 'ws-1': 'unchanged', 'ws-2': 'done' })
    expect(after.workspaces.map(({ totals }) => totals)).toEqual(before.workspaces.map(({ totals }) => totals))
    expect(second.stderr).toContain('ws-1: unchanged, skipped')
    expect([first.exitCode, second.exitCode]).toEqual([1, 1])
  })

  it.each([
    ['a day later', ['--as-of', '2026-11-24']],
    ['under another rule book', ['--rules', '2026.1']],
    ['for a period', ['--period', '2026-03']],
  ])('is judged again %s', async (_, other) => {
    folder = await folderOfWorkspaces(1)
    await batch('ws-1')
    await batch('ws-1', ...other)
    expect(statesOf(await summaryIn(out()))).toEqual({ 'ws-1': 'done' })
  })

  it('is done again when its report was lost', async () => {
    folder = await folderOfWorkspaces(1)
    await batch('ws-1')
    await rm(join(out(), 'workspaces'), { recursive: true })
    await batch('ws-1')
    expect(statesOf(await summaryIn(out()))).toEqual({ 'ws-1': 'done' })
    expect(await readdir(join(out(), 'workspaces'))).toHaveLength(1)
  })

  it('with a prepared claim is skipped, until its packet or its register changes', async () => {
    folder = await folderOfWorkspaces(1)
    const prepare = async () => {
      await batch('ws-1', '--prepare', '--period', '2026-03')
      return summaryIn(out())
    }
    const { workspaces } = await prepare()
    expect(statesOf(await prepare())).toEqual({ 'ws-1': 'unchanged' })
    const packet = join(out(), workspaces[0]?.packet as string)
    const claim = await readFile(join(packet, 'claim.pdf'))
    await rm(join(packet, 'claim.pdf'))
    expect(statesOf(await prepare())).toEqual({ 'ws-1': 'done' })
    expect(await readFile(join(packet, 'claim.pdf'))).toEqual(claim)
    await runKorvaus(['prepare', '--workspace', 'ws-1', '--period', '2026-02', '--yes'], folder)
    expect(statesOf(await prepare())).toEqual({ 'ws-1': 'done' })
    expect(statesOf(await prepare())).toEqual({ 'ws-1': 'unchanged' })
  })
})

describe('the trend', () => {
  it('says how much has changed since the last run for the same period', async () => {
    folder = await folderOfWorkspaces(2)
    await batch('ws-*', '--as-of', '2026-11-23')
    await rm(join(folder, 'ws-2/rates.yaml'))
    const config = await readFile(join(folder, 'ws-2/korvaus.yaml'), 'utf8')
    await writeFile(join(folder, 'ws-2/korvaus.yaml'), config.replace(/.*ownWorkRates.*\n/, ''))
    const { stdout } = await batch('ws-*', '--as-of', '2026-11-24')
    const { previous, workspaces, runs } = await summaryIn(out())
    expect(previous?.asOf).toBe('2026-11-23')
    expect(workspaces[0]?.change).toMatchObject({ items: 0 })
    expect(Number(workspaces[1]?.change?.claimableAmount)).toBeLessThan(0)
    expect(previous?.change.claimableAmount).toBe((Number(workspaces[0]?.change?.claimableAmount) + Number(workspaces[1]?.change?.claimableAmount)).toFixed(2))
    expect(runs.map(({ asOf }) => asOf)).toEqual(['2026-11-23', '2026-11-24'])
    expect(stdout).toMatch(/Change since the last run \(23 November 2026\): −€/)
    await batch('ws-*', '--period', '2026-03')
    expect((await summaryIn(out())).previous).toBeUndefined()
  })
})

describe('a batch that was interrupted', () => {
  it('goes on with --resume without doing finished work again, and does again what failed', async () => {
    folder = await folderOfWorkspaces(3)
    await batch('ws-*', '--as-of', '2026-11-20')
    const state = JSON.parse(await readFile(join(out(), 'state.json'), 'utf8')) as { results: Record<string, { fingerprint: string }> }
    const settings = { workspaces: [1, 2, 3].map((number) => ({ name: `ws-${number}`, folder: join(folder, `ws-${number}`) })), prepare: false, asOf: '2026-11-20', runId: 'interrupted' }
    await rm(join(out(), 'state.json'))
    const done = { ...state.results['../ws-2'], claimant: 'Left by the interrupted run' }
    const failed = { workspace: 'ws-1', state: 'failed', exitCode: 2, error: { code: 'folder-not-writable', message: 'ENOSPC' } }
    await writeFile(join(out(), 'progress.ndjson'), `${JSON.stringify(settings)}\n${JSON.stringify({ key: '../ws-2', result: done })}\n${JSON.stringify({ key: '../ws-1', result: failed })}\n{"key":"../ws-3","resu`)
    const { stderr } = await batch('--resume')
    const summary = await summaryIn(out())
    expect(stderr).toContain('Going on with the interrupted run: 1 of 3')
    expect([summary.runId, summary.asOf]).toEqual(['interrupted', '2026-11-20'])
    expect(summary.workspaces.map(({ workspace, claimant }) => [workspace, claimant === 'Left by the interrupted run'])).toEqual([['ws-1', false], ['ws-2', true], ['ws-3', false]])
    expect(statesOf(summary)).toEqual({ 'ws-1': 'done', 'ws-2': 'done', 'ws-3': 'done' })
    expect(await readdir(out())).not.toContain('progress.ndjson')
  })

  it('refuses to go on with other choices than it began with', async () => {
    folder = await folderOfWorkspaces(1)
    const settings = { workspaces: [{ name: 'ws-1', folder: join(folder, 'ws-1') }], prepare: false, asOf: '2026-11-20', period: '2026-03', runId: 'interrupted' }
    await mkdir(out())
    await writeFile(join(out(), 'progress.ndjson'), `${JSON.stringify(settings)}\n`)
    expect(await batch('--resume', '--period', '2026-04')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('had --period 2026-03; now it is 2026-04') })
    expect(await batch('--resume', '--as-of', '2026-11-21')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--as-of') })
    expect((await batch('--resume')).exitCode).toBe(1)
  })

  it('begins anew when there is nothing to go on with', async () => {
    folder = await folderOfWorkspaces(1)
    expect((await batch('ws-1', '--resume')).stderr).toContain('No run was interrupted')
  })

  it('names a state file that is damaged', async () => {
    folder = await folderOfWorkspaces(1)
    await mkdir(out())
    await cp(join(folder, 'ws-1/rates.yaml'), join(out(), 'state.json'))
    expect(await batch('ws-1')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('state.json of the batch is damaged') })
  })
})
