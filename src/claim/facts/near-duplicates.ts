import type { CostItem } from '../../model/service-log.js'

/** Earlier items of the log that may be the same cost as an item, though not in every respect. */
export interface NearDuplicates {
  /** Of another case, with the same day, category, voucher and amount. */
  readonly sameVoucherAs?: string
  /** Of the same case, day, category and voucher, where the gross amount of one is the net amount of the other. */
  readonly grossOf?: string
}

const none: NearDuplicates = {}

/** Finds near duplicates among the items of shared vouchers, in the order of the IDs. */
export function nearDuplicateFinder(vouchers: readonly (readonly CostItem[])[]): (item: CostItem) => NearDuplicates {
  const found = new Map<CostItem, NearDuplicates>()
  for (const sameVoucher of vouchers) {
    const firstOf = new Map<string, CostItem>()
    const byNet = new Map<string, string>()
    const byGross = new Map<string, string>()
    for (const item of sameVoucher.toSorted((left, right) => (left.id < right.id ? -1 : 1))) {
      const { case: theCase, serviceDate, category } = item
      const { net, gross } = amountsOf(item)
      if (net === undefined || gross === undefined || net <= 0n) continue
      const first = firstOf.get([serviceDate, category, net, gross].join('\u0000'))
      if (first === undefined) firstOf.set([serviceDate, category, net, gross].join('\u0000'), item)
      const row = [theCase, serviceDate, category].join('\u0000')
      const grossOf = net === gross ? byGross.get(`${row}\u0000${net}`) : byNet.get(`${row}\u0000${gross}`) ?? byGross.get(`${row}\u0000${net}`)
      const sameVoucherAs = first === undefined || first.case === theCase ? undefined : first.id
      if (grossOf !== undefined || sameVoucherAs !== undefined) found.set(item, { ...(sameVoucherAs === undefined ? {} : { sameVoucherAs }), ...(grossOf === undefined ? {} : { grossOf }) })
      if (!byNet.has(`${row}\u0000${net}`)) byNet.set(`${row}\u0000${net}`, item.id)
      if (net !== gross && !byGross.has(`${row}\u0000${gross}`)) byGross.set(`${row}\u0000${gross}`, item.id)
    }
  }
  return (item) => found.get(item) ?? none
}

/** Net and gross, the missing one derived from the two others. */
function amountsOf({ net, vat = 0n, gross }: CostItem): { readonly net: bigint | undefined; readonly gross: bigint | undefined } {
  return { net: net ?? (gross === undefined ? undefined : gross - vat), gross: gross ?? (net === undefined ? undefined : net + vat) }
}
