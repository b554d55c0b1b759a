import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cents } from '../../src/model/money.js'
import type { CostItem } from '../../src/model/service-log.js'
import { followItems, type HeldItem } from '../../src/register/chains.js'
import { namesOf } from '../../src/register/fingerprints.js'

const key = new Uint8Array(32).fill(3)
const sourceIn = (file: string) => ({ row: 1, table: { file, sheet: '', kind: 'costs' as const, columns: {} } })
const source = sourceIn('')
const cost = (id: string, net: bigint, more: Partial<CostItem> = {}): CostItem => ({ id, case: 'A', serviceDate: '2026-03-05', category: 'HEALTH', voucher: 'V1', net, unreadable: [], source, ...more })

/** A register in memory, filed claim after filed claim. */
class Claims {
  readonly claims: { readonly items: HeldItem[]; withdrawn: boolean }[] = []

  held(): HeldItem[] {
    return this.claims.filter(({ withdrawn }) => !withdrawn).flatMap(({ items }) => items)
  }

  /** Claims what is new in the log and the differences of what has changed, as `prepare` does. */
  claim(log: readonly CostItem[], month = '2026-03'): void {
    const number = `${month}/${this.claims.length + 1}`
    const { items } = followItems(namesOf(log, '1234567-1', key), this.held())
    const added = log.filter(({ serviceDate }) => serviceDate?.startsWith(month)).flatMap(({ id, net = 0n }) => {
      const { fingerprint, thread, earlier } = items.get(id) as NonNullable<ReturnType<typeof items.get>>
      const amount = net - (earlier?.amount ?? 0n)
      return earlier !== undefined && amount === 0n ? [] : [{ claim: number, period: month, fingerprint, thread, amount, item: id }]
    })
    this.claims.push({ items: added, withdrawn: false })
  }

  /** What claims hold of costs that the log has lost. */
  missing(log: readonly CostItem[]): Cents {
    return followItems(namesOf(log, '1234567-1', key), this.held()).missing.reduce((sum, { amount }) => sum + amount, 0n)
  }

  total(): Cents {
    return this.held().reduce((sum, { amount }) => sum + amount, 0n)
  }
}

describe('the claims of a period', () => {
  const change = fc.oneof(
    fc.record({ kind: fc.constant('late' as const), net: fc.bigInt(1n, 500n), voucher: fc.constantFrom('V1', 'V2'), case: fc.constantFrom('A', 'B') }),
    fc.record({ kind: fc.constant('changed' as const), which: fc.nat(20), net: fc.bigInt(0n, 500n) }),
    fc.record({ kind: fc.constant('credited' as const), which: fc.nat(20) }),
    fc.record({ kind: fc.constant('mended' as const), which: fc.nat(20), more: fc.oneof(fc.record({ voucher: fc.constantFrom('V1', 'V2', 'V3') }), fc.record({ case: fc.constantFrom('A', 'B') }), fc.record({ serviceDate: fc.constantFrom('2026-03-05', '2026-03-06') }), fc.record({ category: fc.constantFrom('HEALTH' as const, 'OTHER' as const) })) }),
    fc.record({ kind: fc.constant('reordered' as const) }),
    fc.record({ kind: fc.constant('claimed' as const) }),
    fc.record({ kind: fc.constant('withdrawn' as const), which: fc.nat(20) }),
  )

  it('hold in all what one claim at the end would have held, whatever came late, changed, was mended, credited or withdrawn', () => {
    fc.assert(fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
      const claims = new Claims()
      let log: CostItem[] = []
      changes.forEach((one, index) => {
        if (one.kind === 'late') log = [...log, cost(`K-${index}`, one.net, { voucher: one.voucher, case: one.case })]
        if (one.kind === 'changed') log = log.map((item, at) => (at === one.which % log.length ? { ...item, net: one.net } : item))
        if (one.kind === 'credited' && log.length > 0) log = [...log, { ...(log[one.which % log.length] as CostItem), id: `C-${index}`, net: -(log[one.which % log.length]?.net ?? 0n) }]
        if (one.kind === 'mended') log = log.map((item, at) => (at === one.which % log.length ? { ...item, ...one.more } : item))
        if (one.kind === 'reordered') log = log.toReversed()
        if (one.kind === 'claimed') claims.claim(log)
        const filed = claims.claims[one.kind === 'withdrawn' ? one.which % Math.max(1, claims.claims.length) : -1]
        if (filed !== undefined) filed.withdrawn = true
      })
      claims.claim(log)
      expect(claims.total()).toBe(log.reduce((sum, { net = 0n }) => sum + net, 0n))
      claims.claim(log)
      expect(claims.claims.at(-1)?.items, 'claiming again finds nothing more').toEqual([])
    }), { seed: 20261124, numRuns: 2000 })
  })
})

