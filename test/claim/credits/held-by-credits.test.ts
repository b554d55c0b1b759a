import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centsOf } from '../../../src/model/money.js'
import type { Review } from '../../../src/model/review.js'
import type { CostItem, SourceFinding } from '../../../src/model/service-log.js'
import { aCase, aDecision, aLog, anItem, aResidence } from '../log-builder.js'
import { judged } from '../judged.js'

const march = '2026-03'

const cost = (id: string, net: bigint, more: Partial<CostItem> = {}) => anItem({ id, voucher: `V-${id}`, provider: 'Savon Tulkit Oy', net, vat: 0n, gross: net, ...more })
const credit = (id: string, net: bigint, more: Partial<CostItem> = {}) => cost(id, net, { description: 'Hyvitys', ...more })
const outcomes = (...given: Parameters<typeof judged>) => Object.fromEntries(judged(...given).assessment.items.map(({ id, outcome }) => [id, outcome]))

describe('a credit that is not in the claim', () => {
  it('holds the cost of its voucher, and no other', () => {
    const log = aLog([cost('K-1', 10000n, { voucher: 'T1' }), cost('K-2', 20000n), credit('H-1', -4000n, { voucher: 'T1' })])
    expect(outcomes(log)).toEqual({ 'K-1': 'review', 'K-2': 'claimable', 'H-1': 'review' })
    const { assessment } = judged(log)
    expect(assessment.unsettled).toEqual({ unreadRows: 0, credits: 1, creditsAmount: '-40.00' })
    expect(assessment.items.find(({ id }) => id === 'K-1')?.findings.find(({ rule }) => rule === 'SRC-070')?.message).toMatch(/H-1 \(.*40/)
  })

  it('holds as many costs as it takes away, and those of its provider before others', () => {
    const log = aLog([cost('K-1', 3000n), cost('K-2', 3000n), cost('K-3', 9000n, { provider: 'Toinen Oy' }), credit('H-1', -4000n)])
    expect(outcomes(log)).toMatchObject({ 'K-1': 'review', 'K-2': 'review', 'K-3': 'claimable' })
  })

  it('holds the cost that it names when it is rejected itself, as for a case that is not listed', () => {
    const log = aLog([cost('K-1', 10000n), cost('K-2', 20000n, { provider: 'Toinen Oy' }), credit('H-1', -4000n, { case: 'X-9', credits: 'K-1' })])
    expect(outcomes(log)).toMatchObject({ 'K-1': 'review', 'K-2': 'claimable', 'H-1': 'rejected' })
  })

  it('holds the cost that it names when it belongs to another period', () => {
    const log = aLog([cost('K-1', 10000n), cost('K-2', 20000n), credit('H-1', -4000n, { serviceDate: '2026-05-04', credits: 'K-1' })])
    expect(outcomes(log, { period: march })).toEqual({ 'K-1': 'review', 'K-2': 'claimable' })
    expect(outcomes(log)).toEqual({ 'K-1': 'claimable', 'K-2': 'claimable', 'H-1': 'claimable' })
  })

  it('holds nothing more once an earlier claim has taken it away', () => {
    const log = aLog([cost('K-1', 10000n), credit('H-1', -4000n, { serviceDate: '2026-05-04', credits: 'K-1' })])
    expect(outcomes(log, { period: march, earlier: ({ id }) => (id === 'H-1' ? { claim: '2026-05/01', amount: -4000n } : undefined) })).toEqual({ 'K-1': 'claimable' })
  })

  it('may be a row whose amount cannot be read, but looks like one', () => {
    const unread = credit('H-1', -1n, { net: undefined as never, gross: undefined as never, unreadable: ['net', 'gross'], description: 'Palautus' })
    const { assessment } = judged(aLog([cost('K-1', 10000n), unread]))
    expect(assessment.items.map(({ outcome }) => outcome)).toEqual(['review', 'rejected'])
    expect(assessment.unsettled).toEqual({ unreadRows: 1, credits: 1, creditsAmount: '0.00' })
  })

  it('waits no longer when a person has answered, until another credit comes', () => {
    const log = aLog([cost('K-1', 10000n), credit('H-1', -4000n)])
    const { restsOn } = judged(log).assessment.items[0]?.findings.find(({ rule }) => rule === 'SRC-070') ?? {}
    const review: Review = { item: 'K-1', rule: 'SRC-070', answer: 'accept', reason: 'The credit is for a room.', by: 'A', on: '2026-11-01', until: '2027-11-01', ...(restsOn === undefined ? {} : { facts: restsOn }) }
    expect(restsOn).toBeDefined()
    expect(outcomes(log, { reviews: [review] })).toMatchObject({ 'K-1': 'claimable' })
    expect(outcomes(aLog([...log.items, credit('H-2', -1000n)]), { reviews: [review] })).toMatchObject({ 'K-1': 'review' })
    const taken: Review = { ...review, item: 'H-1', rule: 'AMT-008', facts: undefined as never }
    expect(outcomes(log, { reviews: [taken] })).toEqual({ 'K-1': 'claimable', 'H-1': 'claimable' })
    expect(outcomes(log, { reviews: [{ ...taken, answer: 'leave-out' }] })).toEqual({ 'K-1': 'claimable', 'H-1': 'rejected' })
  })
})

describe('whatever is wrong with the rows of a log', () => {
  const row = fc.record({
    euros: fc.integer({ min: 1, max: 300 }), theCase: fc.constantFrom('A', 'B'), provider: fc.constantFrom('Savon Tulkit Oy', 'Toinen Oy', undefined), voucher: fc.constantFrom('T1', 'T2', 'T3'), month: fc.integer({ min: 1, max: 4 }),
  })
  const fault = fc.constantFrom('none', 'none', 'unlisted', 'unread', 'other-month', 'late', 'twice', 'unnamed', 'no-decision')

  it('no more is claimable for a client than the costs less what was paid back, and no cost whose own credit is outside the claim', () => {
    fc.assert(fc.property(fc.array(fc.tuple(row, fc.boolean(), fault, fc.nat()), { minLength: 2, maxLength: 14 }), fc.boolean(), (rows, inMarch) => {
      const made = rows.map(([one, isCredit, planted, target], index) => madeRow(rows, one, isCredit, planted, target, index))
      const log = aLog(made.map(({ item }) => item), { cases: [aCase(), aCase({ case: 'B' })], residences: [aResidence(), aResidence({ case: 'B' })], decisions: [aDecision(), aDecision({ case: 'B' })], findings: made.flatMap(({ finding }) => finding ?? []) })
      const { items, unsettled } = judged(log, inMarch ? { period: march } : {}).assessment
      const claimed = new Set(items.filter(({ outcome }) => outcome === 'claimable').map(({ id }) => id))
      for (const { item, isRead } of made) if (isRead && item.credits !== undefined && !claimed.has(item.id)) expect(claimed).not.toContain(item.credits)
      expect(unsettled?.unreadRows ?? 0).toBe(items.filter(({ amount }) => amount === undefined).length)
      if (inMarch) return
      for (const client of ['A', 'B']) {
        const own = items.filter((item) => item.case === client)
        const sum = own.reduce((total, { outcome, amount }) => (outcome === 'claimable' ? total + centsOf(amount as string) : total), 0n)
        const costs = own.reduce((total, { outcome, amount }) => (outcome !== 'rejected' && amount?.startsWith('-') === false ? total + centsOf(amount) : total), 0n)
        const credits = made.reduce((total, { item, cents, isRead }) => (isRead && cents < 0n && item.case === client ? total + cents : total), 0n)
        expect(sum <= (costs + credits > 0n ? costs + credits : 0n), `${client}: ${sum} of ${costs} less ${credits}`).toBe(true)
      }
    }), { seed: 20261130, numRuns: 150 })
  })

  interface Made {
    readonly item: CostItem
    readonly cents: bigint
    readonly isRead: boolean
    readonly finding?: SourceFinding
  }

  type Generated = { readonly euros: number; readonly theCase: string; readonly provider: string | undefined; readonly voucher: string; readonly month: number }

  /** A row as it was paid, with what is wrong with it in the log. */
  function madeRow(rows: readonly (readonly [Generated, boolean, string, number])[], one: Generated, isCredit: boolean, planted: string, target: number, index: number): Made {
    const cents = BigInt(one.euros) * (isCredit ? -100n : 100n)
    const costs = rows.flatMap(([given, other], at) => (!other && given.theCase === one.theCase ? [at] : []))
    const corrects = isCredit && costs.length > 0 ? `R-${costs[target % costs.length]}` : undefined
    const item = cost(`R-${index}`, cents, {
      case: one.theCase, provider: one.provider as never, voucher: one.voucher, serviceDate: `2026-03-0${one.month}`,
      ...(isCredit ? { description: 'Hyvitys laskusta' } : {}),
      ...(isCredit && planted === 'unnamed' ? {} : isCredit && target % 2 === 0 ? { credits: corrects as never } : {}),
      ...(planted === 'unlisted' ? { case: 'X' } : {}), ...(planted === 'other-month' ? { serviceDate: '2026-05-02' } : {}), ...(planted === 'late' ? { serviceDate: '2022-05-02' } : {}), ...(planted === 'no-decision' ? { decision: undefined as never } : {}),
      ...(planted === 'unread' ? { net: undefined as never, gross: undefined as never, unreadable: ['net', 'gross'] } : {}),
    })
    const finding: SourceFinding | undefined = planted === 'twice' ? { rule: 'SRC-017', effect: 'reject', at: { file: 'x' }, item: item.id, values: {} } : undefined
    return { item, cents, isRead: planted !== 'unread', ...(finding ? { finding } : {}) }
  }
})
