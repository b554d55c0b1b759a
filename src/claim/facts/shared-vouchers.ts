import type { CostItem } from '../../model/service-log.js'

/**
 * The items whose voucher stands on more than one row, by voucher; rows without a case, day or voucher are left out.
 * Only these can be the same cost as another row, and most vouchers stand on one.
 */
export function sharedVouchers(items: readonly CostItem[]): readonly (readonly CostItem[])[] {
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
