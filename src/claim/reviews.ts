import { createHash } from 'node:crypto'
import type { Finding } from '../model/assessment.js'
import type { IsoDate } from '../model/dates.js'
import type { Review } from '../model/review.js'
import type { ItemJudgement, RuleFinding } from '../rules/judgement.js'

/** The recorded answers that are in force on the day. */
export interface ReviewBook {
  /** The finding with the answer that a person recorded for it, when the answer is in force and its facts are the same. */
  answered(item: string, finding: Finding, judged: ItemJudgement): Finding
}

/** Later answers take the place of earlier ones; an answer that has expired, or whose facts have changed, counts no more. */
export function reviewBook(reviews: readonly Review[], asOf: IsoDate): ReviewBook {
  const latest = new Map(reviews.map((review) => [`${review.item}\u0000${review.rule}`, review]))
  return {
    answered(item, finding, judged) {
      const review = latest.get(`${item}\u0000${finding.rule}`)
      if (review === undefined || review.until < asOf || review.on > asOf) return finding
      const ruleFinding = judged.findings.find(({ rule }) => rule.rule === finding.rule)
      if (review.facts !== undefined && review.facts !== factsHash(ruleFinding)) return finding
      const { answer, by, on, until, reason } = review
      return { ...finding, reviewed: { answer, by, on, until, reason } }
    },
  }
}

/** What a review finding rested on: other facts ask the person again. */
export function factsHash(finding: RuleFinding | undefined): string {
  const facts = Object.entries(finding?.values ?? {}).filter(([name]) => name !== 'claim.asOf').map(([name, value]) => [name, String(value)])
  return createHash('sha256').update(JSON.stringify([finding?.lacking ?? '', facts])).digest('hex').slice(0, 16)
}
