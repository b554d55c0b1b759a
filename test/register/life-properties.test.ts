import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KorvausError } from '../../src/model/errors.js'
import { addDays } from '../../src/model/dates.js'
import { openRegister } from '../../src/register/open-register.js'
import type { Step } from '../../src/register/steps.js'
import { newClaim, nothing } from './claim-builder.js'
import { testRegisters } from './engines.js'

const registers = testRegisters()
const by = 'x'
const cents = fc.bigInt({ min: -10n, max: 1200n })
/** Any step at any time, sensible or not. */
const anyStep: fc.Arbitrary<Step> = fc.integer({ min: 0, max: 40 }).chain((days) => {
  const onDate = addDays('2026-04-05', days)
  return fc.oneof(
    fc.constant<Step>({ kind: 'filed', onDate, by }),
    fc.array(fc.record({ item: fc.constantFrom(undefined, 'R-1', 'R-2', 'R-3'), granted: cents, reason: fc.constant('y') }), { maxLength: 2 }).map((parts): Step => ({ kind: 'decided', onDate, by, parts })),
    fc.option(cents, { nil: undefined }).map((amount): Step => ({ kind: 'paid', onDate, by, amount })),
    cents.map((amount): Step => ({ kind: 'recovered', onDate, by, amount, reason: 'y' })),
    fc.constant<Step>({ kind: 'withdrawn', onDate, by, reason: 'y' }),
  )
})
const expected = new Set(['claim-state', 'claim-date', 'claim-amount', 'claim-part', 'part-repeated', 'step-repeated'])

describe('any sequence of steps', () => {
  it('is taken or refused with a named error, keeps every sum within the one before it, and proves itself', async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyStep, { maxLength: 15 }), async (steps) => {
      const register = await openRegister(await registers.location('sqlite'))
      try {
        await register.record(newClaim(), undefined, nothing)
        let taken = 1
        for (const step of steps) {
          const refused = await register.take('1234567-1', '2026-03/01', step).then(() => undefined, (error: unknown) => error)
          if (refused === undefined) taken += 1
          else expect(expected.has((refused as KorvausError).code), String(refused)).toBe(true)
          const { standing } = await register.claim('1234567-1', '2026-03/01')
          expect(standing.recovered).toBeLessThanOrEqual(standing.paid)
          const mostGranted = standing.steps.reduce((most, { kind, amount = 0n }) => (kind === 'decided' && amount > most ? amount : most), 0n)
          expect(standing.paid - standing.recovered, 'never more in hand than was ever granted').toBeLessThanOrEqual(mostGranted)
          if (standing.granted !== undefined) expect(standing.granted).toBeLessThanOrEqual(standing.amount)
          expect([standing.granted ?? 0n, standing.paid, standing.recovered].every((sum) => sum >= 0n)).toBe(true)
        }
        expect(await register.prove()).toMatchObject({ events: taken, problems: [] })
      } finally {
        await register.close()
      }
    }), { numRuns: 60, seed: 681 })
  })
})
