import type { CaseFacts, Facts } from '../../model/facts.js'
import type { CompiledBook } from './compile-book.js'
import type { Grain } from './compile-rule.js'
import { open } from './day-plan.js'
import { findingOf, judgeRule } from './evaluate.js'
import type { Slots } from './expression/compile.js'
import type { RuleFinding } from './judgement.js'
import type { Row } from './row.js'
import { isFinding, verdicts, type Verdict } from './verdict.js'

/** A case as all its items see it. */
export interface JudgedCase {
  /** Its facts as they stand in the row. */
  readonly values: Slots
  /** Verdicts of the rules that are judged once for the case, by index of the rule. */
  readonly verdicts: Uint16Array
  readonly findings: readonly RuleFinding[]
  /** The answers of open rules that the case settles, by the number of the open rules, once they are known. */
  readonly settled: (Int32Array | undefined)[]
  /** One number for all cases that have the same verdicts. */
  readonly number: number
}

/** What is judged once, whatever the items are. */
export interface JudgedOnce {
  readonly claimVerdicts: Uint16Array
  readonly claimant: RuleFinding[]
  readonly claim: RuleFinding[]
  readonly cases: ReadonlyMap<string, JudgedCase>
  /** The case of items that have none, or one that is not listed. */
  readonly nobody: JudgedCase
}

/** Judges the claim, the claimant and each case once; the row then holds the facts of the first two, and no case. */
export function judgeOnce(compiled: CompiledBook, context: Pick<Facts, 'claimant' | 'claim' | 'policy' | 'cases'>, row: Row): JudgedOnce {
  const { rules, layout } = compiled
  const valueSlot = layout.slotOf('value')
  const numbers = new Map<string, number>()
  for (const group of ['claimant', 'claim', 'policy'] as const) row.fill(group, context[group])
  const claimVerdicts = verdictsOf(['claim', 'claimant'], false)
  const [claimant, claim] = [findingsOf('claimant', claimVerdicts), findingsOf('claim', claimVerdicts)]
  const cases = new Map(context.cases.map((one) => [one.id, judgeCase(one)]))
  row.fill('case', undefined)
  const nobody: JudgedCase = { values: row.taken('case'), verdicts: new Uint16Array(rules.length).fill(verdicts.noCase), findings: [], settled: [], number: numberOf('nobody') }
  return { claimVerdicts, claimant, claim, cases, nobody }

  function judgeCase(facts: CaseFacts): JudgedCase {
    row.fill('case', facts)
    const judged = verdictsOf(['case'], true)
    return { values: row.taken('case'), verdicts: judged, findings: findingsOf('case', judged), settled: [], number: numberOf(judged.join()) }
  }

  function verdictsOf(grains: readonly Grain[], hasCase: boolean): Uint16Array {
    return Uint16Array.from(rules, (rule) => (grains.includes(rule.grain) ? judgeRule(rule, row.slots, valueSlot, hasCase) : open))
  }

  function findingsOf(grain: Grain, judged: Uint16Array): RuleFinding[] {
    return rules.flatMap((rule, index) => (rule.grain === grain && isFinding(judged[index] as Verdict) ? [findingOf(rule, row.slots, judged[index] as Verdict, layout.paths)] : []))
  }

  function numberOf(judged: string): number {
    const known = numbers.get(judged) ?? numbers.size
    numbers.set(judged, known)
    return known
  }
}
