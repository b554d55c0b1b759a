import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countPersons, summarise } from '../../src/packet/small-groups.js'

const item = fc.record({ case: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), group: fc.constantFrom('x', 'y', 'z', 'w'), amount: fc.bigInt({ min: -1000n, max: 10_000n }) })

describe('summaries', () => {
  it('add up to the total, whatever is shown together', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), fc.integer({ min: 0, max: 6 }), (items, smallest) => {
        const groups = summarise(items, ({ group }) => group, smallest)
        expect(groups.reduce((sum, { amount }) => sum + amount, 0n)).toBe(items.reduce((sum, { amount }) => sum + amount, 0n))
        expect(groups.reduce((sum, group) => sum + group.items, 0)).toBe(items.length)
      }),
      { seed: 7 },
    )
  })

  it('name no group of fewer persons than may be shown, and never hide one group alone beside others', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), fc.integer({ min: 2, max: 6 }), (items, smallest) => {
        const groups = summarise(items, ({ group }) => group, smallest)
        for (const { key } of groups) if (key !== undefined) expect(countPersons(items.filter(({ group }) => group === key))).toBeGreaterThanOrEqual(smallest)
        const hidden = new Set(items.map(({ group }) => group)).size - groups.filter(({ key }) => key !== undefined).length
        if (groups.length > 1) expect(hidden).not.toBe(1)
      }),
      { seed: 8 },
    )
  })

  it('show every group where the claimant asks for it', () => {
    const items = [{ case: 'A', group: 'x', amount: 1n }, { case: 'B', group: 'y', amount: 2n }]
    expect(summarise(items, ({ group }) => group, 1)).toEqual([{ key: 'x', items: 1, amount: 1n }, { key: 'y', items: 1, amount: 2n }])
    expect(summarise(items, ({ group }) => group, 2)).toEqual([{ items: 2, amount: 3n }])
  })
})
