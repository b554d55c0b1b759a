import { expect, it } from 'vitest'
import { askedBy } from '../../../src/claim/facts/asked.js'
import { addDays } from '../../../src/model/dates.js'
import { aCase, aLog, anItem } from '../log-builder.js'
import { book, judged } from '../judged.js'

const asOf = '2026-11-23'
const days = ['2026-03-04', '2026-03-20']
const asked = askedBy(book.book.rules, asOf)

it('A first residence before the services is told as no more than that, and whether it was before the separators of 2023.', () => {
  const told = new Set<string>()
  for (let day = '1960-01-01'; day <= '2026-03-04'; day = addDays(day, 13)) told.add(asked.firstResidence(day, days))
  expect([...told]).toEqual(['2022-12-31', '2026-03-04'])
})

it('A first residence is told so that every comparison with a service day comes out as with the day itself.', () => {
  for (let day = '2022-12-01'; day <= '2026-12-01'; day = addDays(day, 1)) {
    const told = asked.firstResidence(day, days)
    for (const service of days) expect([service >= told, told <= '2022-12-31'], day).toEqual([service >= day, day <= '2022-12-31'])
  }
})

it('An age is told only where a rule asks for it, and then whether its limit is reached.', () => {
  const ages = (unaccompanied: boolean | undefined, category: string) => [17, 22, 23, 24, 40].map((years) => asked.age(years, anItem({ serviceDate: '2026-03-04', category: category as never }), aCase({ unaccompanied })))
  expect(ages(true, 'HOUSING')).toEqual([0, 0, 23, 23, 23])
  for (const [unaccompanied, category] of [[false, 'HOUSING'], [undefined, 'HOUSING'], [true, 'INTERPRETING']] as const) expect(ages(unaccompanied, category)).toEqual([undefined, undefined, undefined, undefined, undefined])
})

it('A packet says neither the age nor the birth date of a child that was born here.', () => {
  const log = aLog([anItem({ serviceDate: '2026-03-04' })], { cases: [aCase({ birthDate: '2024-06-07' })], residences: [{ ...aLog([]).residences[0], case: aCase().case, municipality: 'Turku', from: '2024-06-07' } as never] })
  const text = JSON.stringify(judged(log, { period: '2026-03' }).claim, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  expect(text).toContain('"firstResidenceOn":"2026-03-04"')
  expect(text).not.toMatch(/2024-06|ageOnService/)
})
