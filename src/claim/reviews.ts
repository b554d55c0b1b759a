import { createHash } from 'node:crypto'
import type { Finding } from '../model/assessment.js'
import type { IsoDate } from '../model/dates.js'
import type { Review } from '../model/review.js'
import type { ItemJudgement, RuleFinding } from '../rules/engine/judgement.js'

/** The recorded answers that are in force on the day. */
export interface ReviewBook {
  /** The answer that a person recorded for a review finding of an item, when it is in force and its facts are the same. A finding of no rule says itself what its answer rests on. */
  answerTo(item: string, rule: string, judged: ItemJudgement, restsOn?: string): Finding['reviewed']
}

/** Later answers take the place of earlier ones; an answer that has expired, or whose facts have changed, counts no more. */
export function reviewBook(reviews: readonly Review[], asOf: IsoDate): ReviewBook {
  const latest = new Map(reviews.map((review) => [`${review.item}\u0000${review.rule}`, review]))
  return { answerTo }

  function answerTo(item: string, rule: string, judged: ItemJudgement, restsOn?: string): Finding['reviewed'] {
    const review = latest.size === 0 ? undefined : latest.get(`${item}\u0000${rule}`)
    if (review === undefined || review.answer === 'reopen' || review.until < asOf || review.on > asOf) return undefined
    const ruleFinding = judged.findings.find((finding) => finding.rule.rule === rule)
    if (review.facts !== undefined && review.facts !== (restsOn ?? factsHash(ruleFinding))) return undefined
    const { answer, by, on, until, reason } = review
    return { answer, by, on, until, reason }
  }
}

/** What a review finding rested on: other facts ask the person again. */
export function factsHash(finding: RuleFinding | undefined): string {
  const facts = Object.entries(finding?.values ?? {}).filter(([name]) => name !== 'claim.asOf').map(([name, value]) => [name, String(value)])
  return createHash('sha256').update(JSON.stringify([finding?.lacking ?? '', facts])).digest('hex').slice(0, 16)
}