describe('the claims of several periods', () => {
  const months = ['2026-03', '2026-04', '2026-05'] as const
  const day = fc.tuple(fc.constantFrom(...months), fc.constantFrom('05', '06')).map(([month, number]) => `${month}-${number}`)
  const change = fc.oneof(
    fc.record({ kind: fc.constant('late' as const), net: fc.bigInt(1n, 500n), voucher: fc.constantFrom('V1', 'V2'), case: fc.constantFrom('A', 'B'), serviceDate: day }),
    fc.record({ kind: fc.constant('changed' as const), which: fc.nat(20), net: fc.bigInt(0n, 500n) }),
    fc.record({ kind: fc.constant('moved' as const), which: fc.nat(20), serviceDate: day }),
    fc.record({ kind: fc.constant('deleted' as const), which: fc.nat(20) }),
    fc.record({ kind: fc.constant('credited' as const), which: fc.nat(20) }),
    fc.record({ kind: fc.constant('claimed' as const), month: fc.constantFrom(...months) }),
    fc.record({ kind: fc.constant('withdrawn' as const), which: fc.nat(20) }),
  )

  it('hold what the log says and what it has lost, cent for cent, whatever day a row was moved to or whether it is gone', () => {
    fc.assert(fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const claims = new Claims()
      let log: CostItem[] = months.map((month) => cost(`F-${month}`, 50n, { voucher: 'F', serviceDate: `${month}-01` }))
      changes.forEach((one, index) => {
        const at = 'which' in one && log.length > months.length ? months.length + (one.which % (log.length - months.length)) : -1
        if (one.kind === 'late') log = [...log, cost(`K-${index}`, one.net, { voucher: one.voucher, case: one.case, serviceDate: one.serviceDate })]
        if (one.kind === 'changed') log = log.map((item, place) => (place === at ? { ...item, net: one.net } : item))
        if (one.kind === 'moved') log = log.map((item, place) => (place === at ? { ...item, serviceDate: one.serviceDate } : item))
        if (one.kind === 'deleted') log = log.filter((_, place) => place !== at)
        if (one.kind === 'credited' && at >= 0) log = [...log, { ...(log[at] as CostItem), id: `C-${index}`, net: -(log[at]?.net ?? 0n) }]
        if (one.kind === 'claimed') claims.claim(log, one.month)
        const filed = one.kind === 'withdrawn' ? claims.claims[one.which % Math.max(1, claims.claims.length)] : undefined
        if (filed !== undefined) filed.withdrawn = true
      })
      for (const month of months) claims.claim(log, month)
      expect(claims.total()).toBe(log.reduce((sum, { net = 0n }) => sum + net, 0n) + claims.missing(log))
      if (!changes.some(({ kind }) => kind === 'deleted')) expect(claims.missing(log), 'no row is taken for another').toBe(0n)
      for (const month of months) claims.claim(log, month)
      expect(claims.claims.slice(-months.length).flatMap(({ items }) => items), 'claiming again finds nothing more').toEqual([])
    }), { seed: 20261128, numRuns: 2000 })
  })
})

