import type { Assessment } from '../model/assessment.js'
import { formatCents, parseCents, type Cents } from '../model/money.js'
import { outcomes, type Outcome } from '../model/values.js'

/** An item that two rule books judge differently. */
export interface ChangedItem {
  readonly id: string
  readonly from: Outcome
  readonly to: Outcome
  readonly amount?: string
  /** Rules that make the difference: failed under the one book and not under the other. */
  readonly rules: readonly string[]
}

/** What a change of rules means for a claim, in items and euros. */
export interface AssessmentComparison {
  readonly items: readonly ChangedItem[]
  /** Sums by outcome under the first and the second book, in euros. */
  readonly amounts: Readonly<Record<Outcome, { readonly from: string; readonly to: string; readonly difference: string }>>
}

type Judged = Pick<Assessment, 'items' | 'totals'>

/** Compares two assessments of the same items under two rule books. */
export function compareAssessments(from: Judged, to: Judged): AssessmentComparison {
  const after = new Map(to.items.map((item) => [item.id, item]))
  const items = from.items.flatMap((before) => {
    const now = after.get(before.id)
    if (now === undefined || now.outcome === before.outcome) return []
    return [{ id: before.id, from: before.outcome, to: now.outcome, ...(now.amount === undefined ? {} : { amount: now.amount }), rules: differentRules(before.findings, now.findings) }]
  })
  const amounts = Object.fromEntries(outcomes.map((outcome) => [outcome, difference(from.totals[`${outcome}Amount`], to.totals[`${outcome}Amount`])])) as AssessmentComparison['amounts']
  return { items, amounts }
}

function differentRules(before: readonly { rule: string }[], now: readonly { rule: string }[]): string[] {
  const [left, right] = [new Set(before.map(({ rule }) => rule)), new Set(now.map(({ rule }) => rule))]
  return [...left].filter((rule) => !right.has(rule)).concat([...right].filter((rule) => !left.has(rule))).sort()
}

function difference(from: string, to: string): { from: string; to: string; difference: string } {
  return { from, to, difference: formatCents((parseCents(to) as Cents) - (parseCents(from) as Cents)) }
}
