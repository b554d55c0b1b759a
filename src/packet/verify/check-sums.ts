import canonicalize from 'canonicalize'
import { claimedItems, claimTotals } from '../../claim/assemble.js'
import { correctionsOf } from '../../claim/corrections.js'
import { totalsOf } from '../../claim/totals.js'
import type { AssessedItem } from '../../model/assessment.js'
import type { PacketContent } from '../content.js'
import { differs, type Difference } from './difference.js'

/** Whether the claim holds exactly the items that are claimable when judged again, and every sum is theirs. */
export function checkSums(content: PacketContent, judged: readonly AssessedItem[]): Difference[] {
  return [...compareClaimed(content, judged), ...compareTotals(content, judged), ...compareCorrections(content)]
}

function compareClaimed({ claim }: PacketContent, judged: readonly AssessedItem[]): Difference[] {
  const expected = claimedItems(judged, claim.facts.items).map(({ id }) => id)
  const [claimed, claimable] = [new Set(claim.claimed), new Set(expected)]
  const odd = [...claim.claimed.filter((id) => !claimable.has(id)), ...expected.filter((id) => !claimed.has(id))]
  if (odd.length > 0) return odd.map((item) => differs('claimed-differs', { item }))
  if (claim.claimed.length !== claimed.size) return [differs('item-twice', { item: claim.claimed.find((id, index) => claim.claimed.indexOf(id) !== index) ?? '' })]
  return claim.claimed.some((id, index) => id !== expected[index]) ? [differs('claimed-reordered', {})] : []
}

function compareCorrections({ claim }: PacketContent): Difference[] {
  const [stated, again] = [claim.corrections ?? [], correctionsOf(claim.claimed, claim.facts.items, claim.details)].map((list) => canonicalize(list) ?? '') as [string, string]
  return stated === again ? [] : [differs('total-differs', { name: 'claim.json corrections', packet: stated, judged: again })]
}

function compareTotals({ claim, assessment }: PacketContent, judged: readonly AssessedItem[]): Difference[] {
  const facts = new Map(claim.facts.items.map((item) => [item.id, item]))
  const pairs: [string, object, object][] = [
    ['assessment.json totals', assessment.totals, totalsOf(judged)],
    ['claim.json totals', claim.totals, claimTotals(claim.claimed.flatMap((id) => facts.get(id) ?? []), judged)],
  ]
  return pairs.flatMap(([name, packet, expected]) =>
    Object.entries(expected)
      .map(([key, value]) => [key, canonicalize((packet as Record<string, unknown>)[key]) ?? '', canonicalize(value) ?? ''] as const)
      .filter(([, stated, again]) => stated !== again)
      .map(([key, stated, again]) => differs('total-differs', { name: `${name}.${key}`, packet: stated, judged: again })),
  )
}
