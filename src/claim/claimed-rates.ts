import type { ClaimedRate, HourlyRate } from '../model/hourly-rates.js'
import { centsPerHour } from '../model/hourly-rates.js'
import { formatCents } from '../model/money.js'
import type { CostItem } from '../model/service-log.js'
import type { TextMask } from './name-mask.js'

/** The hourly rates that items of own work rest on, once each, and the place of an item's among them. */
export interface ClaimedRates {
  readonly rates: readonly ClaimedRate[]
  placeOf(item: CostItem): number | undefined
}

/** Collects the rates behind items; whose rate it is stays with the claimant. */
export function claimedRates(items: readonly CostItem[], rateOf: (item: CostItem) => HourlyRate | undefined, mask: TextMask): ClaimedRates {
  const byText = new Map<string, ClaimedRate>()
  const texts = new Map<CostItem, string>()
  for (const item of items) {
    const rate = rateOf(item)
    if (rate === undefined) continue
    const { from, to, source } = rate
    const shown: ClaimedRate = { from, ...(to === undefined ? {} : { to }), eurosPerHour: formatCents(centsPerHour(rate)), source: mask(source) }
    const text = JSON.stringify(shown)
    texts.set(item, text)
    byText.set(text, shown)
  }
  const order = [...byText.keys()].sort()
  const places = new Map(order.map((text, place) => [text, place]))
  return { rates: order.map((text) => byText.get(text) as ClaimedRate), placeOf: (item) => places.get(texts.get(item) ?? '') }
}
