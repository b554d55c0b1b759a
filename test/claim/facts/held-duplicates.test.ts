import { describe, expect, it } from 'vitest'
import type { CostItem } from '../../../src/model/service-log.js'
import { judged } from '../judged.js'
import { aLog, anItem } from '../log-builder.js'

const original = anItem({ id: 'K-1', voucher: 'V1' }, 2)
const held = { claim: '2026-03/01', item: 'K-1', amount: 10000n }

/** The facts of a row beside one that a claim holds. */
function factsBeside(more: Partial<CostItem>, ownClaim?: typeof held) {
  const late = { ...original, id: 'K-2', ...more }
  const { facts } = judged(aLog([original, late]), { earlier: ({ id }) => (id === 'K-1' ? held : ownClaim) })
  return facts.items.find(({ id }) => id === 'K-2')
}

describe('a row like one that a claim holds', () => {
  it.each<[string, Partial<CostItem>, object]>([
    ['the same in every respect', {}, { duplicateOf: 'K-1' }],
    ['the same voucher under another case', { case: 'B' }, { sameVoucherAs: 'K-1' }],
    ['the same bill, once with tax', { net: 8000n, vat: 2000n, gross: 10000n }, { grossOf: 'K-1' }],
  ])('shows that claim and its item where it is %s', (_, more, facts) => {
    expect(factsBeside(more)).toMatchObject({ ...facts, alsoClaimedIn: '2026-03/01', alsoClaimedAs: 'K-1' })
  })

  it('shows them where the amount is the same on a day nearby', () => {
    expect(factsBeside({ serviceDate: '2026-03-06', voucher: 'V2' })).toMatchObject({ pairedWith: 'K-1', pairedIn: '2026-03/01', pairedDays: 2 })
    expect(factsBeside({ serviceDate: '2026-03-01', voucher: 'V2' }), 'also an earlier day').toMatchObject({ pairedWith: 'K-1', pairedIn: '2026-03/01', pairedDays: 3 })
    expect(factsBeside({ serviceDate: '2026-03-01', voucher: 'V2' }, { claim: '2026-03/02', item: 'K-2', amount: 10000n })).toMatchObject({ pairedWith: undefined, pairedIn: undefined })
  })

  it('shows them in a series too, by a book that compares the days, and as what its own claim calls it', () => {
    const items = [original, ...['2026-03-06', '2026-03-08'].map((serviceDate, index) => ({ ...original, id: `K-${index + 2}`, voucher: `V${index + 2}`, serviceDate }))]
    const { facts } = judged(aLog(items), { policy: { nearDuplicateDays: 6 }, earlier: ({ id }) => (id === 'K-1' ? held : undefined) })
    expect(facts.items.map(({ claimedIn, claimedAs, nearestWith, nearestIn, nearestDays, pairedWith }) => [claimedIn, claimedAs, nearestWith, nearestIn, nearestDays, pairedWith])).toEqual([
      ['2026-03/01', 'K-1', undefined, undefined, undefined, undefined],
      [undefined, undefined, 'K-1', '2026-03/01', 2, undefined],
      [undefined, undefined, 'K-2', undefined, 2, undefined],
    ])
  })

  it('shows no claim beside its own, nor where two services are two', () => {
    const own = factsBeside({}, { claim: '2026-03/02', item: 'K-2', amount: 10000n })
    expect(own).toMatchObject({ duplicateOf: 'K-1', claimedIn: '2026-03/02' })
    expect(own?.alsoClaimedIn).toBeUndefined()
    expect(factsBeside({ voucher: 'V2' })).toMatchObject({ duplicateOf: undefined, alsoClaimedIn: undefined })
  })
})
