import { describe, expect, it } from 'vitest'
import { checkDetails } from '../../src/packet/verify/check-details.js'
import { assembleClaim } from '../../src/claim/assemble.js'
import { rateOf } from '../../src/claim/facts/amounts.js'
import { scopeOf } from '../../src/claim/scope.js'
import type { ClaimJson } from '../../src/model/claim.js'
import { ratesOn } from '../../src/model/hourly-rates.js'
import { parsePeriod, type Period } from '../../src/model/period.js'
import { county, judged } from '../claim/judged.js'
import { aLog, anItem } from '../claim/log-builder.js'
import { changedClaim, type Mutable } from './small-packet.js'

const rateOn = ratesOn([{ from: '2026-01-01', to: '2026-12-31', eurosPerHour: '48.20', source: 'Pay scale 2026' }, { from: '2026-01-01', worker: 'T9', eurosPerHour: '60.00', source: 'Contract' }])
const { net: _net, vat: _vat, gross: _gross, ...unpriced } = anItem({ id: 'W-1', providerKind: 'own', worker: 'T1', hours: '7.5' })
const log = aLog([unpriced, { ...unpriced, id: 'W-2', worker: 'T9', hours: '1' }])
const { facts, assessment } = judged(log, { period: '2026-03', rateOn })
const claim = assembleClaim({ ...scopeOf({ log, facts, assessment, reviews: [] }), claimant: county, period: parsePeriod('2026-03') as Period, number: 1, secret: new Uint8Array(32), rateOf: (item) => rateOf(item, rateOn) })
const found = (change: (json: Mutable<ClaimJson>) => void) => checkDetails({ claim: changedClaim(claim, change) } as never).map(({ code, values }) => `${code} ${Object.values(values).join(' ')}`)

describe('own work in a packet', () => {
  it('names each rate once with its days and source, and not whose it is', () => {
    expect(claim.rates).toEqual([{ from: '2026-01-01', eurosPerHour: '60.00', source: 'Contract' }, { from: '2026-01-01', to: '2026-12-31', eurosPerHour: '48.20', source: 'Pay scale 2026' }].toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1)))
    expect(found(() => undefined)).toEqual([])
  })

  it('is multiplied again: another rate, other hours, another sum are named', () => {
    expect(found(({ rates }) => rates?.forEach((rate) => void (rate.eurosPerHour = '482.00')))).toEqual(['details-differ W-1 hours', 'details-differ W-2 hours'])
    expect(found(({ details }) => void ((details['W-1'] as { hours: string }).hours = '75'))).toEqual(['details-differ W-1 hours'])
    expect(found((json) => json.facts.items.forEach((item) => void Object.assign(item as object, { net: '3615.00', gross: '3615.00', amount: '3615.00' })))).toContain('details-differ W-1 hours')
    expect(found(({ details }) => delete (details['W-1'] as { rate?: number }).rate)).toContain('details-differ W-1 rate')
  })

  it('rests on a rate of its day, and the claim names no rate that nothing rests on', () => {
    expect(found(({ rates }) => rates?.forEach((rate) => void Object.assign(rate, { from: '2026-04-01' })))).toContain('details-differ W-1 rate')
    expect(found((json) => void json.rates?.push({ from: '2026-01-01', eurosPerHour: '1.00', source: 'Nowhere' }))).toEqual(['claim-differs rates'])
  })
})
