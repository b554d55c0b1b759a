import { beforeAll, describe, expect, it } from 'vitest'
import { compileRuleBook, type CompiledBook } from '../../../src/rules/engine/compile-book.js'
import { explainItem } from '../../../src/rules/workbench/explain-item.js'
import { factsOf } from '../../../src/rules/workbench/examples.js'
import { checkExpression } from '../../../src/rules/engine/expression/cel.js'
import { showExpression } from '../../../src/rules/engine/expression/show.js'
import { judge } from '../../../src/rules/engine/judge.js'
import { loadRuleBook } from '../../../src/rules/load-book.js'
import { groupsOf, parameterTypes } from '../../../src/rules/names.js'
import { aRule, compiled, factsWith } from '../small-book.js'

let book: CompiledBook
beforeAll(async () => {
  book = compileRuleBook(await loadRuleBook())
})

describe('explainItem', () => {
  it('tells which date chose the law, what was read, computed and in force, and which part decided', () => {
    const rule = aRule({
      when: { date: 'item.serviceDate', from: '2011-09-01' }, let: { deadline: 'endOfYear(addYears(item.serviceDate, years))' },
      applies: 'item.hasVoucher', holds: 'has(case.admittedOn) && claim.asOf <= deadline',
      parameters: { years: [{ from: '2011-09-01', to: '2014-12-31', value: 1 }, { from: '2015-01-01', value: 2 }] },
    })
    const facts = factsWith([{ id: 'A', serviceDate: '2014-12-31', hasVoucher: true }], { case: { admittedOn: '2014-01-01' } })
    expect(explainItem(compiled(rule), facts, 'A')?.rules).toMatchObject([{
      rule: 'TST-001', about: 'item', verdict: 'failed', chosenBy: { fact: 'item.serviceDate', date: '2014-12-31', from: '2011-09-01' },
      parameters: { years: 1n }, computed: { deadline: '2015-12-31' }, decisive: [{ part: 'claim.asOf <= deadline', in: 'holds', result: 'false' }],
      read: [{ fact: 'case.admittedOn', value: '2014-01-01' }, { fact: 'claim.asOf', value: '2020-06-30' }, { fact: 'item.hasVoucher', value: true }, { fact: 'item.serviceDate', value: '2014-12-31' }],
    }])
  })

  it('tells why a rule did not apply', () => {
    const dated = aRule({ rule: 'TST-001', when: { date: 'item.serviceDate', from: '2021-01-01' } })
    const conditional = aRule({ rule: 'TST-002', applies: 'item.caseListed && item.isCredit && item.hasHours' })
    const lacking = aRule({ rule: 'TST-003', holds: 'item.net > 0' })
    const walked = explainItem(compiled(dated, conditional, lacking), factsWith([{ id: 'A', serviceDate: '2020-12-31', caseListed: true }]), 'A')?.rules
    expect(walked).toMatchObject([
      { verdict: 'inapplicable', because: 'date', decisive: [] },
      { verdict: 'inapplicable', because: 'condition', decisive: [{ part: 'item.isCredit', result: 'false' }, { part: 'item.hasHours', result: 'false' }] },
      { verdict: 'lacking', lacking: 'item.net', decisive: [{ part: 'item.net > 0', result: 'lacking' }] },
    ])
  })

  it('knows nothing of an item that is not there', () => {
    expect(explainItem(compiled(aRule({})), factsWith([{ id: 'A' }]), 'B')).toBeUndefined()
  })

  it('says the same as the judgement, for the first example of every rule walked through the whole book', () => {
    for (const { examples } of book.book.rules) {
      for (const example of examples.slice(0, 1)) {
        const facts = factsOf(example, book.book)
        if ('problem' in facts) throw new Error(facts.problem.en)
        const { items, profiles } = judge(book, facts)
        const profile = profiles[items[0]?.profile ?? '']
        const walked = explainItem(book, facts, items[0]?.id as string)?.rules ?? []
        const of = (verdict: string) => walked.filter((one) => one.verdict === verdict)
        expect({
          held: of('held').map(({ rule }) => rule), failed: of('failed').map(({ rule }) => rule),
          inapplicable: of('inapplicable').map(({ rule, because }) => ({ rule, because })), lacking: of('lacking').map(({ rule, lacking }) => ({ rule, fact: lacking })),
        }, example.name).toEqual(profile)
      }
    }
  })
})

describe('showExpression', () => {
  it('writes every expression of the book so that it reads as the same tree again', () => {
    for (const { rule, trees } of book.rules) {
      const names = { plain: { ...parameterTypes(rule) } as Record<string, never>, groups: groupsOf(book.book.policies) }
      for (const [name, tree] of [...Object.entries(trees.let), ['applies', trees.applies], ['holds', trees.holds]] as const) {
        const again = checkExpression(showExpression(tree), names)
        if ('problem' in again) throw new Error(`${rule.rule} ${showExpression(tree)}: ${again.problem.en}`)
        expect(again.tree).toEqual(tree)
        names.plain = { ...names.plain, [name]: again.type as never }
      }
    }
  })
})
