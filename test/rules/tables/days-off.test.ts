import { describe, expect, it } from 'vitest'
import { loadRuleBook } from '../../../src/rules/load-book.js'
import { daysOffAsTexts, workingDayFrom } from '../../../src/rules/tables/days-off.js'

const { daysOff = [], appeals } = (await loadRuleBook()).tables

describe('the last day of a time limit', () => {
  it.each([
    ['a Friday', '2026-11-27', '2026-11-27'],
    ['a Saturday', '2026-11-28', '2026-11-30'],
    ['a Sunday', '2026-11-29', '2026-11-30'],
    ["New Year's Day and the weekend after it", '2027-01-01', '2027-01-04'],
    ['Epiphany', '2026-01-06', '2026-01-07'],
    ['Good Friday to Easter Monday', '2026-04-03', '2026-04-07'],
    ['the Thursday before Easter', '2026-04-02', '2026-04-02'],
    ['Easter Monday of the latest Easter there is', '2038-04-26', '2038-04-27'],
    ['May Day', '2026-05-01', '2026-05-04'],
    ['Ascension Day', '2026-05-14', '2026-05-15'],
    ['Midsummer Eve', '2026-06-19', '2026-06-22'],
    ['the earliest Midsummer Eve', '2020-06-19', '2020-06-22'],
    ['the latest Midsummer Eve', '2027-06-25', '2027-06-28'],
    ['a Friday in June that is none', '2026-06-26', '2026-06-26'],
    ["All Saints' Day", '2026-10-31', '2026-11-02'],
    ['Independence Day', '2028-12-06', '2028-12-07'],
    ['Christmas Eve and what follows it', '2026-12-24', '2026-12-28'],
    ['Christmas in the middle of a week', '2024-12-24', '2024-12-27'],
    ["New Year's Eve, on which offices work", '2026-12-31', '2026-12-31'],
  ])('is for %s (%s) the %s', (_, day, last) => expect(workingDayFrom(day, daysOffAsTexts(daysOff))).toBe(last))

  it('rests on rows with their sources', () => {
    expect(daysOff.length).toBeGreaterThan(10)
    for (const { basis } of daysOff) expect(basis).toMatchObject({ act: '150/1930', section: '5' })
    expect(appeals.filter(({ decision }) => decision !== undefined).every(({ basis: { url, note } }) => url !== undefined && note !== undefined)).toBe(true)
  })
})
