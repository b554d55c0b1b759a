import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CaseFacts, Facts, ItemFacts } from '../../../src/model/facts.js'
import { compileRuleBook } from '../../../src/rules/engine/compile-book.js'
import { judgeRule } from '../../../src/rules/engine/evaluate.js'
import { factsOf } from '../../../src/rules/workbench/examples.js'
import { judge } from '../../../src/rules/engine/judge.js'
import { loadRuleBook } from '../../../src/rules/load-book.js'
import { createRow } from '../../../src/rules/engine/row.js'
import { regimeLawOn } from '../../../src/rules/tables/regimes.js'
import { lackingOf, reasonOf, verdicts } from '../../../src/rules/engine/verdict.js'

const compiled = compileRuleBook(await loadRuleBook())
const { rules, layout, book } = compiled
const examples = book.rules.flatMap((rule) => rule.examples).map((example) => factsOf(example, book)).filter((facts): facts is Facts => !('problem' in facts))

it('rules judged together say of each item what each says alone, whichever of its facts are absent', () => {
  const valueSlot = layout.slotOf('value')
  fc.assert(fc.property(fc.constantFrom(...examples), fc.constantFrom(...examples), fc.array(fc.nat({ max: 999 }), { maxLength: 6 }), fc.boolean(), (facts, other, absent, hasCase) => {
    const item = without({ ...(facts.items[0] as ItemFacts), serviceDate: other.items[0]?.serviceDate } as ItemFacts, absent)
    const theCase = facts.cases[0] as CaseFacts
    const together = judge(compiled, { ...facts, cases: hasCase ? [{ ...theCase, id: item.case as string }] : [], items: [item] })
    const { held = [], failed = [], inapplicable = [], lacking = [] } = together.profiles[together.items[0]?.profile ?? ''] ?? {}
    const said = new Map<string, string>([...held.map((rule) => [rule, 'held'] as const), ...failed.map((rule) => [rule, 'failed'] as const), ...inapplicable.map(({ rule, because }) => [rule, because] as const), ...lacking.map(({ rule, fact }) => [rule, fact] as const)])

    const row = createRow(layout)
    for (const group of ['claimant', 'claim', 'policy'] as const) row.fill(group, facts[group])
    row.fill('case', hasCase && item.case !== undefined ? theCase : undefined)
    row.fill('item', item)
    row.fill('regime', item.serviceDate === undefined ? undefined : regimeLawOn(book.tables, item.serviceDate))
    for (const rule of rules.filter(({ grain }) => grain === 'item')) {
      const verdict = judgeRule(rule, row.slots, valueSlot, hasCase && item.case !== undefined)
      const alone = verdict === verdicts.held ? 'held' : verdict === verdicts.failed ? 'failed' : (reasonOf(verdict) ?? lackingOf(verdict, layout.paths))
      expect(said.get(rule.rule.rule), rule.rule.rule).toBe(alone)
    }
  }), { seed: 5, numRuns: 300 })
})

function without(item: ItemFacts, absent: readonly number[]): ItemFacts {
  const keys = Object.keys(item).filter((key) => key !== 'id')
  const gone = new Set(absent.map((number) => keys[number % keys.length]))
  return Object.fromEntries(Object.entries(item).filter(([key]) => !gone.has(key))) as unknown as ItemFacts
}
