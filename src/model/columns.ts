import type { Localized } from './language.js'
import { admissionGrounds, categories, costBases, decisionResults, providerKinds, statementResults, units } from './values.js'
import {
  admissionGroundNames, categoryNames, costBasisNames, decisionResultNames, providerKindNames, statementResultNames, unitNames,
} from './value-names.js'

/** What a column holds; `choice` columns name their values. */
export type ColumnType = 'text' | 'date' | 'money' | 'number' | 'yes-no' | 'choice' | 'choices'

export interface Column {
  readonly key: string
  readonly heading: Localized
  readonly type: ColumnType
  /** Whether an item, case, residence or decision is unreadable without it. */
  readonly must: boolean
  /** The values of a `choice` or of the comma list of a `choices` column, with their names. */
  readonly choices?: ReadonlyArray<readonly [code: string, names: Localized]>
}

export const sheetKinds = ['costs', 'cases', 'residences', 'decisions'] as const
export type SheetKind = (typeof sheetKinds)[number]

export const sheetNames: Record<SheetKind, Localized> = {
  costs: { fi: 'Kustannukset', sv: 'Kostnader', en: 'Costs' },
  cases: { fi: 'Asiakkaat', sv: 'Klienter', en: 'Cases' },
  residences: { fi: 'Kotikunnat', sv: 'Hemkommuner', en: 'Residences' },
  decisions: { fi: 'Päätökset', sv: 'Beslut', en: 'Decisions' },
}

const named = <Code extends string>(codes: readonly Code[], names: Record<Code, Localized>) => codes.map((code) => [code, names[code]] as const)

function column<Key extends string>(key: Key, type: ColumnType, must: boolean, fi: string, sv: string, en: string, choices?: Column['choices']) {
  return { key, type, must, heading: { fi, sv, en }, ...(choices ? { choices } : {}) }
}

export const costColumns = [
  column('id', 'text', true, 'Rivitunnus', 'Radnummer', 'Item ID'),
  column('case', 'text', true, 'Asiakastunnus', 'Klientkod', 'Case ID'),
  column('serviceDate', 'date', true, 'Palvelupäivä', 'Servicedatum', 'Service date'),
  column('serviceEnd', 'date', false, 'Palvelu päättyi', 'Service avslutad', 'Service end'),
  column('category', 'choice', true, 'Kustannuslaji', 'Kostnadsslag', 'Category', named(categories, categoryNames)),
  column('description', 'text', true, 'Kuvaus', 'Beskrivning', 'Description'),
  column('need', 'text', true, 'Erityistarpeen perustelu', 'Motivering av specialbehov', 'Special need'),
  column('provider', 'text', false, 'Palveluntuottaja', 'Serviceproducent', 'Provider'),
  column('providerKind', 'choice', true, 'Tuottajan laji', 'Producentens art', 'Provider kind', named(providerKinds, providerKindNames)),
  column('quantity', 'number', false, 'Määrä', 'Antal', 'Quantity'),
  column('unit', 'choice', false, 'Yksikkö', 'Enhet', 'Unit', named(units, unitNames)),
  column('unitPrice', 'number', false, 'Yksikköhinta', 'Enhetspris', 'Unit price'),
  column('net', 'money', false, 'Netto', 'Netto', 'Net'),
  column('vat', 'money', false, 'ALV', 'Moms', 'VAT'),
  column('gross', 'money', false, 'Brutto', 'Brutto', 'Gross'),
  column('deductions', 'money', false, 'Vähennykset', 'Avdrag', 'Deductions'),
  column('costBasis', 'choice', false, 'Kustannusperuste', 'Kostnadsgrund', 'Cost basis', named(costBases, costBasisNames)),
  column('voucher', 'text', true, 'Tositenumero', 'Verifikatnummer', 'Voucher'),
  column('voucherDate', 'date', false, 'Tositepäivä', 'Verifikatdatum', 'Voucher date'),
  column('account', 'text', false, 'Tili', 'Konto', 'Account'),
  column('costCentre', 'text', false, 'Kustannuspaikka', 'Kostnadsställe', 'Cost centre'),
  column('decision', 'text', false, 'Päätösnumero', 'Beslutsnummer', 'Decision number'),
  column('credits', 'text', false, 'Hyvittää rivin', 'Krediterar rad', 'Credits item'),
  column('worker', 'text', false, 'Työntekijän tunnus', 'Arbetstagarens kod', 'Worker code'),
  column('hours', 'number', false, 'Tunnit', 'Timmar', 'Hours'),
] as const satisfies readonly Column[]

