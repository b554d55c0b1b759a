import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../../src/model/dates.js'
import type { Facts, ItemFacts } from '../../../src/model/facts.js'
import { compileRuleBook, type CompiledBook } from '../../../src/rules/engine/compile-book.js'
import { factsOf } from '../../../src/rules/workbench/examples.js'
import { judge } from '../../../src/rules/engine/judge.js'
import { loadRuleBook } from '../../../src/rules/load-book.js'

let book: CompiledBook
/** Every example of the book as an item of its own, with a case of its own. */
let claim: Facts
beforeAll(async () => {
  book = compileRuleBook(await loadRuleBook())
  const each = book.book.rules.flatMap(({ examples }) => examples).flatMap((example) => {
    const facts = factsOf(example, book.book)
    return 'problem' in facts ? [] : [facts]
  })
  const [first] = each as [Facts]
  claim = {
    ...first, claim: { asOf: '2026-11-23' },
    cases: each.map(({ cases }, index) => ({ ...(cases[0] as Facts['cases'][0]), id: `C${index}` })),
    items: each.map(({ items }, index) => ({ ...(items[0] as ItemFacts), id: `I${index}`, case: `C${index}` })),
  }
})

describe('judging', () => {
  it('says the same of each item in whatever order the items come', () => {
    const outcome = (items: readonly ItemFacts[]) => {
      const { items: judged, profiles } = judge(book, { ...claim, items })
      return new Map(judged.map(({ id, profile, findings }) => [id, { evidence: profiles[profile], profile, findings: findings.map(({ rule, values }) => [rule.rule, values]) }]))
    }
    const inOrder = outcome(claim.items)
    fc.assert(
      fc.property(fc.shuffledSubarray([...claim.items], { minLength: 100 }), (items) => {
        for (const [id, said] of outcome(items)) expect(said).toEqual(inOrder.get(id))
      }),
      { seed: 11, numRuns: 6 },
    )
  })

  it('changes nothing for a rule that does not say so when the service day moves by one day', () => {
    const dates = [...new Set(book.book.rules.flatMap(({ when, parameters }) => [when?.from, when?.to === undefined ? undefined : addDays(when.to, 1), ...Object.values(parameters).flat().map(({ from }) => from)]))]
    const borders = new Set(dates.filter((date) => date !== undefined))
    const regimes = book.book.tables.regimes.map(({ from }) => addDays(from, -1))
    const readsDay = new Map(book.rules.map(({ rule, reads }) => [rule.rule, reads.some((path) => path === 'item.serviceDate' || path.startsWith('regime.'))]))
    const day = fc.integer({ min: 0, max: 6500 }).map((days) => addDays('2008-01-01', days))
    fc.assert(
      fc.property(fc.oneof(day, fc.constantFrom(...[...borders].map((border) => addDays(border, -1)), ...regimes)), fc.nat({ max: claim.items.length - 1 }), (before, index) => {
        const after = addDays(before, 1)
        const [left, right] = [before, after].map((serviceDate) => verdictsOf(index, serviceDate))
        const crossed = new Set(book.book.rules.flatMap(({ rule, when, parameters }) => (when?.from === after || (when?.to !== undefined && addDays(when.to, 1) === after) || Object.values(parameters).flat().some(({ from }) => from === after) ? [rule] : [])))
        for (const [rule, verdict] of left as Map<string, string>) {
          if (readsDay.get(rule) === true || crossed.has(rule)) continue
          expect(right?.get(rule), `${rule} from ${before} to ${after}`).toBe(verdict)
        }
      }),
      { seed: 7, numRuns: 400 },
    )
  })
})

function verdictsOf(index: number, serviceDate: string): Map<string, string> {
  const item = { ...(claim.items[index] as ItemFacts), serviceDate }
  const { items, profiles } = judge(book, { ...claim, cases: claim.cases.filter(({ id }) => id === item.case), items: [item] })
  const { held = [], failed = [], inapplicable = [], lacking = [] } = profiles[items[0]?.profile ?? ''] ?? {}
  return new Map([
    ...held.map((rule) => [rule, 'held'] as const), ...failed.map((rule) => [rule, 'failed'] as const),
    ...inapplicable.map(({ rule, because }) => [rule, because] as const), ...lacking.map(({ rule, fact }) => [rule, fact] as const),
  ])
}
