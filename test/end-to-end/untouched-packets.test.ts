import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { ClaimJson } from '../../src/model/claim.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { runBuilt } from './run-built.js'
import { aCost, csvOf, firstClient, logFiles, logOf, smallWorkspace, writeLog } from './small-workspace.js'

const folders: string[] = []
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))))

const asOf = ['--as-of', '2026-11-23']
const run = (cwd: string, ...argv: string[]) => runKorvaus(argv, cwd)
const prepare = (cwd: string, ...more: string[]) => run(cwd, 'prepare', '--period', '2026-03', ...asOf, '--yes', '--quiet', ...more)
const file = (cwd: string, number: string) => run(cwd, 'claims', 'file', `2026-03/${number}`, '--by', 'H', '--quiet', ...asOf)

async function workspace(...given: Parameters<typeof smallWorkspace>): Promise<string> {
  const folder = await smallWorkspace(...given)
  folders.push(folder)
  return folder
}

const packetIn = (folder: string, number = '01') => join(folder, 'packets', `korvaus_1234567-1_2026-03_${number}`)
const claimIn = async (folder: string, number = '01') => JSON.parse(await readFile(join(packetIn(folder, number), 'claim.json'), 'utf8')) as ClaimJson

/** Proves a packet as folder and as zip, alone and against files, from its workspace and from elsewhere. */
async function requireProven(folder: string, files: readonly string[], number = '01'): Promise<void> {
  const packet = packetIn(folder, number)
  const source = files.length === 0 ? [] : ['--source', ...files.map((name) => join(folder, name))]
  for (const [path, cwd] of [[packet, folder], [`${packet}.zip`, folder], [packet, tmpdir()], [`${packet}.zip`, tmpdir()]] as const) {
    const { exitCode, stdout } = await run(cwd, 'verify', path, ...source, '--lang', 'sv')
    expect([exitCode, path, stdout]).toEqual([0, path, expect.anything()])
  }
}

const allLogs = Object.values(logFiles)

describe('an untouched packet proves itself', () => {
  it('against a log that is read with a mapping and a look-up table, both named among its inputs', async () => {
    const { folder, logs } = await mappedWorkspace()
    expect((await prepare(folder)).exitCode).toBe(0)
    await requireProven(folder, logs)
    const { inputs } = await claimIn(folder)
    expect(inputs.map(({ path }) => path).sort()).toEqual([...logs, 'mapping.yaml', 'perustelut.csv'].sort())
  })

  it('against its log alone when mapping and look-up table are given beside it, far from the workspace', async () => {
    const { folder, logs } = await mappedWorkspace()
    await prepare(folder)
    const [elsewhere, packet] = [await workspace(logOf([aCost('K-1')], firstClient)), `${packetIn(folder)}.zip`]
    await rm(join(elsewhere, 'korvaus.yaml'))
    for (const name of [...logs, 'mapping.yaml', 'perustelut.csv']) await writeFile(join(elsewhere, name), await readFile(join(folder, name)))
    await writeFile(join(elsewhere, 'packet.zip'), await readFile(packet))
    const source = [...logs, 'mapping.yaml', 'perustelut.csv']
    expect(await run(elsewhere, 'verify', 'packet.zip', '--source', ...source)).toMatchObject({ exitCode: 0 })
    await writeFile(join(elsewhere, 'perustelut.csv'), 'Asiakas;Perustelu\nA-1;Uhriasemasta johtuva muu tuen tarve\n')
    const changed = await run(elsewhere, 'verify', 'packet.zip', '--source', ...source)
    expect([changed.exitCode, changed.stdout]).toEqual([4, expect.stringContaining('perustelut.csv')])
  })

  it('when a decision is listed on two rows', async () => {
    const [first] = firstClient.decisions
    const halves = { ...firstClient, decisions: [{ ...first, validTo: '2026-06-30' }, { ...first, validFrom: '2026-07-01' }] }
    const folder = await workspace(logOf([aCost('K-1'), aCost('K-2', { serviceDate: '2026-03-09', net: '55,00' })], halves))
    expect((await prepare(folder)).exitCode).toBe(0)
    await requireProven(folder, allLogs)
  })

  it('unsigned, after its claimant has begun to sign, as long as the register holds it as it is', async () => {
    const folder = await workspace(logOf([aCost('K-1')], firstClient))
    await prepare(folder)
    await file(folder, '01')
    await run(folder, 'keys', 'new', '--quiet')
    await appendFile(join(folder, 'korvaus.yaml'), 'signing: { key: keys/claimant.ed25519 }\n')
    await requireProven(folder, allLogs)
    await rm(join(folder, 'korvaus.db'))
    expect((await run(folder, 'verify', packetIn(folder))).exitCode).toBe(4)
  })

  it('and its own work, hour by hour, at the rates that it names with their days and source', async () => {
    const { folder, logs } = await workingWorkspace()
    expect((await prepare(folder)).exitCode).toBe(0)
    await requireProven(folder, logs)
    const { inputs, rates, details } = await claimIn(folder)
    expect(inputs.map(({ path }) => path)).toContain('rates.yaml')
    expect(rates).toEqual([{ eurosPerHour: '48.20', from: '2026-01-01', to: '2026-12-31', source: 'Palkkatilasto 2026' }])
    expect(details['W-1']).toMatchObject({ hours: '7.5', rate: 0 })
    await writeFile(join(folder, 'rates.yaml'), ratesOf('482.00'))
    const changed = await run(folder, 'verify', packetIn(folder), '--source', ...logs)
    expect([changed.exitCode, changed.stdout]).toEqual([4, expect.stringContaining('rates.yaml')])
  })
})

