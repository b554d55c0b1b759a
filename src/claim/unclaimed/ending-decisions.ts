import { addDays, daysBetween, type IsoDate } from '../../model/dates.js'
import type { Decision } from '../../model/service-log.js'
import type { Unclaimed } from '../../model/unclaimed.js'
import type { LogIndex } from '../facts/log-index.js'

/** Decisions that end within the days, of cases still in the system, and that no other decision of the case follows. */
export function endingDecisions(decisions: readonly Decision[], index: LogIndex, asOf: IsoDate, withinDays: number): Unclaimed['endingDecisions'] {
  const lastDay = addDays(asOf, withinDays)
  const found = decisions.flatMap((decision) => {
    const { validTo } = decision
    if (validTo === undefined || validTo < asOf || validTo > lastDay || decision.result === 'denied') return []
    const removedOn = index.cases.get(decision.case)?.removedOn
    if ((removedOn !== undefined && removedOn <= validTo) || decisions.some((other) => follows(other, decision, validTo))) return []
    return [{ decision: decision.decision, case: decision.case, endsOn: validTo, daysLeft: daysBetween(asOf, validTo), categories: [...(decision.categories ?? [])] }]
  })
  return found.sort((left, right) => compare(left.endsOn, right.endsOn) || compare(left.case, right.case) || compare(left.decision, right.decision))
}

/** Whether a decision covers the next day, and every category, of one that ends. */
function follows(other: Decision, ending: Decision, validTo: IsoDate): boolean {
  if (other.case !== ending.case || other.result === 'denied') return false
  const nextDay = addDays(validTo, 1)
  const covers = (other.validFrom ?? '0000') <= nextDay && (other.validTo ?? '9999') >= nextDay
  const [all, wanted] = [other.categories ?? [], ending.categories ?? []]
  return covers && (all.length === 0 || (wanted.length > 0 && wanted.every((category) => all.includes(category))))
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
