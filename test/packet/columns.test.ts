import ExcelJS from 'exceljs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { columnsOf, sheetKinds, sheetNames, type Column, type SheetKind } from '../../src/model/columns.js'
import { isReference } from '../../src/model/privacy.js'
import { newOpeningKey, openPersons } from '../../src/packet/seal.js'
import { runKorvaus } from '../commands/run-korvaus.js'
import { everyFile, withoutSpaces, type Seen } from './every-text.js'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

/** What fits a column and may be seen, so that the rows are judged and claimed. */
const harmless: Readonly<Record<string, string | number>> = {
  serviceDate: '2026-03-04', category: 'HEALTH', providerKind: 'company', quantity: 1, unit: 'visit', unitPrice: 100, net: 100, vat: 0, gross: 100,
  costBasis: 'actual', voucherDate: '2026-03-05', admittedOn: '2025-01-01', admissionGround: 'victim', from: '2025-01-01', decidedOn: '2026-01-10',
  validFrom: '2026-01-01', validTo: '2026-12-31', result: 'granted', municipality: 'Turku', authority: 'Lounais-Suomen elinvoimakeskus',
  description: 'Traumaterapia', need: 'Ihmiskaupasta johtuva hoidon tarve', provider: 'Terapiakeskus',
}
/** Birth dates that nothing else in the workspace says. */
const birthDays: Readonly<Record<string, string>> = { A: '1983-07-19', N: '1991-11-23' }
const identityCodes: Readonly<Record<string, string>> = { A: '190783-901C', N: '231191-9029' }

interface Plant {
  readonly kind: SheetKind
  readonly column: Column
  readonly person: string
  readonly secret: string
}

/** One secret in each cell that is not plain, another in each; words that nothing else in the workspace holds. */
function planted(): Plant[] {
  let number = 0
  return sheetKinds.flatMap((kind) => columnsOf[kind].filter((column) => column.privacy !== 'plain' && !isReference(column)).flatMap((column) => ['A', 'N'].map((person) => {
    number += 1
    return { kind, column, person, secret: secretFor(column, person, `zq${number.toString(36)}x${column.key.toLowerCase()}`) }
  })))
}

function secretFor({ key }: Column, person: string, word: string): string {
  if (key === 'birthDate') return birthDays[person] as string
  if (key === 'personalId') return identityCodes[person] as string
  return key === 'need' ? `${word} ${harmless['need'] as string}` : key === 'name' ? `Z${word.slice(1)}` : word
}

async function workspace(plants: readonly Plant[], recipient: string, settings: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'korvaus-columns-'))
  folders.push(folder)
  const workbook = new ExcelJS.Workbook()
  for (const kind of sheetKinds) {
    const sheet = workbook.addWorksheet(sheetNames[kind].fi)
    sheet.addRow(columnsOf[kind].map(({ heading }) => heading.fi))
    const row = (person: string, id: string, only?: Column) => sheet.addRow(columnsOf[kind].map((column) => cellOf(kind, column, person, id, only)))
    const perColumn = plants.filter((one) => one.kind === kind && one.person === 'A').map(({ column }) => column)
    for (const person of ['A', 'N']) {
      if (kind !== 'costs') row(person, `D-${person}`)
      else perColumn.forEach((column, index) => row(person, `R-${person}-${index}`, column))
    }
  }
  await writeFile(join(folder, 'log.xlsx'), new Uint8Array(await workbook.xlsx.writeBuffer()))
  await mkdir(join(folder, 'keys'))
  await writeFile(join(folder, 'korvaus.yaml'), `claimant: { kind: wellbeing-services-county, name: Esimerkin hyvinvointialue, businessId: 1234567-1, county: "05", iban: FI21 1234 5600 0007 85 }\ninputs: [{ path: log.xlsx }]\nseal: { recipients: [${recipient}] }\n${settings}`)
  return folder

  /** A cost row holds the secret of one column, so that no row stands or falls by another; other tables hold them all. */
  function cellOf(kind: SheetKind, column: Column, person: string, id: string, only: Column | undefined): string | number {
    if (column.key === 'id') return id
    if (column.key === 'case') return person
    if (column.key === 'decision') return `D-${person}`
    if (column.key === 'nonDisclosure') return person === 'N' ? 'kyllä' : 'ei'
    if (column.key === 'municipality' || column.key === 'authority') return harmless[column.key] as string
    const plant = plants.find((one) => one.kind === kind && one.column === column && one.person === person)
    if (plant !== undefined && (only === undefined || only === column)) return plant.secret
    return harmless[column.key] ?? (column.key === 'voucher' ? `T-${id}` : '')
  }
}

