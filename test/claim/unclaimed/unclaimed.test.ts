import { describe, expect, it } from 'vitest'
import { unclaimed } from '../../../src/claim/unclaimed/unclaimed.js'
import { loadRuleBook } from '../../../src/rules/load-book.js'
import { lumpSumOfDays } from '../../../src/claim/unclaimed/lump-sum-amount.js'
import type { ServiceLog } from '../../../src/model/service-log.js'
import { unclaimedSchema } from '../../../src/model/unclaimed.js'
import { book, county, judged } from '../judged.js'
import { aCase, aDecision, aLog, anItem, aResidence } from '../log-builder.js'

function leftOn(log: ServiceLog, judging: Parameters<typeof judged>[1] = {}) {
  const { facts, assessment } = judged(log, judging)
  return unclaimed({ log, facts, assessment, book, claimant: judging.claimant ?? county, endingWithinDays: 60, gapDays: 90 })
}
const earlierClaim = { claim: '2026-03/01', amount: 10000n }

describe('eligible money in no claim', () => {
  const items = [anItem({ serviceDate: '2026-03-04' }, 2), anItem({ serviceDate: '2025-12-31', net: 5050n, gross: 5050n }, 3), anItem({ serviceDate: '2025-02-01' }, 4), anItem({ category: 'CASH' }, 5)]
  const decisions = [aDecision({ validFrom: '2025-01-01' })]

  it('stands by deadline, the oldest first, and leaves out what is rejected or waits for a review', () => {
    const left = leftOn(aLog(items, { decisions }))
    expect(left.deadlines).toEqual([
      { deadline: '2027-12-31', daysLeft: 403, amount: '150.50', cases: 1, items: ['4', '3'] },
      { deadline: '2028-12-31', daysLeft: 769, amount: '100.00', cases: 1, items: ['2'] },
    ])
    expect(left.totals).toMatchObject({ items: 3, amount: '250.50' })
    expect(unclaimedSchema.safeParse(left).success).toBe(true)
  })

  it('holds nothing that an earlier claim holds', () => {
    const left = leftOn(aLog(items, { decisions }), { earlier: ({ id }) => (id === '2' ? earlierClaim : undefined) })
    expect(left.deadlines.flatMap((group) => group.items)).toEqual(['4', '3'])
  })
})

describe('items that one paper keeps out', () => {
  it.each([
    ['decision', aLog([anItem({ decision: undefined as never })])],
    ['decision', aLog([anItem()], { decisions: [aDecision({ result: undefined as never })] })],
    ['voucher', aLog([anItem({ voucher: undefined as never })])],
    ['justification', aLog([anItem({ need: undefined as never })])],
    ['admission', aLog([anItem()], { cases: [aCase({ admittedOn: undefined as never })] })],
    ['provider', aLog([anItem({ provider: undefined as never })])],
    ['rate', aLog([anItem({ providerKind: 'own', net: undefined as never, vat: undefined as never, gross: undefined as never, hours: '2', worker: 'T1' })])],
  ])('name the %s', (paper, log) => {
    expect(leftOn(log).missingPapers.map((row) => row.paper)).toEqual([paper])
  })

  it('come with the rules that ask for it, the money and the deadline', () => {
    expect(leftOn(aLog([anItem({ decision: undefined as never })])).missingPapers).toEqual([
      { item: '2', case: 'A', paper: 'decision', rules: ['DEC-001'], amount: '100.00', deadline: '2028-12-31', daysLeft: 769 },
    ])
  })

  it('are none when two papers are missing, or something that is no paper', () => {
    expect(leftOn(aLog([anItem({ decision: undefined as never, voucher: undefined as never })])).missingPapers).toEqual([])
    expect(leftOn(aLog([anItem({ decision: undefined as never, costBasis: 'estimate' })])).missingPapers).toEqual([])
    expect(leftOn(aLog([anItem({ category: 'CASH' })])).missingPapers).toEqual([])
  })
})

