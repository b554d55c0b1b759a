import type { FindingMark, JudgedItem } from '../claim/assess.js'
import { countTotals } from '../claim/totals.js'
import type { AssessedItem, Assessment, Finding } from '../model/assessment.js'
import { centsOf, type Cents } from '../model/money.js'
import { effects, type Effect } from '../model/values.js'

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
export interface AssessmentSummary extends Pick<Assessment, 'asOf' | 'ruleBook' | 'period' | 'totals' | 'unsettled' | 'outsidePeriod' | 'findings'> {
  /** Gravest first, then by rule. */
  readonly groups: readonly FindingGroup[]
}

const mostShown = 5

type Growing = { -readonly [Key in keyof FindingGroup]: FindingGroup[Key] } & { shown: { item: AssessedItem; finding: Finding }[]; last: Summable }

/** By effect, then by rule. */
type Groups = Readonly<Record<Effect, Map<string, Growing>>>

/** What is summed up of an item: its findings may still have to be put in words. */
type Summable = Pick<JudgedItem, 'outcome' | 'findings'>

/** How an item is shown, and how many cents it is worth. */
interface Showing<Item> {
  readonly rendered: (item: Item) => AssessedItem
  readonly centsOf: (item: Item) => Cents | undefined
}

/** Sums up items one after the other; what was answered by a review is no finding any more. Keeps a few rows of each rule. */
export function summarise(items: Iterable<AssessedItem>, most = mostShown): Pick<AssessmentSummary, 'groups' | 'totals'> {
  return summedUp(items, { rendered: (item) => item, centsOf: ({ amount }) => (amount === undefined ? undefined : centsOf(amount)) }, most)
}

/** The same of items whose findings are put in words only where they are shown. */
export function summariseJudged(items: Iterable<JudgedItem>, most = mostShown): Pick<AssessmentSummary, 'groups' | 'totals'> {
  return summedUp(items, { rendered: (item) => item.rendered(), centsOf: ({ cents }) => cents }, most)
}

/** The summary of an assessment that is held whole. */
export function summaryOf(assessment: Assessment): AssessmentSummary {
  return { ...assessment, ...summarise(assessment.items) }
}

function summedUp<Item extends Summable>(items: Iterable<Item>, showing: Showing<Item>, most: number): Pick<AssessmentSummary, 'groups' | 'totals'> {
  const counter = countTotals()
  const groups: Groups = { reject: new Map(), review: new Map(), note: new Map() }
  for (const item of items) {
    const cents = showing.centsOf(item)
    counter.add(item.outcome, cents)
    for (let index = 0; index < item.findings.length; index++) {
      const { rule, effect, reviewed } = item.findings[index] as FindingMark
      if (reviewed !== undefined) continue
      const group = groupOf(groups[effect], rule, effect, item)
      group.findings += 1
      if (group.last !== item || group.findings === 1) group.amount += cents ?? 0n
      group.last = item
      if (group.shown.length < most) {
        const shown = showing.rendered(item)
        group.shown.push({ item: shown, finding: shown.findings[index] as Finding })
      }
    }
  }
  const sorted = effects.flatMap((effect) => [...groups[effect].values()].sort((left, right) => (left.rule < right.rule ? -1 : 1)))
  return { totals: counter.totals(), groups: sorted.map(({ last: _, ...group }) => group) }
}

function groupOf(groups: Map<string, Growing>, rule: string, effect: Effect, item: Summable): Growing {
  const known = groups.get(rule)
  if (known !== undefined) return known
  const group: Growing = { rule, effect, findings: 0, amount: 0n, shown: [], last: item }
  groups.set(rule, group)
  return group
}
