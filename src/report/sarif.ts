import type { WalkedAssessment } from '../claim/assess.js'
import type { AssessedItem, Finding, GeneralFinding } from '../model/assessment.js'
import type { Language } from '../model/language.js'
import type { Effect } from '../model/values.js'
import type { Rule, RuleBook } from '../rules/book.js'
import { sourceTexts } from '../templates/source-findings.js'

const version = '2.1.0'
const schema = 'https://json.schemastore.org/sarif-2.1.0.json'
const levels: Record<Effect, 'error' | 'warning' | 'note'> = { reject: 'error', review: 'warning', note: 'note' }

/**
 * The findings of an assessment as SARIF 2.1.0, which viewers and build services understand: each at its cell, with its
 * rule, the rule's plain words, and a link to the law. What a recorded review answers is marked as suppressed. Comes in
 * pieces, so that a large log needs no memory of its size.
 */
export function* renderSarif(assessment: WalkedAssessment, book: Pick<RuleBook, 'rules'>, language: Language, told: TellFailure): Generator<string> {
  yield sarifHead
  try {
    yield* sarifRun(assessment, book, language, here, told)
  } catch (error) {
    yield sarifEnd
    throw error
  }
  yield sarifEnd
}

/** What stopped a judgement, for whoever reads no words. */
export interface ToldFailure {
  readonly code: string
  readonly exitCode: number
  readonly message: string
}

/** How a failure is told: words are put at the edge. */
export type TellFailure = (error: unknown) => ToldFailure

/** The invocation of a run that did not come to its end, with the reason. */
export function failedInvocation({ code, exitCode, message }: Omit<ToldFailure, 'exitCode'> & { readonly exitCode?: number }): object {
  return { executionSuccessful: false, ...(exitCode === undefined ? {} : { exitCode }), toolExecutionNotifications: [{ level: 'error', message: { text: message }, descriptor: { id: code } }] }
}

/** Before the runs of a SARIF log, which commas part, and after them. */
export const sarifHead = `{"$schema":${JSON.stringify(schema)},"version":"${version}","runs":[`
export const sarifEnd = ']}\n'

/** Where the files of one assessment among several lie. */
export interface SarifPlace {
  /** What sets its run apart from the others. */
  readonly id: string
  /** The path of one of its files, with `/`. */
  pathOf(file: string): string
}

const here: SarifPlace = { id: '', pathOf: (file) => file }

/** The run of one assessment; where that cannot be judged to its end, closed with the reason before the error goes on. */
export function* sarifRun({ head, items, tail }: WalkedAssessment, book: Pick<RuleBook, 'rules'>, language: Language, place: SarifPlace, told?: TellFailure): Generator<string> {
  const rules = [...book.rules.map((rule) => ruleOf(rule, language)), ...readerRules(language)]
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const driver = { name: 'korvaus', version: head.tool.version, semanticVersion: head.tool.version, rules }
  const id = place === here ? '' : `"automationDetails":${JSON.stringify({ id: `korvaus/${place.id}/` })},`
  yield `{"tool":${JSON.stringify({ driver })},${id}"columnKind":"utf16CodeUnits","language":"${language}",\n"results":[`
  try {
    yield* resultsOf({ head, items, tail }, indexes, place)
  } catch (error) {
    if (told !== undefined) yield `\n],\n"invocations":[${JSON.stringify(failedInvocation(told(error)))}]}`
    throw error
  }
}

function* resultsOf({ head, items, tail }: WalkedAssessment, indexes: ReadonlyMap<string, number>, place: SarifPlace): Generator<string> {
  let separator = '\n'
  for (const item of items) {
    for (const finding of item.findings) {
      yield separator + JSON.stringify(resultOf(finding, indexes, place, item))
      separator = ',\n'
    }
  }
  for (const finding of head.findings) {
    yield separator + JSON.stringify(resultOf(finding, indexes, place))
    separator = ',\n'
  }
  const { totals } = tail()
  const properties = { ruleBook: head.ruleBook, asOf: head.asOf, ...(head.period === undefined ? {} : { period: head.period }), totals }
  yield `\n],\n"invocations":[{"executionSuccessful":true}],"properties":${JSON.stringify(properties)}}`
}

function ruleOf(rule: Rule, language: Language) {
  const url = rule.basis.at(-1)?.url
  return {
    id: rule.rule,
    name: rule.rule.replace('-', ''),
    shortDescription: { text: rule.title[language] },
    fullDescription: { text: rule.summary[language] },
    help: { text: rule.remedy[language] },
    defaultConfiguration: { level: levels[rule.effect] },
    ...(url === undefined ? {} : { helpUri: url }),
  }
}

/** What the reader itself may notice, beside the rules of the book. */
function readerRules(language: Language) {
  return Object.entries(sourceTexts).map(([id, { title, remedy }]) => ({ id, name: id.replace('-', ''), shortDescription: { text: title[language] }, help: { text: remedy[language] } }))
}

function resultOf(finding: Finding | GeneralFinding, indexes: ReadonlyMap<string, number>, place: SarifPlace, item?: AssessedItem) {
  const index = indexes.get(finding.rule)
  const theCase = item?.case ?? ('case' in finding ? finding.case : undefined)
  const location = locationOf(finding, place, item)
  return {
    ruleId: finding.rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: levels[finding.effect],
    message: { text: finding.remedy ? `${finding.message} ${finding.remedy}` : finding.message },
    ...(location === undefined ? {} : { locations: [location] }),
    partialFingerprints: { 'korvausFinding/v1': [finding.rule, item?.id ?? theCase ?? '', finding.cell ?? ''].join('|') },
    ...(finding.reviewed === undefined ? {} : { suppressions: [{ kind: 'external', status: 'accepted', justification: finding.reviewed.reason }] }),
    properties: {
      ...(item === undefined ? {} : { item: item.id, outcome: item.outcome, ...(item.amount === undefined ? {} : { amount: item.amount }) }),
      ...(theCase === undefined ? {} : { case: theCase }),
      ...(finding.basis === undefined ? {} : { basis: finding.basis }),
    },
  }
}

/** The file with the row as its line, and the cell by its own name: viewers show the one, people look for the other. */
function locationOf(finding: Finding, place: SarifPlace, item: AssessedItem | undefined) {
  const file = finding.file ?? item?.source.file
  if (file === undefined) return undefined
  const sheet = finding.sheet ?? item?.source.sheet ?? ''
  const cell = finding.cell ?? (item === undefined ? undefined : String(item.source.row))
  const [, letters = '', digits = ''] = /^([A-Z]*)(\d*)/.exec(cell ?? '') ?? []
  const row = Number(digits)
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(place.pathOf(file.replaceAll('\\', '/'))) },
      ...(row > 0 ? { region: { startLine: row, ...(letters === '' ? {} : { startColumn: columnNumber(letters) }) } } : {}),
    },
    ...(cell === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: sheet === '' ? cell : `${sheet}!${cell}`, kind: 'cell' }] }),
  }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}
