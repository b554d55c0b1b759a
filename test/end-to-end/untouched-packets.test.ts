import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/model/assessment.js'
import type { ClaimJson } from '../../src/model/claim.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { runBuilt } from './run-built.js'
import { aClient, aCost, csvOf, firstClient, logFiles, logOf, smallWorkspace, writeLog } from './small-workspace.js'

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
const assessmentIn = async (folder: string, number = '01') => JSON.parse(await readFile(join(packetIn(folder, number), 'assessment.json'), 'utf8')) as Assessment

/** Everything in a packet that is written as text. */
async function textsIn(packet: string): Promise<string> {
  const names = (await readdir(packet)).filter((name) => /\.(json|html|txt)$/.test(name))
  return (await Promise.all(names.map((name) => readFile(join(packet, name), 'utf8')))).join('\n')
}

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
  it('when the book finds fault with a client who has no cost in the period, of whom it then says nothing', async () => {
    const stranger = aClient('B-2', 'P-2', { personalId: '010190Y900P', birthDate: '1990-01-01' })
    const folder = await workspace(logOf([aCost('R1'), aCost('R2', { case: 'B-2', serviceDate: '2026-02-12', decision: 'P-2' })], firstClient, stranger))
    expect((await prepare(folder)).exitCode).toBe(0)
    await requireProven(folder, allLogs)
    expect(await textsIn(packetIn(folder))).not.toContain('B-2')
  })

  it('against a log that is read with a mapping and a look-up table, both named among its inputs', async () => {
    const { folder, logs } = await mappedWorkspace()
    expect((await prepare(folder)).exitCode).toBe(0)
    await requireProven(folder, logs)
    const { inputs } = await claimIn(folder)
    expect(inputs.map(({ path }) => path).sort()).toEqual([...logs, 'mapping.yaml', 'perustelut.csv'].sort())
  })

  it('against its log when mapping and look-up table are given beside it, far from the workspace, but for the hashes whose key is not there', async () => {
    const { folder, logs } = await mappedWorkspace()
    await prepare(folder)
    const [elsewhere, packet] = [await workspace(logOf([aCost('K-1')], firstClient)), `${packetIn(folder)}.zip`]
    await rm(join(elsewhere, 'korvaus.yaml'))
    for (const name of [...logs, 'mapping.yaml', 'perustelut.csv']) await writeFile(join(elsewhere, name), await readFile(join(folder, name)))
    await writeFile(join(elsewhere, 'packet.zip'), await readFile(packet))
    const source = [...logs, 'mapping.yaml', 'perustelut.csv']
    const { exitCode, stdout } = await run(elsewhere, 'verify', 'packet.zip', '--source', ...source, '--format', 'json')
    const found = JSON.parse(stdout) as { differences: unknown[]; unproven: { code: string }[] }
    expect([exitCode, found.differences, found.unproven.map(({ code }) => code)]).toEqual([1, [], ['inputs-not-compared']])
    await writeFile(join(elsewhere, 'perustelut.csv'), 'Asiakas;Perustelu\nA-1;Uhriasemasta johtuva muu tuen tarve\n')
    const changed = await run(elsewhere, 'verify', 'packet.zip', '--source', ...source)
    expect([changed.exitCode, changed.stdout]).toEqual([4, expect.stringContaining('K-1')])
  })

  it('when all that stands beside its log is given, also what it does not rest on, and never without what it rests on', async () => {
    const folder = await workspace(logOf([aCost('K-1')], firstClient))
    await prepare(folder)
    await writeFile(join(folder, 'rates.yaml'), ratesOf('48.20'))
    await requireProven(folder, [...allLogs, 'rates.yaml'])
    expect((await run(folder, 'verify', packetIn(folder), '--source', 'rates.yaml')).exitCode).toBe(3)
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
    expect(await run(folder, 'verify', packetIn(folder))).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('register') as string })
    for (const name of ['register.key', 'register.head']) await rm(join(folder, 'keys', name))
    await rename(join(folder, 'packets'), join(folder, 'elsewhere'))
    expect((await run(folder, 'verify', packetIn(folder).replace('packets', 'elsewhere'))).exitCode).toBe(4)
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

