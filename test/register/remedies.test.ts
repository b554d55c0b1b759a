import { describe, expect, it } from 'vitest'
import { keepUntil, recoverableUntil, remedyOf } from '../../src/register/remedies.js'
import { loadRuleBook } from '../../src/rules/load-book.js'

const { tables: law } = await loadRuleBook({})
const decided = (...days: string[]) => days.map((onDate) => ({ onDate }))

describe('what can be done against a decision', () => {
  it.each([
    ['2024-12-31', 'appeal to the administrative court', '2025-01-30', '1386/2010 82 §'],
    ['2025-01-01', 'request for administrative review', '2025-01-31', '681/2023 95 §'],
    ['2015-12-30', 'appeal to the administrative court', '2016-01-29', '1386/2010 82 §'],
  ])('follows the law of the day of the decision: %s', (decidedOn, name, lastDay, basis) => {
    expect(remedyOf(decided(decidedOn), decidedOn, law)).toMatchObject({ name: { en: name }, lastDay, basis, open: true })
  })

  it('runs from notice where its day is known, and is open on its last day', () => {
    const decision = [{ onDate: '2026-06-01', noticeOn: '2026-06-08' }]
    expect(remedyOf(decision, '2026-07-08', law)).toMatchObject({ lastDay: '2026-07-08', open: true })
    expect(remedyOf(decision, '2026-07-09', law)).toMatchObject({ open: false })
    expect(remedyOf(decided('2006-12-31'), '2026-07-09', law)).toBeUndefined()
  })

  it('moves a last day off to the next working day, and says by which law', () => {
    expect(remedyOf(decided('2026-05-20'), '2026-06-22', law)).toMatchObject({ movedFrom: '2026-06-19', lastDay: '2026-06-22', open: true, basis: '681/2023 95 §; 150/1930 5 §' })
    expect(remedyOf(decided('2026-05-20'), '2026-06-23', law)).toMatchObject({ open: false })
    expect(remedyOf(decided('2026-05-19'), '2026-06-18', law)).not.toHaveProperty('movedFrom')
  })

  it.each([
    [['2026-03-02', '2026-06-01'], 'appeal to the administrative court', '681/2023 95 §'],
    [['2026-03-02', '2026-06-01', '2026-11-02'], 'leave to appeal and appeal to the Supreme Administrative Court', '808/2019 107 §'],
    [['2024-12-31', '2025-09-01'], 'leave to appeal and appeal to the Supreme Administrative Court', '1386/2010 82 §'],
    [['2015-06-01', '2016-02-01'], 'appeal to the Supreme Administrative Court', '586/1996 22 §'],
  ])('is the next remedy once one was decided on, by the law of the first decision: %j', (days, name, basis) => {
    expect(remedyOf(decided(...days), '2026-11-23', law)).toMatchObject({ name: { en: name }, basis })
  })

  it('is nothing against a decision of the last instance', () => {
    expect(remedyOf(decided('2026-03-02', '2026-06-01', '2026-11-02', '2027-05-03'), '2027-05-03', law)).toBeUndefined()
    expect(remedyOf(decided('2024-03-01', '2024-06-03', '2025-05-05'), '2025-05-05', law)).toBeUndefined()
    expect(remedyOf([], '2027-05-03', law)).toBeUndefined()
  })
})

describe('the times after a payment', () => {
  it('ends recovery with the fifth calendar year after the one that was paid for', () => {
    expect(recoverableUntil('2026-03-31', '2026-06-20', law)).toBe('2031-12-31')
  })

  it('keeps records for the longest of the retention times', () => {
    expect(keepUntil('2026-03-31', '2026-06-20', law)).toBe('2032-12-31')
    expect(keepUntil('2026-12-31', '2027-01-02', law)).toBe('2033-12-31')
  })
})
