import type { Assessment } from '../../model/assessment.js'
import { daysBetween } from '../../model/dates.js'
import { centsToClaim, isCorrection, type Facts, type ItemFacts } from '../../model/facts.js'
import { formatCents } from '../../model/money.js'
import type { Unclaimed } from '../../model/unclaimed.js'
import type { RuleBook } from '../../rules/book.js'
import { deadlineOf } from '../deadline.js'

/**
 * What can be claimed beyond the claims of the register, by deadline; the oldest first, as they are lost first: items that
 * no claim holds, and of those whose amount has changed since the difference.
 */
export function eligibleByDeadline(assessment: Assessment, facts: Facts, book: RuleBook): Unclaimed['deadlines'] {
  const claimable = new Set(assessment.items.filter(({ outcome }) => outcome === 'claimable').map(({ id }) => id))
  const groups = new Map<string, ItemFacts[]>()
  for (const item of facts.items) {
    const deadline = claimable.has(item.id) && (item.claimedIn === undefined || isCorrection(item)) && item.serviceDate !== undefined ? deadlineOf(item.serviceDate, book) : undefined
    if (deadline === undefined) continue
    const group = groups.get(deadline)
    if (group) group.push(item)
    else groups.set(deadline, [item])
  }
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([deadline, items]) => ({
    deadline,
    daysLeft: daysBetween(assessment.asOf, deadline),
    amount: formatCents(items.reduce((sum, item) => sum + (centsToClaim(item) ?? 0n), 0n)),
    cases: new Set(items.map((item) => item.case)).size,
    items: items.sort(oldestFirst).map(({ id }) => id),
  }))
}

function oldestFirst(left: ItemFacts, right: ItemFacts): number {
  const [a, b] = [`${left.serviceDate}\u0000${left.id}`, `${right.serviceDate}\u0000${right.id}`]
  return a < b ? -1 : 1
}
