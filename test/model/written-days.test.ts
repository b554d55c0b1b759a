import { format } from 'date-fns'
import { enGB } from 'date-fns/locale/en-GB'
import { fi } from 'date-fns/locale/fi'
import { sv } from 'date-fns/locale/sv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromEpochDay } from '../../src/model/dates.js'
import { writtenDay, writtenPeriod } from '../../src/model/written-days.js'

test.each([
  '30.11.2026', '30. 11. 2026', '30.11.26', '2026-11-30', ' 2026-11-30 ', '30. marraskuuta 2026', '30 november 2026', 'den 30 november 2026', '30 Nov 2026', '30 Nov. 2026', 'November 30, 2026', '30th of November 2026', '30 NOVEMBER 2026',
])('%s is 30 November 2026', (text) => {
  expect(writtenDay(text)).toBe('2026-11-30')
})

test.each(['31.11.2026', '11/30/2026', '3/4/2026', '30.13.2026', '30 foovember 2026', '', '30.11.', '2026-13-01', 'huomenna', '30112026'])('%s is no day', (text) => {
  expect(writtenDay(text)).toBeUndefined()
})

test.each([
  ['2026-03', '2026-03'], ['3/2026', '2026-03'], ['03/2026', '2026-03'], ['03.2026', '2026-03'], ['2026/3', '2026-03'], ['2026-3', '2026-03'], ['maaliskuu 2026', '2026-03'], ['Maaliskuu 2026', '2026-03'], ['maaliskuussa 2026', '2026-03'], ['mars 2026', '2026-03'], ['March 2026', '2026-03'], ['Mar 2026', '2026-03'], ['2026 maaliskuu', '2026-03'],
  ['Q1 2026', '2026-Q1'], ['q1/2026', '2026-Q1'], ['2026-q1', '2026-Q1'], ['1. neljännes 2026', '2026-Q1'], ['1. kvartalet 2026', '2026-Q1'], ['2nd quarter 2026', '2026-Q2'], ['H2 2026', '2026-H2'], ['2. puolivuosi 2026', '2026-H2'], ['1. halvåret 2026', '2026-H1'],
  ['vuosi 2026', '2026'], ['år 2026', '2026'], ['2026', '2026'], ['tammi–maaliskuu 2026', '2026-Q1'], ['tammikuu - maaliskuu 2026', '2026-Q1'], ['1–3/2026', '2026-Q1'], ['1-6/2026', '2026-H1'], ['januari–februari 2026', '2026-01-01..2026-02-28'], ['1.3.–31.3.2026', '2026-03'],
  ['15.1.–14.2.2026', '2026-01-15..2026-02-14'], ['15.1.2026 - 14.2.2026', '2026-01-15..2026-02-14'], ['15.12.2025–14.1.2026', '2025-12-15..2026-01-14'], ['2026-01-15..2026-02-14', '2026-01-15..2026-02-14'],
])('%s is the period %s', (text, name) => {
  expect(writtenPeriod(text)?.name).toBe(name)
})

test.each(['13/2026', 'maanantai 2026', '2026-Q5', 'H3 2026', '14.2.–15.1.2026', '31.2.–1.3.2026', '', '3/26', '1.2.2026–'])('%s is no period', (text) => {
  expect(writtenPeriod(text)).toBeUndefined()
})

test('every day written in words in one of the three languages is that day, and its month that month', () => {
  fc.assert(fc.property(fc.integer({ min: 10_000, max: 30_000 }), fc.constantFrom(fi, sv, enGB), (day, locale) => {
    const date = fromEpochDay(day)
    const local = new Date(`${date}T12:00:00`)
    expect(writtenDay(format(local, 'd. MMMM yyyy', { locale }))).toBe(date)
    expect(writtenDay(format(local, 'd.M.yyyy'))).toBe(date)
    expect(writtenPeriod(format(local, 'LLLL yyyy', { locale }))?.name).toBe(date.slice(0, 7))
  }))
})
