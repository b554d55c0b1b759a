import type { CostItem } from '../../model/service-log.js'

/**
 * Finds for an item the first earlier one of the log with the same case, day, category, voucher and amounts. Rows are
 * compared in the order of their IDs, so that the order of the file does not matter. Most vouchers stand on one row:
 * only those that stand on several are looked at more closely.
 */
export function duplicateFinder(items: readonly CostItem[]): (item: CostItem) => string | undefined {
  const originals = new Map<CostItem, string>()
  for (const sameVoucher of byVoucher(items)) {
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

/** The items whose voucher stands on more than one row, by voucher. */
export function byVoucher(items: readonly CostItem[]): CostItem[][] {
  const single = new Map<string, CostItem>()
  const several = new Map<string, CostItem[]>()
  for (const item of items) {
    if (item.case === undefined || item.serviceDate === undefined || item.voucher === undefined) continue
    const before = single.get(item.voucher)
    if (before === undefined) single.set(item.voucher, item)
    else {
      const group = several.get(item.voucher)
      if (group === undefined) several.set(item.voucher, [before, item])
      else group.push(item)
    }
  }
  return [...several.values()]
}

function keyOf({ case: theCase, serviceDate, category, net, vat, gross, hours }: CostItem): string {
  return [theCase, serviceDate, category, net, vat, gross, hours].join('\u0000')
}
