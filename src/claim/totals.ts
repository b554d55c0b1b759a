import type { AssessedItem, Totals } from '../model/assessment.js'
import { formatCents, parseCents, type Cents } from '../model/money.js'
import { outcomes, type Outcome } from '../model/values.js'

/** Counts and sums of items by outcome; an item whose amount is unknown counts, and adds nothing. */
export function totalsOf(items: readonly AssessedItem[]): Totals {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  const sums = Object.fromEntries(outcomes.map((outcome) => [outcome, 0n])) as Record<Outcome, Cents>
  for (const { outcome, amount } of items) {
    counts[outcome] += 1
    if (amount !== undefined) sums[outcome] += parseCents(amount) as Cents
  }
  return {
    items: items.length,
    ...counts,
    claimableAmount: formatCents(sums.claimable),
    rejectedAmount: formatCents(sums.rejected),
    reviewAmount: formatCents(sums.review),
  }
}
