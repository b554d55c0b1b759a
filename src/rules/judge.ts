import type { CaseFacts, Facts, ItemFacts } from '../model/facts.js'
import type { CompiledBook } from './compile-book.js'
import type { CompiledRule } from './compile-rule.js'
import { open, outlineOf, place, settledOn, type Setting, type Step } from './day-plan.js'
import { evaluate, findingOf, judgeRule } from './evaluate.js'
import { createEvidence } from './evidence.js'
import { JudgingPlan, stepsFor } from './judging-plan.js'
import type { ItemJudgement, Judge, Judgement, RuleFinding } from './judgement.js'
import type { Slots } from './expression/compile.js'
import { createRow } from './row.js'
import { isFinding, profileOf, verdicts, type Verdict } from './verdict.js'

/** Judges every item and, once each, the cases, the claim and the claimant. */
export function judge(compiled: CompiledBook, facts: Facts): Judgement {
  const one = createJudge(compiled, facts)
  return { items: facts.items.map((item) => one.judgeItem(item)), general: one.general, profiles: one.profiles() }
}

/** Days planned at most before the plans are made anew: more than a century of them. */
const mostPlans = 50_000

/**
 * A judge that takes one item after the other. What the service day settles is settled once for the day, what the case
 * settles once for the case; so an item costs the same however many there are.
 */
export function createJudge(compiled: CompiledBook, context: Pick<Facts, 'claimant' | 'claim' | 'policy' | 'cases'>): Judge {
  const { rules, layout } = compiled
  const ids = rules.map(({ rule }) => rule.rule)
  const valueSlot = layout.slotOf('value')
  const row = createRow(layout)
  const { slots } = row
  for (const group of ['claimant', 'claim', 'policy'] as const) row.fill(group, context[group])

  const claimVerdicts = verdictsOf(['claim', 'claimant'], false)
  const general = { claimant: findingsOf('claimant', claimVerdicts), claim: findingsOf('claim', claimVerdicts) }
  const numbers = new Map<string, number>()
  const cases = new Map(context.cases.map((one) => [one.id, judgeCase(one)]))
  row.fill('case', undefined)
  const nobody: JudgedCase = { values: row.taken('case'), verdicts: new Uint16Array(rules.length).fill(verdicts.noCase), findings: [], kept: unknown(), number: numberOf('nobody') }
  const plans = new Map<string | undefined, JudgingPlan>()
  const evidence = createEvidence()
  const found = unknown()
  let entered: JudgedCase | undefined
  /** What of the day stands in the row. */
  let placed: Setting | undefined

  return { general: { ...general, cases: new Map([...cases].map(([id, { findings }]) => [id, findings])) }, judgeItem, profiles: evidence.profiles }

  function judgeItem(item: ItemFacts): ItemJudgement {
    const plan = plans.get(item.serviceDate) ?? newPlan(item.serviceDate)
    const theCase = (item.case === undefined ? undefined : cases.get(item.case)) ?? nobody
    enter(item, theCase, plan)
    const findings: RuleFinding[] = []
    plan.fused(slots, found, theCase !== nobody)
    for (const step of plan.single) found[step.index] = step.verdict === open ? verdictOf(step, theCase) : step.verdict
    for (let at = 0; at < plan.indexes.length; at++) {
      const index = plan.indexes[at] as number
      const verdict = found[index] as Verdict
      if (isFinding(verdict)) findings.push(findingOf(rules[index] as CompiledRule, slots, verdict, layout.paths))
    }
    const profile = evidence.keyOf(plan.number * mostNumbers + theCase.number, found, plan.openIndexes, () => profileOf(allVerdicts(plan, theCase), ids, layout.paths))
    const { regime, decidedBy } = plan
    if (regime !== undefined && decidedBy !== undefined) return { id: item.id, regime, decidedBy, findings, profile }
    return { id: item.id, ...(regime === undefined ? {} : { regime }), ...(decidedBy === undefined ? {} : { decidedBy }), findings, profile }
  }

  /** A rule that the service day lets apply and that reads nothing of the item is judged once for its case. */
  function verdictOf({ index, compiled: rule, dated }: Step, theCase: JudgedCase): Verdict {
    const hasCase = theCase !== nobody
    if (!dated) return judgeRule(rule, slots, valueSlot, hasCase)
    if (!hasCase) return evaluate(rule, slots, valueSlot, hasCase)
    const kept = theCase.kept[index] as Verdict
    return kept === open ? (theCase.kept[index] = evaluate(rule, slots, valueSlot, hasCase)) : kept
  }

  function enter(item: ItemFacts, theCase: JudgedCase, plan: JudgingPlan): void {
    if (theCase !== entered) row.put('case', theCase.values)
    entered = theCase
    row.fill('item', item)
    if (plan.setting === placed) return
    placed = plan.setting
    place(placed, slots)
  }

  function newPlan(day: string | undefined): JudgingPlan {
    if (plans.size >= mostPlans) plans.clear()
    const outline = outlineOf(compiled, day)
    const settled = settledOn(compiled, outline, row, day, valueSlot)
    const key = settled.join()
    const judging = new JudgingPlan(outline, settled, numberOf(key), stepsFor(compiled, settled, key, valueSlot), day)
    entered = undefined
    placed = undefined
    plans.set(day, judging)
    return judging
  }

  function judgeCase(facts: CaseFacts): JudgedCase {
    row.fill('case', facts)
    const judged = verdictsOf(['case'], true)
    return { values: row.taken('case'), verdicts: judged, findings: findingsOf('case', judged), kept: unknown(), number: numberOf(judged.join()) }
  }

  function verdictsOf(grains: readonly string[], hasCase: boolean): Uint16Array {
    return Uint16Array.from(rules, (rule) => (grains.includes(rule.grain) ? judgeRule(rule, slots, valueSlot, hasCase) : open))
  }

  function findingsOf(grain: string, judged: Uint16Array): RuleFinding[] {
    return rules.flatMap((rule, index) => (rule.grain === grain && isFinding(judged[index] as Verdict) ? [findingOf(rule, slots, judged[index] as Verdict, layout.paths)] : []))
  }

  function allVerdicts(plan: JudgingPlan, theCase: JudgedCase): Verdict[] {
    return rules.map(({ grain }, index) => {
      if (grain === 'item') return plan.settled[index] === open ? (found[index] as Verdict) : (plan.settled[index] as Verdict)
      return (grain === 'case' ? theCase.verdicts[index] : claimVerdicts[index]) as Verdict
    })
  }

  function unknown(): Uint16Array {
    return new Uint16Array(rules.length).fill(open)
  }

  /** One number for all that have the same settled verdicts. */
  function numberOf(settled: string): number {
    const known = numbers.get(settled) ?? numbers.size
    numbers.set(settled, known)
    return known
  }
}

const mostNumbers = 2 ** 24
interface JudgedCase {
  /** Its facts as they stand in the row. */
  readonly values: Slots
  /** Verdicts of the rules that are judged once for the case, by index of the rule. */
  readonly verdicts: Uint16Array
  readonly findings: readonly RuleFinding[]
  /** Verdicts of item rules whose expressions read nothing of the item, once they are known. */
  readonly kept: Uint16Array
  readonly number: number
}
