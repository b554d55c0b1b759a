import { exampleMarks, type Column, type SheetKind } from '../../model/columns.js'
import type { Language, Localized } from '../../model/language.js'

const text = (fi: string, sv: string, en: string): Localized => ({ fi, sv, en })
const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month - 1, date))

type ExampleValue = string | number | Date | Localized | { readonly code: string } | { readonly codes: readonly string[] } | boolean

/** A row of each table as it might be filled in; everything in it is invented. */
const examples: Readonly<Record<SheetKind, Readonly<Record<string, ExampleValue>>>> = {
  costs: {
    id: exampleMarks, case: 'A-001', serviceDate: day(2026, 3, 2), category: { code: 'INTERPRETING' },
    description: text('Tulkkaus terveydenhuollon käynnillä', 'Tolkning vid besök i hälsovården', 'Interpreting at a health visit'),
    need: text('Ihmiskaupan uhrin hoito edellytti tulkkia', 'Vården av offret för människohandel krävde tolk', 'The care of the victim of trafficking needed an interpreter'),
    provider: text('Esimerkkitulkit Oy', 'Exempeltolkarna Ab', 'Example Interpreters Ltd'), providerKind: { code: 'company' },
    quantity: 2, unit: { code: 'h' }, unitPrice: 62.4, net: 124.8, vat: 31.82, gross: 156.62, deductions: 0, costBasis: { code: 'actual' },
    voucher: '40001', voucherDate: day(2026, 3, 9), account: '434000', costCentre: '6120', decision: '123/2026',
  },
  cases: { case: exampleMarks, birthDate: day(1994, 5, 1), admittedOn: day(2026, 1, 15), admissionGround: { code: 'victim' }, finnishCitizen: false, nonDisclosure: false, unaccompanied: false },
  residences: { case: exampleMarks, municipality: text('Nurmes', 'Nurmes', 'Nurmes'), from: day(2025, 11, 1) },
  decisions: { decision: exampleMarks, case: 'A-001', decidedOn: day(2026, 2, 10), validFrom: day(2026, 1, 15), validTo: day(2026, 12, 31), categories: { codes: ['INTERPRETING', 'HOUSING'] }, result: { code: 'granted' } },
}

/** What the example row of a table holds in a column; nothing where it is left empty. */
export function exampleValue(kind: SheetKind, column: Column, language: Language, yesNo: { yes: string; no: string }): string | number | Date | undefined {
  const value = examples[kind][column.key]
  if (value === undefined || typeof value === 'string' || typeof value === 'number' || value instanceof Date) return value
  if (typeof value === 'boolean') return value ? yesNo.yes : yesNo.no
  const named = (code: string) => column.choices?.find(([one]) => one === code)?.[1][language] ?? code
  if ('code' in value) return named(value.code)
  return 'codes' in value ? value.codes.map(named).join(', ') : value[language]
}
