import type { AssessedItem, Assessment, Finding } from '../model/assessment.js'
import type { Facts, ItemFacts } from '../model/facts.js'
import type { Review } from '../model/review.js'
import type { CompiledBook } from '../rules/engine/compile-book.js'
import { createJudge } from '../rules/engine/judge.js'
import { factsHash } from './reviews.js'

/** `open`: nobody has answered; `expired`: the answer's last day has passed; `stale`: the facts that it rested on have changed. */
export type ReviewState = 'open' | 'expired' | 'stale' | 'answered'

/** A finding that a person has to judge, and what has been recorded of it. */
export interface ReviewCase {
  readonly item: AssessedItem
  readonly finding: Finding
  readonly state: ReviewState
  /** What an answer given now rests on. */
  readonly facts: string
  /** The latest recorded answer. */
  readonly review?: Review
}

/**
 * Every review finding of an assessment with the state of its answer, in the order of the items. An item that is
 * rejected anyway asks nobody; its answers are shown where there are some.
 */
export function reviewStates(assessment: Assessment, facts: Facts, book: CompiledBook, reviews: readonly Review[]): ReviewCase[] {
  const judge = createJudge(book, facts)
  const factsById = new Map(facts.items.map((item) => [item.id, item]))
  const latest = new Map(reviews.map((review) => [`${review.item}\u0000${review.rule}`, review]))
  return assessment.items.flatMap((item) => {
    const asked = item.findings.filter(({ effect, reviewed }) => effect === 'review' && (item.outcome !== 'rejected' || reviewed !== undefined))
    if (asked.length === 0) return []
    const { findings } = judge.judgeItem(factsById.get(item.id) as ItemFacts)
    return asked.map((finding) => {
      const review = latest.get(`${item.id}\u0000${finding.rule}`)
      const hash = finding.restsOn ?? factsHash(findings.find(({ rule }) => rule.rule === finding.rule))
      return { item, finding, facts: hash, state: stateOf(finding, review, assessment.asOf), ...(review ? { review } : {}) }
    })
  })
}

function stateOf(finding: Finding, review: Review | undefined, asOf: string): ReviewState {
  if (finding.reviewed !== undefined) return 'answered'
  if (review === undefined || review.answer === 'reopen' || review.on > asOf) return 'open'
  return review.until < asOf ? 'expired' : 'stale'
}