describe('a name that every object of the program has', () => {
  const names = ['constructor', 'toString', 'hasOwnProperty', 'valueOf']

  it('is an item, a client, a decision, a voucher, a provider and a worker like any other', async () => {
    const costs = names.map((name, index) => aCost(name, { case: name, decision: name, voucher: name, provider: name, worker: name, costCentre: name, serviceDate: `2026-03-0${index + 2}`, net: `${index + 1}0,00` }))
    const log = logOf([...costs, aCost('__proto__')], firstClient, ...names.map((name) => aClient(name, name)))
    for (const config of ['', 'pseudonyms: per-packet\n']) {
      const folder = await workspace(log, config)
      expect((await prepare(folder)).exitCode).toBe(1)
      const { claimed, totals } = await claimIn(folder)
      expect([claimed.length, totals.amount]).toEqual([4, '100.00'])
      if (config === '') expect(claimed).toEqual(names)
      await requireProven(folder, allLogs)
    }
  })
})

describe('a claim of the differences', () => {
  it('holds the items that it claims or leaves out and their clients, nobody else', async () => {
    const clients = [firstClient, aClient('B-2', 'P-2'), aClient('C-3', 'P-3', { name: 'Testi Kolmas' })]
    const costs = [aCost('RIVI-1'), aCost('RIVI-2', { case: 'B-2', decision: 'P-2' }), aCost('RIVI-3', { case: 'C-3', decision: 'P-3', serviceDate: '2026-03-05' })]
    const folder = await workspace(logOf(costs, ...clients))
    await prepare(folder)
    await file(folder, '01')
    const log = logOf([{ ...costs[0], net: '120,00' }, ...costs.slice(1)], ...clients)
    await writeLog(folder, log)
    expect((await prepare(folder)).exitCode).toBe(0)
    const [claim, assessment] = [await claimIn(folder, '02'), await assessmentIn(folder, '02')]
    expect([claim.claimed, Object.keys(claim.details), claim.facts.items.map(({ id }) => id), assessment.items.map(({ id }) => id)]).toEqual([['RIVI-1'], ['RIVI-1'], ['RIVI-1'], ['RIVI-1']])
    expect([claim.facts.cases.map(({ id }) => id), claim.totals.amount, assessment.totals.items]).toEqual([['A-1'], '20.00', 1])
    expect(await textsIn(packetIn(folder, '02'))).not.toMatch(/B-2|C-3|RIVI-[23]/)
    await requireProven(folder, allLogs, '02')
    await writeLog(folder, { ...log, costs: log.costs.slice(0, 2) })
    expect((await run(folder, 'verify', packetIn(folder, '02'), '--source', ...allLogs)).exitCode).toBe(4)
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

describe('rows with one ID', () => {
  it('are none of them claimed, in whatever order they stand', async () => {
    const costs = [aCost('K-1'), aCost('K-1', { serviceDate: '2026-03-09', net: '250,00', voucher: 'T-2' }), aCost('K-2', { serviceDate: '2026-03-10', net: '31,00' })]
    for (const order of [costs, costs.toReversed()]) {
      const folder = await workspace(logOf(order, firstClient))
      expect((await prepare(folder)).exitCode).toBe(1)
      expect((await claimIn(folder)).claimed).toEqual(['K-2'])
      await requireProven(folder, allLogs)
    }
  })

  it('change nothing of what was filed of one of them before the other came', async () => {
    const costs = [aCost('K-1'), aCost('K-1', { serviceDate: '2026-03-09', net: '250,00', voucher: 'T-2' })]
    const seen: unknown[] = []
    for (const order of [costs, costs.toReversed()]) {
      const folder = await workspace(logOf(costs.slice(0, 1), firstClient))
      await prepare(folder)
      await file(folder, '01')
      await writeLog(folder, logOf(order, firstClient))
      const again = await prepare(folder)
      const { stdout } = await run(folder, 'claims', 'list', '--format', 'json', ...asOf)
      const { claims } = JSON.parse(stdout) as { claims: { number: string; claimed: string }[] }
      seen.push([again.exitCode, again.stderr.replaceAll(folder, ''), claims.map(({ number, claimed }) => [number, claimed])])
    }
    expect(seen[0]).toEqual([1, expect.anything(), [['2026-03/01', '100.00']]])
    expect(seen[1]).toEqual(seen[0])
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
