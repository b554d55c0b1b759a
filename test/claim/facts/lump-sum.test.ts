import { expect, it } from 'vitest'
import { assess } from '../../../src/claim/assess.js'
import { deadlineOf } from '../../../src/claim/deadline.js'
import { deriveFacts } from '../../../src/claim/derive-facts.js'
import { askedBy } from '../../../src/claim/facts/asked.js'
import { addDays } from '../../../src/model/dates.js'
import { compileRuleBook } from '../../../src/rules/engine/compile-book.js'
import { loadRuleBook } from '../../../src/rules/load-book.js'
import { county } from '../judged.js'
import { aCase, aLog, anItem, aResidence } from '../log-builder.js'

const book = compileRuleBook(await loadRuleBook())
const asOf = '2026-11-23'
const days = ['2026-03-04', '2026-03-20']
const asked = askedBy(book.book.rules, asOf)

it('The days of a lump sum are told so that every comparison with a service day and with the day of the claim comes out as with the days themselves.', () => {
  for (let from = '2022-12-01'; from <= '2026-12-01'; from = addDays(from, 3)) {
    for (const length of [0, 1, 15, 365, 730]) {
      const to = addDays(from, length)
      const told = asked.lumpSum({ from, to }, days)
      for (const day of [...days, asOf]) expect([day >= told.from, day > told.to], `${from}–${to}: ${day}`).toEqual([day >= from, day > to])
    }
  }
  for (const from of ['2011-08-31', '2011-09-01']) expect(asked.lumpSum({ from, to: '2015-08-31' }, days).from >= '2011-09-01').toBe(from >= '2011-09-01')
})

it('A packet says neither the birth date of a child that was born here nor the days that follow from it where a lump sum is due.', () => {
  const cases = [aCase({ birthDate: '2024-06-07', permitBasis: '52 a § 2 mom.', permitFrom: '2024-09-10' } as never)]
  const log = aLog([anItem({ serviceDate: '2026-03-04', category: 'INTERPRETING' }), anItem({ serviceDate: '2026-03-20' }, 3)], { cases, residences: [aResidence({ from: '2024-06-07' })] })
  const policy = Object.fromEntries(book.book.policies.map((one) => [one.name, one.default]))
  const facts = deriveFacts(log, { claimant: county, asOf, policy, tables: book.book.tables, deadline: (day) => deadlineOf(day, book.book), asked })
  const assessment = assess({ log, facts, book, claimant: county, reviews: [], language: 'en', period: undefined, toolVersion: '0.0.0' })
  const text = JSON.stringify({ cases: facts.cases, assessment }, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  expect(text).toContain('"lumpSumDueFrom":"2026-03-04"')
  expect(text).toContain('OVL-002')
  expect(text).not.toMatch(/20\d\d-06-0[5-8]/)
})
