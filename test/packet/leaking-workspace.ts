import ExcelJS from 'exceljs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What must never be seen, by where it is planted. */
export interface Planted {
  /** Identity codes, e-mail addresses and phone numbers: planted in every cell that takes a text, and in file names. */
  readonly identifiers: readonly string[]
  /** Names: planted where nothing may be shown, and in every text of a case under non-disclosure. */
  readonly names: readonly string[]
  /** Municipalities: planted as the homes of all cases, and in every text of a case under non-disclosure. */
  readonly places: readonly string[]
}

export interface LeakingWorkspace {
  readonly folder: string
  readonly file: string
}

const costs = ['Rivitunnus', 'Asiakastunnus', 'Palvelupäivä', 'Kustannuslaji', 'Kuvaus', 'Erityistarpeen perustelu', 'Palveluntuottaja', 'Tuottajan laji', 'Määrä', 'Yksikkö', 'Yksikköhinta', 'Netto', 'ALV', 'Brutto', 'Tositenumero', 'Tositepäivä', 'Tili', 'Kustannuspaikka', 'Päätösnumero', 'Hyvittää rivin', 'Työntekijän tunnus', 'Tunnit', 'Huomioita']
const cases = ['Asiakastunnus', 'Henkilötunnus', 'Syntymäaika', 'Otettu auttamisjärjestelmään', 'Ottamisperuste', 'Suomen kansalainen', 'Turvakielto', 'Oleskeluluvan peruste', 'Johtajan lausunto', 'Lausuntopäivä', 'Nimi']
const good: Record<string, string | number> = { Palvelupäivä: '2026-03-04', Kustannuslaji: 'Terveydenhuolto', Kuvaus: 'Traumaterapia', 'Erityistarpeen perustelu': 'Ihmiskaupasta johtuva hoidon tarve', Palveluntuottaja: 'Terapiakeskus', 'Tuottajan laji': 'Yritys', Netto: 100, ALV: 0, Brutto: 100, Päätösnumero: 'D1' }