describe('what a run reads', () => {
  it('is the log as it is once the run has the workspace for itself', async () => {
    const folder = await workspace(logOf([aCost('K-1')], firstClient))
    await mkdir(join(folder, '.korvaus'))
    const lock = join(folder, '.korvaus', 'lock')
    await writeFile(lock, JSON.stringify({ pid: process.ppid, host: hostname() }))
    const waiting = prepare(folder, '--wait', '30')
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await writeLog(folder, logOf([aCost('K-1', { net: '777,00' })], firstClient))
    await rm(lock)
    expect((await waiting).exitCode).toBe(0)
    expect((await claimIn(folder)).totals.amount).toBe('777.00')
    await requireProven(folder, allLogs)
  })

  it('is what a batch compares, look-up tables and rates too', async () => {
    const { folder } = await mappedWorkspace()
    const batch = async () => (await runBuilt(['batch', '.', '--out', 'out', ...asOf], { cwd: folder })).stdout
    await batch()
    expect(await batch()).toContain('unchanged')
    await writeFile(join(folder, 'perustelut.csv'), 'Asiakas;Perustelu\nA-1;lyhyt\n')
    expect(await batch()).not.toContain('unchanged, skipped')
  })
})

const ratesOf = (euros: string) => `rates:\n  - { from: 2026-01-01, to: 2026-12-31, eurosPerHour: "${euros}", source: Palkkatilasto 2026 }\n`

/** Own work without amounts, priced by the workspace's rates. */
async function workingWorkspace(): Promise<{ folder: string; logs: readonly string[] }> {
  const work = aCost('W-1', { providerKind: 'own', provider: '', net: '', vat: '', worker: 'TT-1', hours: '7,5' })
  const folder = await workspace(logOf([work, aCost('K-1', { serviceDate: '2026-03-09' })], firstClient), 'policies: { ownWorkRates: rates.yaml }\n')
  await writeFile(join(folder, 'rates.yaml'), ratesOf('48.20'))
  return { folder, logs: allLogs }
}

/** Costs whose headings are another system's and whose justification stands in a table beside them. */
async function mappedWorkspace(): Promise<{ folder: string; logs: readonly string[] }> {
  const folder = await workspace(logOf([], firstClient), '', allLogs.map((path) => `  - { path: ${path}${path === logFiles.costs ? ', mapping: mapping.yaml' : ''} }`).join('\n'))
  const csv = csvOf('costs', [aCost('K-1', { need: '' })]).replace('Kustannuslaji', 'Laji X').replace('Erityistarpeen perustelu', 'Muu').replace('SOCIAL', 'Sosiaalityö')
  await writeFile(join(folder, logFiles.costs), csv)
  await writeFile(join(folder, 'mapping.yaml'), 'headings: { Laji X: category, Muu: skip }\nvalues: { category: { Sosiaalityö: SOCIAL } }\njoins:\n  - { column: need, by: Asiakastunnus, file: perustelut.csv, match: Asiakas, take: Perustelu }\n')
  await writeFile(join(folder, 'perustelut.csv'), 'Asiakas;Perustelu\nA-1;Uhriasemasta johtuva erityinen tuen tarve\n')
  return { folder, logs: allLogs }
}