describe('followItems', () => {
  const held = (id: string, net: bigint): HeldItem => {
    const { fingerprint, thread } = namesOf([cost(id, net)], '1234567-1', key).get(id) as { fingerprint: string; thread: string }
    return { claim: '2026-03/01', period: '2026-03', fingerprint, thread: `${thread}:1`, amount: net, item: id }
  }
  const follow = (log: readonly CostItem[], before: readonly HeldItem[]) => followItems(namesOf(log, '1234567-1', key), before)

  it('finds a row again by what it is, and one whose amount has changed by what has stayed', () => {
    expect(follow([cost('K-1', 100n)], [held('K-1', 100n)]).items.get('K-1')?.earlier).toEqual({ claim: '2026-03/01', item: 'K-1', amount: 100n })
    expect(follow([cost('K-1', 120n)], [held('K-1', 100n)]).items.get('K-1')?.earlier).toEqual({ claim: '2026-03/01', item: 'K-1', amount: 100n })
  })

  it('adds up what several claims hold of a cost', () => {
    const corrected = { ...held('K-1', 120n), claim: '2026-03/02', amount: 20n }
    expect(follow([cost('K-1', 100n)], [held('K-1', 100n), corrected]).items.get('K-1')?.earlier).toEqual({ claim: '2026-03/02', item: 'K-1', amount: 120n })
  })

  it('leaves two true services on one voucher two', () => {
    const { items } = follow([cost('K-1', 100n), cost('K-2', 100n)], [held('K-1', 100n)])
    expect([...items.values()].map(({ earlier }) => earlier?.amount)).toEqual([100n, undefined])
    expect(new Set([...items.values()].map(({ thread }) => thread)).size).toBe(2)
  })

  it.each([{ voucher: 'V9' }, { serviceDate: '2026-03-31' }, { case: 'B' }, { category: 'OTHER' as const }])('knows a row by its ID where %o was mended within the period', (more) => {
    expect(follow([cost('K-1', 100n, more)], [held('K-1', 100n)]).items.get('K-1')?.earlier).toEqual({ claim: '2026-03/01', item: 'K-1', amount: 100n })
  })

  it('takes the same ID in another period for another cost: many logs count from one again', () => {
    expect(follow([cost('K-1', 100n, { serviceDate: '2026-04-05' })], [held('K-1', 100n)]).items.get('K-1')?.earlier).toBeUndefined()
  })

  it('knows a row by its ID wherever its day was moved, in a file that still has rows of the period', () => {
    const moved = cost('K-1', 100n, { serviceDate: '2026-05-05' })
    expect(follow([moved, cost('K-2', 70n)], [held('K-1', 100n)]).items.get('K-1')?.earlier).toEqual({ claim: '2026-03/01', item: 'K-1', amount: 100n })
    const other = { ...cost('K-2', 70n), source: sourceIn('march.csv') }
    expect(follow([moved, other], [held('K-1', 100n)]).items.get('K-1')?.earlier, 'another file may count from one again').toBeUndefined()
  })

  it('says whether the log still has rows of the period of a cost that is gone', () => {
    expect(follow([cost('K-2', 70n, { voucher: 'V2' })], [held('K-1', 100n)]).missing).toMatchObject([{ item: 'K-1', isLogOfPeriod: true }])
    expect(follow([cost('K-2', 70n, { serviceDate: '2026-04-05' })], [held('K-1', 100n)]).missing).toMatchObject([{ item: 'K-1', isLogOfPeriod: false }])
  })

  it('takes a row of another ID and voucher for another cost, and names the one that is gone', () => {
    const { items, missing } = follow([cost('K-2', 100n, { voucher: 'V9' })], [held('K-1', 100n)])
    expect(items.get('K-2')?.earlier).toBeUndefined()
    expect(missing).toEqual([{ claim: '2026-03/01', amount: 100n, item: 'K-1', period: '2026-03', isLogOfPeriod: true }])
  })

  it('knows what was recorded before costs had threads by its fingerprint alone, and goes on with it', () => {
    const old = { ...held('K-1', 100n), thread: held('K-1', 100n).fingerprint }
    const { items } = follow([cost('K-1', 100n)], [old])
    expect(items.get('K-1')).toEqual({ fingerprint: old.fingerprint, thread: old.fingerprint, earlier: { claim: '2026-03/01', item: 'K-1', amount: 100n } })
    expect(follow([cost('K-1', 130n)], [old]).items.get('K-1')?.earlier?.amount, 'by its ID').toBe(100n)
    expect(follow([cost('K-2', 130n)], [old]).missing).toHaveLength(1)
  })
})