/** Writes a workspace whose service log holds secrets in every cell that takes a text, one column at a time. */
export async function leakingWorkspace({ identifiers, names, places }: Planted, korvausYaml = '', { file = `loki ${identifiers[0]}.xlsx`, headings = [] as readonly string[], costsSheet = 'Kustannukset' } = {}): Promise<LeakingWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), 'korvaus-leak-'))
  const workbook = new ExcelJS.Workbook()
  const pick = (list: readonly string[], index: number) => list[index % list.length] as string
  const [costSheet, caseSheet, residences, decisions] = [costsSheet, 'Asiakkaat', 'Kotikunnat', 'Päätökset'].map((name) => workbook.addWorksheet(name)) as [ExcelJS.Worksheet, ExcelJS.Worksheet, ExcelJS.Worksheet, ExcelJS.Worksheet]
  costSheet.addRow([...costs, `Lisätieto ${identifiers[1 % identifiers.length]}`, ...headings])
  const row = (id: string, theCase: string, more: Record<string, string | number> = {}) => costSheet.addRow(costs.map((column) => ({ ...good, Rivitunnus: id, Asiakastunnus: theCase, Tositenumero: `T-${id}`, ...more })[column] ?? ''))
  row('OK-1', 'C')
  row('OK-2', 'C', { Huomioita: `${pick(names, 0)} ${pick(identifiers, 0)}` })
  row('OK-4', 'C', { Kuvaus: `${pick(names, 0)}n hoito`, 'Erityistarpeen perustelu': `Ihmiskaupan uhrin ${pick(names, 0)} hoidon tarve, kertoo ${pick(names, 0)}`, Palveluntuottaja: `${pick(names, 0)} ja muut`, Kustannuspaikka: pick(names, 0), Tili: `4340 ${pick(names, 0)}` })
  row('OK-3', 'S', { Kuvaus: `${pick(names, 0)} muutti, uusi koti ${pick(places, 1)}`, 'Erityistarpeen perustelu': `${pick(names, 1)} uhkaa yhä ihmiskaupan uhria, ${pick(places, 1)}`, Palveluntuottaja: `${pick(names, 2)} ${pick(places, 1)}`, Tositenumero: `${pick(names, 0)} ${pick(places, 1)}`, Kustannuspaikka: `${pick(names, 1)} ${pick(places, 0)}`, Tili: `4340 ${pick(places, 1)}` })
  for (const column of ['Kuvaus', 'Erityistarpeen perustelu', 'Palveluntuottaja', 'Tositenumero', 'Kustannuspaikka', 'Tili', 'Työntekijän tunnus']) row(`PL-${column}`, 'S', { [column]: `${pick(places, 1)}, turvakoti uhrille` })
  costs.forEach((column, index) => {
    identifiers.forEach((secret, which) => row(`I-${index}-${which}`, 'C', { [column]: which % 2 === 0 ? secret : `${secret} asia` }))
  })
  const hidden = ['Kuvaus', 'Erityistarpeen perustelu', 'Palveluntuottaja', 'Tositenumero', 'Kustannuspaikka', 'Tili', 'Työntekijän tunnus', 'Huomioita']
  row('N-0', 'N', Object.fromEntries(hidden.map((column, index) => [column, `${pick(names, index)} tarvitsee apua uhrina`])))
  row('U-0', 'N', { Palvelupäivä: '2026-13-45', Netto: 'x', ...Object.fromEntries(hidden.map((column, index) => [column, `${pick(names, index + 1)} tarvitsee apua`])) })
  caseSheet.addRow(cases)
  const person = (theCase: string, more: Record<string, string>) => caseSheet.addRow(cases.map((column) => ({ Asiakastunnus: theCase, 'Otettu auttamisjärjestelmään': '2025-01-01', Ottamisperuste: 'victim', Nimi: pick(names, 0), ...more })[column] ?? ''))
  person('A', { Henkilötunnus: identifiers[0] as string, Turvakielto: 'ei', 'Oleskeluluvan peruste': `${pick(identifiers, 2)} ${pick(names, 1)}`, 'Johtajan lausunto': `${pick(identifiers, 3)} ${pick(names, 2)}` })
  person('N', { Henkilötunnus: pick(identifiers, 1), Turvakielto: 'kyllä', Syntymäaika: pick(identifiers, 0), Lausuntopäivä: pick(identifiers, 2) })
  person('C', { Henkilötunnus: '010190-901R', Turvakielto: 'ei', 'Johtajan lausunto': pick(names, 2) })
  person('S', { Turvakielto: 'kyllä', 'Oleskeluluvan peruste': pick(names, 1) })
  cases.forEach((column, index) => person(`P${index}`, column === 'Asiakastunnus' ? { Asiakastunnus: pick(identifiers, index) } : { [column]: pick(identifiers, index) }))
  residences.addRow(['Asiakastunnus', 'Kotikunta', 'Alkaen', 'Päättyen'])
  for (const [index, theCase] of ['A', 'N', 'C', 'S'].entries()) residences.addRow([theCase, pick(places, index), '2025-01-01'])
  residences.addRow(['N', pick(names, 0), '2020-01-01'])
  residences.addRow(['S', pick(names, 1), '2020-01-01', '2024-12-31'])
  residences.addRow([pick(identifiers, 0), pick(identifiers, 1), pick(identifiers, 2)])
  decisions.addRow(['Päätösnumero', 'Asiakastunnus', 'Viranomainen', 'Päätöspäivä', 'Voimassa alkaen', 'Voimassa asti', 'Kustannuslajit', 'Ratkaisu'])
  for (const theCase of ['A', 'N', 'C', 'S']) decisions.addRow(['D1', theCase, 'Lounais-Suomen elinvoimakeskus', '2026-01-10', '2026-01-01', '2026-12-31', '', 'Myönnetty'])
  decisions.addRow(['D3', 'S', `${pick(places, 1)}n sosiaalitoimi`, '2026-01-10', '2026-01-01', '2026-12-31', '', 'Myönnetty'])
  row('PL-DEC', 'S', { Päätösnumero: 'D3' })
  decisions.addRow([pick(identifiers, 0), 'A', pick(identifiers, 1), pick(identifiers, 2), '2026-01-01', '2026-12-31', pick(identifiers, 0), pick(identifiers, 1)])
  decisions.addRow(['D2', 'A', `Keskus ${pick(identifiers, 2)}`, '2026-01-10', '2026-01-01', '2026-12-31', '', 'Myönnetty'])
  row('DEC', 'A', { Päätösnumero: 'D2' })
  workbook.addWorksheet(`${(identifiers[2 % identifiers.length] as string).slice(0, 25).replace(/[*?:\\/[\]]/g, '')}`).addRow(['muuta'])
  await writeFile(join(folder, file), new Uint8Array(await workbook.xlsx.writeBuffer()))
  await mkdir(join(folder, 'keys'))
  await writeFile(join(folder, 'korvaus.yaml'), `claimant: { kind: wellbeing-services-county, name: Esimerkin hyvinvointialue, businessId: 1234567-1, county: "05", iban: FI21 1234 5600 0007 85 }\ninputs: [{ path: "${file}" }]\n${korvausYaml}`)
  return { folder, file }
}
