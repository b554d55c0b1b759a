import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withProportionFindings } from '../../src/claim/proportion.js'
import type { Review } from '../../src/model/review.js'
import { judged } from './judged.js'
import { aLog, anItem } from './log-builder.js'

const cost = (id: string, net: bigint) => anItem({ id, voucher: `V-${id}`, net, vat: 0n, gross: net })
const few = [cost('K-1', 6250n), cost('K-2', 8000n), cost('K-3', 5000n), cost('K-4', 7000n)]
const found = (...items: ReturnType<typeof anItem>[]) => withProportionFindings(aLog(items)).findings.map(({ item, rule, effect }) => `${item} ${rule} ${effect}`)

describe('an amount out of all proportion', () => {
  it('waits for a person when it is above the largest item, alone in its log too', () => {
    expect(found(cost('K-1', 9_999_999_999_999_999n))).toEqual(['K-1 SRC-082 review'])
    expect(found(cost('K-1', 10_000_000n))).toEqual([])
    expect(withProportionFindings(aLog([cost('K-1', 500_001n)]), 5000).findings).toHaveLength(1)
  })

  it('waits when it is fifty times what its kind usually costs, and not for a kind of which little is known', () => {
    expect(found(...few, cost('K-5', 625_000n))).toEqual(['K-5 SRC-083 review'])
    expect(found(...few.slice(0, 2), cost('K-5', 625_000n))).toEqual([])
    expect(found(...few, anItem({ id: 'K-5', category: 'HOUSING', net: 625_000n, gross: 625_000n }))).toEqual([])
  })

  it('holds a credit as it holds a cost', () => {
    expect(found(...few, cost('H-1', -625_000n))).toEqual(['H-1 SRC-083 review'])
  })

  it('is accepted by a person for the amount that it has, and asked again for another', () => {
    const outcomeOf = (net: bigint, reviews: Review[] = []) => judged(withProportionFindings(aLog([cost('K-1', net)])), { reviews }).assessment.items[0]
    const { outcome, findings } = outcomeOf(20_000_000n) ?? {}
    expect(outcome).toBe('review')
    const restsOn = findings?.find(({ rule }) => rule === 'SRC-082')?.restsOn as string
    const review: Review = { item: 'K-1', rule: 'SRC-082', answer: 'accept', reason: 'A year of safe housing.', by: 'A', on: '2026-11-01', until: '2027-11-01', facts: restsOn }
    expect(outcomeOf(20_000_000n, [review])?.outcome).toBe('claimable')
    expect(outcomeOf(20_000_100n, [review])?.outcome).toBe('review')
  })

  it('is found wherever one decimal mark of a log is lost', () => {
    fc.assert(fc.property(fc.array(fc.bigInt({ min: 1000n, max: 9000n }), { minLength: 4, maxLength: 20 }), (amounts) => {
      const usual = amounts.toSorted((left, right) => Number(left - right))[Math.floor(amounts.length / 2)] as bigint
      const rows = [...amounts.map((amount, index) => cost(`K-${index}`, amount)), cost('lost', usual * 100n)]
      expect(found(...rows)).toContain('lost SRC-083 review')
    }))
  })
})

it('says of a row that costs nothing that nothing is claimed for it', () => {
  expect(found(cost('K-1', 0n))).toEqual(['K-1 SRC-084 note'])
})
