import type { CostItem } from '../../model/service-log.js'

/**
 * Finds for an item the first earlier one of the log with the same case, day, category, voucher and amounts. Rows are
 * compared in the order of the service days and IDs, so that the order of the file does not matter.
 */
export function duplicateFinder(items: readonly CostItem[]): (item: CostItem) => string | undefined {
  const first = new Map<string, string>()
  for (const item of items) {
    const key = keyOf(item)
    const known = key === undefined ? undefined : first.get(key)
    if (key !== undefined && (known === undefined || item.id < known)) first.set(key, item.id)
  }
  return (item) => {
    const key = keyOf(item)
    const original = key === undefined ? undefined : first.get(key)
    return original === item.id ? undefined : original
  }
}

function keyOf({ case: theCase, serviceDate, category, voucher, net, vat, gross, hours }: CostItem): string | undefined {
  if (theCase === undefined || serviceDate === undefined || voucher === undefined) return undefined
  return [theCase, serviceDate, category, voucher, net, vat, gross, hours].join('\u0000')
}
