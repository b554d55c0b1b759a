import { describe, expect, it } from 'vitest'
import { judge } from '../../../src/rules/engine/judge.js'
import { aRule, compiled, factsWith } from '../small-book.js'

const deadline = aRule({
  rule: 'TST-001',
  when: { date: 'item.serviceDate', from: '2011-09-01' },
  let: { deadline: 'endOfYear(addYears(item.serviceDate, years))' },
  holds: 'claim.asOf <= deadline',
  parameters: { years: [{ from: '2011-09-01', to: '2014-12-31', value: 1 }, { from: '2015-01-01', value: 2 }] },
  message: { fi: '{deadline} {years}', sv: '{deadline} {years}', en: '{deadline} {years}' },
})

describe('judge', () => {
  it('chooses law and parameters by the date of the item', () => {
    const { items, profiles } = judge(compiled(deadline), factsWith([{ id: 'A', serviceDate: '2018-05-02' }, { id: 'B', serviceDate: '2017-12-31' }, { id: 'C', serviceDate: '2011-08-31' }, { id: 'D', serviceDate: '2014-12-31' }]))
    expect(items.map(({ id, regime, findings }) => [id, regime, findings.map(({ values }) => values)])).toEqual([
      ['A', 'OLD', []], ['B', 'OLD', [{ deadline: '2019-12-31', years: 2n }]], ['C', 'OLD', []], ['D', 'OLD', [{ deadline: '2015-12-31', years: 1n }]],
    ])
    expect(items.map(({ profile }) => profiles[profile])).toEqual([
      { held: [], failed: ['TST-001'], inapplicable: [], lacking: [] },
      { held: [], failed: ['TST-001'], inapplicable: [], lacking: [] },
      { held: [], failed: [], inapplicable: [{ rule: 'TST-001', because: 'date' }], lacking: [] },
      { held: [], failed: ['TST-001'], inapplicable: [], lacking: [] },
    ].map((profile, index) => (index === 0 ? { ...profile, held: ['TST-001'], failed: [] } : profile)))
  })

  it('says which fact a rule lacked, and lets a decided side stand without it', () => {
    const lacking = aRule({ rule: 'TST-002', holds: 'item.net > 0' })
    const guarded = aRule({ rule: 'TST-003', holds: '!has(item.net) || item.net > 0' })
    const decided = aRule({ rule: 'TST-004', holds: 'item.net > 0 || item.hasVoucher' })
    const { items, profiles } = judge(compiled(lacking, guarded, decided), factsWith([{ hasVoucher: true }]))
    expect(profiles[items[0]?.profile ?? '']).toEqual({ held: ['TST-003', 'TST-004'], failed: [], inapplicable: [], lacking: [{ rule: 'TST-002', fact: 'item.net' }] })
    expect(items[0]?.findings).toMatchObject([{ lacking: 'item.net', effect: 'reject', column: 'net' }])
  })

  it('judges what is about a case once, and shows it in the evidence of each of its items', () => {
    const rule = aRule({ rule: 'TST-005', holds: '!has(case.personalIdProblem)' })
    const { items, general, profiles } = judge(compiled(rule), factsWith([{ id: 'A' }, { id: 'B' }], { case: { personalIdProblem: 'form' } }))
    expect(general.cases.get('CASE')?.map((finding) => finding.rule.rule)).toEqual(['TST-005'])
    expect(items.every(({ findings }) => findings.length === 0)).toBe(true)
    expect(profiles[items[1]?.profile ?? '']?.failed).toEqual(['TST-005'])
  })

  it('gives items of a case that is not listed no rule of cases', () => {
    const rule = aRule({ rule: 'TST-006', holds: 'has(case.admittedOn)', applies: 'item.caseListed' })
    const { items, profiles } = judge(compiled(rule), factsWith([{ case: 'NOBODY' }]))
    expect(profiles[items[0]?.profile ?? '']?.inapplicable).toEqual([{ rule: 'TST-006', because: 'no-case' }])
  })

  it('names the sources that are in force on the deciding day', () => {
    const rule = aRule({ when: { date: 'item.serviceDate' }, holds: 'false', basis: [{ act: '1/2010', to: '2019-12-31', standing: 'statute' }, { act: '2/2020', from: '2020-01-01', standing: 'statute' }] })
    const { items } = judge(compiled(rule), factsWith([{ serviceDate: '2019-12-31' }, { serviceDate: '2020-01-01' }]))
    expect(items.map(({ findings }) => findings[0]?.basis.map(({ act }) => act))).toEqual([['1/2010'], ['2/2020']])
  })

  it('reads the regime of the service day', () => {
    const rule = aRule({ when: { date: 'item.serviceDate' }, applies: 'has(regime.id)', holds: 'regime.decisionNeeded && item.category in regime.categories' })
    const { items } = judge(compiled(rule), factsWith([{ serviceDate: '2019-12-31', category: 'HEALTH' }, { serviceDate: '2020-01-01', category: 'HEALTH' }, { serviceDate: '2009-12-31', category: 'HEALTH' }]))
    expect(items.map(({ regime, findings }) => [regime, findings.length])).toEqual([['OLD', 1], ['NEW', 0], [undefined, 0]])
  })
  it('compiles let names whatever their order, as JSON keeps none', () => {
    const rule = aRule({ let: { a: 'b + 1', b: 'c + 1', c: '1' }, holds: 'a == 3' })
    const { items, profiles } = judge(compiled(rule), factsWith([{}]))
    expect(profiles[items[0]?.profile ?? '']?.held).toEqual(['TST-001'])
  })
})
