import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cents } from '../../src/model/money.js'
import type { CostItem } from '../../src/model/service-log.js'
import { followItems, type ThreadedItem } from '../../src/register/chains.js'
import type { EngineKind } from '../../src/register/dialects/dialects.js'
import { namesOf } from '../../src/register/fingerprints.js'
import { openRegister } from '../../src/register/open-register.js'
import type { Register } from '../../src/register/register.js'
import { march, newClaim, nothing } from './claim-builder.js'
import { engineKinds, testRegisters } from './engines.js'

const registers = testRegisters()
const businessId = '1234567-1'
const key = new Uint8Array(32).fill(3)
const source = { row: 1, table: { file: '', sheet: '', kind: 'costs' as const, columns: {} } }
const step = { onDate: '2026-04-20', by: 'x' } as const

const months = [march, { from: '2026-04-01', to: '2026-04-30', name: '2026-04' }] as const
const month = fc.constantFrom(...months)
const day = fc.constantFrom('2026-03-05', '2026-03-06', '2026-04-05')
const change = fc.oneof(
  fc.record({ kind: fc.constant('late' as const), net: fc.bigInt(1n, 500n), voucher: fc.constantFrom('V1', 'V2'), case: fc.constantFrom('A', 'B'), serviceDate: day }),
  fc.record({ kind: fc.constant('changed' as const), which: fc.nat(20), net: fc.bigInt(0n, 500n) }),
  fc.record({ kind: fc.constant('credited' as const), which: fc.nat(20) }),
  fc.record({ kind: fc.constant('moved' as const), which: fc.nat(20), serviceDate: day }),
  fc.record({ kind: fc.constant('deleted' as const), which: fc.nat(20) }),
  fc.record({ kind: fc.constant('prepared' as const), month }),
  fc.record({ kind: fc.constant('filed' as const), month }),
  fc.record({ kind: fc.constant('withdrawn' as const), month, which: fc.nat(20) }),
)
type Month = (typeof months)[number]
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never

describe.each(engineKinds)('the claims of two periods in a register on %s', (kind) => {
  it('hold in all what one claim at the end would have held, and what the log has lost, whatever was filed, replaced, corrected, moved, deleted or withdrawn', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 3, maxLength: 18 }), async (changes) => {
      const register = await openRegister(await registers.location(kind))
      try {
        let log: CostItem[] = []
        for (const [index, one] of changes.entries()) {
          log = changedLog(log, one, index)
          if (one.kind === 'prepared') await prepare(register, log, one.month)
          if (one.kind === 'filed') await file(register, one.month)
          if (one.kind === 'withdrawn') await withdraw(register, one.month, one.which)
        }
        // What is not filed yet is replaced: a row moved out of it comes free for the other month only then.
        for (const one of [...months, ...months]) await prepare(register, log, one)
        for (const one of months) await file(register, one)
        const { missing } = followItems(namesOf(log, businessId, key), await register.heldItems(businessId, undefined))
        expect(await total(register)).toBe(log.reduce((sum, { net = 0n }) => sum + net, 0n) + missing.reduce((sum, { amount }) => sum + amount, 0n))
        if (!changes.some(({ kind: what }) => what === 'deleted' || what === 'moved')) expect(missing).toEqual([])
        for (const one of months) expect(await differences(register, log, one), 'preparing again finds nothing more').toEqual([])
        expect((await register.prove()).problems).toEqual([])
      } finally {
        await register.close()
      }
    }), { seed: 20261124, numRuns: runs[kind] })
  })
})

const runs: Record<EngineKind, number> = { sqlite: 40, postgres: 8 }

function changedLog(log: CostItem[], one: Change, index: number): CostItem[] {
  if (one.kind === 'late') return [...log, { id: `K-${index}`, case: one.case, serviceDate: one.serviceDate, category: 'HEALTH', voucher: one.voucher, net: one.net, unreadable: [], source }]
  if (log.length === 0) return log
  if (one.kind === 'changed') return log.map((item, at) => (at === one.which % log.length ? { ...item, net: one.net } : item))
  if (one.kind === 'moved') return log.map((item, at) => (at === one.which % log.length ? { ...item, serviceDate: one.serviceDate } : item))
  if (one.kind === 'deleted') return log.filter((_, at) => at !== one.which % log.length)
  const credited = one.kind === 'credited' ? log[one.which % log.length] : undefined
  return credited === undefined ? log : [...log, { ...credited, id: `C-${index}`, net: -(credited.net ?? 0n) }]
}

/** What a claim of the log would add beside the claims that stand, the one that it would replace left out. */
async function differences(register: Register, log: readonly CostItem[], period: Month, replaced?: number) {
  const { items } = followItems(namesOf(log, businessId, key), await register.heldItems(businessId, replaced))
  return log.filter(({ serviceDate = '' }) => period.from <= serviceDate && serviceDate <= period.to).flatMap(({ id, net = 0n }) => {
    const { fingerprint, thread, earlier } = items.get(id) as ThreadedItem
    const amount = net - (earlier?.amount ?? 0n)
    return earlier !== undefined && amount === 0n ? [] : [{ fingerprint, thread, amount, claimedBefore: earlier?.amount, item: id }]
  })
}

async function prepare(register: Register, log: readonly CostItem[], period: Month): Promise<void> {
  const claims = await register.claimsOf(businessId, period)
  const current = claims.findLast(({ state }) => state === 'prepared')
  const items = await differences(register, log, period, current?.id)
  const running = current?.running ?? claims.length + 1
  await register.record(newClaim({ period, running, items, amount: items.reduce((sum, { amount }) => sum + amount, 0n), packet: `${period.name}-${running}` }), current, nothing)
}

async function file(register: Register, period: Month): Promise<void> {
  const current = (await register.claimsOf(businessId, period)).find(({ state }) => state === 'prepared')
  if (current !== undefined) await register.take(businessId, current.number, { kind: 'filed', ...step })
}

async function withdraw(register: Register, period: Month, which: number): Promise<void> {
  const standing = (await register.claimsOf(businessId, period)).filter(({ state }) => state === 'filed')
  const one = standing[which % Math.max(1, standing.length)]
  if (one !== undefined) await register.take(businessId, one.number, { kind: 'withdrawn', ...step, reason: 'y' })
}

async function total(register: Register): Promise<Cents> {
  const claims = (await Promise.all(months.map((period) => register.claimsOf(businessId, period)))).flat()
  return claims.filter(({ state }) => state !== 'withdrawn').reduce((sum, { amount }) => sum + amount, 0n)
}
