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
  const placesByGroup = new Map<string, { key: string; slot: number }[]>()
  layout.paths.forEach((path, slot) => {
    const [group = '', key = ''] = path.split('.')
    const places = placesByGroup.get(group) ?? []
    places.push({ key, slot })
    placesByGroup.set(group, places)
  })
  const slots: Slots = Array.from({ length: layout.paths.length }, () => undefined)
  return { slots, fill }

  function fill(group: string, facts: object | undefined): void {
    const places = placesByGroup.get(group)
    if (places === undefined) return
    for (let at = 0; at < places.length; at++) {
      const { key, slot } = places[at] as { key: string; slot: number }
      const value = facts === undefined ? undefined : (facts as Record<string, FactValue | undefined>)[key]
      slots[slot] = typeof value === 'number' ? integerOf(value) : value
    }
  }
}

const smallIntegers = Array.from({ length: 1000 }, (_, value) => BigInt(value))

function integerOf(value: number): bigint {
  return smallIntegers[value] ?? BigInt(value)
}
