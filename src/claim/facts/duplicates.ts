import type { CostItem } from '../../model/service-log.js'

/**
 * Finds for an item of the log, by the items of its shared vouchers, the first earlier one with the same case, day,
 * category, voucher and amounts. Rows are compared in the order of their IDs, so that the order of the file does not matter.
 */
export function duplicateFinder(vouchers: readonly (readonly CostItem[])[]): (item: CostItem) => string | undefined {
  const originals = new Map<CostItem, string>()
  for (const sameVoucher of vouchers) {
    const first = new Map<string, string>()
    for (const item of sameVoucher) {
      const known = first.get(keyOf(item))
      if (known === undefined || item.id < known) first.set(keyOf(item), item.id)
    }
    for (const item of sameVoucher) {
      const original = first.get(keyOf(item)) as string
      if (original !== item.id) originals.set(item, original)
    }
  }
  return (item) => originals.get(item)
}

function keyOf({ case: theCase, serviceDate, category, net, vat, gross, hours }: CostItem): string {
  return [theCase, serviceDate, category, net, vat, gross, hours].join('\u0000')
}