export const caseColumns = [
  column('case', 'text', true, 'Asiakastunnus', 'Klientkod', 'Case ID'),
  column('name', 'text', false, 'Nimi', 'Namn', 'Name'),
  column('personalId', 'text', false, 'Henkilötunnus', 'Personbeteckning', 'Personal ID'),
  column('birthDate', 'date', false, 'Syntymäaika', 'Födelsedatum', 'Birth date'),
  column('admittedOn', 'date', false, 'Otettu auttamisjärjestelmään', 'Upptagen i hjälpsystemet', 'Admitted on'),
  column('removedOn', 'date', false, 'Poistettu auttamisjärjestelmästä', 'Avförd ur hjälpsystemet', 'Removed on'),
  column('admissionGround', 'choice', false, 'Ottamisperuste', 'Upptagningsgrund', 'Admission ground', named(admissionGrounds, admissionGroundNames)),
  column('finnishCitizen', 'yes-no', false, 'Suomen kansalainen', 'Finsk medborgare', 'Finnish citizen'),
  column('nonDisclosure', 'yes-no', false, 'Turvakielto', 'Spärrmarkering', 'Non-disclosure'),
  column('unaccompanied', 'yes-no', false, 'Ilman huoltajaa', 'Utan vårdnadshavare', 'Unaccompanied'),
  column('permitBasis', 'text', false, 'Oleskeluluvan peruste', 'Uppehållstillståndets grund', 'Permit basis'),
  column('permitFrom', 'date', false, 'Lupa alkaen', 'Tillstånd från', 'Permit from'),
  column('lumpSumFrom', 'date', false, 'Laskennallinen korvaus alkaen', 'Kalkylerad ersättning från', 'Lump sum from'),
  column('lumpSumTo', 'date', false, 'Laskennallinen korvaus päättyen', 'Kalkylerad ersättning till', 'Lump sum to'),
  column('statement', 'text', false, 'Johtajan lausunto', 'Föreståndarens utlåtande', "Director's statement"),
  column('statementOn', 'date', false, 'Lausuntopäivä', 'Utlåtandedatum', 'Statement date'),
  column('statementResult', 'choice', false, 'Lausunnon tulos', 'Utlåtandets resultat', 'Statement result', named(statementResults, statementResultNames)),
] as const satisfies readonly Column[]

export const residenceColumns = [
  column('case', 'text', true, 'Asiakastunnus', 'Klientkod', 'Case ID'),
  column('municipality', 'text', true, 'Kotikunta', 'Hemkommun', 'Municipality'),
  column('from', 'date', true, 'Alkaen', 'Från', 'From'),
  column('to', 'date', false, 'Päättyen', 'Till', 'To'),
] as const satisfies readonly Column[]

export const decisionColumns = [
  column('decision', 'text', true, 'Päätösnumero', 'Beslutsnummer', 'Decision number'),
  column('case', 'text', true, 'Asiakastunnus', 'Klientkod', 'Case ID'),
  column('authority', 'text', false, 'Viranomainen', 'Myndighet', 'Authority'),
  column('decidedOn', 'date', false, 'Päätöspäivä', 'Beslutsdatum', 'Decided on'),
  column('validFrom', 'date', false, 'Voimassa alkaen', 'Giltig från', 'Valid from'),
  column('validTo', 'date', false, 'Voimassa asti', 'Giltig till', 'Valid to'),
  column('categories', 'choices', false, 'Kustannuslajit', 'Kostnadsslag', 'Categories', named(categories, categoryNames)),
  column('result', 'choice', false, 'Ratkaisu', 'Avgörande', 'Result', named(decisionResults, decisionResultNames)),
] as const satisfies readonly Column[]

/** The columns of each sheet, in the order of the blank workbook. */
export const columnsOf: Record<SheetKind, readonly Column[]> = {
  costs: costColumns,
  cases: caseColumns,
  residences: residenceColumns,
  decisions: decisionColumns,
}

export type CostKey = (typeof costColumns)[number]['key']

/** What stands for the name of a row that shows how to fill in a table; such a row is never read. */
export const exampleMarks: Localized = { fi: 'ESIMERKKI', sv: 'EXEMPEL', en: 'EXAMPLE' }

/** The column of each table that names its rows. */
export const namingKeys: Record<SheetKind, string> = { costs: 'id', cases: 'case', residences: 'case', decisions: 'decision' }
