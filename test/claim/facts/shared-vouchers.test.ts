import { describe, expect, it } from 'vitest'
import { sharedVouchers } from '../../../src/claim/facts/shared-vouchers.js'
import type { CostItem } from '../../../src/model/service-log.js'
import { anItem } from '../log-builder.js'

const idsOf = (...items: CostItem[]) => sharedVouchers(items).map((group) => group.map(({ id }) => id))
const bill = (id: string, more: Partial<CostItem> = {}) => anItem({ id, voucher: 'V1', ...more })

describe('sharedVouchers', () => {
  it('groups the rows of each voucher that stands on more than one, whatever their case or day', () => {
    expect(idsOf(bill('K-1'), bill('K-2', { voucher: 'V2' }), bill('K-3', { case: 'B' }), bill('K-4', { voucher: 'V2', serviceDate: '2026-03-09' }), bill('K-5'))).toEqual([['K-1', 'K-3', 'K-5'], ['K-2', 'K-4']])
  })

  it('leaves out vouchers of one row, and rows without a voucher, a case or a day', () => {
    expect(idsOf(bill('K-1'), bill('K-2', { voucher: 'V2' }))).toEqual([])
    for (const lacking of ['voucher', 'case', 'serviceDate'] as const) expect(idsOf(bill('K-1', { [lacking]: undefined }), bill('K-2', { [lacking]: undefined }), bill('K-3'))).toEqual([])
  })
})
