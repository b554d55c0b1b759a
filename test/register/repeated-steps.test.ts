import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRegister } from '../../src/register/open-register.js'
import type { Register } from '../../src/register/register.js'
import type { Step } from '../../src/register/steps.js'
import { newClaim, nothing } from './claim-builder.js'
import { engineKinds, testRegisters } from './engines.js'

const registers = testRegisters()
let register: Register
const number = '2026-03/01'
const who = { by: 'Head of finance', reference: 'UUD/1/2026' }
const filed: Step = { kind: 'filed', onDate: '2026-04-11', ...who }
const half: Step = { kind: 'decided', onDate: '2026-06-01', ...who, parts: [{ category: 'SAFETY', granted: 100n, reason: 'half' }] }
const paid = (amount?: bigint, more: Partial<Step> = {}): Step => ({ kind: 'paid', onDate: '2026-06-20', ...who, amount, ...more }) as Step
const undo = (onDate = '2026-07-01'): Step => ({ kind: 'reversed', onDate, by: 'Accounting', reason: 'Of another claim' })
const take = (step: Step) => register.take('1234567-1', number, step)
const repeated = (kind: string, date: string) => ({ code: 'step-repeated', exitCode: 5, values: { claim: number, step: kind, date, by: 'Head of finance' } })

describe.each(engineKinds)('a step that is recorded twice on %s', (kind) => {
  beforeEach(async () => {
    register = await openRegister(await registers.location(kind))
    await register.record(newClaim(), undefined, nothing)
    await take(filed)
  })
  afterEach(() => register.close())

  it('is refused, and the first is named', async () => {
    await expect(take({ ...filed, onDate: '2026-04-12', by: 'Other' })).rejects.toMatchObject(repeated('filed', '2026-04-11'))
    await take(half)
    await expect(take({ ...half, by: 'Other' })).rejects.toMatchObject(repeated('decided', '2026-06-01'))
    await take(paid(200n))
    await expect(take(paid(200n))).rejects.toMatchObject(repeated('paid', '2026-06-20'))
    expect((await register.claim('1234567-1', number)).standing).toMatchObject({ paid: 200n, granted: 500n })
    await take(paid())
    for (const again of [undefined, 200n, 300n]) await expect(take(paid(again))).rejects.toMatchObject(repeated('paid', '2026-06-20'))
    await expect(take(paid(100n))).rejects.toMatchObject({ code: 'claim-state' })
    expect((await register.claim('1234567-1', number)).standing).toMatchObject({ paid: 500n })
  })

  it('is another one with another reference, day, sum or part', async () => {
    await take(half)
    await take({ ...half, parts: [{ category: 'SAFETY', granted: 200n, reason: 'half' }] } as Step)
    await take(paid(200n))
    await take(paid(100n))
    await take(paid(200n, { reference: 'RF2' }))
    expect((await take(paid(50n, { onDate: '2026-06-21' }))).standing).toMatchObject({ paid: 550n, granted: 600n })
  })

  it('can be reversed by a step of its own that says why: sums and state follow, both stay in the journal, and it can be recorded again', async () => {
    await take(half)
    await take(paid())
    const { standing } = await take(undo())
    expect(standing).toMatchObject({ state: 'decided', paid: 0n, lastDate: '2026-06-01' })
    expect(standing.steps.map((step) => [step.kind, step.undone, step.reverses, step.reason])).toEqual([
      ['prepared', undefined, undefined, undefined], ['filed', undefined, undefined, undefined], ['decided', undefined, undefined, undefined], ['paid', true, undefined, undefined], ['reversed', undefined, 'paid', 'Of another claim'],
    ])
    expect((await take(paid(500n))).standing).toMatchObject({ state: 'paid', paid: 500n })
    for (let step = 0; step < 3; step++) await take(undo())
    expect((await register.claim('1234567-1', number)).standing).toMatchObject({ state: 'prepared', granted: undefined, paid: 0n, decisions: [] })
    await expect(take(undo())).rejects.toMatchObject({ code: 'nothing-to-undo', exitCode: 5 })
    expect((await register.prove()).problems).toEqual([])
    const lines = await register.dump()
    const other = await openRegister(await registers.location(kind))
    expect((await other.import((async function* () { yield* lines.map((line) => line.trimEnd()) })(), 'dump')).problems).toEqual([])
    expect((await other.claim('1234567-1', number)).standing.state).toBe('prepared')
    await other.close()
  })

  it('is not reversed where a later claim builds upon the filing, or where it was withdrawn', async () => {
    await register.record(newClaim({ running: 2, items: [{ fingerprint: 'f9', amount: 1000n }] }), undefined, nothing)
    await expect(take(undo())).rejects.toMatchObject({ code: 'claim-built-upon', exitCode: 5, values: { claim: number, later: '2026-03/02' } })
    await register.take('1234567-1', '2026-03/02', { kind: 'withdrawn', onDate: '2026-05-01', by: 'x', reason: 'y' })
    await expect(register.take('1234567-1', '2026-03/02', undo())).rejects.toMatchObject({ code: 'nothing-to-undo' })
    expect((await take(undo())).standing.state).toBe('prepared')
  })
})
