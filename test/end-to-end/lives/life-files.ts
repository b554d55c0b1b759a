import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { utils, write } from 'xlsx'
import { sheetKinds, sheetNames, type SheetKind } from '../../../src/model/columns.js'
import { aClient, aCost, cellsOf, csvOfCells, logFiles, logOf, type LogRow, type SmallLog } from '../small-workspace.js'
import { lifeClaimants, type Life, type LifeCost } from './life.js'

/** Of each kind of claimant what korvaus.yaml says of it, and a municipality whose people are its own. */
const claimants: Readonly<Record<(typeof lifeClaimants)[number], readonly [area: string, home: string]>> = {
  'municipality': [', municipality: "853", programme: { arranged: true, agreement: KEHA/1 }', 'Turku'],
  'wellbeing-services-county': [', county: "05"', 'Turku'],
  'city-of-helsinki': ['', 'Helsinki'],
  'aland-municipality': [', municipality: "478"', 'Maarianhamina'],
  'aland-health-authority': ['', 'Maarianhamina'],
  'hus': ['', 'Helsinki'],
}
const clients = ['A-1', 'B-2', 'C-3']

/** Writes the settings of a life, and what stands beside its log. */
export async function writeSettings(folder: string, life: Life, register?: string): Promise<void> {
  const mapping = needsMapping(life) ? ', mapping: mapping.yaml' : ''
  const logs = life.files === 'csv' ? sheetKinds.map((kind) => logFiles[kind]) : [`loki.${life.files}`]
  const inputs = logs.map((path) => `  - { path: ${path}${path === logFiles.costs || life.files !== 'csv' ? mapping : ''} }\n`).join('')
  const claimant = `claimant: { kind: ${life.claimant}, name: Esimerkki, businessId: 1234567-1${claimants[life.claimant][0]}, iban: FI21 1234 5600 0007 85 }`
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'korvaus.yaml'), `${claimant}\nlanguage: ${life.language}\ninputs:\n${inputs}policies: { ownWorkRates: rates.yaml }\n${life.pseudonyms ? 'pseudonyms: per-packet\n' : ''}${register === undefined ? '' : `register: ${register}\n`}`)
  await writeFile(join(folder, 'rates.yaml'), 'rates:\n  - { from: 2026-01-01, eurosPerHour: "48.20", source: Palkkatilasto }\n')
  if (mapping !== '') await writeFile(join(folder, 'mapping.yaml'), mappingOf(life))
  if (life.joined) await writeFile(join(folder, 'perustelut.csv'), csvOfCells([['Asiakas', 'Perustelu'], ...clients.map((client) => [client, 'Uhriasemasta johtuva tarve: traumaan perehtynyt tuki, sovittu suunnitelmassa.'])]))
}

/** Writes the log of a life with these costs. */
export async function writeCosts(folder: string, life: Life, costs: readonly LogRow[]): Promise<void> {
  const log: SmallLog = logOf(costs, ...clientsOf(life))
  const cells = (kind: SheetKind) => (kind === 'costs' ? inTheirWords(life, cellsOf(kind, log[kind])) : cellsOf(kind, log[kind]))
  if (life.files === 'csv') {
    for (const kind of sheetKinds) await writeFile(join(folder, logFiles[kind]), csvOfCells(cells(kind)))
    return
  }
  const book = utils.book_new()
  for (const kind of sheetKinds) utils.book_append_sheet(book, utils.aoa_to_sheet(cells(kind).map((row) => row.map(asCell))), sheetNames[kind].fi)
  await writeFile(join(folder, `loki.${life.files}`), write(book, { type: 'buffer', bookType: life.files }) as Uint8Array)
}

/** The row of a cost under an ID. */
export function rowOf({ client, month, day, cents, flaw }: LifeCost, id: string): LogRow {
  const flawed = {
    'none': {},
    'no-decision': { decision: '' },
    'own-work': { providerKind: 'own', provider: '', net: '', vat: '', worker: 'TT-1', hours: String(cents % 9 + 1) },
    'identity-in-text': { description: 'Tuki, 010190Y900P' },
  }[flaw]
  return aCost(id, { case: clients[client] as string, decision: `P-${client}`, serviceDate: dayOf(month, day), net: euros(cents), hours: '', worker: '', ...flawed })
}

export function dayOf(month: number, day: number): string {
  return `2026-0${month}-${String(day).padStart(2, '0')}`
}

export function euros(cents: number): string {
  return (cents / 100).toFixed(2).replace('.', ',')
}

function clientsOf({ claimant, protectedClient, movedClient, twoRowDecisions }: Life) {
  return clients.map((id, index) => {
    const client = aClient(id, `P-${index}`, { nonDisclosure: protectedClient && index === 1 ? 'kyllä' : 'ei', personalId: index === 2 ? '010190Y900P' : '', ...(index === 2 ? { birthDate: '1990-01-01' } : {}) })
    const [decision] = client.decisions
    const home = { case: id, municipality: claimants[claimant][1], from: '2018-01-01' }
    const residences = movedClient && index === 0 ? [{ ...home, to: '2026-03-09' }, { ...home, municipality: 'Kuopio', from: '2026-03-10' }] : [home]
    return { ...client, residences, decisions: twoRowDecisions ? [{ ...decision, validTo: '2026-03-10' }, { ...decision, validFrom: '2026-03-11' }] : client.decisions }
  })
}

function needsMapping({ mapped, joined }: Life): boolean {
  return mapped || joined
}

function mappingOf({ mapped, joined }: Life): string {
  const headings = [...(mapped ? ['Laji X: category'] : []), ...(joined ? ['Vanha perustelu: skip'] : [])]
  return [
    `headings: { ${headings.join(', ')} }\n`,
    mapped ? 'values: { category: { Tukiapu: SOCIAL } }\n' : '',
    joined ? 'joins:\n  - { column: need, by: Asiakastunnus, file: perustelut.csv, match: Asiakas, take: Perustelu }\n' : '',
  ].join('')
}

/** The costs as an office has them that needs a mapping. */
function inTheirWords({ mapped, joined }: Life, cells: readonly (readonly string[])[]): string[][] {
  const words = new Map<string, string>([...(mapped ? [['Kustannuslaji', 'Laji X'], ['SOCIAL', 'Tukiapu']] as const : []), ...(joined ? [['Erityistarpeen perustelu', 'Vanha perustelu']] as const : [])])
  return cells.map((row) => row.map((cell) => words.get(cell) ?? cell))
}

function asCell(text: string): string | number | null {
  if (text === '') return null
  return /^-?\d+,\d\d$/.test(text) ? Number(text.replace(',', '.')) : text
}
