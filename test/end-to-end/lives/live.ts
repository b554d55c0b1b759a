import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClaimJson } from '../../../src/model/claim.js'
import { runKorvaus } from '../../commands/run-korvaus.js'
import { aClient, aCost, csvOf, logFiles, logOf, smallWorkspace, type LogRow } from '../small-workspace.js'
import type { Life, LifeCost, LifeStep } from './life.js'

const asOf = ['--as-of', '2026-11-23']
const documented = new Set([0, 1])
const clients = ['A-1', 'B-2', 'C-3']

/** Lives a life, and after each step requires what must always hold. Throws with the step that broke it. */
export async function live(life: Life): Promise<void> {
  const folder = await smallWorkspace(logOf([], ...clientsOf(life)), configOf(life), inputsOf(life))
  const sources = await mkdtemp(join(tmpdir(), 'korvaus-sources-'))
  try {
    const world: World = { life, folder, sources, rows: life.costs.map((cost, index) => rowOf(cost, `K-${index}`)), next: life.costs.length }
    await speak(world)
    await writeRows(world)
    for (const step of [...life.steps, ...ending]) {
      await take(world, step)
      await requireProven(world, step)
      await requireOnce(world, step)
    }
  } finally {
    await rm(folder, { recursive: true })
    await rm(sources, { recursive: true })
  }
}

/** Whatever happened before, at last everything is claimed that can be. */
const ending: readonly LifeStep[] = [{ kind: 'prepare', month: 2 }, { kind: 'prepare', month: 3 }]

interface World {
  readonly life: Life
  readonly folder: string
  /** What each packet was made from, by its name. */
  readonly sources: string
  rows: LogRow[]
  next: number
}

async function take(world: World, step: LifeStep): Promise<void> {
  const at = 'place' in step ? step.place % Math.max(1, world.rows.length) : 0
  const row = world.rows[at]
  const replace = (more: LogRow) => (world.rows = world.rows.map((one, index) => (index === at && row !== undefined ? { ...row, ...more } : one)))
  if (step.kind === 'prepare') return prepare(world, step)
  if (step.kind === 'file') return file(world, step.month)
  if (step.kind === 'sign') return sign(world)
  if (step.kind === 'edit') replace(row?.hours === undefined ? { net: euros(step.cents) } : { hours: '3' })
  if (step.kind === 'move-day') replace({ serviceDate: `${row?.serviceDate?.slice(0, 8)}${String(step.day).padStart(2, '0')}` })
  if (step.kind === 'delete') world.rows = world.rows.filter((_, index) => index !== at || world.rows.length === 1)
  if (step.kind === 'repeat-id' && row !== undefined) world.rows.push({ ...row, voucher: `${row.voucher}-B`, net: '77,77' })
  if (step.kind === 'late-bill') world.rows.push(rowOf(step.cost, `K-${world.next++}`))
  if (step.kind === 'sort') world.rows = world.rows.toReversed()
  await writeRows(world)
}

async function prepare(world: World, step: LifeStep & { readonly month: number }): Promise<void> {
  const argv = ['prepare', '--period', `2026-0${step.month}`, '--yes', '--quiet', '--rules', world.life.book, ...asOf]
  const before = new Set(await packetsIn(world.folder))
  const { exitCode, stderr } = await runKorvaus(argv, world.folder)
  // 2 is a period without items.
  if (!documented.has(exitCode) && exitCode !== 2) throw broken(step, `prepare ended with ${exitCode}: ${stderr}`)
  for (const packet of await packetsIn(world.folder)) if (!before.has(packet) || (await isOfNow(world, packet, step.month))) await keepSource(world, packet)
  const first = await bytesOf(world)
  const again = await runKorvaus(argv, world.folder)
  if (again.exitCode !== exitCode || (await bytesOf(world)) !== first) throw broken(step, `prepared again it is another packet (${again.exitCode}, ${exitCode})`)
}

/** The claim of the period that is not filed yet was made anew. */
async function isOfNow({ folder }: World, packet: string, month: number): Promise<boolean> {
  const { stdout } = await runKorvaus(['claims', 'list', '--state', 'prepared', '--format', 'json', ...asOf], folder)
  const { claims } = JSON.parse(stdout) as { claims: readonly { packet: string }[] }
  return packet.includes(`2026-0${month}`) && claims.some((claim) => claim.packet === packet)
}

async function file({ folder }: World, month: number): Promise<void> {
  const { stdout } = await runKorvaus(['claims', 'list', '--state', 'prepared', '--period', `2026-0${month}`, '--format', 'json', ...asOf], folder)
  for (const { number } of (JSON.parse(stdout) as { claims: readonly { number: string }[] }).claims) await runKorvaus(['claims', 'file', number, '--by', 'H', '--quiet', ...asOf], folder)
}

async function sign({ folder }: World): Promise<void> {
  if ((await readFile(join(folder, 'korvaus.yaml'), 'utf8')).includes('signing:')) return
  await runKorvaus(['keys', 'new', '--quiet'], folder)
  await appendFile(join(folder, 'korvaus.yaml'), 'signing: { key: keys/claimant.ed25519 }\n')
}

