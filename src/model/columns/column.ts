import type { Localized } from '../language.js'

/** What a column holds; `choice` columns name their values. */
export type ColumnType = 'text' | 'date' | 'money' | 'number' | 'yes-no' | 'choice' | 'choices'

/**
 * What a column could tell of a person, and so where its cells may stand:
 *
 * - `identity`: says who somebody is. Read to be checked and sealed; it stands nowhere else.
 * - `name`: a code by which the organisation knows something. It stands in outputs, so it must identify nobody; pseudonyms
 *   take its place where the workspace asks for them, and under non-disclosure.
 * - `place`: says where somebody lives, is helped or comes from. Withheld under non-disclosure.
 * - `text`: free text, in which anything may stand. Searched, masked, and withheld under non-disclosure or when in doubt.
 * - `plain`: days, amounts, counts, yes and no, and values of lists.
 */
export type PrivacyClass = 'identity' | 'name' | 'place' | 'text' | 'plain'

/** What a code of the class `name` names, where it is the same thing in every cell that holds the code. */
export const namedThings = ['case', 'item', 'voucher', 'decision', 'worker'] as const
export type NamedThing = (typeof namedThings)[number]

/** An invented value for the example row of the blank workbook. */
export type ExampleValue = string | number | boolean | Date | Localized | { readonly code: string } | { readonly codes: readonly string[] }

type InLanguages = Partial<Localized>

/** What is said of a column beside its key, its type and its heading. Lists of headings have a bar between them. */
interface ColumnDetails {
  readonly privacy: PrivacyClass
  /** What its codes name, for the class `name`. */
  readonly names?: NamedThing
  /** Whether an item, case, residence or decision is unreadable without it. */
  readonly must?: true
  /** Whether the rules ask for it, though the reader does without. */
  readonly asked?: true
  /** The values of a `choice` or of the comma list of a `choices` column, with their names. */
  readonly choices?: ReadonlyArray<readonly [code: string, names: Localized]>
  readonly help?: Localized
  readonly example?: ExampleValue
  /** What exports of ledgers, invoice systems and client systems call it, the surest first. */
  readonly synonyms?: InLanguages
  /** Headings that may mean several columns, and most likely this one. */
  readonly likely?: string
  /** Headings that may mean this column, and more likely another. */
  readonly possible?: string
}

export interface Column extends Omit<ColumnDetails, 'must'> {
  readonly key: string
  readonly heading: Localized
  readonly type: ColumnType
  readonly must: boolean
}

/** A column of the service log: everything that the program knows of it. */
export function column<Key extends string, Type extends ColumnType, const Details extends ColumnDetails>(key: Key, type: Type, heading: Localized, details: Details) {
  return { key, type, heading, ...details, must: (details.must ?? false) as Details extends { readonly must: true } ? true : false }
}

/** One text in each language. */
export function text(fi: string, sv: string, en: string): Localized {
  return { fi, sv, en }
}

/** The values of a list with their names. */
export function named<Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, Localized>>): ReadonlyArray<readonly [Code, Localized]> {
  return codes.map((code) => [code, names[code]] as const)
}

/** A day as a cell holds it. */
export function day(year: number, month: number, date: number): Date {
  return new Date(Date.UTC(year, month - 1, date))
}

/** The headings of a list that has bars between them. */
export function headingsIn(list: string | undefined): string[] {
  return list === undefined ? [] : list.trim().split(/\s*\|\s*/)
}

/** What stands for the name of a row that shows how to fill in a table; such a row is never read. */
export const exampleMarks: Localized = { fi: 'ESIMERKKI', sv: 'EXEMPEL', en: 'EXAMPLE' }

/** What a client is known by, the same in every table. */
export const caseSynonyms = {
  fi: `
    Asiakasnumero | Asiakasnro | Asiakas-ID | Asiakaskoodi | Asiakkaan tunnus | Asiakastunniste | Pseudonyymi | Tapaustunnus |
    Asiakasviite | Asiakas`,
  sv: 'Klientnummer | Klient-ID | Kundnummer | Kund-ID | Kundkod | Kundreferens | Klient | Ärende-ID',
  en: 'Client ID | Client number | Client code | Customer ID | Customer number | Case number | Client | Case',
}
