import type { CostItem } from '../../model/service-log.js'

/** The items of the log of the same case and gross amount as an item, itself among them; none for an item without a day or an amount above zero. */
export type EqualAmounts = (item: CostItem) => readonly CostItem[]

/** Groups the items of a log by case and gross amount. Most amounts stand once: only groups of several have a list. */
export function equalAmounts(items: readonly CostItem[]): EqualAmounts {
  const groups = new Map<string, Map<bigint, CostItem | CostItem[]>>()
  for (const item of items) {
    const amount = amountOf(item)
    if (amount === undefined || item.case === undefined) continue
    let ofCase = groups.get(item.case)
    if (ofCase === undefined) groups.set(item.case, (ofCase = new Map()))
    const known = ofCase.get(amount)
    if (known === undefined) ofCase.set(amount, item)
    else if (Array.isArray(known)) known.push(item)
    else ofCase.set(amount, [known, item])
  }
  let asked: CostItem | undefined
  let found = none
  return (item) => {
    // Several facts of an item ask for its group, one after the other.
    if (item !== asked) [asked, found] = [item, groupOf(item, groups)]
    return found
  }
}

const none: readonly CostItem[] = []

function groupOf(item: CostItem, groups: ReadonlyMap<string, ReadonlyMap<bigint, CostItem | CostItem[]>>): readonly CostItem[] {
  const amount = amountOf(item)
  const group = amount === undefined || item.case === undefined ? undefined : groups.get(item.case)?.get(amount)
  if (group === undefined) return none
  return Array.isArray(group) ? group : [group]
}

/** The gross amount above zero of a dated item. */
function amountOf({ serviceDate, net, vat = 0n, gross }: CostItem): bigint | undefined {
  const amount = gross ?? (net === undefined ? undefined : net + vat)
  return serviceDate === undefined || amount === undefined || amount <= 0n ? undefined : amount
}
