import type { AssessedItem, Totals } from '../model/assessment.js'
import { formatCents, centsOf, type Cents } from '../model/money.js'
import { outcomes, type Outcome } from '../model/values.js'

/** Counts and sums of items by outcome, added up one after the other. */
export interface TotalsCounter {
  /** Adds an item of so many cents, or of an amount that is not known. */
  add(outcome: Outcome, amount: Cents | undefined): void
  totals(): Totals
}

/** Counts and sums of items by outcome; an item whose amount is unknown counts, and adds nothing. */
export function totalsOf(items: readonly AssessedItem[]): Totals {
  const counter = countTotals()
  for (const { outcome, amount } of items) counter.add(outcome, amount === undefined ? undefined : centsOf(amount))
  return counter.totals()
}

export function countTotals(): TotalsCounter {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  const sums = Object.fromEntries(outcomes.map((outcome) => [outcome, 0n])) as Record<Outcome, Cents>
  let items = 0
  return {
    add(outcome, amount) {
      items += 1
      counts[outcome] += 1
      if (amount !== undefined) sums[outcome] += amount
    },
    totals: () => ({
      items,
      ...counts,
      claimableAmount: formatCents(sums.claimable),
      rejectedAmount: formatCents(sums.rejected),
      reviewAmount: formatCents(sums.review),
    }),
  }
}
