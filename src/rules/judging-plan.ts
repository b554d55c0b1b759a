import type { IsoDate } from '../model/dates.js'
import type { CompiledBook } from './compile-book.js'
import { open, stepsOf, type DayOutline, type Setting, type Step } from './day-plan.js'
import { fuseRules, type FusedRules } from './fuse-rules.js'
import type { ItemJudgement } from './judgement.js'

/** The plan of one day. A class, because objects made by spreading keep no common shape and are slow to read. */
export class JudgingPlan {
  readonly settled: Uint16Array
  /** Stands for all plans that settle the same. */
  readonly number: number
  readonly openIndexes: Uint16Array
  readonly indexes: Uint16Array
  readonly single: readonly Step[]
  readonly fused: FusedRules
  readonly setting: Setting
  readonly regime: string | undefined
  readonly decidedBy: ItemJudgement['decidedBy']

  constructor({ regime, setting }: DayOutline, settled: Uint16Array, number: number, shared: SharedSteps, day: IsoDate | undefined) {
    this.settled = settled
    this.number = number
    this.openIndexes = shared.openIndexes
    this.indexes = shared.indexes
    this.single = shared.single
    this.fused = shared.fused
    this.setting = setting
    this.regime = regime?.id
    this.decidedBy = day === undefined ? undefined : { fact: 'serviceDate', date: day }
  }
}

/** What many days share: the rules that are judged in one function, and those that are judged one by one. */
export interface SharedSteps {
  /** Indexes of the rules that are still to be judged. */
  readonly openIndexes: Uint16Array
  readonly indexes: Uint16Array
  readonly single: readonly Step[]
  readonly fused: FusedRules
}

/** Steps by book and by the verdicts that a day settles: functions are written once, and stay warm from one service log to the next. */
const stepsOfBooks = new WeakMap<CompiledBook, Map<string, SharedSteps>>()
/** Settled verdicts kept apart at most before the steps are made anew. */
const mostSteps = 1000

/** The steps of all days that settle the same verdicts; `key` is their list. */
export function stepsFor(compiled: CompiledBook, settled: Uint16Array, key: string, valueSlot: number): SharedSteps {
  const steps = stepsOfBooks.get(compiled) ?? new Map<string, SharedSteps>()
  stepsOfBooks.set(compiled, steps)
  const known = steps.get(key)
  if (known !== undefined) return known
  if (steps.size >= mostSteps) steps.clear()
  const shared = shareSteps(stepsOf(compiled, settled), valueSlot)
  steps.set(key, shared)
  return shared
}

function shareSteps(steps: readonly Step[], valueSlot: number): SharedSteps {
  return {
    openIndexes: Uint16Array.from(steps.flatMap(({ index, verdict }) => (verdict === open ? [index] : []))),
    indexes: Uint16Array.from(steps, ({ index }) => index),
    single: steps.filter((step) => !isFused(step)),
    fused: fuseRules(steps.filter(isFused), valueSlot),
  }
}

/** What depends on the item, and on no date but the service day, is judged in one go. */
function isFused({ verdict, dated, compiled }: Step): boolean {
  return verdict === open && dated && compiled.sharedBy === 'item'
}
