import { createHmac } from 'node:crypto'
import type { CostItem } from '../model/service-log.js'

/**
 * Names the items of a log for the register without saying what they are: a keyed hash (HMAC-SHA-256) of claimant,
 * case, service day, category, voucher and amounts, and of the place among items that are equal in all of these.
 */
export function fingerprintsOf(items: readonly CostItem[], businessId: string, key: Uint8Array): Map<string, string> {
  const seen = new Map<string, number>()
  const ordered = items.toSorted((left, right) => (left.id < right.id ? -1 : 1))
  return new Map(ordered.map((item) => {
    const content = contentOf(item, businessId)
    const ordinal = (seen.get(content) ?? 0) + 1
    seen.set(content, ordinal)
    return [item.id, createHmac('sha256', key).update(`${content}\u0000${ordinal}`).digest('hex')]
  }))
}

function contentOf({ case: theCase, serviceDate, category, voucher, net, vat, gross, deductions, hours }: CostItem, businessId: string): string {
  return [businessId, theCase, serviceDate, category, voucher, net, vat, gross, deductions, hours].join('\u0000')
}
