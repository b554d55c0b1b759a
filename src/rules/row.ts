import type { FactValue } from '../model/facts.js'
import type { Slots } from './expression/compile.js'

/** Gives each fact that a book reads its place in the row of values on which the expressions work. */
export interface Layout {
  readonly paths: readonly string[]
  slotOf(path: string): number
}

/** The row itself: filled group by group, read by every rule. */
export interface Row {
  readonly slots: Slots
  /** Puts the facts of a group (`item`, `case`, …) in their places; absent facts empty theirs. */
  fill(group: string, facts: object | undefined): void
}

export function createLayout(): Layout {
  const slots = new Map<string, number>()
  const paths: string[] = []
  return {
    paths,
    slotOf: (path) => {
      const known = slots.get(path)
      if (known !== undefined) return known
      slots.set(path, paths.length)
      paths.push(path)
      return paths.length - 1
    },
  }
}

export function createRow(layout: Layout): Row {
  const slotsByGroup = new Map<string, Record<string, number>>()
  layout.paths.forEach((path, slot) => {
    const [group = '', key = ''] = path.split('.')
    const places = slotsByGroup.get(group) ?? (Object.create(null) as Record<string, number>)
    places[key] = slot
    slotsByGroup.set(group, places)
  })
  const emptied = new Map([...slotsByGroup].map(([group, places]) => [group, Object.values(places)]))
  const slots: Slots = Array.from({ length: layout.paths.length }, () => undefined)
  return { slots, fill }

  // Items come in hundreds of shapes, one for each set of absent facts. Walking through the facts that are there is
  // several times faster than asking for each by name, which the engine must look up anew for every shape.
  function fill(group: string, facts: object | undefined): void {
    const places = slotsByGroup.get(group)
    if (places === undefined) return
    for (const slot of emptied.get(group) as number[]) slots[slot] = undefined
    for (const key in facts) {
      const slot = places[key]
      if (slot === undefined) continue
      const value = (facts as Record<string, FactValue | undefined>)[key]
      slots[slot] = typeof value === 'number' ? BigInt(value) : value
    }
  }
}
