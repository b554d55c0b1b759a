import type { WalkedAssessment } from '../claim/assess.js'
import type { AssessedItem, Finding, GeneralFinding } from '../model/assessment.js'
import type { Effect } from '../model/values.js'
import { escapeXml } from '../formats/xml.js'

/**
 * An assessment as JUnit's XML, which build services show: one case for each item of a sheet, failing where the item is
 * rejected or a person has to judge it, and one suite for what concerns more than one item. A suite states its counts
 * before its cases, so the cases are held until the last item.
 */
export function* renderJunit({ head, items, tail }: WalkedAssessment): Generator<string> {
  const suites = new Map<string, Suite>()
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
  const { totals } = tail()
  const all = [...suites.values()]
  const sum = (key: 'failures') => all.reduce((count, suite) => count + suite[key], 0)
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="korvaus" tests="${all.reduce((count, { cases }) => count + cases.length, 0)}" failures="${sum('failures')}" errors="0">\n`
  for (const [name, { cases, failures }] of suites) {
    yield `<testsuite name="${escapeXml(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">\n`
    if (name !== 'korvaus') yield propertiesOf({ ruleBook: head.ruleBook.version, asOf: head.asOf, claimableAmount: totals.claimableAmount, reviewAmount: totals.reviewAmount, rejectedAmount: totals.rejectedAmount })
    yield* cases
    yield '</testsuite>\n'
  }
  yield '</testsuites>\n'
}

interface Suite {
  readonly cases: string[]
  failures: number
}

function suiteOf(suites: Map<string, Suite>, name: string): Suite {
  const suite = suites.get(name) ?? { cases: [], failures: 0 }
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
