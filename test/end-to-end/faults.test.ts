import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { appendFile, cp, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { BatchSummary } from '../../src/batch/summary.js'
import type { Totals } from '../../src/model/assessment.js'
import { parseCents } from '../../src/model/money.js'
import { folderOfWorkspaces, statesOf, summaryIn } from '../batch/tools.js'
import { runBuilt } from './run-built.js'

const root = join(import.meta.dirname, '../..')
const small = join(root, 'fixtures/read/small')
const asOf = ['--as-of', '2026-11-23', '--lang', 'en']
const manyItems = 1_000_000
const manyWorkspaces = 10_000
/** Of many workspaces each so-manieth can be judged. */
const eachSound = 50
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
    expect(status, stderr).toBe(6)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(await everything(workspace)).toEqual(before)
    expect((await runBuilt(prepare, { cwd: workspace })).exitCode).toBe(1)
    expect(await everything(workspace)).not.toEqual(before)
  })

  it('such as a full disk fails the workspaces of a batch whose reports do not fit, each by name, and the next run does them', async () => {
    folder = await folderOfWorkspaces(2)
    const batch = ['batch', 'ws-*', '--quiet', ...asOf]
    const command = `trap '' XFSZ; ulimit -f 60; exec "${process.execPath}" "${join(root, 'bin/korvaus.js')}" ${batch.join(' ')}`
    expect(spawnSync('bash', ['-c', command], { cwd: folder }).status).toBe(6)
    const { workspaces } = await summaryIn(join(folder, 'korvaus-batch'))
    expect(workspaces.map(({ state, error }) => [state, error?.code])).toEqual([['failed', 'disk-failing'], ['failed', 'disk-failing']])
    expect(await readdir(join(folder, 'korvaus-batch/workspaces'))).toEqual([])
    expect((await runBuilt(batch, { cwd: folder })).exitCode).toBe(1)
    expect(statesOf(await summaryIn(join(folder, 'korvaus-batch')))).toEqual({ 'ws-1': 'done', 'ws-2': 'done' })
  })

  it.each(['check --format sarif', 'check', 'prepare --period 2026-Q1 --yes --quiet --format json'])('such as a full disk under the output of %s is told in one line, and never taken for success', async (line) => {
    folder = await folderOfWorkspaces(1)
    const full = openSync('/dev/full', 'w')
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/korvaus.js'), ...line.split(' '), ...asOf], { cwd: join(folder, 'ws-1'), stdio: ['ignore', full, 'pipe'], encoding: 'utf8' })
    closeSync(full)
    expect(status).toBe(6)
    expect(stderr.trim()).toBe('The output could not be written whole (ENOSPC); do not use it. What the command did in the workspace stands. Free some space or send the output elsewhere, and run the command again.')
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
      if (!isMainThread) { for (const name of ['readFile', 'open']) { const real = promises[name]; promises[name] = (path, ...more) => { if (String(path).includes('ws-2')) process.exit(9); return real(path, ...more) } } syncBuiltinESMExports() }`
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

  it(`is not one workspace of ${manyItems} items among small ones: all are told, in less than a kilobyte of heap an item`, { timeout: 900_000 }, async () => {
    folder = await folderOfWorkspaces(3)
    await writeFile(join(folder, 'ws-2/suuri.csv'), largeLog(manyItems))
    const config = join(folder, 'ws-2/korvaus.yaml')
    const given = await readFile(config, 'utf8')
    await writeFile(config, given.replace('  - { path: palveluloki.xlsx }', '  - { path: palveluloki.xlsx }\n  - { path: suuri.csv }').replace('policies: {', `policies: { largestItem: ${manyItems},`))
    const { exitCode, stderr } = await runBuilt(['batch', 'ws-*', ...asOf, '--jobs', '2'], { cwd: folder, env: { NODE_OPTIONS: `--max-old-space-size=${manyItems / 1000}` } })
    const { workspaces } = await summaryIn(join(folder, 'korvaus-batch'))
    expect([exitCode, stderr.split('\n').filter((line) => line.includes('ws-')).length]).toEqual([1, 3])
    expect(workspaces.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    const [usual, large, other] = workspaces.map(({ totals }) => totals as Totals) as [Totals, Totals, Totals]
    expect([large.items - usual.items, large.claimable - usual.claimable]).toEqual([manyItems, manyItems])
    expect(cents(large) - cents(usual)).toBe((BigInt(manyItems) * BigInt(manyItems + 1) * 100n) / 2n)
    expect(other).toEqual(usual)
  })

  it(`in most of ${manyWorkspaces} workspaces keeps none from being told, and none is judged twice`, { timeout: 900_000 }, async () => {
    folder = await folderOfWorkspaces(1)
    for (let number = 2; number <= manyWorkspaces; number++) await makeSmall(join(folder, `ws-${number}`), number % eachSound === 0)
    const sound = 1 + Math.floor(manyWorkspaces / eachSound)
    const counts = { workspaces: manyWorkspaces, done: sound, unchanged: 0, failed: manyWorkspaces - sound }
    for (const expected of [counts, { ...counts, done: 0, unchanged: sound }]) {
      const { exitCode } = await runBuilt(['batch', 'ws-*', ...asOf, '--quiet'], { cwd: folder })
      const summary = await summaryIn(join(folder, 'korvaus-batch'))
      expect(exitCode).toBe(2)
      expect(summary.counts).toEqual(expected)
      expect(new Set(summary.workspaces.map(({ workspace }) => workspace)).size).toBe(manyWorkspaces)
      const itemsOf = (name: string) => summary.workspaces.find(({ workspace }) => workspace === name)?.totals?.items as number
      expect(summary.totals.items).toBe(itemsOf('ws-1') + (sound - 1) * itemsOf(`ws-${eachSound}`))
    }
  })
})

/** Sound items that are alike in no way but their case: 1 euro, 2 euros, and so on. */
function largeLog(items: number): string {
  const rows = Array.from({ length: items }, (_, index) => `S-${index};A-107;2026-03-${String((index % 28) + 1).padStart(2, '0')};HEALTH;Hoito;Ihmiskaupasta johtuva erityinen hoidon tarve;Terapia;company;${index + 1},00;0,00;${index + 1},00;V-${index};LSEVK/26107`)
  return ['Rivitunnus;Asiakastunnus;Palvelupäivä;Kustannuslaji;Kuvaus;Erityistarpeen perustelu;Palveluntuottaja;Tuottajan laji;Netto;ALV;Brutto;Tositenumero;Päätösnumero', ...rows, ''].join('\n')
}

function cents({ claimableAmount }: Totals): bigint {
  return parseCents(claimableAmount) as bigint
}

/** A workspace of a few rows, or one with a configuration that means nothing. */
async function makeSmall(path: string, isSound: boolean): Promise<void> {
  await mkdir(path)
  const claimant = isSound ? '{ kind: wellbeing-services-county, name: County, businessId: 1234567-1, county: "05" }\ninputs: [ { path: "*.?sv" } ]' : 'nobody'
  await writeFile(join(path, 'korvaus.yaml'), `claimant: ${claimant}\n`)
  if (isSound) for (const name of ['cases.csv', 'costs.csv', 'residences.tsv']) await link(join(small, name), join(path, name)).catch(() => cp(join(small, name), join(path, name)))
}

/** Every file of the packets, and the register. */
async function everything(workspace: string): Promise<Record<string, string>> {
  const names = (await readdir(join(workspace, 'packets'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(await Promise.all([...names, join(workspace, 'korvaus.db')].map(async (name) => [name, (await readFile(name)).toString('base64')])))
}
