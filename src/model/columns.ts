import type { z } from 'zod'
import { amountColumns } from './columns/amount-columns.js'
import { caseColumns } from './columns/case-columns.js'
import { headingsIn, type Column, type NamedThing } from './columns/column.js'
import { decisionColumns } from './columns/decision-columns.js'
import { ledgerColumns } from './columns/ledger-columns.js'
import { residenceColumns } from './columns/residence-columns.js'
import { serviceColumns } from './columns/service-columns.js'
import type { Localized } from './language.js'
import type { Cents } from './money.js'
import type { isoDateSchema } from './values.js'

export { caseColumns, decisionColumns, residenceColumns }
export { exampleMarks, namedThings } from './columns/column.js'
export type { Column, ColumnType, NamedThing } from './columns/column.js'

export const sheetKinds = ['costs', 'cases', 'residences', 'decisions'] as const
export type SheetKind = (typeof sheetKinds)[number]

export const sheetNames: Record<SheetKind, Localized> = {
  costs: { fi: 'Kustannukset', sv: 'Kostnader', en: 'Costs' },
  cases: { fi: 'Asiakkaat', sv: 'Klienter', en: 'Cases' },
  residences: { fi: 'Kotikunnat', sv: 'Hemkommuner', en: 'Residences' },
  decisions: { fi: 'Päätökset', sv: 'Beslut', en: 'Decisions' },
}

export const costColumns = [...serviceColumns, ...amountColumns, ...ledgerColumns] as const satisfies readonly Column[]

/** The columns of each sheet, in the order of the blank workbook. The first one names the row. */
export const columnsOf: Record<SheetKind, readonly Column[]> = {
  costs: costColumns,
  cases: caseColumns,
  residences: residenceColumns,
  decisions: decisionColumns,
}

export type CostKey = (typeof costColumns)[number]['key']

/** The column of each table that names its rows. */
export const namingKeys = Object.fromEntries(sheetKinds.map((kind) => [kind, columnsOf[kind][0]?.key])) as Record<SheetKind, string>

const homes: Readonly<Partial<Record<NamedThing, SheetKind>>> = { case: 'cases', decision: 'decisions' }

/** The other table whose rows the codes of a column name, if any. */
export function referenceOf(kind: SheetKind, { names }: Column): SheetKind | undefined {
  const home = names === undefined ? undefined : homes[names]
  return home === kind ? undefined : home
}

/** What exports call a column, in the three languages, the surest first. */
export function synonymsOf({ synonyms }: Column): string[] {
  return [synonyms?.fi, synonyms?.sv, synonyms?.en].flatMap(headingsIn)
}

/** The columns that a heading of several meanings may be, the likeliest first, by the headings of a table. */
export function meaningsOf(kind: SheetKind): Map<string, string[]> {
  const meanings = new Map<string, string[]>()
  for (const rank of ['likely', 'possible'] as const) {
    for (const column of columnsOf[kind]) {
      for (const heading of headingsIn(column[rank])) meanings.set(heading, [...(meanings.get(heading) ?? []), column.key])
    }
  }
  return meanings
}

type ValueOf<One extends Column> = One['type'] extends 'yes-no'
  ? boolean
  : One['type'] extends 'money'
    ? Cents
    : One['type'] extends 'date'
      ? z.infer<typeof isoDateSchema>
      : One extends { readonly choices: ReadonlyArray<readonly [infer Code, Localized]> }
        ? One['type'] extends 'choices'
          ? Code[]
          : Code
        : string

/** A row of a table as it was read. Absent keys are empty or unreadable cells; without `Needed` there is no row. */
export type RowOf<Columns extends readonly Column[], Needed extends Columns[number]['key']> = {
  readonly [One in Columns[number] as One['key'] extends Needed ? One['key'] : never]: ValueOf<One>
} & {
  readonly [One in Columns[number] as One['key'] extends Needed ? never : One['key']]?: ValueOf<One> | undefined
}

/** The keys of the columns without which a row is unreadable. */
export type MustKey<Columns extends readonly Column[]> = Extract<Columns[number], { readonly must: true }>['key']
