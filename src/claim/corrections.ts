import type { Claim } from '../model/claim.js'
import { centsToClaim, isCorrection, type ItemFacts } from '../model/facts.js'
import { ownValue } from '../model/own-keys.js'
import { formatCents, type Cents } from '../model/money.js'

type Correction = NonNullable<Claim['corrections']>[number]

/**
 * The claimed items that correct what an earlier claim holds, each with both amounts: those whose amount has changed,
 * and credits of items claimed earlier.
 */
export function correctionsOf(claimed: readonly string[], items: readonly ItemFacts[], details: Claim['details']): Correction[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return claimed.flatMap((id) => {
    const item = byId.get(id)
    if (item === undefined) return []
    if (isCorrection(item)) return [correction(item, item, centsToClaim(item) as Cents)]
    const credited = byId.get(ownValue(details, id)?.credits ?? '')
    return credited?.claimedIn === undefined || credited.claimedAmount === undefined || item.amount === undefined ? [] : [correction(item, credited, item.amount)]
  })
}

function correction({ id }: ItemFacts, { id: held, claimedIn, claimedAmount }: ItemFacts, difference: Cents): Correction {
  const before = claimedAmount as Cents
  return {
    item: id,
    ...(held === id ? {} : { credits: held }),
    claim: claimedIn as string,
    claimedAmount: formatCents(before),
    amount: formatCents(before + difference),
    difference: formatCents(difference),
  }
}
