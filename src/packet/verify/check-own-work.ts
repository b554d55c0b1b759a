import { hoursOf, workTotal } from '../../claim/facts/amounts.js'
import type { Claim, ItemDetails } from '../../model/claim.js'
import type { ItemFacts } from '../../model/facts.js'
import { isOn } from '../../model/hourly-rates.js'
import { parseDecimal } from '../../model/money.js'
import { differs, type Difference } from './difference.js'

/** Versions whose claims did not name their rates yet. */
const withoutRates = new Set(['0.1.0', '0.2.0', '0.3.0'])

/** Whether an item of own work is worth its hours at a rate that the claim names, in force on its day. */
export function checkOwnWork(item: ItemFacts, details: ItemDetails, { rates = [], tool }: Claim): Difference[] {
  if (withoutRates.has(tool.version)) return []
  const rate = details.rate === undefined ? undefined : rates[details.rate]
  const given = hoursOf(details, item.providerKind)
  const hours = given === undefined ? undefined : parseDecimal(given)
  const total = rate === undefined || typeof hours !== 'object' ? undefined : workTotal(hours, rate)
  const isWhole = item.amountsGiven > 0 || total === undefined || (item.net === total && item.vat === 0n && item.gross === total)
  const odd = [
    ...(item.hasRate === (rate !== undefined) && (details.rate === undefined || rate !== undefined) ? [] : ['rate']),
    ...(rate === undefined || (item.providerKind === 'own' && item.serviceDate !== undefined && isOn(rate, item.serviceDate)) ? [] : ['rate']),
    ...(item.ownWorkTotal === total && isWhole ? [] : ['hours']),
  ]
  return [...new Set(odd)].map((key) => differs('details-differ', { item: item.id, key }))
}

/** Whether each rate of the claim is one that some item rests on. */
export function checkRates({ rates = [], details }: Claim): Difference[] {
  const used = new Set(Object.values(details).map(({ rate }) => rate))
  return rates.every((_, place) => used.has(place)) ? [] : [differs('claim-differs', { key: 'rates' })]
}
