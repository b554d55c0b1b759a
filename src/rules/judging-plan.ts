import type { IsoDate } from '../model/dates.js'
import { open, type DayPlan, type Step } from './day-plan.js'
import type { Slots } from './expression/compile.js'
import { fuseRules, type FusedRules } from './fuse-rules.js'
import type { ItemJudgement } from './judgement.js'

/** The plan of one day. A class, because objects made by spreading keep no common shape and are slow to read. */
export class JudgingPlan {
  readonly settled: Uint16Array
  readonly number: number
  readonly openIndexes: Uint16Array
  readonly indexes: Uint16Array
  readonly single: readonly Step[]
  readonly fused: FusedRules
  readonly places: readonly number[]
  readonly values: Slots
  readonly regime: string | undefined
  readonly decidedBy: ItemJudgement['decidedBy']

  constructor({ settled, regime }: DayPlan, shared: SharedSteps, { places, values }: Pick<DayPlan, 'places' | 'values'>, day: IsoDate | undefined) {
    this.settled = settled
    this.number = shared.number
    this.openIndexes = shared.openIndexes
    this.indexes = shared.indexes
    this.single = shared.single
    this.fused = shared.fused
    this.places = places
    this.values = values
    this.regime = regime?.id
    this.decidedBy = day === undefined ? undefined : { fact: 'serviceDate', date: day }
  }
}

/** What many days share: the rules that are judged in one function, and those that are judged one by one. */
export interface SharedSteps {
  readonly number: number
  readonly openIndexes: Uint16Array
  readonly indexes: Uint16Array
  readonly single: readonly Step[]
  readonly fused: FusedRules
}

/** The steps of a plan, ready to be judged; `number` stands for all plans that settle the same. */
export function shareSteps({ steps, openIndexes }: DayPlan, number: number, valueSlot: number): SharedSteps {
  return { number, openIndexes, indexes: Uint16Array.from(steps, ({ index }) => index), single: steps.filter((step) => !isFused(step)), fused: fuseRules(steps.filter(isFused), valueSlot) }
}

/** What depends on the item, and on no date but the service day, is judged in one go. */
function isFused({ verdict, dated, compiled }: Step): boolean {
  return verdict === open && dated && compiled.sharedBy === 'item'
}
