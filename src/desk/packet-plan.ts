import type { EarlierClaim } from '../claim/derive-facts.js'
import { rateOf } from '../claim/facts/amounts.js'
import { factsHash } from '../claim/reviews.js'
import type { Assessment } from '../model/assessment.js'
import type { Facts } from '../model/facts.js'
import type { HourlyRate } from '../model/hourly-rates.js'
import type { Language } from '../model/language.js'
import type { Period } from '../model/period.js'
import type { Review } from '../model/review.js'
import type { CostItem, ServiceLog } from '../model/service-log.js'
import type { PacketPseudonyms } from '../packet/pseudonyms.js'
import { shareableReviews } from '../packet/shareable-reviews.js'
import { createJudge } from '../rules/engine/judge.js'
import { assessmentOf, planOf, type Session } from './session.js'

/** What a packet is made from: the log, its facts and their judgement under the identifiers that the packet shows. */
export interface PacketPlan {
  readonly log: ServiceLog
  readonly facts: Facts
  readonly assessment: Assessment
  readonly reviews: readonly Review[]
  /** The hourly rate of own work that an item of the log is priced with. */
  rateOf(item: CostItem): HourlyRate | undefined
  /** The judgement under the claimant's own identifiers: for the claimant's own eyes. */
  readonly own: Assessment
  /** Present where the packet has identifiers of its own. */
  readonly pseudonyms?: PacketPseudonyms | undefined
}

/** Judges a period for its packet, with pseudonyms of this packet alone where the workspace asks for them. */
export async function packetPlan(opened: Session, period: Period, number: number, key: Uint8Array, earlier: EarlierClaim): Promise<PacketPlan> {
  const { withNamelessPlaces } = await import('../packet/nameless-places.js')
  const session = { ...opened, log: withNamelessPlaces(opened.log) }
  const { language, pseudonyms: wanted } = session.workspace.config
  const reviews = shareableReviews(session.reviews, session.log)
  const own = planOf({ ...session, reviews }, language, period, earlier)
  const { rateOn } = session.rates
  if (wanted !== 'per-packet') return { ...own, rateOf: (item) => rateOf(item, rateOn), log: session.log, reviews: ofItems(reviews, own.assessment), own: own.assessment }
  const { withPacketPseudonyms } = await import('../packet/pseudonyms.js')
  const pseudonyms = withPacketPseudonyms(session.log, key, `${period.name}/${String(number).padStart(2, '0')}`)
  const ofOwn = (item: CostItem) => rateOf(pseudonyms.ownItems.get(item.id) ?? item, rateOn)
  return { ...underPseudonyms({ ...session, reviews }, own, pseudonyms, period, language), rateOf: ofOwn, own: own.assessment, pseudonyms }
}

function underPseudonyms(session: Session, own: { facts: Facts; assessment: Assessment }, pseudonyms: PacketPseudonyms, period: Period, language: Language): Omit<PacketPlan, 'own' | 'rateOf'> {
  const { log } = pseudonyms
  const facts = pseudonyms.facts(own.facts)
  const reviews = pseudonyms.reviews(ofItems(session.reviews, own.assessment)).map(restingOn(session, facts, own.assessment, pseudonyms))
  return { log, facts, reviews, assessment: assessmentOf({ ...session, log, reviews }, language, period, facts) }
}

function ofItems(reviews: readonly Review[], { items }: Assessment): Review[] {
  const known = new Set(items.map(({ id }) => id))
  return reviews.filter(({ item }) => known.has(item))
}

/** An answer in force rests on the same facts, which bear other names here; one that was stale stays so. */
function restingOn(session: Session, facts: Facts, own: Assessment, { originals }: PacketPseudonyms): (review: Review) => Review {
  const judge = createJudge(session.book, facts)
  const byId = new Map(facts.items.map((item) => [item.id, item]))
  const inForce = new Set(own.items.flatMap(({ id, findings }) => findings.filter(({ reviewed }) => reviewed !== undefined).map(({ rule }) => `${id}\u0000${rule}`)))
  return (review) => {
    const item = byId.get(review.item)
    if (item === undefined || review.facts === undefined || !inForce.has(`${originals.item.get(review.item)}\u0000${review.rule}`)) return review
    return { ...review, facts: factsHash(judge.judgeItem(item).findings.find(({ rule }) => rule.rule === review.rule)) }
  }
}
