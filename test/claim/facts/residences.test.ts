import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { areaOf, movedIntoAreaOn, residenceFacts } from '../../../src/claim/facts/residences.js'
import { indexLog } from '../../../src/claim/facts/log-index.js'
import type { Claimant } from '../../../src/model/claimant.js'
import type { IsoDate } from '../../../src/model/dates.js'
import type { ServiceLog } from '../../../src/model/service-log.js'
import { aResidence } from '../log-builder.js'
import { loadTables } from '../../../src/rules/tables/load-tables.js'
import type { Tables } from '../../../src/rules/tables/tables.js'

let tables: Tables

beforeAll(async () => {
  const loaded = await loadTables(fileURLToPath(new URL('../../../src/rules/books/2026.1/tables', import.meta.url)))
  if ('problems' in loaded) throw new Error('the tables have problems')
  tables = loaded
})

describe('the day of moving into the area', () => {
  const southwest = claimant({ kind: 'wellbeing-services-county', county: '05' })
  const movedOn = (who: Claimant, residences: readonly (readonly [string, string, string?])[]) => movedIntoAreaOn(residences.map(([municipality, from, to]) => aResidence(to === undefined ? { municipality, from } : { municipality, from, to })), areaOf(who, tables, '2026-11-23'), tables)

  it('is the first day of the residence there after one outside it', () => {
    expect(movedOn(southwest, [['Tampere', '2024-01-01', '2025-03-14'], ['Turku', '2025-03-15']])).toBe('2025-03-15')
    expect(movedOn(southwest, [['Turku', '2023-05-01', '2023-12-31'], ['Tampere', '2024-01-01', '2025-03-14'], ['Turku', '2025-03-15']])).toBe('2025-03-15')
  })

  it('does not come again by a move inside the county, also from before there were counties', () => {
    expect(movedOn(southwest, [['Tampere', '2024-01-01', '2025-03-14'], ['Turku', '2025-03-15', '2025-09-30'], ['Kaarina', '2025-10-01']])).toBe('2025-03-15')
    expect(movedOn(southwest, [['Turku', '2024-01-01', '2025-03-14'], ['Kaarina', '2025-03-15']])).toBeUndefined()
    expect(movedOn(southwest, [['Turku', '2020-01-01', '2023-03-14'], ['Kaarina', '2023-03-15']])).toBeUndefined()
    expect(movedOn(southwest, [['Turku', '2020-01-01']])).toBeUndefined()
  })

  it('comes for a municipality also by a move inside the county', () => {
    expect(movedOn(claimant({ kind: 'municipality', municipality: '202' }), [['Turku', '2024-01-01', '2025-03-14'], ['Kaarina', '2025-03-15']])).toBe('2025-03-15')
  })
})

