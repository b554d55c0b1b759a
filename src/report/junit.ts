import type { WalkedAssessment } from '../claim/assess.js'
import type { AssessedItem, Finding, GeneralFinding } from '../model/assessment.js'
import type { Effect } from '../model/values.js'
import { escapeXml } from '../formats/xml.js'
import type { TellFailure, ToldFailure } from './sarif.js'

/**
 * An assessment as JUnit's XML, which build services show: one case for each item of a sheet, failing where the item is
 * rejected or a person has to judge it, and one suite for what concerns more than one item. A suite states its counts
 * before its cases, so the cases are held until the last item. Where that is not reached, what was judged stands with the
 * reason as an error, and the error goes on.
 */
export function* renderJunit({ head, items, tail }: WalkedAssessment, told: TellFailure): Generator<string> {
  const suites = new Map<string, Suite>()
  try {
    const { totals } = judged(suites, { head, items, tail })
    yield* document(suites, { ruleBook: head.ruleBook.version, asOf: head.asOf, claimableAmount: totals.claimableAmount, reviewAmount: totals.reviewAmount, rejectedAmount: totals.rejectedAmount })
  } catch (error) {
    const suite = suiteOf(suites, 'korvaus')
    suite.cases.push(errorCase(told(error)))
    suite.errors += 1
    yield* document(suites, { ruleBook: head.ruleBook.version, asOf: head.asOf })
    throw error
  }
}

/** Walks the whole assessment, so that a case of each item and finding is in its suite. */
function judged(suites: Map<string, Suite>, { head, items, tail }: WalkedAssessment): ReturnType<WalkedAssessment['tail']> {
  for (const item of items) {
    const suite = suiteOf(suites, suiteName(item.source))
    suite.cases.push(itemCase(item))
    if (item.outcome !== 'claimable') suite.failures += 1
  }
  for (const finding of head.findings) {
    const suite = suiteOf(suites, 'korvaus')
    suite.cases.push(generalCase(finding))
    if (finding.effect !== 'note') suite.failures += 1
  }
  return tail()
}

function* document(suites: ReadonlyMap<string, Suite>, properties: Readonly<Record<string, string>>): Generator<string> {
  const all = [...suites.values()]
  const sum = (key: 'failures' | 'errors') => all.reduce((count, suite) => count + suite[key], 0)
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="korvaus" tests="${all.reduce((count, { cases }) => count + cases.length, 0)}" failures="${sum('failures')}" errors="${sum('errors')}">\n`
  for (const [name, { cases, failures, errors }] of suites) {
    yield `<testsuite name="${escapeXml(name)}" tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="0">\n`
    if (name !== 'korvaus') yield propertiesOf(properties)
    yield* cases
    yield '</testsuite>\n'
  }
  yield '</testsuites>\n'
}

interface Suite {
  readonly cases: string[]
  failures: number
  errors: number
}

function suiteOf(suites: Map<string, Suite>, name: string): Suite {
  const suite = suites.get(name) ?? { cases: [], failures: 0, errors: 0 }
  suites.set(name, suite)
  return suite
}

function suiteName({ file, sheet }: AssessedItem['source']): string {
  return sheet === '' ? file : `${file} ${sheet}`
}

function itemCase(item: AssessedItem): string {
  const opening = `<testcase classname="${escapeXml(item.case ?? '')}" name="${escapeXml(item.id)}"`
  const failure = item.outcome === 'claimable' ? '' : failureOf(item.outcome, item.findings.filter(({ effect, reviewed }) => effect !== 'note' && reviewed?.answer !== 'accept'))
  const notes = item.findings.filter(({ effect }) => effect === 'note').map(lineOf)
  const output = notes.length === 0 ? '' : `<system-out>${escapeXml(notes.join('\n'))}</system-out>`
  return failure + output === '' ? `${opening}/>\n` : `${opening}>${failure}${output}</testcase>\n`
}

function generalCase(finding: GeneralFinding): string {
  const opening = `<testcase classname="${finding.about}" name="${escapeXml([finding.rule, finding.case, finding.cell].filter((part) => part).join(' '))}"`
  if (finding.effect === 'note') return `${opening}><system-out>${escapeXml(lineOf(finding))}</system-out></testcase>\n`
  return `${opening}>${failureOf(outcomeOf[finding.effect], [finding])}</testcase>\n`
}

/** The case of what stopped the command. */
export function errorCase({ code, message }: Pick<ToldFailure, 'code' | 'message'>): string {
  return `<testcase classname="korvaus" name="korvaus"><error type="${escapeXml(code)}" message="${escapeXml(message)}"/></testcase>\n`
}

const outcomeOf: Record<Effect, string> = { reject: 'rejected', review: 'review', note: 'note' }

function failureOf(type: string, findings: readonly Finding[]): string {
  return `<failure type="${type}" message="${escapeXml(findings.map(({ rule }) => rule).join(', '))}">${escapeXml(findings.map(lineOf).join('\n'))}</failure>`
}

function lineOf({ rule, cell, sheet, message, remedy }: Finding): string {
  const place = cell === undefined ? '' : ` ${sheet === undefined ? '' : `${sheet}!`}${cell}`
  return `${rule}${place}: ${message}${remedy ? ` ${remedy}` : ''}`
}

function propertiesOf(values: Readonly<Record<string, string>>): string {
  return `<properties>${Object.entries(values).map(([name, value]) => `<property name="${name}" value="${escapeXml(value)}"/>`).join('')}</properties>\n`
}
