import { describe, expect, it } from 'vitest'
import { nearDuplicateFinder } from '../../../src/claim/facts/near-duplicates.js'
import { sharedVouchers } from '../../../src/claim/facts/shared-vouchers.js'
import type { CostItem } from '../../../src/model/service-log.js'
import { anItem } from '../log-builder.js'

const found = (...items: CostItem[]) => items.map(nearDuplicateFinder(sharedVouchers(items)))
const bill = (id: string, more: Partial<CostItem> = {}) => anItem({ id, voucher: 'V1', net: 10000n, vat: 2550n, gross: 12550n, ...more })

describe('nearDuplicateFinder', () => {
  it('names the earlier row of another case with the same voucher, day, category and amount', () => {
    expect(found(bill('K-1'), bill('K-2', { case: 'B' }))).toEqual([{}, { sameVoucherAs: 'K-1' }])
    expect(found(bill('K-2', { case: 'B' }), bill('K-1')), 'whatever the order of the rows').toEqual([{ sameVoucherAs: 'K-1' }, {}])
  })

  it('names the earlier row whose net amount is the gross amount of this one, or the other way round', () => {
    const withVat = bill('K-1', { net: 12550n, vat: 0n })
    expect(found(withVat, bill('K-2'))).toEqual([{}, { grossOf: 'K-1' }])
    expect(found(bill('K-0'), withVat)).toEqual([{}, { grossOf: 'K-0' }])
  })

  it('leaves rows alone that differ in day, category, voucher or amount, and two true services of one case', () => {
    const others = [{ serviceDate: '2026-03-05' as const }, { category: 'SAFETY' as const }, { voucher: 'V2' }, { net: 9000n, gross: 11550n }]
    for (const other of others) expect(found(bill('K-1'), bill('K-2', { case: 'B', ...other }))).toEqual([{}, {}])
    expect(found(bill('K-1'), bill('K-2'))).toEqual([{}, {}])
    const free = { vat: 0n, gross: 10000n }
    expect(found(bill('K-1', free), bill('K-2', free)), 'without value added tax net and gross are always the same').toEqual([{}, {}])
  })
})
