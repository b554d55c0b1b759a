import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { BatchSummary } from '../../src/batch/summary.js'
import { folderOfWorkspaces, statesOf, summaryIn } from '../batch/tools.js'
import { runBuilt } from './run-built.js'

const root = join(import.meta.dirname, '../..')
const asOf = ['--as-of', '2026-11-23', '--lang', 'en']
/** Items of the large workspace; KORVAUS_ITEMS=1000000 takes minutes. */
const manyItems = Number(process.env.KORVAUS_ITEMS ?? 50_000)
const manyWorkspaces = Number(process.env.KORVAUS_WORKSPACES ?? 300)
let folder: string
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a fault outside the program', () => {
  it('such as a full disk leaves the packet and the register as they were, and says so in one line', async () => {
    folder = await folderOfWorkspaces(1)
    const workspace = join(folder, 'ws-1')
    const prepare = ['prepare', '--period', '2026-Q1', '--yes', '--quiet', ...asOf]
    expect((await runBuilt(prepare, { cwd: workspace })).exitCode).toBe(1)
    const before = await everything(workspace)
    await appendFile(join(workspace, 'korvaus.yaml'), '\npseudonyms: per-packet\n')
    const command = `trap '' XFSZ; ulimit -f 60; exec "${process.execPath}" "${join(root, 'bin/korvaus.js')}" ${prepare.join(' ')}`
    const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: workspace, encoding: 'utf8' })
    expect([2, 5], stderr).toContain(status)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(await everything(workspace)).toEqual(before)
    expect((await runBuilt(prepare, { cwd: workspace })).exitCode).toBe(1)
    expect(await everything(workspace)).not.toEqual(before)
  })

  it('such as a folder that cannot be written is named, and nothing else is done', async () => {
    folder = await folderOfWorkspaces(1)
    await writeFile(join(folder, 'file'), 'no folder')
    for (const argv of [['batch', 'ws-1', '--out', 'file/summary'], ['check', '--workspace', 'ws-1', '--report', 'file/check.html'], ['batch', 'ws-1', '--inbox', 'file/inbox']]) {
      const { exitCode, stderr } = await runBuilt([...argv, ...asOf], { cwd: folder })
      expect(exitCode, argv.join(' ')).toBe(2)
      expect(stderr).toMatch(/file\/(summary|check\.html|inbox)/)
    }
  })

  it('such as a register that is no database any more ends with 5 and changes nothing', async () => {
    folder = await folderOfWorkspaces(1)
    const workspace = join(folder, 'ws-1')
    const prepare = ['prepare', '--period', '2026-Q1', '--yes', '--quiet', ...asOf]
    await runBuilt(prepare, { cwd: workspace })
    await rename(join(workspace, 'korvaus.db'), join(workspace, 'kept.db'))
    await writeFile(join(workspace, 'korvaus.db'), 'no database')
    const { exitCode, stderr } = await runBuilt(prepare, { cwd: workspace })
    expect(exitCode).toBe(5)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    await rename(join(workspace, 'kept.db'), join(workspace, 'korvaus.db'))
    expect((await runBuilt(['prepare', '--period', '2026-Q1', '--yes', ...asOf], { cwd: workspace })).stderr).toContain('Nothing changed')
  })

  it('such as a worker that dies costs its workspace alone, by name', async () => {
    folder = await folderOfWorkspaces(2)
    const dying = `import { isMainThread } from 'node:worker_threads'; import { promises } from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'
      if (!isMainThread) { const real = promises.readFile; promises.readFile = (path, ...more) => { if (String(path).includes('ws-2')) process.exit(9); return real(path, ...more) }; syncBuiltinESMExports() }`
    const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(dying)}`, join(root, 'bin/korvaus.js'), 'batch', 'ws-1', 'ws-2', ...asOf], { cwd: folder, stdio: 'ignore' })
    const [code] = (await once(child, 'exit')) as [number]
    const summary = await summaryIn(join(folder, 'korvaus-batch'))
    expect(statesOf(summary)).toEqual({ 'ws-1': 'done', 'ws-2': 'failed' })
    expect(summary.workspaces[1]?.error?.code).toBe('worker-died')
    expect(code).toBe(70)
  })

  it('such as a clock set back changes only the day', async () => {
    folder = await folderOfWorkspaces(1)
    const batch = async (day: string): Promise<BatchSummary> => {
      await runBuilt(['batch', 'ws-1', '--as-of', day], { cwd: folder })
      return summaryIn(join(folder, 'korvaus-batch'))
    }
    const [late, early, again] = [await batch('2026-11-23'), await batch('2026-11-20'), await batch('2026-11-23')]
    expect([late.asOf, early.asOf, again.asOf]).toEqual(['2026-11-23', '2026-11-20', '2026-11-23'])
    expect(statesOf(early)).toEqual({ 'ws-1': 'done' })
    expect(again.totals).toEqual(late.totals)
  })

  it(`is not one workspace of ${manyItems} items among small ones: all are told, in bounded memory`, { timeout: 600_000 }, async () => {
    folder = await folderOfWorkspaces(3)
    const rows = Array.from({ length: manyItems }, (_, index) => `S-${index};T1;2026-03-${String((index % 28) + 1).padStart(2, '0')};HEALTH;Hoito;Ihmiskaupasta johtuva hoidon tarve;Terapia;company;10,00;0,00;10,00;V-${index}`)
    await writeFile(join(folder, 'ws-2/suuri.csv'), `Rivitunnus;Asiakastunnus;Palvelupäivä;Kustannuslaji;Kuvaus;Erityistarpeen perustelu;Palveluntuottaja;Tuottajan laji;Netto;ALV;Brutto;Tositenumero\n${rows.join('\n')}\n`)
    const config = join(folder, 'ws-2/korvaus.yaml')
    await writeFile(config, (await readFile(config, 'utf8')).replace('  - { path: palveluloki.xlsx }', '  - { path: palveluloki.xlsx }\n  - { path: suuri.csv }'))
    const { exitCode, stderr } = await runBuilt(['batch', 'ws-*', ...asOf, '--jobs', '2'], { cwd: folder, env: { NODE_OPTIONS: `--max-old-space-size=${Math.max(256, Math.ceil(manyItems / 1000))}` } })
    const { workspaces } = await summaryIn(join(folder, 'korvaus-batch'))
    expect([exitCode, stderr.split('\n').filter((line) => line.includes('ws-')).length]).toEqual([1, 3])
    expect(workspaces.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    expect((workspaces[1]?.totals?.items ?? 0) - (workspaces[0]?.totals?.items ?? 0)).toBe(manyItems)
    expect(workspaces[2]?.totals).toEqual(workspaces[0]?.totals)
  })

  it(`in all but one of ${manyWorkspaces} workspaces keeps none from being told`, { timeout: 600_000 }, async () => {
    folder = await folderOfWorkspaces(1)
    for (let number = 2; number <= manyWorkspaces; number++) {
      await mkdir(join(folder, `ws-${number}`))
      await writeFile(join(folder, `ws-${number}`, 'korvaus.yaml'), 'claimant: nobody\n')
    }
    const { exitCode } = await runBuilt(['batch', 'ws-*', ...asOf, '--quiet'], { cwd: folder })
    const { counts, workspaces } = await summaryIn(join(folder, 'korvaus-batch'))
    expect(exitCode).toBe(2)
    expect(counts).toEqual({ workspaces: manyWorkspaces, done: 1, unchanged: 0, failed: manyWorkspaces - 1 })
    expect(new Set(workspaces.map(({ workspace }) => workspace)).size).toBe(manyWorkspaces)
  })
})

/** Every file of the packets, and the register. */
async function everything(workspace: string): Promise<Record<string, string>> {
  const names = (await readdir(join(workspace, 'packets'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(await Promise.all([...names, join(workspace, 'korvaus.db')].map(async (name) => [name, (await readFile(name)).toString('base64')])))
}
