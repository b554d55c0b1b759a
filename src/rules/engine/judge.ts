import type { Facts, ItemFacts } from '../../model/facts.js'
import { answerAt, answerOf, answers, eachFinding, putAnswer, verdictOf, wordsFor } from './answers.js'
import type { CompiledBook } from './compile-book.js'
import { open, outlineOf, place, settledOn } from './day-plan.js'
import { basisInForce, evaluate, findingOf, judgeRule, verdictOfError } from './evaluate.js'
import { createEvidence } from './evidence.js'
import type { Slots } from './expression/compile.js'
import type { Asked, FusedRules } from './fuse-rules.js'
import { itemRulesOf, JudgingPlan, openRulesFor, type ItemRule } from './judging-plan.js'
import { judgeOnce, type JudgedCase } from './judge-once.js'
import type { ItemJudgement, Judge, Judgement, RuleFinding } from './judgement.js'
import { createRow } from './row.js'
import { createProfileText, isFinding, verdicts, type Verdict } from './verdict.js'

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
  const itemRules = itemRulesOf(compiled)
  const profileText = createProfileText(rules.map(({ rule }) => rule.rule), layout.paths)
  const valueSlot = layout.slotOf('value')
  const row = createRow(layout)
  const { claimVerdicts, claimant, claim, cases, nobody } = judgeOnce(compiled, context, row)
  const plans = new Map<string | undefined, JudgingPlan>()
  const evidence = createEvidence()
  const ofClaim = [...row.slots]
  const asked: Asked = { row: slotsAtHand, failed: answerOfFailed }

  /** The item at hand, and whether its facts stand in the row. */
  let item: ItemFacts
  let theCase: JudgedCase
  let plan: JudgingPlan
  let isInRow = false
  /** Its answers by rule, and the verdicts behind the answers that stand for more than one. */
  const words = wordsFor(itemRules.length)
  const others = new Uint16Array(rules.length)
  let rest = ''

  return { general: { claimant, claim, cases: new Map([...cases].map(([id, { findings }]) => [id, findings])) }, judgeItem, profiles: evidence.profiles }

  function judgeItem(facts: ItemFacts): ItemJudgement {
    item = facts
    plan = plans.get(facts.serviceDate) ?? newPlan(facts.serviceDate)
    theCase = (facts.case === undefined ? undefined : cases.get(facts.case)) ?? nobody
    isInRow = false
    rest = ''
    const { open: opened, setting, start } = plan
    const byCase = theCase.settled[opened.number] ?? settledByCase()
    for (let part = 0; part < opened.fused.length; part++) (opened.fused[part] as FusedRules)(facts, theCase.values, setting.values, ofClaim, theCase !== nobody, start, byCase, words, asked)
    for (const position of opened.single) putAnswer(words, position, answerFor(position, judgeRule(ruleAt(position).compiled, slotsAtHand(), valueSlot, theCase !== nobody)))
    const findings: RuleFinding[] = []
    eachFinding(words, (position) => {
      const finding = findingAt(position)
      if (finding !== undefined) findings.push(finding)
    })
    const profile = evidence.keyOf(theCase.number, words, rest, () => profileText(allVerdicts()))
    const { regime, decidedBy } = plan
    if (regime !== undefined && decidedBy !== undefined) return { id: facts.id, regime, decidedBy, findings, profile }
    return { id: facts.id, ...(regime === undefined ? {} : { regime }), ...(decidedBy === undefined ? {} : { decidedBy }), findings, profile }
  }

  /** The finding of a rule; where it says the same of every item of the day, it is made once. */
  function findingAt(position: number): RuleFinding | undefined {
    const verdict = verdictAt(position)
    const known = verdict === verdicts.failed ? plan.findings[position] : undefined
    if (known !== undefined) return known
    if (!isFinding(verdict)) return undefined
    const { compiled: rule, dated, daily } = ruleAt(position)
    const slots = slotsAtHand()
    const finding = findingOf(rule, slots, verdict, layout.paths, dated ? (plan.basis[position] ??= basisInForce(rule, slots)) : undefined)
    if (daily && verdict === verdicts.failed) plan.findings[position] = finding
    return finding
  }

  /** The facts of the item at hand, each in its place. */
  function slotsAtHand(): Slots {
    const { slots } = row
    if (isInRow) return slots
    isInRow = true
    row.put('case', theCase.values)
    row.fill('item', item)
    place(plan.setting, slots)
    return slots
  }

  /** The answers of the open rules that read nothing of the item, judged once for the case. */
  function settledByCase(): Int32Array {
    const settled = wordsFor(itemRules.length)
    for (const position of plan.open.byCase) putAnswer(settled, position, answerFor(position, evaluate(ruleAt(position).compiled, slotsAtHand(), valueSlot, theCase !== nobody)))
    if (rest === '') theCase.settled[plan.open.number] = settled
    return settled
  }

  /** The answer of a rule whose code failed: what it lacks, or what its closures say. */
  function answerOfFailed(position: number, error: unknown, askAgain: boolean): number {
    const { compiled: rule } = ruleAt(position)
    return answerFor(position, askAgain ? evaluate(rule, slotsAtHand(), valueSlot, theCase !== nobody) : verdictOfError(error, valueSlot))
  }

  function answerFor(position: number, verdict: Verdict): number {
    const answer = answerOf(verdict)
    if (answer === answers.other) {
      others[position] = verdict
      rest += `${position}:${verdict},`
    }
    return answer
  }

  function verdictAt(position: number): Verdict {
    const answer = answerAt(words, position)
    if (answer !== answers.other) return verdictOf(answer) as Verdict
    const settled = plan.settled[ruleAt(position).index] as Verdict
    return settled === open ? (others[position] as Verdict) : settled
  }

  function ruleAt(position: number): ItemRule {
    return itemRules[position] as ItemRule
  }

  function newPlan(day: string | undefined): JudgingPlan {
    if (plans.size >= mostPlans) plans.clear()
    const outline = outlineOf(compiled, day)
    const settled = settledOn(compiled, outline, row, day, valueSlot)
    const judging = new JudgingPlan(outline, settled, itemRules, openRulesFor(compiled, outline, settled), day)
    plans.set(day, judging)
    return judging
  }

  /** What every rule says of the item at hand, by index of the rule. */
  function allVerdicts(): Verdict[] {
    const found = rules.map(({ grain }, index) => (grain === 'case' ? theCase.verdicts[index] : claimVerdicts[index]) as Verdict)
    itemRules.forEach(({ index }, position) => (found[index] = verdictAt(position)))
    return found
  }
}