describe('lump sums never applied for', () => {
  const entitled = aCase({ admittedOn: '2024-11-01', permitBasis: '52 a § 2 mom.', permitFrom: '2025-03-01', birthDate: '1994-05-01' })
  const residences = [aResidence({ from: '2025-01-10' })]

  it('are worth the dated amounts of the days in the area, with what is still to come apart', () => {
    const [missed] = leftOn(aLog([], { cases: [entitled], residences })).lumpSums
    // Due from the permit on, for two years from the first municipality of residence. County's share of an adult: 1 097 € a year, 73 € more in the first. 2025: 306 days of 365. 2026: 59 days with the addition, then without.
    expect(missed).toMatchObject({ case: 'A', from: '2025-03-01', to: '2027-01-09', ageKnown: true })
    expect(missed?.years).toEqual([
      { year: 2025, from: '2025-03-01', to: '2025-12-31', amount: '980.88', toCome: '0.00', deadline: '2027-12-31' },
      { year: 2026, from: '2026-01-01', to: '2026-12-31', amount: '994.59', toCome: '114.21', deadline: '2028-12-31' },
      { year: 2027, from: '2027-01-01', to: '2027-01-09', amount: '0.00', toCome: '27.05', deadline: '2029-12-31' },
    ])
    expect([missed?.amount, missed?.toCome]).toEqual(['1975.47', '141.26'])
  })

  it('count no day of a residence elsewhere', () => {
    const moved = [aResidence({ from: '2025-01-10', to: '2025-12-31' }), aResidence({ municipality: 'Tampere', from: '2026-01-01' })]
    expect(leftOn(aLog([], { cases: [entitled], residences: moved })).lumpSums[0]).toMatchObject({ amount: '980.88', toCome: '0.00' })
  })

  it('leave out years whose deadline has passed', () => {
    const old = aCase({ ...entitled, permitFrom: '2023-03-01' })
    const years = leftOn(aLog([], { cases: [old], residences: [aResidence({ from: '2023-01-10' })] })).lumpSums[0]?.years.map(({ year }) => year)
    expect(years).toEqual([2024, 2025, 2026])
  })

  it('are none once the start is entered, or the permit gives no right', () => {
    expect(leftOn(aLog([], { cases: [{ ...entitled, lumpSumFrom: '2025-03-01' }], residences })).lumpSums).toEqual([])
    expect(leftOn(aLog([], { cases: [{ ...entitled, permitBasis: '52 a § 1 mom.' }], residences })).lumpSums).toEqual([])
  })

  it('of a child change on the seventh birthday, and are counted low when nobody knows the age', () => {
    const { tables } = book.book
    const paid = (born: string | undefined) => lumpSumOfDays('2026-01-01', '2026-12-31', { claimant: 'wellbeing-services-county', born, paidFrom: '2026-01-01', filedOn: '2026-12-31' }, tables)
    expect(paid('2024-01-01')).toBe(94800n)
    expect(paid('2010-01-01')).toBe(109700n)
    expect(paid('2019-07-02')).toBe((94800n * 182n + 109700n * 183n) / 365n)
    expect(paid(undefined)).toBe(109700n)
    expect(paid('1990-01-01')).toBe(109700n + 7300n)
  })

  it('are rounded once a year, whatever birthdays and other borders fall into it', () => {
    const { tables } = book.book
    const accrued = (born: string) => lumpSumOfDays('2026-01-01', '2026-11-23', { claimant: 'wellbeing-services-county', born, paidFrom: '2025-03-01', filedOn: '2026-11-23' }, tables)
    const exact = (117000n * 59n + 109700n * 268n + 182n) / 365n
    for (const born of ['1990-01-01', '1990-02-15', '1990-12-30']) expect(accrued(born), born).toBe(exact)
  })

  it('of days before 2025 are lower when they are applied for from 2025', async () => {
    const { tables } = await loadRuleBook()
    const paid = (filedOn: string, born: string) => lumpSumOfDays('2024-01-01', '2024-12-31', { claimant: 'wellbeing-services-county', born, paidFrom: '2024-01-01', filedOn }, tables)
    expect([paid('2024-12-31', '1990-01-01'), paid('2025-01-01', '1990-01-01')]).toEqual([34500n, 26400n])
    expect([paid('2024-12-31', '2020-01-01'), paid('2025-01-01', '2020-01-01')]).toEqual([34200n, 11500n])
  })
})

