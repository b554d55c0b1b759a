import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/model/dates.js'
import { formatDecimal } from '../../src/model/money.js'
import { interestOn, rateOn } from '../../src/register/interest.js'
import { loadRuleBook } from '../../src/rules/load-book.js'

const percent = (units: bigint, scale = 0) => ({ units, scale })

describe('interest on money paid back', () => {
  it('counts the days after the first, the last one too, of a year of 365 days', () => {
    expect(interestOn(36_500n, '2026-01-01', '2026-01-02', () => percent(10n))).toEqual({ amount: 10n, parts: [{ from: '2026-01-02', to: '2026-01-02', days: 1, percent: '10' }] })
    expect(interestOn(100_000n, '2025-12-31', '2026-12-31', () => percent(95n, 1))).toMatchObject({ amount: 9500n, parts: [{ days: 365, percent: '9.5' }] })
    expect(interestOn(100_000n, '2026-01-01', '2026-01-01', () => percent(10n))).toEqual({ amount: 0n, parts: [] })
  })

  it('follows the rate of each day over a change of half-year, and rounds once', () => {
    const interest = interestOn(100_000n, '2026-06-20', '2026-07-10', (day) => (day < '2026-07-01' ? percent(115n, 1) : percent(11n)))
    expect(interest).toEqual({ amount: 616n, parts: [{ from: '2026-06-21', to: '2026-06-30', days: 10, percent: '11.5' }, { from: '2026-07-01', to: '2026-07-10', days: 10, percent: '11' }] })
  })

  it('names the first day that no rate is known for, and guesses none', () => {
    expect(interestOn(100n, '2026-01-01', '2026-02-01', (day) => (day < '2026-01-10' ? percent(1n) : undefined))).toEqual({ unknownOn: '2026-01-10' })
  })

  it('adds the surplus of the day to the reference rate of its half-year', () => {
    const interest = [{ from: '2025-01-01', surplusPercent: 7, basis: { act: '681/2023', certainty: 'verified' as const } }]
    const basis = { act: '633/1982', certainty: 'verified' as const }
    const referenceRates = [{ from: '2026-01-01', to: '2026-06-30', percent: '2.5', basis }, { from: '2026-07-01', percent: '3', basis }]
    expect(rateOn('2026-06-30', { interest, referenceRates })).toEqual(percent(95n, 1))
    expect(rateOn('2026-07-01', { interest, referenceRates })).toEqual(percent(10n))
    expect(rateOn('2025-12-31', { interest, referenceRates })).toBeUndefined()
    expect(rateOn('2026-07-01', { interest })).toBeUndefined()
  })
})

describe('the dated tables of the newest book', async () => {
  const { tables } = await loadRuleBook()

  it('know the rate of each day from the first day of the scheme to the last announcement read', () => {
    expect(['2007-01-01', '2009-03-01', '2016-06-30', '2022-12-31', '2023-01-01', '2024-12-31', '2026-06-30'].map((day) => formatDecimal(rateOn(day, tables) ?? percent(0n)))).toEqual(['11', '9.5', '7.5', '7', '9.5', '11.5', '9.5'])
    expect(rateOn('2006-12-31', tables)).toBeUndefined()
    expect(rateOn('2026-07-01', tables)).toBeUndefined()
  })

  it('leave no day without a rate in between, and none with two', () => {
    const rows = tables.referenceRates ?? []
    expect(rows.slice(1).map(({ from }) => from)).toEqual(rows.slice(0, -1).map(({ to }) => addDays(to ?? '', 1)))
  })
})
