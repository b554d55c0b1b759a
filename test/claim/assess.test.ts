import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCents, parseCents, type Cents } from '../../src/model/money.js'
import type { CostItem } from '../../src/model/service-log.js'
import { aCase, aDecision, aLog, anItem, aResidence } from './log-builder.js'
import { county, judged } from './judged.js'

const outcomeOf = (item: CostItem, ...rest: Parameters<typeof judged> extends [unknown, ...infer Rest] ? Rest : never) => judged(aLog([item]), ...rest).assessment.items[0]?.outcome
const rulesOf = (log: ReturnType<typeof aLog>, ...rest: Parameters<typeof judged> extends [unknown, ...infer Rest] ? Rest : never) =>
  judged(log, ...rest).assessment.items.map(({ findings }) => findings.filter(({ effect }) => effect !== 'note').map(({ rule }) => rule))

describe('assess', () => {
  it('finds an item in order claimable, and names the rules that accepted it', () => {
    const { assessment } = judged(aLog([anItem()]))
    expect(assessment.items[0]).toMatchObject({ outcome: 'claimable', amount: '100.00', regime: 'R7', decidedBy: { fact: 'serviceDate', date: '2026-03-04' } })
    const evidence = assessment.evidence[assessment.items[0]?.evidence ?? '']
    expect(evidence?.held).toEqual(expect.arrayContaining(['DL-001', 'PER-001', 'DEC-001', 'CLM-006', 'AMT-001']))
    expect(evidence?.lacking).toEqual([])
  })

  it.each<[string, ReturnType<typeof aLog>, string]>([
    ['a service before admission', aLog([anItem()], { cases: [aCase({ admittedOn: '2026-03-05' })] }), 'PER-003'],
    ['a service after removal', aLog([anItem()], { cases: [aCase({ removedOn: '2026-03-01' })] }), 'PER-005'],
    ['a residence elsewhere', aLog([anItem()], { residences: [aResidence({ municipality: 'Tampere' })] }), 'CLM-006'],
    ['a residence that ends within the service', aLog([anItem({ serviceEnd: '2026-03-10' })], { residences: [aResidence({ to: '2026-03-08' }), aResidence({ municipality: 'Tampere', from: '2026-03-09' })] }), 'CLM-006'],
    ['no residence', aLog([anItem()], { residences: [] }), 'PER-006'],
    ['no decision', aLog([anItem({ decision: undefined as never })]), 'DEC-001'],
    ['a decision of another case', aLog([anItem()], { decisions: [aDecision({ case: 'B' })] }), 'DEC-003'],
    ['a decision for another category', aLog([anItem()], { decisions: [aDecision({ categories: ['HOUSING'] })] }), 'DEC-003'],
    ['VAT in the amount', aLog([anItem({ net: 12550n, vat: 2550n, gross: 12550n })]), 'AMT-002'],
    ['amounts that disagree', aLog([anItem({ net: 10000n, vat: 2550n, gross: 12551n })]), 'AMT-001'],
    ['an estimate', aLog([anItem({ costBasis: 'estimate' })]), 'AMT-007'],
    ['a thin justification', aLog([anItem({ need: 'needed' })]), 'CAT-002'],
    ['an identity code in a text', aLog([anItem({ description: 'visit of 010594Y9021' })]), 'PKT-006'],
  ])('rejects %s', (_, log, rule) => {
    expect(rulesOf(log)[0]).toContain(rule)
    expect(judged(log).assessment.items[0]?.outcome).toBe('rejected')
  })

  it('rejects what comes a day too late, and names the day', () => {
    const item = anItem({ serviceDate: '2023-05-02', decision: undefined as never })
    const late = judged(aLog([item], { cases: [aCase({ admittedOn: '2023-01-01', statement: 'S', statementOn: '2023-02-01', statementResult: 'supports' })], residences: [aResidence({ from: '2023-01-01' })] }), { asOf: '2026-01-01' })
    expect(late.assessment.items[0]?.findings.find(({ rule }) => rule === 'DL-001')?.message).toContain('31 December 2025')
  })

  it('never claims an item whose amount or cell could not be read', () => {
    expect(outcomeOf(anItem({ net: undefined as never, gross: undefined as never }))).toBe('rejected')
    expect(outcomeOf(anItem({ unreadable: ['voucherDate'] }))).toBe('rejected')
  })

  it('rejects every item when the claimant itself cannot claim', () => {
    const { assessment } = judged(aLog([anItem()]), { claimant: { ...county, businessId: '1234567-8' } })
    expect(assessment.findings).toMatchObject([{ rule: 'CLM-009', about: 'claimant', effect: 'reject' }])
    expect(assessment.totals).toMatchObject({ rejected: 1, claimable: 0 })
  })

  it('names an item that an earlier claim holds, with that claim', () => {
    const { assessment } = judged(aLog([anItem()]), { earlier: () => ({ claim: '2026-03/01', amount: 10000n }) })
    expect(assessment.items[0]?.outcome).toBe('rejected')
    expect(assessment.items[0]?.findings.find(({ rule }) => rule === 'OVL-001')?.message).toContain('2026-03/01')
  })

  it('prices own work by its hours and the rate of its day', () => {
    const own = anItem({ providerKind: 'own', net: undefined as never, vat: undefined as never, gross: undefined as never, hours: '2.5', worker: 'T1' })
    const { assessment } = judged(aLog([own]), { rateOn: () => ({ from: '2026-01-01', eurosPerHour: '51.10', source: 'Pay scale' }) })
    expect(assessment.items[0]).toMatchObject({ outcome: 'claimable', amount: '127.75' })
  })

  it('deducts what others have paid', () => {
    expect(judged(aLog([anItem({ deductions: 2280n })])).assessment.items[0]?.amount).toBe('77.20')
  })

  it('counts items outside the period and leaves them alone', () => {
    const { assessment } = judged(aLog([anItem({}, 2), anItem({ serviceDate: '2026-04-01' }, 3), anItem({ serviceDate: undefined as never }, 4)]), { period: '2026-03' })
    expect(assessment.items.map(({ id }) => id)).toEqual(['2', '4'])
    expect(assessment.outsidePeriod).toBe(1)
  })

  it('speaks the language that it is asked for', () => {
    const late = aLog([anItem()], { cases: [aCase({ admittedOn: '2026-03-05' })] })
    const messages = (['fi', 'sv', 'en'] as const).map((language) => judged(late, { language }).assessment.items[0]?.findings[0]?.message)
    expect(messages).toEqual([expect.stringContaining('5.3.2026'), expect.stringContaining('5.3.2026'), expect.stringContaining('5 March 2026')])
    expect(new Set(messages).size).toBe(3)
  })
})

