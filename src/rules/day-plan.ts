import type { IsoDate } from '../model/dates.js'
import type { CompiledBook } from './compile-book.js'
import type { CompiledRule } from './compile-rule.js'
import { chooseParameters, evaluate, excludedByDate } from './evaluate.js'
import type { Slots } from './expression/compile.js'
import type { Row } from './row.js'
import { regimeOn } from './tables/regimes.js'
import type { Regime } from './tables/tables.js'
import { isFinding, type Verdict } from './verdict.js'

/** What the service day of an item settles before anything else is read: the regime, and many rules. */
export interface DayPlan {
  readonly regime: Regime | undefined
  /** Places and values of the regime and of the parameters of the day. */
  readonly places: readonly number[]
  readonly values: Slots
  /** Verdicts by index of the rule; `open` where the rest of the item decides. */
  readonly settled: Uint16Array
  /** Rules that are still to be judged, and those whose settled verdict is a finding of each item of the day. */
  readonly steps: readonly Step[]
  /** Indexes of the rules that are still to be judged. */
  readonly openIndexes: Uint16Array
}

export interface Step {
  readonly index: number
  readonly compiled: CompiledRule
  /** `open`, or what the day has settled. */
  readonly verdict: Verdict
  /** Whether the service day has chosen its parameters and let it apply. */
  readonly dated: boolean
}

export const open = 0xffff
const serviceDate = 'item.serviceDate'

/** Plans the judgement of items of a day (or of no day). The row holds claim, claimant and policies; its item is lost. */
export function planDay({ book, rules, layout }: CompiledBook, row: Row, day: IsoDate | undefined, valueSlot: number): DayPlan {
  const regime = day === undefined ? undefined : regimeOn(book.tables, day)
  row.fill('item', { serviceDate: day })
  row.fill('case', undefined)
  row.fill('regime', regime)
  const settled = new Uint16Array(rules.length).fill(open)
  const varying: number[] = []
  rules.forEach((compiled, index) => {
    if (compiled.grain !== 'item' || !ownDate(compiled)) return
    const excluded = excludedByDate(compiled, row.slots)
    if (excluded !== undefined) settled[index] = excluded
    else {
      chooseParameters(compiled, row.slots)
      varying.push(...compiled.varying.map(({ slot }) => slot))
      if (compiled.reads.every(isSettledByDay)) settled[index] = evaluate(compiled, row.slots, valueSlot, true)
    }
  })
  const places = [...varying, ...layout.paths.flatMap((path, slot) => (path.startsWith('regime.') ? [slot] : []))]
  const steps = rules.flatMap((compiled, index) => (compiled.grain === 'item' ? [{ index, compiled, verdict: settled[index] as Verdict, dated: ownDate(compiled) }] : []))
  return {
    regime,
    settled,
    places,
    values: places.map((slot) => row.slots[slot]),
    steps: steps.filter(({ verdict }) => verdict === open || isFinding(verdict)),
    openIndexes: Uint16Array.from(steps.flatMap(({ index, verdict }) => (verdict === open ? [index] : []))),
  }
}

function ownDate({ rule: { when } }: CompiledRule): boolean {
  return when === undefined || when.date === serviceDate
}

function isSettledByDay(path: string): boolean {
  const group = path.slice(0, path.indexOf('.'))
  return path === serviceDate || (group !== 'item' && group !== 'case')
}
