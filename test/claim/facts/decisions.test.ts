import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { decisionFacts } from '../../../src/claim/facts/decisions.js'
import { indexLog } from '../../../src/claim/facts/log-index.js'
import { areaOf } from '../../../src/claim/facts/residences.js'
import type { IsoDate } from '../../../src/model/dates.js'
import type { ServiceLog } from '../../../src/model/service-log.js'
import { loadTables } from '../../../src/rules/tables/load-tables.js'
import type { Tables } from '../../../src/rules/tables/tables.js'

let tables: Tables

beforeAll(async () => {
  const loaded = await loadTables(fileURLToPath(new URL('../../../src/rules/books/2026.1/tables', import.meta.url)))
  if ('problems' in loaded) throw new Error('the tables have problems')
  tables = loaded
})

describe('the authority of a decision', () => {
  it.each([
    ['Varsinais-Suomen ELY-keskus', '2025-01-20', 'ELY', true],
    ['varsinais-suomen elinkeino-, liikenne- ja ympäristökeskus', '2025-01-20', 'ELY', true],
    ['NTM-centralen i Egentliga Finland', '2025-12-31', 'ELY', true],
    ['Pirkanmaan ELY-keskus', '2025-01-20', 'ELY', false],
    ['ELY-keskus', '2025-01-20', 'ELY', undefined],
    ['Lounais-Suomen elinvoimakeskus', '2026-01-15', 'elinvoimakeskus', true],
    ['Livskraftscentralen i Sydvästra Finland', '2026-01-15', 'elinvoimakeskus', true],
    ['Lapin elinvoimakeskus', '2026-01-15', 'elinvoimakeskus', false],
    ['Varsinais-Suomen TE-keskus', '2009-12-31', 'TE-keskus', false],
    ['KEHA-keskus', '2026-01-15', 'KEHA', undefined],
    ['Utvecklings- och förvaltningscentret', '2025-01-20', 'KEHA', undefined],
    ['Migri', '2010-05-05', 'Migri', undefined],
    ['Postin pääkonttori', '2026-01-15', 'other', undefined],
  ])('%s on %s is of the kind %s; serves the area of Southwest Finland: %s', (authority, decidedOn, kind, inRegion) => {
    expect(facts(authority, decidedOn)).toMatchObject({ decisionListed: true, decisionAuthority: kind, decisionAuthorityInRegion: inRegion })
  })

  it('is not known without a name or a day', () => {
    expect(facts(undefined, '2026-01-15').decisionAuthority).toBeUndefined()
    expect(facts('ELY-keskus', undefined).decisionAuthority).toBeUndefined()
  })
})

function facts(authority: string | undefined, decidedOn: string | undefined) {
  const decision = { decision: 'D1', case: 'A1', authority, decidedOn, unreadable: [] }
  const log = { items: [], cases: [], residences: [], decisions: [decision] } as unknown as ServiceLog
  const area = areaOf({ kind: 'wellbeing-services-county', county: '05', name: 'Testi', businessId: '1234567-1' }, tables, '2026-11-23' as IsoDate)
  return decisionFacts({ id: '1', case: 'A1', decision: 'D1', serviceDate: '2026-03-04', unreadable: [] } as never, indexLog(log), area, tables)
}
