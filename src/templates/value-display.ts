import type { Language, Localized } from '../model/language.js'
import {
  admissionGroundNames, categoryNames, claimantKindNames, costBasisNames, decisionResultNames, providerKindNames, statementResultNames,
} from '../model/value-names.js'
import { columnsOf } from '../model/columns.js'

const headingNames: Readonly<Record<string, Localized>> = Object.fromEntries(Object.values(columnsOf).flat().map((column) => [column.key, column.heading]))

const namesByFact: Readonly<Record<string, Readonly<Record<string, Localized>>>> = {
  'item.category': categoryNames,
  'regime.categories': categoryNames,
  'item.providerKind': providerKindNames,
  'item.costBasis': costBasisNames,
  'item.decisionResult': decisionResultNames,
  'item.identifiersIn': headingNames,
  'case.admissionGround': admissionGroundNames,
  'case.statementResult': statementResultNames,
  'claimant.kind': claimantKindNames,
  'regime.claimants': claimantKindNames,
}

const yesNoNames: Readonly<Record<string, Localized>> = {
  true: { fi: 'kyllä', sv: 'ja', en: 'yes' },
  false: { fi: 'ei', sv: 'nej', en: 'no' },
}

/** Yes or no in the reader's language. */
export function nameOfYesNo(value: boolean, language: Language): string {
  return yesNoNames[String(value)]?.[language] ?? String(value)
}

/** The name of a code in the reader's language, or the text itself when it is no code. */
export function nameOfValue(fact: string, value: string, language: Language): string {
  return namesByFact[fact]?.[value]?.[language] ?? value
}
