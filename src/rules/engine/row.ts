import { itemFacts, type FactValue } from '../../model/facts.js'
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
  /** The values that stand in the places of a group, to be put there again. */
  taken(group: string): Slots
  put(group: string, values: Slots): void
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

/** The places of a group of facts, in the order in which a row gives their values. */
export function placesOf(layout: Layout, group: string): readonly number[] {
  return [...(shapeOf(layout).groups.get(group) ?? noSlots)]
}

export function createRow(layout: Layout): Row {
  const { groups, fillers } = shapeOf(layout)
  const slots: Slots = Array.from({ length: layout.paths.length }, () => undefined)
  const slotsOf = (group: string) => groups.get(group) ?? noSlots
  return {
    slots,
    fill: (group, facts = absent) => fillers.get(group)?.(facts as FactValues, slots),
    taken: (group) => Array.from(slotsOf(group), (slot) => slots[slot]),
    put: (group, values) => {
      const places = slotsOf(group)
      for (let at = 0; at < places.length; at++) slots[places[at] as number] = values[at]
    },
  }
}

interface Shape {
  readonly length: number
  readonly groups: ReadonlyMap<string, Uint16Array>
  readonly fillers: ReadonlyMap<string, Filler>
}

const shapes = new WeakMap<Layout, Shape>()

/** How the rows of a layout are filled: written once, as long as no place is added. */
function shapeOf(layout: Layout): Shape {
  const known = shapes.get(layout)
  if (known?.length === layout.paths.length) return known
  const placesByGroup = new Map<string, Place[]>()
  layout.paths.forEach((path, slot) => {
    const [group = '', key = ''] = path.split('.')
    const places = placesByGroup.get(group) ?? []
    places.push({ key, slot })
    placesByGroup.set(group, places)
  })
  const shape = {
    length: layout.paths.length,
    groups: new Map([...placesByGroup].map(([group, places]) => [group, Uint16Array.from(places, ({ slot }) => slot)])),
    fillers: new Map([...placesByGroup].map(([group, places]) => [group, group === 'item' && places.every(({ key }) => key in itemFacts) ? itemFiller(places) : filler(places)])),
  }
  shapes.set(layout, shape)
  return shape
}

interface Place {
  readonly key: string
  readonly slot: number
}
type FactValues = Readonly<Record<string, FactValue | undefined>>
type Filler = (facts: FactValues, slots: Slots) => void

const absent = {}
const noSlots = new Uint16Array()

function filler(places: readonly Place[]): Filler {
  return (facts, slots) => {
    for (const { key, slot } of places) {
      const value = Object.hasOwn(facts, key) ? facts[key] : undefined
      slots[slot] = typeof value === 'number' ? integerOf(value) : value
    }
  }
}

/**
 * Facts of items come by the million, all of one shape: code that names each fact reads them many times faster than a
 * loop that looks for them. It is made of place numbers and of names from the model alone.
 */
function itemFiller(places: readonly Place[]): Filler {
  const statements = places.map(({ key, slot }) => (itemFacts[key as keyof typeof itemFacts].type === 'count' ? `v=i.${key};s[${slot}]=v===undefined?v:n(v);` : `s[${slot}]=i.${key};`))
  // oxlint-disable-next-line no-implied-eval, no-new-func -- the code holds place numbers and names of the model, never a text
  const make = new Function('n', `"use strict"; return (i, s) => { let v; ${statements.join('')} }`) as (toInteger: typeof integerOf) => Filler
  return make(integerOf)
}

const smallIntegers = Array.from({ length: 1000 }, (_, value) => BigInt(value))

/** A count as expressions read it. */
export function integerOf(value: number): bigint {
  return smallIntegers[value] ?? BigInt(value)
}
