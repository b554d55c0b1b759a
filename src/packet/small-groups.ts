import type { Cents } from '../model/money.js'

/** One line of a summary. */
export interface Group {
  /** Absent on the line that stands for the small groups together. */
  readonly key?: string
  readonly items: number
  readonly amount: Cents
}

interface Counted {
  readonly case?: string | undefined
  readonly amount: Cents
}

interface OpenGroup extends Group {
  readonly key: string
  readonly persons: number
}

/**
 * Sums of items by key, in the order of the keys. Groups of fewer persons than `smallest` are shown together on one
 * last line without a key; when there is only one of them, the next smallest joins it, so that it cannot be told.
 */
export function summarise<Item extends Counted>(items: readonly Item[], keyOf: (item: Item) => string, smallest: number): Group[] {
  const groups = openGroups(items, keyOf)
  const hidden = hiddenGroups(groups, smallest)
  const shown = groups.filter((group) => !hidden.includes(group)).map(({ key, items: count, amount }) => ({ key, items: count, amount }))
  if (hidden.length === 0) return shown
  return [...shown, { items: hidden.reduce((sum, group) => sum + group.items, 0), amount: hidden.reduce((sum, group) => sum + group.amount, 0n) }]
}

/** How many different persons the items are of; an item without a case counts as one person. */
export function countPersons(items: readonly Counted[]): number {
  const cases = new Set(items.flatMap((item) => item.case ?? []))
  return cases.size + items.filter((item) => item.case === undefined).length
}

function openGroups<Item extends Counted>(items: readonly Item[], keyOf: (item: Item) => string): OpenGroup[] {
  const members = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = members.get(key)
    if (group) group.push(item)
    else members.set(key, [item])
  }
  return [...members]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, group]) => ({ key, items: group.length, amount: group.reduce((sum, { amount }) => sum + amount, 0n), persons: countPersons(group) }))
}

function hiddenGroups(groups: readonly OpenGroup[], smallest: number): OpenGroup[] {
  const small = groups.filter(({ persons }) => persons < smallest)
  if (small.length !== 1 || groups.length === 1) return small
  const next = groups.filter((group) => !small.includes(group)).sort((left, right) => left.persons - right.persons || (left.key < right.key ? -1 : 1))[0]
  return next === undefined ? small : [...small, next]
}