describe('reviews', () => {
  const cash = anItem({ category: 'CASH' })
  const review = { item: '2', rule: 'CAT-006', answer: 'accept' as const, reason: 'supplementary, for the trial', by: 'head of social work', on: '2026-04-01', until: '2026-12-31' }

  it('let an item through when a person accepted it, and keep it out when not', () => {
    expect(outcomeOf(cash)).toBe('review')
    expect(outcomeOf(cash, { reviews: [review] })).toBe('claimable')
    expect(outcomeOf(cash, { reviews: [{ ...review, answer: 'leave-out' }] })).toBe('rejected')
  })

  it('count no more after their last day, nor before they were given', () => {
    expect(outcomeOf(cash, { reviews: [{ ...review, until: '2026-11-22' }] })).toBe('review')
    expect(outcomeOf(cash, { reviews: [{ ...review, on: '2026-11-24' }] })).toBe('review')
    expect(outcomeOf(cash, { reviews: [{ ...review, until: '2026-11-23' }] })).toBe('claimable')
  })

  it('count no more when their facts have changed', () => {
    expect(outcomeOf(cash, { reviews: [{ ...review, facts: 'other' }] })).toBe('review')
  })
})

const anyItems = fc.array(
  fc.record({ net: fc.bigInt({ min: -500000n, max: 5000000n }), day: fc.integer({ min: 1, max: 28 }), category: fc.constantFrom('HEALTH' as const, 'CASH' as const, 'HOUSING' as const), deductions: fc.bigInt({ min: 0n, max: 5000n }), case: fc.constantFrom('A', 'B') }),
  { minLength: 1, maxLength: 12 },
).map((rows) => rows.map(({ day, ...row }, index) => anItem({ ...row, vat: 0n, gross: row.net, serviceDate: `2026-03-${String(day).padStart(2, '0')}` }, index + 2)))
const bothCases = { cases: [aCase(), aCase({ case: 'B' })], residences: [aResidence(), aResidence({ case: 'B' })], decisions: [aDecision(), aDecision({ case: 'B' })] }

describe('whatever the log holds', () => {
  it('every cent of it stands in exactly one of the three sums', () => {
    fc.assert(fc.property(anyItems, (items) => {
      const { totals } = judged(aLog(items, bothCases)).assessment
      const sum = items.reduce((total, { net = 0n, deductions = 0n }) => total + net - deductions, 0n)
      expect([totals.claimableAmount, totals.reviewAmount, totals.rejectedAmount].reduce((total, amount) => total + (parseCents(amount) as Cents), 0n)).toBe(sum)
      expect(totals.claimable + totals.review + totals.rejected).toBe(items.length)
    }), { seed: 5, numRuns: 60 })
  })

  it('the order of its rows changes no outcome', () => {
    fc.assert(fc.property(anyItems, (items) => {
      const outcomes = (rows: CostItem[]) => Object.fromEntries(judged(aLog(rows, bothCases)).assessment.items.map(({ id, outcome, amount }) => [id, [outcome, amount]]))
      expect(outcomes(items.toReversed())).toEqual(outcomes(items))
    }), { seed: 6, numRuns: 40 })
  })

  it('splitting it in two files changes no outcome, amount or finding', () => {
    fc.assert(fc.property(anyItems, fc.nat(12), (items, cut) => {
      const other = (item: CostItem) => ({ ...item, source: { ...item.source, table: { ...item.source.table, file: 'second.xlsx' } } })
      const judgedItems = (rows: CostItem[]) => judged(aLog(rows, bothCases)).assessment.items.map(({ id, outcome, amount, evidence, findings }) => ({ id, outcome, amount, evidence, rules: findings.map(({ rule, message }) => [rule, message]) }))
      expect(judgedItems([...items.slice(0, cut), ...items.slice(cut).map(other)])).toEqual(judgedItems(items))
    }), { seed: 8, numRuns: 30 })
  })

  it('the claim adds up by category, year, provider kind, regime and month', () => {
    fc.assert(fc.property(anyItems, (items) => {
      const { claim, assessment } = judged(aLog(items, bothCases))
      const { totals } = claim
      for (const groups of [totals.byCategory, totals.byYear, totals.byProviderKind, totals.byRegime, totals.byMonth]) {
        expect(formatCents(groups.reduce((sum, { amount }) => sum + (parseCents(amount) as Cents), 0n))).toBe(totals.amount)
        expect(groups.reduce((count, group) => count + group.items, 0)).toBe(totals.items)
      }
      expect(totals.amount).toBe(assessment.totals.claimableAmount)
      expect(claim.claimed.toSorted()).toEqual(assessment.items.filter(({ outcome }) => outcome === 'claimable').map(({ id }) => id).toSorted())
    }), { seed: 7, numRuns: 40 })
  })
})
