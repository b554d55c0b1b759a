import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { columnsOf, sheetKinds, type SheetKind } from '../../src/model/columns.js'

/** A row of the service log by the keys of its columns. */
export type LogRow = Readonly<Record<string, string>>
export type SmallLog = Readonly<Record<SheetKind, readonly LogRow[]>>

/** The csv files of a small workspace, by their tables. */
export const logFiles: Readonly<Record<SheetKind, string>> = { costs: 'kustannukset.csv', cases: 'asiakkaat.csv', residences: 'kotikunnat.csv', decisions: 'paatokset.csv' }

const need = 'Uhriasemasta johtuva tarve: traumaan perehtynyt tuki, sovittu asiakassuunnitelmassa.'

/** A cost of case A-1 in March 2026 that can be claimed. */
export function aCost(id: string, more: LogRow = {}): LogRow {
  return { id, case: 'A-1', serviceDate: '2026-03-02', category: 'SOCIAL', description: 'Tukikäynti', need, provider: 'Tukipalvelu Oy', providerKind: 'company', net: '100,00', vat: '0,00', voucher: `T-${id}`, decision: 'P-1', ...more }
}

/** A client with a residence in the area and a decision in force. */
export function aClient(id: string, decision: string, more: LogRow = {}): Omit<SmallLog, 'costs'> {
  return {
    cases: [{ case: id, birthDate: '1980-05-01', admittedOn: '2018-02-01', admissionGround: 'victim', finnishCitizen: 'ei', nonDisclosure: 'ei', ...more }],
    residences: [{ case: id, municipality: 'Turku', from: '2018-01-01' }],
    decisions: [{ decision, case: id, authority: 'Lounais-Suomen elinvoimakeskus', decidedOn: '2026-01-15', validFrom: '2026-01-01', validTo: '2026-12-31', result: 'granted' }],
  }
}

export const firstClient = aClient('A-1', 'P-1')

/** The tables of several clients as one log. */
export function logOf(costs: readonly LogRow[], ...clients: readonly Omit<SmallLog, 'costs'>[]): SmallLog {
  const all = (kind: Exclude<SheetKind, 'costs'>) => clients.flatMap((client) => client[kind])
  return { costs, cases: all('cases'), residences: all('residences'), decisions: all('decisions') }
}

/** Writes a workspace whose service log is four csv files; `config` is appended to its korvaus.yaml. */
export async function smallWorkspace(log: SmallLog, config = '', inputs = Object.values(logFiles).map((path) => `  - { path: ${path} }`).join('\n')): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'korvaus-small-'))
  await writeLog(folder, log)
  await writeFile(join(folder, 'korvaus.yaml'), `claimant: { kind: wellbeing-services-county, name: Esimerkin hyvinvointialue, businessId: 1234567-1, county: "05", iban: FI21 1234 5600 0007 85 }\nlanguage: en\ninputs:\n${inputs}\n${config}`)
  return folder
}

export async function writeLog(folder: string, log: SmallLog): Promise<void> {
  await Promise.all(sheetKinds.map((kind) => writeFile(join(folder, logFiles[kind]), csvOf(kind, log[kind]))))
}

/** One table as csv with the Finnish headings. */
export function csvOf(kind: SheetKind, rows: readonly LogRow[]): string {
  return csvOfCells(cellsOf(kind, rows))
}

/** One table as rows of cells under its Finnish headings. */
export function cellsOf(kind: SheetKind, rows: readonly LogRow[]): string[][] {
  const used = columnsOf[kind].filter(({ key, must }) => must || rows.some((row) => row[key] !== undefined))
  return [used.map(({ heading }) => heading.fi), ...rows.map((row) => used.map(({ key }) => row[key] ?? ''))]
}

export function csvOfCells(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(quoted).join(';')}\n`).join('')
}

function quoted(cell: string): string {
  return /[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
