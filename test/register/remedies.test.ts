import { describe, expect, it } from 'vitest'
import { keepUntil, recoverableUntil, remedyOf } from '../../src/register/remedies.js'
import { loadRuleBook } from '../../src/rules/load-book.js'

const { tables } = await loadRuleBook({})

describe('what can be done against a decision', () => {
  it.each([
    ['2024-12-31', 'appeal to the administrative court', '2025-01-30', '1386/2010 82 §'],
    ['2025-01-01', 'request for administrative review', '2025-01-31', '681/2023 95 §'],
    ['2015-12-31', 'appeal to the administrative court', '2016-01-30', '1386/2010 82 §'],
  ])('follows the law of the day of the decision: %s', (decidedOn, name, lastDay, basis) => {
    expect(remedyOf(decidedOn, undefined, decidedOn, tables)).toMatchObject({ name: { en: name }, lastDay, basis, open: true })
  })

  it('runs from notice where its day is known, and is open on its last day', () => {
    expect(remedyOf('2026-06-01', '2026-06-08', '2026-07-08', tables)).toMatchObject({ lastDay: '2026-07-08', open: true })
    expect(remedyOf('2026-06-01', '2026-06-08', '2026-07-09', tables)).toMatchObject({ open: false })
    expect(remedyOf('2006-12-31', undefined, '2026-07-09', tables)).toBeUndefined()
  })
})

describe('the times after a payment', () => {
  it('ends recovery with the fifth calendar year after the one that was paid for', () => {
    expect(recoverableUntil('2026-03-31', '2026-06-20', tables)).toBe('2031-12-31')
  })

  it('keeps records for the longest of the retention times', () => {
    expect(keepUntil('2026-03-31', '2026-06-20', tables)).toBe('2032-12-31')
    expect(keepUntil('2026-12-31', '2027-01-02', tables)).toBe('2033-12-31')
  })
})
