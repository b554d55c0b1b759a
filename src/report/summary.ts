import { countTotals } from '../claim/totals.js'
import type { AssessedItem, Assessment, Finding } from '../model/assessment.js'
import { centsOf, type Cents } from '../model/money.js'
import type { Effect } from '../model/values.js'

/** The findings of one rule with one effect: their items counted and added up, the first of them kept to be shown. */
export interface FindingGroup {
  readonly rule: string
  readonly effect: Effect
  readonly findings: number
  /** Of the items, each once, in cents. */
  readonly amount: Cents
  readonly shown: readonly { readonly item: AssessedItem; readonly finding: Finding }[]
}

/** What a report for people needs of an assessment: sums that are true, and a few rows of each rule. */
export interface AssessmentSummary extends Pick<Assessment, 'asOf' | 'ruleBook' | 'period' | 'totals' | 'outsidePeriod' | 'findings'> {
  /** Gravest first, then by rule. */
  readonly groups: readonly FindingGroup[]
}

const mostShown = 5
const order: Record<Effect, number> = { reject: 0, review: 1, note: 2 }

type Growing = { -readonly [Key in keyof FindingGroup]: FindingGroup[Key] } & { shown: { item: AssessedItem; finding: Finding }[]; last: AssessedItem }

/** Sums up items one after the other; what was answered by a review is no finding any more. Keeps a few rows of each rule. */
export function summarise(items: Iterable<AssessedItem>, most = mostShown): Pick<AssessmentSummary, 'groups' | 'totals'> {
  const counter = countTotals()
  const groups = new Map<string, Growing>()
  for (const item of items) {
    counter.add(item)
    for (const finding of item.findings) if (finding.reviewed === undefined) addFinding(groups, item, finding, most)
  }
  const sorted = [...groups.values()].sort((left, right) => order[left.effect] - order[right.effect] || (left.rule < right.rule ? -1 : 1))
  return { totals: counter.totals(), groups: sorted.map(({ last: _, ...group }) => group) }
}

/** The summary of an assessment that is held whole. */
export function summaryOf(assessment: Assessment): AssessmentSummary {
  return { ...assessment, ...summarise(assessment.items) }
}

function addFinding(groups: Map<string, Growing>, item: AssessedItem, finding: Finding, most: number): void {
  const { rule, effect } = finding
  const key = `${effect} ${rule}`
  const amount = item.amount === undefined ? 0n : centsOf(item.amount)
  const group = groups.get(key)
  if (group === undefined) {
    groups.set(key, { rule, effect, findings: 1, amount, shown: [{ item, finding }], last: item })
    return
  }
  group.findings += 1
  if (group.last !== item) group.amount += amount
  group.last = item
  if (group.shown.length < most) group.shown.push({ item, finding })
}
