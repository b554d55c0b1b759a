import { addMonths as libraryAddMonths, differenceInCalendarDays } from 'date-fns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, addYears, ageOn, daysBetween, easterSunday, endOfMonth, endOfYear, fromEpochDay, isIsoDate, weekdayOf } from '../../src/model/dates.js'
import { parsePeriod, periodContains } from '../../src/model/period.js'

const anyDate = fc.integer({ min: -25_000, max: 40_000 }).map(fromEpochDay)

describe('dates of the law', () => {
  it.each(['1818-03-22', '1954-04-18', '1981-04-19', '2008-03-23', '2019-04-21', '2024-03-31', '2025-04-20', '2026-04-05', '2038-04-25', '2049-04-18', '2076-04-19'])('know that Easter was or will be on %s', (day) => expect(easterSunday(Number(day.slice(0, 4)))).toBe(day))

  it('have a weekday, 1 for Monday, as the calendar of the machine has it', () => {
    fc.assert(fc.property(anyDate, (day) => weekdayOf(day) % 7 === new Date(`${day}T00:00:00Z`).getUTCDay()))
  })

  it.each(['2024-02-29', '2026-12-31', '2000-02-29'])('%s is a day', (text) => expect(isIsoDate(text)).toBe(true))
  it.each(['2023-02-29', '1900-02-29', '2026-13-01', '2026-04-31', '2026-1-1', '1.3.2026', ''])('%j is no day', (text) => expect(isIsoDate(text)).toBe(false))

  it('move by years with 29 February becoming 28 February', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(endOfYear(addYears('2023-05-02', 2))).toBe('2025-12-31')
    expect(endOfMonth('2024-02-03')).toBe('2024-02-29')
  })

  it('count ages to the day, a leap-day birth turning older on 1 March', () => {
    expect(ageOn('2004-02-29', '2022-02-28')).toBe(17)
    expect(ageOn('2004-02-29', '2022-03-01')).toBe(18)
    expect(ageOn('2000-06-15', '2023-06-15')).toBe(23)
  })

  it('agree with date-fns on any dates', () => {
    fc.assert(fc.property(anyDate, anyDate, fc.integer({ min: -500, max: 500 }), (left, right, months) => {
      expect(daysBetween(left, right)).toBe(differenceInCalendarDays(new Date(`${right}T00:00`), new Date(`${left}T00:00`)))
      const moved = libraryAddMonths(new Date(`${left}T00:00`), months)
      expect(addMonths(left, months)).toBe(isoOf(moved))
      expect(daysBetween(left, addDays(left, months))).toBe(months)
    }), { seed: 2 })
  })
})

describe('periods', () => {
  it.each([
    ['2026-03', '2026-03-01', '2026-03-31'], ['2024-02', '2024-02-01', '2024-02-29'], ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-H2', '2026-07-01', '2026-12-31'], ['2026', '2026-01-01', '2026-12-31'], ['2026-01-15..2026-02-14', '2026-01-15', '2026-02-14'],
  ])('%s runs from %s to %s', (text, from, to) => {
    expect(parsePeriod(text)).toEqual({ from, to, name: text })
  })

  it.each(['2026-13', '2026-00', '2026-Q5', '2026-H3', '26-03', '2026-02-14..2026-01-15', '2026-02-30..2026-03-01', '', '..'])('%j is no period', (text) => {
    expect(parsePeriod(text)).toBeUndefined()
  })

  it('contain both of their border days', () => {
    const march = { from: '2026-03-01', to: '2026-03-31' }
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => periodContains(march, day))).toEqual([false, true, true, false])
  })
})

function isoOf(date: Date): string {
  return `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
}
