import { describe, expect, it } from 'vitest'
import { equalAmounts } from '../../../src/claim/facts/equal-amounts.js'
import { pairFinder } from '../../../src/claim/facts/pairs.js'
import type { CostItem } from '../../../src/model/service-log.js'
import { anItem } from '../log-builder.js'

const found = (...items: CostItem[]) => {
  const pairOf = pairFinder(equalAmounts(items))
  return items.map((item) => pairOf(item, undefined))
}
const on = (day: number, more: Partial<CostItem> = {}) => anItem({ id: `K-${day}`, serviceDate: `2026-03-0${day}`, ...more } as Partial<CostItem>)

describe('pairFinder', () => {
  it('names the earlier one of exactly two items of one case and amount, and the days between, whatever the order of the rows', () => {
    expect(found(on(2), on(6))).toEqual([undefined, { item: 'K-2', days: 4 }])
    expect(found(on(6), on(2))).toEqual([{ item: 'K-2', days: 4 }, undefined])
  })

  it('says nothing of three equal amounts, of two on one day, of other cases, other amounts and credits', () => {
    expect(found(on(2), on(4), on(6))).toEqual([undefined, undefined, undefined])
    expect(found(on(2), on(2, { id: 'K-9' }))).toEqual([undefined, undefined])
    expect(found(on(2), on(6, { case: 'B' }))).toEqual([undefined, undefined])
    expect(found(on(2), on(6, { net: 10001n, gross: 10001n }))).toEqual([undefined, undefined])
    expect(found(on(2, { net: -1n, gross: -1n }), on(6, { net: -1n, gross: -1n }))).toEqual([undefined, undefined])
  })

  it('names the item of an earlier claim only where the log has no other', () => {
    const held = { claim: '2026-02/01', item: 'K-0', day: '2026-03-01' } as const
    const alone = on(2)
    expect(pairFinder(equalAmounts([alone]))(alone, held)).toEqual({ item: 'K-0', claim: '2026-02/01', days: 1 })
    const later = on(6)
    expect(pairFinder(equalAmounts([alone, later]))(alone, held)).toBeUndefined()
  })
})
