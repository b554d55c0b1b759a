import { exitCodes, KorvausError, type ErrorCode, type Reason } from '../model/errors.js'
import type { Language } from '../model/language.js'
import type { ClaimState } from '../model/ledger.js'
import { columnsOf, sheetNames, type SheetKind } from '../model/columns.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import { reasonIn } from '../templates/error-reasons.js'
import { errorTexts, internalErrorText } from '../templates/errors.js'
import { stateNames, stepNames } from '../templates/claims-texts.js'
import type { ToldFailure } from '../report/sarif.js'
import { fill } from '../templates/fill.js'
import { faultPlace } from './fault-place.js'

/** What is said when a command cannot go on, wherever it is then told: names of files and what was typed may tell who somebody is. A fault of our own is named by kind and place; its text may hold facts of persons. */
export function failureText(error: unknown, language: Language): string {
  if (error instanceof KorvausError) return withoutIdentifiers(fill(errorTexts[error.code as ErrorCode][language], named(inWords(error.values, language), language)))
  const { name = 'Error', stack = '' } = error as Error
  return fill(internalErrorText[language], { kind: name, place: faultPlace(stack) ?? '–' })
}

/** The same with its codes, for programs; a fault that is not ours to name is `internal`. */
export function toldFailure(error: unknown, language: Language): ToldFailure {
  const known = error instanceof KorvausError
  return { code: known ? error.code : 'internal', exitCode: known ? error.exitCode : exitCodes.internal, message: failureText(error, language) }
}

function inWords(values: Readonly<Record<string, Reason>>, language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, reasonIn(value, language)]))
}

/** Keys of sheets and columns are shown as their headings, states and steps of claims by their names. */
function named(values: Record<string, string>, language: Language): Record<string, string> {
  const sheet = values.sheet === '' ? '–' : sheetNames[values.sheet as SheetKind]?.[language]
  const column = Object.values(columnsOf).flat().find(({ key }) => key === values.column)?.heading[language]
  const state = stateNames[values.state as ClaimState]?.[language]
  const step = stepNames[values.step ?? '']?.[language]
  return { ...values, ...(state === undefined ? {} : { state }), ...(step === undefined ? {} : { step }), ...(sheet === undefined ? {} : { sheet }), ...(column === undefined ? {} : { column }) }
}