/** Where a planted text of an open person may be seen outside: as its class says. */
function mayBeSeen({ kind, column: { privacy }, person }: Plant): boolean {
  return person === 'A' && (privacy === 'name' ? kind === 'costs' : (privacy === 'text' || privacy === 'place') && kind === 'costs')
}

const asOf = ['--as-of', '2026-11-23']
const lines = (folder: string): string[][] => [
  ...['text', 'json', 'ndjson', 'sarif', 'junit'].map((format) => ['check', '--format', format, ...asOf]),
  ['check', '--report', 'report-of-check.html', '--log-file', 'korvaus.log', '--log-level', 'debug', ...asOf],
  ['prepare', '--period', '2026-03', '--yes', ...asOf],
  ['verify', join(folder, 'packets/korvaus_1234567-1_2026-03_01'), '--source', 'log.xlsx'],
  ['review', '--list', ...asOf],
  ['explain', 'R-N-0', ...asOf],
  ['unclaimed', '--format', 'json', ...asOf],
  ['claims', 'show', '2026-03/01'],
  ['batch', '.', '--out', 'batch', ...asOf],
  ['doctor'],
]

it.each(['', 'pseudonyms: per-packet\n'])('What is planted in every column by its class stands outside nowhere but where its class allows it (%j).', { timeout: 120_000 }, async (settings) => {
  const { recipient, identity } = await newOpeningKey()
  const plants = planted()
  expect(new Set(plants.map(({ column }) => column.privacy))).toEqual(new Set(['identity', 'name', 'place', 'text']))
  const folder = await workspace(plants, recipient, settings)
  const seen: Seen[] = []
  for (const argv of lines(folder)) {
    const { exitCode, stdout, stderr } = await runKorvaus(argv, folder)
    expect([0, 1], `${argv.join(' ')}: ${stderr}`).toContain(exitCode)
    seen.push({ where: argv.join(' '), text: `${stdout}\n${stderr}` })
  }
  seen.push(...(await everyFile(folder, ['log.xlsx', 'korvaus.yaml'])))
  const secrets = plants.filter((one) => !mayBeSeen(one)).map(({ secret }) => secret)
  const leaks = seen.flatMap(({ where, text }) => {
    const plain = withoutSpaces(text).toLowerCase()
    return secrets.filter((secret) => plain.includes(withoutSpaces(secret).toLowerCase())).map((secret) => `${where}: ${secret}`)
  })
  expect(leaks).toEqual([])
  const packet = join(folder, 'packets/korvaus_1234567-1_2026-03_01')
  const claim = await readFile(join(packet, 'claim.json'), 'utf8')
  const isRenamed = ({ names }: Column) => settings !== '' && names !== undefined
  for (const { secret, column } of plants.filter((one) => mayBeSeen(one) && !isRenamed(one.column))) {
    expect(claim.includes(secret.split(' ')[0] as string) ? '' : `${column.key} is not shown`).toBe('')
  }
  const annex = JSON.stringify((await openPersons(new Uint8Array(await readFile(join(packet, 'persons.age'))), [identity], 'persons.age')).persons)
  for (const { column, secret } of plants.filter(({ kind, person }) => kind === 'cases' || (kind === 'costs' && person === 'N'))) {
    if (column.key !== 'account') expect(annex, column.key).toContain(secret)
  }
})
