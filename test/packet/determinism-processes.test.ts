import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../src/packet/manifest.js'
import { toolAt, used } from './tools.js'

const example = join(import.meta.dirname, '../../fixtures/example/workspace')
const program = join(import.meta.dirname, '../../bin/korvaus.js')
const run = promisify(execFile)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-determinism-'))
})
afterAll(() => rm(folder, { recursive: true }))

interface Surroundings {
  readonly name: string
  readonly env?: Readonly<Record<string, string>>
  /** The input files in the order in which `korvaus.yaml` names them. */
  readonly inputs?: readonly string[]
  /** The program under another one, such as `taskset`. */
  readonly under?: readonly string[]
  readonly cwd?: string
}

const parts = ['costs.xlsx', 'persons.xlsx']
const surroundings: readonly Surroundings[] = [
  { name: 'as it is', env: { TZ: 'UTC', LANG: 'C' } },
  { name: 'east of the date line, in Swedish', env: { TZ: 'Pacific/Kiritimati', LANG: 'sv_FI.UTF-8', LC_ALL: 'sv_FI.UTF-8' } },
  { name: 'west of it, in Turkish', env: { TZ: 'Pacific/Pago_Pago', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
  { name: 'where summer time begins at midnight, with one thread', env: { TZ: 'America/Asuncion', LC_ALL: 'fi_FI.UTF-8', UV_THREADPOOL_SIZE: '1' } },
  { name: 'a quarter of an hour off, with many threads', env: { TZ: 'Asia/Kathmandu', LANG: 'en_US.UTF-8', UV_THREADPOOL_SIZE: '16' } },
  { name: 'with the inputs in another order', inputs: parts.toReversed() },
  { name: 'in a folder of another name', cwd: 'Ääkköset ja välilyönti' },
  { name: 'with little memory for new objects', env: { NODE_OPTIONS: '--max-semi-space-size=1' } },
  ...(toolAt('taskset') === undefined ? [] : [{ name: 'on one core', under: ['taskset', '-c', '0'] }]),
]

describe('the same inputs give the same bytes', () => {
  it('in processes with different time zones, locales, orders of files, threads, cores and folders', { timeout: 300_000 }, async () => {
    used('determinism', ['taskset'], 'processes of node')
    const source = join(folder, 'source')
    await splitExample(source)
    const packets: { name: string; files: Map<string, string> }[] = []
    for (const [index, one] of surroundings.entries()) packets.push({ name: one.name, files: await packetIn(source, one, index) })
    const [first] = packets as [(typeof packets)[number]]
    expect([...first.files.keys()].sort()).toEqual(['assessment.json', 'claim.json', 'claim.pdf', 'cost-specification.xlsx', 'manifest-sha256.txt', 'manifest.json', 'manifest.sig', 'packet.zip', 'report.html', 'reviews.json', 'rule-book.json'])
    for (const { name, files } of packets) expect([...files].filter(([file, hash]) => first.files.get(file) !== hash).map(([file]) => `${name}: ${file}`)).toEqual([])
  })
})

/** The example's one workbook as two: the costs in one, the persons with their homes and decisions in the other. */
async function splitExample(to: string): Promise<void> {
  await mkdir(join(to, 'keys'), { recursive: true })
  await cp(join(example, 'rates.yaml'), join(to, 'rates.yaml'))
  for (const [name, keeps] of [[parts[0] as string, (index: number) => index === 0], [parts[1] as string, (index: number) => index > 0]] as const) {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Buffer.from(await readFile(join(example, 'palveluloki.xlsx'))) as never)
    const tables = workbook.worksheets.filter(({ name: sheet }) => ['Kustannukset', 'Asiakkaat', 'Kotikunnat', 'Päätökset'].includes(sheet))
    for (const sheet of workbook.worksheets) if (!tables.some((table, index) => table === sheet && keeps(index))) workbook.removeWorksheet(sheet.id)
    await writeFile(join(to, name), new Uint8Array(await workbook.xlsx.writeBuffer()))
  }
  await run(process.execPath, [program, 'keys', 'new', '--workspace', to], { cwd: to })
  // The hashes of the inputs follow from the workspace's own key, which is an input like the others: every copy has it.
  await configure(to, parts)
  await prepare([process.execPath, program], '2026-11-22', to, process.env)
}

async function configure(workspace: string, inputs: readonly string[]): Promise<void> {
  const yaml = (await readFile(join(example, 'korvaus.yaml'), 'utf8')).replace(/^inputs:\n(?: .*\n)+|^inputs: .*\n/m, '')
  await writeFile(join(workspace, 'korvaus.yaml'), `${yaml}\ninputs: [${inputs.map((path) => `{ path: ${path} }`).join(', ')}]\nsigning: { key: keys/claimant.ed25519 }\n`)
}

async function prepare([command, ...under]: readonly string[], asOf: string, cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  await run(command as string, [...under, 'prepare', '--period', '2026-Q1', '--as-of', asOf, '--yes', '--quiet'], { cwd, env }).catch((error: { code?: number; stderr?: string }) => {
    if (error.code !== 1) throw new Error(error.stderr)
  })
}

async function packetIn(source: string, { env = {}, inputs = parts, under = [], cwd }: Surroundings, index: number): Promise<Map<string, string>> {
  const workspace = join(folder, cwd ?? `workspace-${index}`)
  await cp(source, workspace, { recursive: true })
  await configure(workspace, inputs)
  const { LANG: _lang, LC_ALL: _all, TZ: _zone, ...rest } = process.env
  await prepare([...under, process.execPath, program], '2026-11-23', workspace, { ...rest, ...env })
  const packet = join(workspace, 'packets/korvaus_1234567-1_2026-Q1_01')
  const names = await readdir(packet)
  const files = await Promise.all(names.map(async (name) => [name, sha256(await readFile(join(packet, name)))] as const))
  return new Map([...files, ['packet.zip', sha256(await readFile(`${packet}.zip`))]])
}
