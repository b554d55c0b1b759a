import { describe, expect, it } from 'vitest'
import { areaOf } from '../../../src/claim/facts/residences.js'
import { areaStays } from '../../../src/claim/unclaimed/area-stays.js'
import type { Claimant } from '../../../src/model/claimant.js'
import type { Residence } from '../../../src/model/service-log.js'
import { loadRuleBook } from '../../../src/rules/load-book.js'
import { aResidence } from '../log-builder.js'

const { tables } = await loadRuleBook()
const southwest: Claimant = { kind: 'wellbeing-services-county', name: 'Varha', businessId: '3221064-6', county: '05' }
const turku: Claimant = { kind: 'municipality', name: 'Turku', businessId: '0204819-8', municipality: '853' }

describe('the stays of a person in the area of a claimant', () => {
  it('begin for a county on the first day on which there was a county, where the person lived there before', () => {
    expect(staysOf(southwest, ['Turku', '2020-05-01'])).toEqual([{ from: '2023-01-01' }])
    expect(staysOf(southwest, ['Turku', '2022-12-31'])).toEqual([{ from: '2023-01-01' }])
    expect(staysOf(southwest, ['Turku', '2023-01-02'])).toEqual([{ from: '2023-01-02' }])
  })

  it('do not begin for a county where the person left before there was one', () => {
    expect(staysOf(southwest, ['Turku', '2020-05-01', '2022-12-31'])).toEqual([])
    expect(staysOf(southwest, ['Turku', '2020-05-01', '2023-01-01'])).toEqual([{ from: '2023-01-01', to: '2023-01-01' }])
    expect(staysOf(southwest, ['Turku', '2020-05-01'], ['Tampere', '2022-12-31'])).toEqual([])
  })

  it('begin for a municipality on the day of moving in, before there were counties as well as after', () => {
    expect(staysOf(turku, ['Turku', '2020-05-01', '2021-04-30'], ['Tampere', '2021-05-01', '2023-02-28'], ['Turku', '2023-03-01'])).toEqual([{ from: '2020-05-01', to: '2021-04-30' }, { from: '2023-03-01' }])
  })

  it('go on for a county over a move inside it, and end for a municipality', () => {
    const residences = [['Turku', '2024-01-01', '2025-03-14'], ['Kaarina', '2025-03-15']] as const
    expect(staysOf(southwest, ...residences)).toEqual([{ from: '2024-01-01' }])
    expect(staysOf(turku, ...residences)).toEqual([{ from: '2024-01-01', to: '2025-03-14' }])
  })
})

function staysOf(claimant: Claimant, ...residences: readonly (readonly [string, string, string?])[]) {
  const rows = residences.map(([municipality, from, to]): Residence => aResidence(to === undefined ? { municipality, from } : { municipality, from, to }))
  return areaStays(rows, areaOf(claimant, tables, '2026-11-23'), tables)
}
