import type { IsoDate } from '../../model/dates.js'
import type { Basis } from '../book.js'
import type { CompiledRule } from './compile-rule.js'
import type { CompiledBook } from './compile-book.js'
import { isSettledByDay, open, ownDate, type DayOutline, type Setting } from './day-plan.js'
import { answerOf, answersPerWord, putAnswer, wordsFor } from './answers.js'
import { fuseRules, type FusedRules } from './fuse-rules.js'
import type { ItemJudgement, RuleFinding } from './judgement.js'
import type { Verdict } from './verdict.js'

/** A rule that is judged for items. Its place among them is that of its answer in the words. */
export interface ItemRule {
  readonly index: number
  readonly compiled: CompiledRule
  /** Whether the service day chooses its parameters and lets it apply. */
  readonly dated: boolean
  /** Whether a finding of the rule says the same of each item of a day. */
  readonly daily: boolean
}

/** The plan of one day. A class, because objects made by spreading keep no common shape and are slow to read. */
export class JudgingPlan {
  readonly open: OpenRules
  /** Verdicts that the day has settled, by index of the rule, and the same as answers. */
  readonly settled: Uint16Array
  readonly start: Int32Array
  readonly setting: Setting
  readonly regime: string | undefined
  readonly decidedBy: ItemJudgement['decidedBy']
  /** Findings that are the same for every item of the day, and the sources in force, by the place of the rule, once they are known. */
  readonly findings: (RuleFinding | undefined)[]
  readonly basis: (readonly Basis[] | undefined)[]

  constructor({ regime, setting }: DayOutline, settled: Uint16Array, rules: readonly ItemRule[], openRules: OpenRules, day: IsoDate | undefined) {
    this.open = openRules
    this.settled = settled
    this.start = wordsFor(rules.length)
    this.setting = setting
    this.regime = regime?.id
    this.decidedBy = day === undefined ? undefined : { fact: 'serviceDate', date: day }
    this.findings = Array.from({ length: rules.length })
    this.basis = Array.from({ length: rules.length })
    rules.forEach(({ index }, position) => {
      if (settled[index] !== open) putAnswer(this.start, position, answerOf(settled[index] as Verdict))
    })
  }
}

/** The rules that days leave open; most days leave the same. */
export interface OpenRules {
  readonly number: number
  /** Places of the rules that a case settles, and of those that are judged one by one, as their parameters go by another date. */
  readonly byCase: readonly number[]
  readonly single: readonly number[]
  readonly fused: readonly FusedRules[]
}

/** Rules of one function: the engine optimises functions of some tens of rules better than one of all. */
const rulesPerFunction = 3 * answersPerWord

interface Judged {
  readonly rules: readonly ItemRule[]
  readonly open: Map<string, OpenRules>
}

/** By book: functions are written once, and stay warm from one service log to the next. */
const judgedOfBooks = new WeakMap<CompiledBook, Judged>()

/** The rules of a book that are judged for items, in their order. */
export function itemRulesOf(compiled: CompiledBook): readonly ItemRule[] {
  return judgedOf(compiled).rules
}

/** The open rules of all days that leave the same open, ready to be judged. */
export function openRulesFor(compiled: CompiledBook, { setting }: DayOutline, settled: Uint16Array): OpenRules {
  const judged = judgedOf(compiled)
  const opened = judged.rules.flatMap(({ index }, position) => (settled[index] === open ? [position] : []))
  const key = opened.join()
  const known = judged.open.get(key) ?? makeOpenRules(compiled, judged, opened, setting)
  judged.open.set(key, known)
  return known
}

function judgedOf(compiled: CompiledBook): Judged {
  const known = judgedOfBooks.get(compiled)
  if (known !== undefined) return known
  const rules = compiled.rules.flatMap((rule, index) => (rule.grain === 'item' ? [{ index, compiled: rule, dated: ownDate(rule), daily: ownDate(rule) && rule.namedFacts.every(isSettledByDay) }] : []))
  const judged = { rules, open: new Map<string, OpenRules>() }
  judgedOfBooks.set(compiled, judged)
  return judged
}

function makeOpenRules({ layout }: CompiledBook, { rules, open: others }: Judged, opened: readonly number[], { places }: Setting): OpenRules {
  const some = (wanted: (rule: ItemRule) => boolean) => opened.filter((position) => wanted(rules[position] as ItemRule))
  const fused = some(isFused).map((position) => ({ position, ...(rules[position] as ItemRule) }))
  const parts = Array.from({ length: Math.ceil(rules.length / rulesPerFunction) }, (_, part) => [part * rulesPerFunction, Math.min(rules.length, (part + 1) * rulesPerFunction)] as const)
  return {
    number: others.size,
    byCase: some((rule) => !isFused(rule) && rule.dated),
    single: some((rule) => !isFused(rule) && !rule.dated),
    fused: parts.map(([first, end]) => fuseRules(fused.filter(({ position }) => position >= first && position < end), { from: first / answersPerWord, to: Math.ceil(end / answersPerWord) }, { layout, ofDay: places })),
  }
}

/** What depends on the item, and on no parameter of another date than the service day, is judged in one go. */
function isFused({ dated, compiled }: ItemRule): boolean {
  return compiled.sharedBy === 'item' && (dated || compiled.varying.length === 0)
}
