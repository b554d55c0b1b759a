import type { IsoDate } from '../../model/dates.js'
import type { CompiledBook } from './compile-book.js'
import type { CompiledRule } from './compile-rule.js'
import { chooseParameters, evaluate, excludedByDate } from './evaluate.js'
import type { Slots } from './expression/compile.js'
import { createRow, type Row } from './row.js'
import { regimeLawOn } from '../tables/regimes.js'
import type { Regime } from '../tables/tables.js'

/** What the service day of an item settles by itself, whoever claims: the regime, and which rules its date lets apply. */
export interface DayOutline {
  readonly regime: Regime | undefined
  /** Places and values of the regime and of the parameters of the day; days of one law share them. */
  readonly setting: Setting
  /** Verdicts by index of the rule; `open` where more than the day decides. */
  readonly excluded: Uint16Array
  /** Indexes of the rules that read nothing of item and case but the day: one judgement of the claim settles them for all its items. */
  readonly ofTheDay: Uint16Array
}

/** What a day puts into the row: the places are the same for every day. */
export interface Setting {
  readonly places: readonly number[]
  readonly values: Slots
}

export const open = 0xffff
const serviceDate = 'item.serviceDate'
/** Days outlined at most before they are outlined anew: more than a century of them. */
const mostOutlines = 50_000

/** Days outlined by book: the claimants of a batch share them. */
const outlinesOf = new WeakMap<CompiledBook, Map<IsoDate | undefined, DayOutline>>()

/** What a day (or no day) settles, found once for a book. */
export function outlineOf(compiled: CompiledBook, day: IsoDate | undefined): DayOutline {
  const outlines = outlinesOf.get(compiled) ?? new Map<IsoDate | undefined, DayOutline>()
  outlinesOf.set(compiled, outlines)
  const known = outlines.get(day)
  if (known !== undefined) return known
  if (outlines.size >= mostOutlines) outlines.clear()
  const outline = outlineDay(compiled, day, outlines.values())
  outlines.set(day, outline)
  return outline
}

/** Verdicts by index of the rule that hold for every item of the day. The row holds claim, claimant and policies; its item is lost. */
export function settledOn({ rules }: CompiledBook, outline: DayOutline, row: Row, day: IsoDate | undefined, valueSlot: number): Uint16Array {
  row.fill('item', { serviceDate: day })
  row.fill('case', undefined)
  place(outline.setting, row.slots)
  const settled = outline.excluded.slice()
  for (const index of outline.ofTheDay) settled[index] = evaluate(rules[index] as CompiledRule, row.slots, valueSlot, true)
  return settled
}

/** Puts the regime and the parameters of a day into the row. */
export function place({ places, values }: Setting, slots: Slots): void {
  for (let at = 0; at < places.length; at++) slots[places[at] as number] = values[at]
}

function outlineDay({ book, rules, layout }: CompiledBook, day: IsoDate | undefined, others: Iterable<DayOutline>): DayOutline {
  const regime = day === undefined ? undefined : regimeLawOn(book.tables, day)
  const row = createRow(layout)
  row.fill('item', { serviceDate: day })
  row.fill('regime', regime)
  const excluded = new Uint16Array(rules.length).fill(open)
  const varying: number[] = []
  const ofTheDay: number[] = []
  rules.forEach((compiled, index) => {
    if (compiled.grain !== 'item' || !ownDate(compiled)) return
    chooseParameters(compiled, row.slots)
    varying.push(...compiled.varying.map(({ slot }) => slot))
    const verdict = excludedByDate(compiled, row.slots)
    if (verdict !== undefined) excluded[index] = verdict
    else if (compiled.reads.every(isSettledByDay)) ofTheDay.push(index)
  })
  const places = [...varying, ...layout.paths.flatMap((path, slot) => (path.startsWith('regime.') ? [slot] : []))]
  const setting = { places, values: places.map((slot) => row.slots[slot]) }
  const same = [...others].find((one) => sameList(one.setting.places, places) && sameList(one.setting.values, setting.values))
  return { regime, setting: same?.setting ?? setting, excluded, ofTheDay: Uint16Array.from(ofTheDay) }
}

function sameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index])
}

/** Whether a rule goes by the service day, or by no day. */
export function ownDate({ rule: { when } }: CompiledRule): boolean {
  return when === undefined || when.date === serviceDate
}

/** Whether a fact is the same for all items of a day. */
export function isSettledByDay(path: string): boolean {
  const group = path.slice(0, path.indexOf('.'))
  return path === serviceDate || (group !== 'item' && group !== 'case')
}
