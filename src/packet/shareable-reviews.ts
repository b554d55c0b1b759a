import { textMask } from '../claim/name-mask.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import type { Review } from '../model/review.js'
import { withheldMark } from '../model/privacy.js'
import type { ServiceLog } from '../model/service-log.js'

/** Reviews as a packet may carry them: what was written about a person under non-disclosure is withheld. */
export function shareableReviews(reviews: readonly Review[], { items, cases }: Pick<ServiceLog, 'items' | 'cases'>): Review[] {
  const open = new Set(cases.filter((one) => one.nonDisclosure !== true && !one.unreadable.includes('nonDisclosure')).map((one) => one.case))
  const openItems = new Set(items.filter((item) => item.case !== undefined && open.has(item.case)).map(({ id }) => id))
  const mask = textMask({ cases })
  return reviews.map((review) => ({ ...review, reason: openItems.has(review.item) ? mask(review.reason) : withheldMark, by: withoutIdentifiers(review.by) === review.by ? review.by : withheldMark }))
}
