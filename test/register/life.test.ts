import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRegister } from '../../src/register/open-register.js'
import type { Register } from '../../src/register/register.js'
import type { Step } from '../../src/register/steps.js'
import { newClaim, nothing } from './claim-builder.js'
import { engineKinds, testRegisters } from './engines.js'

const registers = testRegisters()
let register: Register

const who = { by: 'Head of finance', reference: 'UUD/1/2026' }
const filed: Step = { kind: 'filed', onDate: '2026-04-11', ...who }
const decided = (parts: Extract<Step, { kind: 'decided' }>['parts'] = [], onDate = '2026-06-01'): Step => ({ kind: 'decided', onDate, ...who, parts })
const paid = (amount?: bigint): Step => ({ kind: 'paid', onDate: '2026-06-20', ...who, amount })
const recovered = (amount: bigint): Step => ({ kind: 'recovered', onDate: '2027-01-10', ...who, amount, reason: 'Paid by another' })
const withdrawn: Step = { kind: 'withdrawn', onDate: '2026-04-12', by: 'x', reason: 'wrong period' }
const take = async (...steps: Step[]) => {
  for (const step of steps.slice(0, -1)) await register.take('1234567-1', '2026-03/01', step)
  return (await register.take('1234567-1', '2026-03/01', steps.at(-1) as Step)).standing
}
const holds = async () => expect((await register.prove()).problems).toEqual([])