/** Every packet proves itself: the folder in its workspace, the zip against its sources from elsewhere in another language. */
async function requireProven({ folder, sources }: World, step: LifeStep): Promise<void> {
  for (const packet of await packetsIn(folder)) {
    const own = await runKorvaus(['verify', join(folder, 'packets', packet)], folder)
    const source = (await readdir(join(sources, packet))).filter((name) => /\.(csv|yaml)$/.test(name) && name !== 'korvaus.yaml').map((name) => join(sources, packet, name))
    const zone = process.env.TZ
    process.env.TZ = 'Pacific/Kiritimati'
    const elsewhere = await runKorvaus(['verify', join(folder, 'packets', `${packet}.zip`), '--lang', 'sv', '--source', ...source], tmpdir())
    process.env.TZ = zone
    for (const { exitCode, stdout, stderr } of [own, elsewhere]) if (exitCode !== 0) throw broken(step, `verify of ${packet} ended with ${exitCode}: ${stdout}${stderr}`)
  }
}

/** No row is claimed beyond what it costs, in all claims together. */
async function requireOnce({ folder, rows, life }: World, step: LifeStep): Promise<void> {
  if (life.pseudonyms || step.kind !== 'prepare') return
  const claimed = new Map<string, number>()
  for (const packet of await packetsIn(folder)) {
    const { claimed: ids, corrections = [], facts } = JSON.parse(await readFile(join(folder, 'packets', packet, 'claim.json'), 'utf8')) as ClaimJson
    for (const id of ids) {
      const cents = Math.round(100 * Number(corrections.find(({ item, credits }) => item === id && credits === undefined)?.difference ?? facts.items.find((item) => item.id === id)?.amount))
      claimed.set(id, (claimed.get(id) ?? 0) + cents)
    }
  }
  for (const row of rows) {
    const ids = rows.filter(({ id }) => id === row.id)
    const cents = claimed.get(row.id as string)
    const isOfPeriod = 'month' in step && row.serviceDate?.startsWith(`2026-0${step.month}`)
    if (ids.length === 1 && isOfPeriod && cents !== undefined && row.hours === undefined && cents !== Math.round(100 * Number(row.net?.replace(',', '.')))) throw broken(step, `${row.id} costs ${row.net} and ${cents} cents are claimed`)
  }
}

function broken(step: LifeStep, what: string): Error {
  return new Error(`after ${JSON.stringify(step)}: ${what}`)
}

async function packetsIn(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'packets')).catch(() => [])
  return names.filter((name) => !name.endsWith('.zip')).sort()
}

async function bytesOf({ folder }: World): Promise<string> {
  const manifests = await Promise.all((await packetsIn(folder)).map((name) => readFile(join(folder, 'packets', name, 'manifest.json'), 'utf8')))
  return manifests.join('\n')
}

async function keepSource({ folder, sources }: World, packet: string): Promise<void> {
  await rm(join(sources, packet), { recursive: true, force: true })
  await cp(folder, join(sources, packet), { recursive: true, filter: (path) => path === folder || /\.(csv|yaml)$/.test(path) })
}

async function writeRows({ folder, rows, life }: World): Promise<void> {
  const csv = csvOf('costs', rows)
  await writeFile(join(folder, logFiles.costs), life.mapped ? csv.replace('Kustannuslaji', 'Laji X').replaceAll('SOCIAL', 'Sosiaalityö') : csv)
  if (life.mapped) await writeFile(join(folder, 'mapping.yaml'), 'headings: { Laji X: category }\nvalues: { category: { Sosiaalityö: SOCIAL } }\n')
  await writeFile(join(folder, 'rates.yaml'), 'rates:\n  - { from: 2026-01-01, eurosPerHour: "48.20", source: Palkkatilasto }\n')
}

function rowOf({ client, month, day, cents, flaw }: LifeCost, id: string): LogRow {
  const more = flaw === 'own-work' ? { providerKind: 'own', provider: '', net: '', vat: '', worker: 'TT-1', hours: '7,5' } : { net: euros(cents) }
  return aCost(id, { case: clients[client] as string, decision: flaw === 'no-decision' ? '' : `P-${client}`, serviceDate: `2026-0${month}-${String(day).padStart(2, '0')}`, ...more })
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2).replace('.', ',')
}

function clientsOf({ protectedClient, twoRowDecisions }: Life) {
  return clients.map((id, index) => {
    const client = aClient(id, `P-${index}`, { nonDisclosure: protectedClient && index === 1 ? 'kyllä' : 'ei', ...(index === 2 ? { personalId: '010190Y900P', birthDate: '1990-01-01' } : {}) })
    const [row] = client.decisions
    return twoRowDecisions ? { ...client, decisions: [{ ...row, validTo: '2026-03-10' }, { ...row, validFrom: '2026-03-11' }] } : client
  })
}

async function speak({ folder, life: { language } }: World): Promise<void> {
  const path = join(folder, 'korvaus.yaml')
  await writeFile(path, (await readFile(path, 'utf8')).replace('language: en', `language: ${language}`))
}

function configOf({ pseudonyms }: Life): string {
  return `policies: { ownWorkRates: rates.yaml }\n${pseudonyms ? 'pseudonyms: per-packet\n' : ''}`
}

function inputsOf({ mapped }: Life): string {
  return Object.values(logFiles).map((path) => `  - { path: ${path}${mapped && path === logFiles.costs ? ', mapping: mapping.yaml' : ''} }`).join('\n')
}
