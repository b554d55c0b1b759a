import { answersRead, restedAnswers } from '../../claim/rested-answers.js'
import type { TextMask } from '../../claim/name-mask.js'
import { withSheetAnswers } from '../../claim/sheet-answers.js'
import type { Claim } from '../../model/claim.js'
import type { InputFile } from '../../model/inputs.js'
import { withheldMark } from '../../model/privacy.js'
import type { Review } from '../../model/review.js'
import type { ServiceLog } from '../../model/service-log.js'
import type { PacketContent } from '../content.js'
import { differs, type Difference } from './difference.js'

/** Answers as they stand beside the log and in its annotated workbooks. */
export interface RecordedAnswers {
  readonly path: string
  readonly reviews: readonly Review[]
}

/** The answers at hand, and what of the packet leads to them. */
export interface AnswerSource {
  readonly recorded: RecordedAnswers | undefined
  readonly log: Pick<ServiceLog, 'answers'>
  /** Item of the packet → its ID in the log. */
  readonly ownItem: ReadonlyMap<string, string>
}

/** The answers that a packet rests on, as the input that its claim names; what was answered since changes nothing. */
export function answersAtHand({ claim, reviews }: Pick<PacketContent, 'claim' | 'reviews'>, source: AnswerSource): InputFile[] {
  if (!namesAnswers(claim, reviews) || source.recorded === undefined) return []
  return answersRead(source.recorded.path, found(claim, reviews, source).flatMap((review) => review ?? []))
}

/** Each answer of a packet that nobody gave so: not recorded, or in other words. */
export function checkAnswers({ claim, reviews }: Pick<PacketContent, 'claim' | 'reviews'>, source: AnswerSource, shown: TextMask): Difference[] {
  if (source.recorded === undefined) return []
  const own = found(claim, reviews, source)
  return reviews.flatMap((review, index) => {
    const reason = own[index]?.reason
    const isOwn = reason !== undefined && (review.reason === withheldMark || review.reason === shown(reason))
    return isOwn || !source.ownItem.has(review.item) ? [] : [differs('source-review', { item: review.item, rule: review.rule })]
  })
}

/** Claims of the first versions, which name no key, do not name answers either. */
function namesAnswers({ inputsKey }: Claim, reviews: readonly Review[]): boolean {
  return inputsKey !== undefined && reviews.length > 0
}

/** What was recorded, and what its workbooks answer from the day of the claim on. */
function found({ asOf }: Claim, reviews: readonly Review[], { recorded, log, ownItem }: AnswerSource): (Review | undefined)[] {
  const given = [...(recorded?.reviews ?? []), ...withSheetAnswers([], log.answers, asOf)]
  return restedAnswers(reviews, given, (item) => ownItem.get(item))
}
