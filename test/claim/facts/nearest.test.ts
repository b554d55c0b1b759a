import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equalAmounts } from '../../../src/claim/facts/equal-amounts.js'
import { nearestFinder } from '../../../src/claim/facts/nearest.js'
import { addDays, daysBetween } from '../../../src/model/dates.js'
import type { CostItem } from '../../../src/model/service-log.js'
import { anItem } from '../log-builder.js'

type Held = Readonly<Record<string, string>>
const found = (items: readonly CostItem[], held: Held = {}, within: number | undefined = 6) => {
  const nearestOf = nearestFinder(equalAmounts(items), within, ({ id }) => held[id])
  return Object.fromEntries(items.flatMap((item) => nearestOf(item, undefined) === undefined ? [] : [[item.id, nearestOf(item, undefined)]]))
}
const on = (day: number, more: Partial<CostItem> = {}) => anItem({ id: `K-${day}`, serviceDate: addDays('2026-03-01', day - 1), ...more } as Partial<CostItem>)

describe('nearestFinder', () => {
  it('compares each item of a series with the one before it, whatever the order of the rows', () => {
    const series = { 'K-4': { item: 'K-2', days: 2 }, 'K-7': { item: 'K-4', days: 3 }, 'K-8': { item: 'K-7', days: 1 } }
    expect(found([on(2), on(4), on(7), on(8)])).toEqual(series)
    expect(found([on(8), on(4), on(2), on(7)])).toEqual(series)
  })

  it('leaves two services on one day two, and compares both with the day before', () => {
    expect(found([on(4), on(4, { id: 'K-9' })])).toEqual({})
    expect(found([on(2), on(4), on(4, { id: 'K-9' })])).toEqual({ 'K-4': { item: 'K-2', days: 2 }, 'K-9': { item: 'K-2', days: 2 } })
  })

  it('reaches as many days as the claimant chose, and nowhere by a book without that choice', () => {
    expect(found([on(2), on(8)])).toEqual({ 'K-8': { item: 'K-2', days: 6 } })
    expect(found([on(2), on(9)])).toEqual({})
    expect(found([on(2), on(9)], {}, 7)).toEqual({ 'K-9': { item: 'K-2', days: 7 } })
    expect(nearestFinder(equalAmounts([on(2), on(4)]), undefined, () => undefined)(on(4), undefined)).toBeUndefined()
  })

  it('says nothing of other cases, other amounts and credits', () => {
    for (const change of [{ case: 'B' }, { net: 10001n, gross: 10001n }, { net: -1n, gross: -1n }] as const) expect(found([on(2), on(4, change)])).toEqual({})
    expect(found([on(2, { net: -1n, gross: -1n }), on(4, { net: -1n, gross: -1n })])).toEqual({})
  })

  it('names the claim that holds the other item, of an earlier day or a later one, but a later one only while none holds this', () => {
    const held = { 'K-4': '2026-03/01', 'K-7': '2026-03/01' }
    expect(found([on(2), on(4), on(7), on(8)], held)).toEqual({
      'K-2': { item: 'K-4', claim: '2026-03/01', days: 2 },
      'K-4': { item: 'K-2', days: 2 },
      'K-7': { item: 'K-4', claim: '2026-03/01', days: 3 },
      'K-8': { item: 'K-7', claim: '2026-03/01', days: 1 },
    })
    expect(found([on(2), on(2, { id: 'K-9' }), on(4)], { 'K-9': '2026-03/01' }), 'of a day the one that was claimed').toEqual({ 'K-4': { item: 'K-9', claim: '2026-03/01', days: 2 } })
  })

  it('takes the nearer of the log and of the claims whose rows the log has lost', () => {
    const items = [on(2), on(6)]
    const nearestOf = nearestFinder(equalAmounts(items), 6, () => undefined)
    const lost = (day: number) => ({ claim: '2026-02/01', item: 'K-0', day: addDays('2026-03-01', day - 1) })
    expect(nearestOf(items[1] as CostItem, lost(7))).toEqual({ item: 'K-0', claim: '2026-02/01', days: 1 })
    expect(nearestOf(items[1] as CostItem, lost(30))).toEqual({ item: 'K-2', days: 4 })
    expect(nearestOf(items[0] as CostItem, lost(8))).toEqual({ item: 'K-0', claim: '2026-02/01', days: 6 })
    expect(nearestOf(items[0] as CostItem, lost(9))).toBeUndefined()
  })

  it('finds what looking at every other item would find', () => {
    const rows = fc.array(fc.record({ day: fc.integer({ min: 1, max: 40 }), case: fc.constantFrom('A', 'B'), claim: fc.option(fc.constantFrom('01', '02'), { nil: undefined }) }), { maxLength: 25 })
    fc.assert(fc.property(rows, fc.integer({ min: 0, max: 9 }), (drawn, within) => {
      const items = drawn.map(({ day, case: theCase }, index) => on(day, { id: `K-${index}`, case: theCase }))
      const held = Object.fromEntries(drawn.flatMap(({ claim }, index) => (claim === undefined ? [] : [[`K-${index}`, claim]])))
      const days = Object.fromEntries(items.flatMap((item) => {
        const apart = items.filter((other) => other.case === item.case).flatMap((other) => {
          const between = daysBetween(other.serviceDate as string, item.serviceDate as string)
          const counts = between > 0 || (between < 0 && held[other.id] !== undefined && held[item.id] === undefined)
          return counts && Math.abs(between) <= within ? [Math.abs(between)] : []
        })
        return apart.length === 0 ? [] : [[item.id, Math.min(...apart)]]
      }))
      const nearest = found(items, held, within)
      expect(Object.fromEntries(Object.entries(nearest).map(([id, one]) => [id, one?.days]))).toEqual(days)
      for (const one of Object.values(nearest)) expect(one?.claim).toBe(held[one?.item ?? ''])
    }))
  })
})
