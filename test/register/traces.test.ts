import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CostItem } from '../../src/model/service-log.js'
import { openRegister } from '../../src/register/open-register.js'
import type { Register } from '../../src/register/register.js'
import { likeItems, tracesOf } from '../../src/register/traces.js'
import { anItem } from '../claim/log-builder.js'
import { march, newClaim, nothing } from './claim-builder.js'
import { changeByHand, engineKinds, testRegisters } from './engines.js'

const registers = testRegisters()
const key = new Uint8Array(32).fill(7)
const own = '1234567-1'
const other = '7654321-2'
const bill = anItem({ id: 'K-1', voucher: 'V1', net: 10000n, vat: 2550n, gross: 12550n })

describe.each(engineKinds)('items of earlier claims in a register on %s', (kind) => {
  let register: Register
  let location: string
  beforeEach(async () => {
    location = await registers.location(kind)
    register = await openRegister(location)
  })
  afterEach(() => register.close())

  const claimed = (items: readonly CostItem[], more: { businessId?: string; running?: number } = {}) => register.record(newClaim({
    items: items.map((item) => ({ fingerprint: `f${item.id}${more.running ?? 1}${more.businessId ?? ''}`, amount: 400n, item: item.id, category: item.category, traces: tracesOf(item, key) })),
    amount: 400n * BigInt(items.length), ...more,
  }), undefined, nothing)
  const like = async (item: CostItem, exceptClaim?: number) => {
    const traces = tracesOf(item, key)
    return likeItems([{ item, traces }], await register.itemsTraced([...(traces?.voucher ?? []), ...(traces?.case ?? [])], exceptClaim), own).get(item.id)
  }

  it('are found under another case by the same voucher, day, category and amount', async () => {
    await claimed([bill])
    expect(await like({ ...bill, id: 'K-9', case: 'B' })).toEqual({ like: { claim: '2026-03/01', item: 'K-1' } })
    for (const change of [{ serviceDate: '2026-03-05' }, { category: 'SAFETY' }, { voucher: 'V2' }, { net: 9000n, gross: 11550n }] as const) expect(await like({ ...bill, id: 'K-9', case: 'B', ...change }), Object.keys(change).join()).toBeUndefined()
  })

  it('are found in the claims of another claimant by the same case, day, category and amount, whatever the voucher', async () => {
    await claimed([bill], { businessId: other })
    expect(await like({ ...bill, id: 'K-9', voucher: 'X9' })).toEqual({ like: { claim: '2026-03/01 (7654321-2)', item: 'K-1' } })
  })

  it('are found where they were claimed under another compensation, and are followed by no claim', async () => {
    const under = { compensation: '65§', by: 'x', reference: 'KEHA/1' }
    await register.record(newClaim({ period: { ...march, name: '65§' }, amount: 400n, items: [{ fingerprint: 'o1', thread: 'other:o1', amount: 400n, item: 'E-1', category: bill.category, traces: tracesOf(bill, key) }], other: under }), undefined, nothing)
    expect(await like({ ...bill, id: 'K-9', voucher: 'X9' })).toEqual({ like: { claim: '65§/01', item: 'E-1' } })
    expect([await register.heldItems(own, undefined), [...(await register.otherItems(own, '65§'))]]).toEqual([[], ['o1']])
    expect(await register.ledger(own)).toMatchObject([{ number: '65§/01', compensation: '65§', standing: { state: 'filed', steps: [{ kind: 'prepared' }, { kind: 'filed', by: 'x', reference: 'KEHA/1' }] } }])
    expect((await register.prove()).problems).toEqual([])
    await changeByHand(location, 'update claims set compensation = null')
    expect((await register.prove()).problems).toEqual([{ claim: '65§/01', what: 'claim' }])
  })

  it('are found where one has in net what the other has in gross', async () => {
    await claimed([bill], { businessId: other })
    expect(await like({ ...bill, id: 'K-9', net: 12550n, vat: 0n, gross: 12550n })).toEqual({ like: { claim: '2026-03/01 (7654321-2)', item: 'K-1' } })
    expect(await like({ ...bill, id: 'K-9', net: 7968n, vat: 2032n, gross: 10000n })).toEqual({ like: { claim: '2026-03/01 (7654321-2)', item: 'K-1' } })
  })

  it('of the same case and amount on another day are told while there is one alone', async () => {
    await claimed([bill])
    const later = { ...bill, id: 'K-9', voucher: 'V9', serviceDate: '2026-03-06' } as const
    const near = { claim: '2026-03/01', item: 'K-1', day: '2026-03-04' }
    expect(await like(later)).toEqual({ near, nearest: near })
    await claimed([{ ...bill, id: 'K-2', voucher: 'V2', serviceDate: '2026-03-11' }], { running: 2 })
    expect(await like(later), 'of several the nearest').toEqual({ nearest: near })
  })

  it('of the same case and amount are told by the nearest other day, of however many, an earlier one before a later one', async () => {
    const days = ['2026-03-02', '2026-03-06', '2026-03-10', '2026-03-20'] as const
    await claimed(days.map((serviceDate, index) => ({ ...bill, id: `K-${index}`, voucher: `V${index}`, serviceDate })))
    const nearest = async (serviceDate: string) => (await like({ ...bill, id: 'K-9', voucher: 'V9', serviceDate }))?.nearest?.day
    expect(await Promise.all(['2026-03-01', '2026-03-03', '2026-03-08', '2026-03-10', '2026-03-12', '2026-03-31'].map(nearest))).toEqual(['2026-03-02', '2026-03-02', '2026-03-06', '2026-03-06', '2026-03-10', '2026-03-20'])
  })

  it('of the same case on one day under another voucher are two services', async () => {
    await claimed([bill])
    expect(await like({ ...bill, id: 'K-9', voucher: 'V9' })).toBeUndefined()
  })

  it('count no more when their claim is withdrawn or about to be replaced', async () => {
    await claimed([bill])
    const again = { ...bill, id: 'K-9', case: 'B' }
    expect(await like(again, 1)).toBeUndefined()
    await register.take(own, '2026-03/01', { kind: 'withdrawn', onDate: '2026-04-11', by: 'x', reason: 'y' })
    expect(await like(again)).toBeUndefined()
  })

  it('say nothing of themselves to anyone without the key, and are proved by the journal', async () => {
    await claimed([bill])
    const lines = (await register.dump()).join('')
    expect(lines).not.toMatch(/V1|"A"|12550|125\.50/)
    expect((await register.prove()).problems).toEqual([])
    await changeByHand(location, "update item_traces set day = '2026-03-05'")
    expect((await register.prove()).problems).toEqual([{ claim: '2026-03/01', what: 'items' }])
  })

  it('come along in an export, and go when the claim is scrubbed', async () => {
    await claimed([bill])
    const copy = await openRegister(await registers.location(kind))
    await copy.import((async function* () { for (const line of await register.dump()) yield line })(), 'dump')
    expect(await copy.hasTraces()).toBe(true)
    await copy.take(own, '2026-03/01', { kind: 'withdrawn', onDate: '2026-04-11', by: 'x', reason: 'y' })
    await copy.scrub([{ claim: await copy.claim(own, '2026-03/01'), keptUntil: '2030-12-31' }], { onDate: '2031-01-01', by: 'x', basis: 'PKT-008' })
    expect([await copy.hasTraces(), (await copy.prove()).problems]).toEqual([false, []])
    await copy.close()
  })
})

describe('the traces of an item', () => {
  it('are none without a day or an amount above zero', () => {
    for (const change of [{ serviceDate: undefined }, { net: 0n, vat: 0n, gross: 0n }, { net: -100n, vat: 0n, gross: -100n }, { net: undefined, gross: undefined }]) expect(tracesOf({ ...bill, ...change } as CostItem, key)).toBeUndefined()
  })

  it('are one of each kind where net and gross are the same, and two where they differ', () => {
    expect(tracesOf({ ...bill, vat: 0n, gross: 10000n }, key)).toMatchObject({ voucher: [expect.any(String)], case: [expect.any(String)] })
    expect(new Set([...(tracesOf(bill, key)?.voucher ?? []), ...(tracesOf(bill, key)?.case ?? [])]).size).toBe(4)
  })
})