describe('decisions about to end', () => {
  const ending = aDecision({ validTo: '2026-12-31' })

  it('are those that end within the days and that no other follows', () => {
    expect(leftOn(aLog([], { decisions: [ending] })).endingDecisions).toEqual([{ decision: 'D1', case: 'A', endsOn: '2026-12-31', daysLeft: 38, categories: [] }])
    expect(leftOn(aLog([], { decisions: [aDecision({ validTo: '2027-02-01' })] })).endingDecisions).toEqual([])
    expect(leftOn(aLog([], { decisions: [aDecision({ validTo: '2026-11-22' })] })).endingDecisions).toEqual([])
    expect(leftOn(aLog([], { decisions: [ending, aDecision({ decision: 'D2', validFrom: '2027-01-01', validTo: '2027-12-31' })] })).endingDecisions).toEqual([])
  })

  it('still count when the one that follows leaves a day, a category or is denied', () => {
    for (const more of [{ validFrom: '2027-01-02' }, { validFrom: '2027-01-01', categories: ['HOUSING' as const] }, { validFrom: '2027-01-01', result: 'denied' as const }]) {
      expect(leftOn(aLog([], { decisions: [ending, aDecision({ decision: 'D2', validTo: '2027-12-31', ...more })] })).endingDecisions).toHaveLength(1)
    }
  })

  it('concern nobody who has left the system', () => {
    expect(leftOn(aLog([], { cases: [aCase({ removedOn: '2026-12-01' })], decisions: [ending] })).endingDecisions).toEqual([])
  })
})

describe('gaps in service', () => {
  const gapsOf = (more: Parameters<typeof aLog>[1], items = [anItem({ serviceDate: '2026-03-04' })]) => leftOn(aLog(items, { decisions: [], ...more })).serviceGaps

  it('begin with the admission of a person in the area, and end with the first service', () => {
    expect(gapsOf({ cases: [aCase({ admittedOn: '2025-10-01' })] })).toEqual([{ case: 'A', from: '2025-10-01', after: 'admission', days: 154, until: '2026-03-04' }])
  })

  it('begin with a move into the area', () => {
    const residences = [aResidence({ municipality: 'Tampere', to: '2025-09-30' }), aResidence({ from: '2025-10-01' })]
    expect(gapsOf({ residences })).toEqual([{ case: 'A', from: '2025-10-01', after: 'move', days: 154, until: '2026-03-04' }])
  })

  it('begin with the first day of a county for a person who lived there before, who has not moved', () => {
    const [theCase, residence, item] = [aCase({ admittedOn: '2022-02-01' }), aResidence({ from: '2022-02-01' }), anItem({ serviceDate: '2024-05-01', decision: undefined as never })]
    expect(gapsOf({ cases: [theCase], residences: [residence] }, [item])).toEqual([{ case: 'A', from: '2023-01-01', after: 'area', days: 486, until: '2024-05-01' }])
  })

  it('last while there is neither service nor decision', () => {
    expect(gapsOf({ cases: [aCase({ admittedOn: '2026-05-01' })] }, [])).toEqual([{ case: 'A', from: '2026-05-01', after: 'admission', days: 206 }])
  })

  it('are none when service or decision comes in time, when the person lives elsewhere, or has left', () => {
    expect(gapsOf({ cases: [aCase({ admittedOn: '2025-12-20' })] })).toEqual([])
    expect(gapsOf({ cases: [aCase({ admittedOn: '2025-10-01' })], decisions: [aDecision({ decidedOn: '2025-11-01' })] })).toEqual([])
    expect(gapsOf({ residences: [aResidence({ municipality: 'Tampere' })] })).toEqual([])
    expect(gapsOf({ cases: [aCase({ admittedOn: '2026-02-01', removedOn: '2026-04-01' })] }, [])).toEqual([])
  })

  it('are none when nothing of their time could be claimed any more', () => {
    const long = { cases: [aCase({ admittedOn: '2020-01-01', removedOn: '2020-12-01' })], residences: [aResidence({ from: '2019-01-01' })] }
    expect(gapsOf(long, [])).toEqual([])
  })
})
