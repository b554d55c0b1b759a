import type { JudgedAssessment } from '../claim/assess.js'
import type { EarlierClaim } from '../claim/derive-facts.js'
import { rateOf } from '../claim/facts/amounts.js'
import { askedBy } from '../claim/facts/asked.js'
import { hasNamedIds } from '../claim/named-ids.js'
import { answersRead, restedAnswers } from '../claim/rested-answers.js'
import { factsHash } from '../claim/reviews.js'
import { scopeOf, type ClaimScope, type JudgedPeriod } from '../claim/scope.js'
import type { Assessment } from '../model/assessment.js'
import type { Facts } from '../model/facts.js'
import type { HourlyRate } from '../model/hourly-rates.js'
import { inputsKeyOf } from '../model/inputs.js'
import type { Period } from '../model/period.js'
import type { Review } from '../model/review.js'
import type { CostItem } from '../model/service-log.js'
import type { PacketPseudonyms } from '../packet/pseudonyms.js'
import { isReaders } from '../packet/verify/judge-again.js'
import { shareableReviews } from '../packet/shareable-reviews.js'
import { createJudge } from '../rules/engine/judge.js'
import { reviewsName } from '../workspace/reviews.js'
import { judgedFrom, judgedPlanOf, type Session } from './session.js'

/** What a packet is made from, under the identifiers that the packet shows. */
export interface PacketPlan {
  /** The whole period, of which the claim is a part. */
  readonly assessment: Assessment
  readonly scope: ClaimScope
  /** The hourly rate of own work that an item of the scope is priced with. */
  rateOf(item: CostItem): HourlyRate | undefined
  /** The judgement of the whole period under the claimant's own identifiers: for the claimant's own eyes. */
  readonly own: JudgedAssessment
  /** Present where the packet has identifiers of its own. */
  readonly pseudonyms?: PacketPseudonyms | undefined
}

/**
 * Judges a period for its packet: once, and once more under the pseudonyms of this packet alone where the workspace asks
 * for them or an ID tells a client's name, since the packet's facts are then others.
 */
export async function packetPlan(opened: Session, period: Period, number: number, key: Uint8Array, earlier: EarlierClaim): Promise<PacketPlan> {
  const { withNamelessPlaces } = await import('../packet/nameless-places.js')
  const { withUntoldDecisions } = await import('../packet/untold-decisions.js')
  const named = { ...opened, log: withUntoldDecisions(withNamelessPlaces(opened.log)) }
  const session = { ...named, reviews: shareableReviews(named.reviews, named.log) }
  const { language, pseudonyms: wanted } = session.workspace.config
  const { facts, judged: own } = judgedPlanOf(session, period, earlier)
  const assessment = own.inWords(language)
  const plain = { log: session.log, facts, assessment, reviews: ofItems(session.reviews, assessment) }
  const { rateOn } = session.rates
  if (wanted !== 'per-packet' && !hasNamedIds(session.log)) return { assessment, scope: withAnswers(scopeOf(plain), opened.reviews, (item) => item), rateOf: (item) => rateOf(item, rateOn), own }
  const { withPacketPseudonyms } = await import('../packet/pseudonyms.js')
  const claimNumber = `${period.name}/${String(number).padStart(2, '0')}`
  const pseudonyms = withPacketPseudonyms(session.log, inputsKeyOf(key, claimNumber), claimNumber)
  const pseudonymous = underPseudonyms(session, plain, pseudonyms, period)
  const ofOwn = (item: CostItem) => rateOf(pseudonyms.ownItems.get(item.id) ?? item, rateOn)
  return { assessment: pseudonymous.assessment, scope: withAnswers(scopeOf(pseudonymous), opened.reviews, (item) => pseudonyms.originals.item.get(item)), rateOf: ofOwn, own, pseudonyms }
}

/** The scope with the recorded answers that it rests on, and no others, as one of the files that were read. */
function withAnswers(scope: ClaimScope, recorded: readonly Review[], ownItem: (item: string) => string | undefined): ClaimScope {
  const rested = restedAnswers(scope.reviews, recorded, ownItem).flatMap((review) => review ?? [])
  return { ...scope, log: { ...scope.log, files: [...scope.log.files, ...answersRead(reviewsName, rested)] } }
}

function underPseudonyms(session: Session, own: JudgedPeriod, pseudonyms: PacketPseudonyms, period: Period): JudgedPeriod {
  const { log } = pseudonyms
  const facts = pseudonyms.facts(own.facts, askedBy(session.book.book.rules, session.asOf))
  const named = pseudonyms.reviews(ofItems(own.reviews, own.assessment))
  const last = latestOf(named)
  const resting = restingOn(session, facts, own.assessment, pseudonyms)
  const reviews = named.map((review) => (last.has(review) ? resting(review) : review))
  return { log, facts, reviews, assessment: judgedFrom({ ...session, log, reviews }, period, facts).inWords(session.workspace.config.language) }
}

/** The reviews of the items: of what is claimed with all that was answered before, of the others the last answer. */
function ofItems(reviews: readonly Review[], { items }: Assessment): Review[] {
  const outcomes = new Map(items.map(({ id, outcome }) => [id, outcome]))
  const last = latestOf(reviews)
  return reviews.filter((review) => outcomes.get(review.item) === 'claimable' || (outcomes.has(review.item) && last.has(review)))
}

/** Of the answers to each finding the last. */
function latestOf(reviews: readonly Review[]): ReadonlySet<Review> {
  return new Set(new Map(reviews.map((review) => [`${review.item}\u0000${review.rule}`, review])).values())
}

/** An answer in force rests on the same facts, which bear other names here; one that was stale stays so. */
function restingOn(session: Session, facts: Facts, own: Assessment, { originals }: PacketPseudonyms): (review: Review) => Review {
  const judge = createJudge(session.book, facts)
  const byId = new Map(facts.items.map((item) => [item.id, item]))
  const inForce = new Set(own.items.flatMap(({ id, findings }) => findings.filter(({ reviewed }) => reviewed !== undefined).map(({ rule }) => `${id}\u0000${rule}`)))
  return (review) => {
    const item = byId.get(review.item)
    if (item === undefined || review.facts === undefined || isReaders(review) || !inForce.has(`${originals.item.get(review.item)}\u0000${review.rule}`)) return review
    return { ...review, facts: factsHash(judge.judgeItem(item).findings.find(({ rule }) => rule.rule === review.rule)) }
  }
}
