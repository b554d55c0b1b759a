import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openBytes, newOpeningKey } from '../../src/packet/seal.js'
import { aCost, csvOf, firstClient, logOf } from '../end-to-end/small-workspace.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { everyFile, withoutSpaces } from '../packet/every-text.js'

const code = '250404+9888'
const client = `${code} asiakas`
const asOf = ['--as-of', '2026-11-23']
/** What reads and judges, in the formats that name files. */
const inFormats: Readonly<Record<string, readonly string[]>> = { check: ['json', 'sarif'], verify: ['json', 'junit'], batch: ['ndjson'], doctor: ['json'], handover: ['json'], explain: ['json'], claims: ['json'] }
const packet = `paketit ${code}/korvaus_1234567-1_2026-03_01`
const log = logOf([aCost('R-1'), aCost('R-2', { case: 'A-9', description: 'Käynti \u0007', net: 'x' })], firstClient)

let above: string
let folder: string
let opening: Awaited<ReturnType<typeof newOpeningKey>>
beforeEach(async () => {
  above = await mkdtemp(join(tmpdir(), 'korvaus-names-'))
  folder = join(above, client)
  opening = await newOpeningKey()
  await mkdir(join(folder, 'sisään'), { recursive: true })
  const costs = csvOf('costs', log.costs).replace('Kuvaus', `Kuvaus ${code}`)
  await writeFile(join(folder, `kulut ${code}.csv`), costs)
  for (const kind of ['cases', 'residences', 'decisions'] as const) await writeFile(join(folder, `${kind} ${code}.csv`), csvOf(kind, log[kind]))
  await writeFile(join(folder, `haku ${code}.csv`), 'Rivitunnus;Kustannuspaikka\nR-1;4340\n')
  await writeFile(join(folder, `vastaukset ${code}.yaml`), `sheets:\n  costs:\n    columns: { description: "Kuvaus ${code}" }\n`)
  await writeFile(join(folder, `hinnat ${code}.yaml`), 'rates: [{ worker: T-1, from: 2026-01-01, rate: "50.00", source: Palkat }]\n')
  await writeFile(join(folder, 'sisään', `${client}.csv`), '%PDF-1.7')
  await writeFile(join(folder, 'sisään', `kulut ${code}.csv`), costs)
  await writeFile(join(folder, 'korvaus.yaml'), [
    'claimant: { kind: wellbeing-services-county, name: Esimerkin hyvinvointialue, businessId: 1234567-1, county: "05", iban: FI21 1234 5600 0007 85 }',
    'inputs:',
    `  - { path: "kulut ${code}.csv", mapping: "vastaukset ${code}.yaml" }`,
    ...['cases', 'residences', 'decisions'].map((kind) => `  - { path: "${kind} ${code}.csv" }`),
    `policies: { ownWorkRates: "hinnat ${code}.yaml" }`,
    `register: "rekisteri ${code}.db"`,
    `packets: "paketit ${code}"`,
    `signing: { key: "avain ${code}/oma.ed25519" }`,
    `seal: { recipients: [${opening.recipient}] }`,
  ].join('\n'))
})
afterEach(() => rm(above, { recursive: true, force: true }))

/** Lines that read, write and refuse, each where a name of the workspace or of a file could be told. */
const lines = () => [
  ['keys', 'new', `avain ${code}/oma.ed25519`],
  ['handover'],
  ['check'],
  ['check', '--period', '2026-03', '--report', `raportti ${code}.html`],
  ['check', '--annotate', `merkitty ${code}.xlsx`],
  ['map'],
  ['review', '--list'],
  ['doctor'],
  ['prepare', '--period', '2026-03', '--yes', '--leave-unread', '--log-file', 'loki.log'],
  ['doctor'],
  ['handover'],
  ['verify', packet, '--source', `kulut ${code}.csv`],
  ['verify', `${packet}.zip`],
  ['explain', 'R-1'],
  ['explain', 'R-2'],
  ['unclaimed', '--calendar', `paivat ${code}.ics`, '--pdf', `saamatta ${code}.pdf`],
  ['claims', 'list'],
  ['claims', 'show', '2026-03/01'],
  ['claims', 'verify'],
  ['claims', 'scrub', '--dry-run'],
  ['claims', 'other', `kulut ${code}.csv`, '--under', '65 §', '--by', 'Johtaja', '--reference', 'X/3'],
  ['register', 'export', `rekisteri ${code}.ndjson`],
  ['register', 'import', `rekisteri ${code}.ndjson`],
  ['rules', 'new', 'TST-001', '--book', `kirja ${code}`],
  ['rules', 'list', '--book', `kirja ${code}`],
  ['rules', 'coverage', '--book', `kirja ${code}`],
  ['rules', 'guide', `opas ${code}.md`],
  ['rules', 'diff', '2026.1', '2026.4', `kulut ${code}.csv`],
  ['template', `tyhjä ${code}.xlsx`],
  ['batch', '.', '--out', 'ajo', '--metrics', 'ajo.prom'],
  ['batch', `puuttuu ${code}`, '--out', 'ajo-2'],
  ['batch', '.', '--inbox', 'sisään', '--quiet-time', '0', '--out', 'ajo-3'],
  ['init', '--yes', '--input', `kulut ${code}.csv`],
  ['handover', '--archive', 'kaikki.age', '--to', opening.recipient],
]