describe.each(engineKinds)('the life of a claim on %s', (kind) => {
  beforeEach(async () => {
    register = await openRegister(await registers.location(kind))
    await register.record(newClaim(), undefined, nothing)
  })
  afterEach(() => register.close())

  it('runs from prepared over filed, decided and paid to recovered, each step in the journal', async () => {
    expect(await take(filed)).toMatchObject({ state: 'filed' })
    expect(await take(decided())).toMatchObject({ state: 'decided', granted: 1000n })
    expect(await take(paid())).toMatchObject({ state: 'paid', paid: 1000n })
    const standing = await take(recovered(250n))
    expect(standing).toMatchObject({ state: 'recovered', recovered: 250n })
    expect(standing.steps.map((step) => [step.kind, step.onDate, step.by])).toEqual([
      ['prepared', '2026-04-10', undefined], ['filed', '2026-04-11', who.by], ['decided', '2026-06-01', who.by], ['paid', '2026-06-20', who.by], ['recovered', '2027-01-10', who.by],
    ])
    await holds()
  })

  it.each<[string, Step[], Step]>([
    ['decided before it is filed', [], decided()],
    ['paid before it is decided', [filed], paid()],
    ['withdrawn after the decision', [filed, decided()], withdrawn],
    ['filed after it was withdrawn', [withdrawn], { ...filed, onDate: '2026-04-13' }],
    ['paid again when all is paid', [filed, decided(), paid()], paid(1n)],
  ])('is refused when it would be %s', async (_, before, step) => {
    if (before.length > 0) await take(...before)
    await expect(take(step)).rejects.toMatchObject({ code: 'claim-state', exitCode: 5 })
    await holds()
  })

  it('takes no step before the one before it', async () => {
    await take(filed)
    await expect(take(decided([], '2026-04-10'))).rejects.toMatchObject({ code: 'claim-date' })
    expect(await take(decided([], '2026-04-11'))).toMatchObject({ state: 'decided' })
  })

  it('grants in part by item and by category, with the reason of each', async () => {
    await take(filed)
    const standing = await take(decided([{ item: 'R-1', granted: 100n, reason: 'half an hour' }, { category: 'SAFETY', granted: 0n, reason: 'no decision' }]))
    expect(standing).toMatchObject({ granted: 100n, parts: [{ item: 'R-1', claimed: 400n, granted: 100n, reason: 'half an hour' }, { category: 'SAFETY', claimed: 600n, granted: 0n }] })
  })

  it('grants a sum for the claim as a whole, or nothing', async () => {
    await take(filed)
    expect(await take(decided([{ granted: 0n, reason: 'too late' }]))).toMatchObject({ granted: 0n, state: 'decided' })
    await expect(take(paid(1n))).rejects.toMatchObject({ code: 'claim-amount' })
    expect(await take(decided([{ granted: 999n, reason: 'on review' }], '2026-07-01'))).toMatchObject({ granted: 999n })
  })

  it.each<[string, Extract<Step, { kind: 'decided' }>['parts'], string]>([
    ['an item that is not in the claim', [{ item: 'R-9', granted: 0n, reason: 'x' }], 'claim-part'],
    ['a category that is not in the claim', [{ category: 'LEGAL', granted: 0n, reason: 'x' }], 'claim-part'],
    ['an item and its category', [{ item: 'R-1', granted: 0n, reason: 'x' }, { category: 'HEALTH', granted: 0n, reason: 'x' }], 'part-repeated'],
    ['more than was claimed', [{ item: 'R-1', granted: 401n, reason: 'x' }], 'claim-amount'],
    ['less than nothing', [{ item: 'R-1', granted: -1n, reason: 'x' }], 'claim-amount'],
  ])('refuses a decision on %s', async (_, parts, code) => {
    await take(filed)
    await expect(take(decided(parts))).rejects.toMatchObject({ code, exitCode: 2 })
  })

  it('is paid in parts, never more than was granted, and paid back never more than was paid', async () => {
    await take(filed, decided())
    expect(await take(paid(400n))).toMatchObject({ state: 'decided', paid: 400n })
    await expect(take(paid(601n))).rejects.toMatchObject({ code: 'claim-amount' })
    expect(await take(paid())).toMatchObject({ state: 'paid', paid: 1000n })
    await expect(take(recovered(1001n))).rejects.toMatchObject({ code: 'claim-amount' })
    await take(recovered(999n))
    await expect(take(recovered(2n))).rejects.toMatchObject({ code: 'claim-amount' })
  })

  it('goes on after a recovery: the rest is paid, and what a later decision gives back is paid again', async () => {
    await take(filed, decided(), paid(400n), recovered(100n))
    expect(await take({ ...paid(), onDate: '2027-02-01' })).toMatchObject({ state: 'recovered', paid: 1000n, recovered: 100n })
    await expect(take({ ...paid(), onDate: '2027-02-02' })).rejects.toMatchObject({ code: 'claim-amount', values: { most: '1.00' } })
    expect(await take(decided([], '2027-03-01'))).toMatchObject({ state: 'recovered', granted: 1000n })
    await expect(take({ ...paid(101n), onDate: '2027-03-02' })).rejects.toMatchObject({ code: 'claim-amount' })
    expect(await take({ ...paid(100n), onDate: '2027-03-02' })).toMatchObject({ state: 'paid', paid: 1100n, recovered: 100n })
    await holds()
  })

  it('takes no payment back where a decision grants less than was paid: that is a recovery', async () => {
    await take(filed, decided(), paid(), decided([{ granted: 0n, reason: 'on appeal' }], '2027-01-10'))
    await expect(take({ ...paid(), onDate: '2027-01-11' })).rejects.toMatchObject({ code: 'claim-amount' })
    expect(await take({ ...recovered(1000n), onDate: '2027-01-12' })).toMatchObject({ state: 'recovered', recovered: 1000n })
    await holds()
  })

  it('pays back or sets off the sum of a correction below zero, in parts, never more than it is', async () => {
    await register.record(newClaim({ running: 2, amount: -500n, items: [{ fingerprint: 'c', amount: -500n, item: 'C-1', category: 'HEALTH' }] }), undefined, nothing)
    const correct = async (step: Step) => (await register.take('1234567-1', '2026-03/02', step)).standing
    await correct(filed)
    expect(await correct(decided())).toMatchObject({ state: 'decided', granted: -500n })
    await expect(correct(paid(1n))).rejects.toMatchObject({ code: 'claim-amount', values: { amount: '0.01', most: '-5.00' } })
    expect(await correct(paid(-200n))).toMatchObject({ state: 'decided', paid: -200n })
    await expect(correct(paid(-301n))).rejects.toMatchObject({ code: 'claim-amount' })
    expect(await correct(paid())).toMatchObject({ state: 'paid', paid: -500n })
    await expect(correct(recovered(1n))).rejects.toMatchObject({ code: 'claim-amount' })
    await holds()
  })

  it('frees its items when it is withdrawn', async () => {
    await take(withdrawn)
    expect(await register.heldItems('1234567-1', undefined)).toEqual([])
    await register.record(newClaim({ running: 2 }), undefined, nothing)
    await holds()
  })

  it('names the claims that there are when one is not known', async () => {
    await expect(register.claim('1234567-1', '2026-04/01')).rejects.toMatchObject({ code: 'claim-not-found', values: { known: '2026-03/01' } })
    await expect(register.claim('7654321-2', '2026-03/01')).rejects.toMatchObject({ code: 'claim-not-found', values: { known: '–' } })
    await expect(register.claim('1234567-1', 'nonsense')).rejects.toMatchObject({ code: 'claim-not-found' })
  })
})
