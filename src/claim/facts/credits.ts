import type { ItemFacts } from '../../model/facts.js'
import type { Cents } from '../../model/money.js'
import type { CostItem } from '../../model/service-log.js'
import type { LogIndex } from './log-index.js'

/** Whether a credit names an item of the same case that is large enough for it. */
export function creditFacts(item: CostItem, index: LogIndex): Pick<ItemFacts, 'creditsGiven' | 'creditsListed' | 'creditsWithin'> {
  const credited = item.credits === undefined ? undefined : index.item(item.credits)
  const listed = credited !== undefined && credited.id !== item.id && credited.case === item.case
  const [credit, original] = [netOf(item), credited && netOf(credited)]
  return {
    creditsGiven: item.credits !== undefined,
    creditsListed: listed,
    creditsWithin: listed && credit !== undefined && original !== undefined && -credit <= original,
  }
}

/** The net amount, read or following from VAT and gross. */
function netOf({ net, vat = 0n, gross }: CostItem): Cents | undefined {
  return net ?? (gross === undefined ? undefined : gross - vat)
}
