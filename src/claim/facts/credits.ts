import type { ItemFacts } from '../../model/facts.js'
import type { CostItem } from '../../model/service-log.js'
import type { LogIndex } from './log-index.js'

/** Whether a credit names an item of the same case that is large enough for it. */
export function creditFacts(item: CostItem, index: LogIndex): Pick<ItemFacts, 'creditsGiven' | 'creditsListed' | 'creditsWithin'> {
  const credited = item.credits === undefined ? undefined : index.items.get(item.credits)
  const listed = credited !== undefined && credited.id !== item.id && credited.case === item.case
  const [credit, original] = [item.net ?? item.gross, item.net === undefined ? credited?.gross : credited?.net]
  return {
    creditsGiven: item.credits !== undefined,
    creditsListed: listed,
    creditsWithin: listed && credit !== undefined && original !== undefined && -credit <= original,
  }
}