it('no command tells a name of a file, folder or workspace with an identity code in it, in order or broken', { timeout: 400_000 }, async () => {
  const told: string[] = []
  const call = async (argv: readonly string[]) => {
    const { stdout, stderr, exitCode } = await runKorvaus([...argv, ...asOf], folder)
    expect(exitCode, `${argv.join(' ')}: ${stderr}`).not.toBe(70)
    for (const text of [stdout, stderr]) if (withoutSpaces(text).includes(code)) told.push(`${argv.join(' ')}: ${around(text)}`)
  }
  for (const [index, argv] of lines().entries()) {
    await call([...argv, '--lang', ['fi', 'sv', 'en'][index % 3] as string])
    if (argv[1] !== 'other') for (const format of inFormats[argv[0] as string] ?? []) await call([...argv, '--format', format])
  }
  for (const [broken, bytes] of [[`hinnat ${code}.yaml`, 'rates: {'], [`vastaukset ${code}.yaml`, 'sheets: {'], [`kulut ${code}.csv`, '%PDF-1.7'], [`rekisteri ${code}.db`, 'x'], [`avain ${code}/oma.ed25519`, 'x'], ['korvaus.yaml', `inputs: [{ path: "kulut ${code}.csv", "${code}": 1 }]`]] as const) {
    const whole = await readFile(join(folder, broken))
    await writeFile(join(folder, broken), bytes)
    for (const argv of [['doctor', '--format', 'json'], ['check', '--format', 'json'], ['claims', 'list'], ['map'], ['prepare', '--period', '2026-03', '--yes']]) await call(argv)
    await rm(join(folder, broken))
    for (const argv of [['doctor'], ['check', '--format', 'json'], ['handover']]) await call(argv)
    if (broken.startsWith('kulut')) await call(['batch', '.', '--out', 'ajo-4'])
    await writeFile(join(folder, broken), whole)
  }
  expect(told).toEqual([])
  const own = [`kulut ${code}.csv`, `vastaukset ${code}.yaml`, 'korvaus.yaml', 'korvaus.yaml.proposed']
  const written = await everyFile(folder, own)
  expect(written.filter(({ where, text }) => where !== 'a file name' && withoutSpaces(text).includes(code)).map(({ where, text }) => `${where}: ${around(text)}`)).toEqual([])
  const ofBatches = (await Promise.all(['ajo', 'ajo-2', 'ajo-3', 'ajo-4'].map((name) => readdir(join(folder, name), { recursive: true }).catch(() => [])))).flat()
  expect(ofBatches.filter((name) => name.includes(code))).toEqual([])
})

it('a sealed archive holds each file under its own name all the same', async () => {
  await runKorvaus(['keys', 'new', `avain ${code}/oma.ed25519`], folder)
  expect(await runKorvaus(['handover', '--archive', 'kaikki.age', '--to', opening.recipient], folder)).toMatchObject({ exitCode: 0 })
  const archive = await openBytes(new Uint8Array(await readFile(join(folder, 'kaikki.age'))), [opening.identity])
  expect(archive).toContain(`kulut ${code}.csv`)
  await mkdir(join(above, 'muualla'))
  await writeFile(join(above, 'avaus.age'), opening.identity)
  expect(await runKorvaus(['handover', '--open', join(folder, 'kaikki.age'), '--identity', '../avaus.age'], join(above, 'muualla'))).toMatchObject({ exitCode: 0 })
  expect(await readdir(join(above, 'muualla'))).toContain(`kulut ${code}.csv`)
})

function around(text: string): string {
  const at = text.indexOf(code)
  return text.slice(Math.max(0, at - 80), at + 60)
}