describe('the right claimant, to the day', () => {
  it('is the county of the municipality of residence, and changes on the day of a move', () => {
    const southwest = claimant({ kind: 'wellbeing-services-county', county: '05' })
    const residences = [['Turku', '2025-01-01', '2026-03-14'], ['Tampere', '2026-03-15']] as const
    expect(facts(southwest, residences, '2026-03-14')).toMatchObject({ hasResidence: true, residenceKnown: true, residenceInArea: true, residenceInAreaThroughout: true })
    expect(facts(southwest, residences, '2026-03-15')).toMatchObject({ hasResidence: true, residenceInArea: false })
    expect(facts(southwest, residences, '2026-03-14', '2026-03-15')).toMatchObject({ residenceInArea: true, residenceInAreaThroughout: false })
    expect(facts(claimant({ kind: 'wellbeing-services-county', county: '08' }), residences, '2026-03-15', '2026-03-31')).toMatchObject({ residenceInAreaThroughout: true })
  })

  it('is nobody here while the client has no municipality of residence', () => {
    const southwest = claimant({ kind: 'wellbeing-services-county', county: '05' })
    expect(facts(southwest, [['Turku', '2026-02-01']], '2026-01-31')).toEqual({ hasResidence: false, residenceKnown: false, residenceInArea: false, residenceInAreaThroughout: false })
    expect(facts(southwest, [['Turku', '2026-02-01']], '2026-02-01')).toMatchObject({ hasResidence: true, residenceInArea: true })
    expect(facts(southwest, [['Turku', '2025-01-01', '2026-01-10'], ['Turku', '2026-02-01']], '2026-01-05', '2026-02-05')).toMatchObject({ residenceInArea: true, residenceInAreaThroughout: false })
  })

  it('is the City of Helsinki before the counties as well as after them', () => {
    const helsinki = claimant({ kind: 'city-of-helsinki' })
    expect(facts(helsinki, [['Helsingfors', '2020-01-01']], '2022-12-31')).toMatchObject({ residenceInArea: true })
    expect(facts(helsinki, [['Helsingfors', '2020-01-01']], '2023-01-01')).toMatchObject({ residenceInArea: true })
    expect(facts(helsinki, [['Vantaa', '2020-01-01']], '2023-01-01')).toMatchObject({ residenceInArea: false })
  })

  it('is a member of HUS Group where HUS claims by itself', () => {
    const hus = claimant({ kind: 'hus' })
    for (const municipality of ['Helsinki', 'Vantaa', 'Espoo', 'Porvoo', 'Järvenpää']) expect(facts(hus, [[municipality, '2020-01-01']], '2026-03-04'), municipality).toMatchObject({ residenceInArea: true })
    expect(facts(hus, [['Turku', '2020-01-01']], '2026-03-04')).toMatchObject({ residenceInArea: false })
  })

  it('is in Åland the municipality, or for health care the Åland authority', () => {
    expect(facts(claimant({ kind: 'aland-health-authority' }), [['Jomala', '2025-01-01']], '2025-01-01')).toMatchObject({ residenceInArea: true })
    expect(facts(claimant({ kind: 'aland-health-authority' }), [['Turku', '2025-01-01']], '2025-01-01')).toMatchObject({ residenceInArea: false })
    expect(facts(claimant({ kind: 'aland-municipality', municipality: '170' }), [['Jomala', '2020-01-01']], '2022-12-31')).toMatchObject({ residenceInArea: true })
    expect(facts(claimant({ kind: 'aland-municipality', municipality: '478' }), [['Jomala', '2020-01-01']], '2022-12-31')).toMatchObject({ residenceInArea: false })
  })

  it('is for a merged municipality its successor, which also claims what the merged one had not', () => {
    const successor = claimant({ kind: 'municipality', municipality: '507' })
    const pertunmaa = [['Pertunmaa', '2020-01-01']] as const
    expect(facts(successor, pertunmaa, '2024-12-31', undefined, '2025-06-01')).toMatchObject({ residenceKnown: true, residenceInArea: true })
    expect(facts(successor, pertunmaa, '2025-01-01', undefined, '2025-06-01')).toMatchObject({ residenceKnown: true, residenceInArea: true })
    expect(facts(successor, pertunmaa, '2024-12-01', undefined, '2024-12-31')).toMatchObject({ residenceInArea: false })
    expect(facts(claimant({ kind: 'municipality', municipality: '588' }), pertunmaa, '2024-12-01', undefined, '2024-12-31')).toMatchObject({ residenceInArea: true })
  })

  it('is unknown where the municipality or the claimant stands in no table', () => {
    expect(facts(claimant({ kind: 'wellbeing-services-county', county: '05' }), [['Atlantis', '2020-01-01']], '2026-03-04')).toEqual({ hasResidence: true, residenceKnown: false, residenceInArea: false, residenceInAreaThroughout: false })
    const nowhere = claimant({ kind: 'municipality', municipality: '999' })
    expect(areaOf(nowhere, tables, '2026-03-04' as IsoDate).known).toBe(false)
    expect(facts(nowhere, [['Atlantis', '2020-01-01']], '2026-03-04')).toMatchObject({ residenceInArea: false })
  })
})

function claimant(of: Partial<Claimant> & Pick<Claimant, 'kind'>): Claimant {
  return { name: 'Testi', businessId: '1234567-1', ...of }
}

function facts(who: Claimant, residences: readonly (readonly [municipality: string, from: string, to?: string])[], serviceDate: string, serviceEnd?: string, asOf = '2026-11-23') {
  const source = { file: 'log.xlsx', sheet: 'Kotikunnat', row: 2 }
  const log = {
    items: [], cases: [], decisions: [],
    residences: residences.map(([municipality, from, to]) => ({ case: 'A1', municipality, from, ...(to ? { to } : {}), source, cells: {}, unreadable: [] })),
  } as unknown as ServiceLog
  const item = { id: '1', case: 'A1', serviceDate, ...(serviceEnd ? { serviceEnd } : {}) } as never
  return residenceFacts(item, indexLog(log), areaOf(who, tables, asOf as IsoDate), tables)
}
