import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import papaparse from 'papaparse'
import { parse } from 'yaml'
import { beforeAll, describe, expect, it } from 'vitest'
import { isBusinessId } from '../../../src/model/business-id.js'
import { addDays, type IsoDate } from '../../../src/model/dates.js'
import { claimantKinds } from '../../../src/model/values.js'
import { loadTables } from '../../../src/rules/tables/load-tables.js'
import { countyOf, findMunicipality } from '../../../src/rules/tables/municipalities.js'
import { regimeOn } from '../../../src/rules/tables/regimes.js'
import type { Tables } from '../../../src/rules/tables/tables.js'

const folder = fileURLToPath(new URL('../../../src/rules/books/2026.1/tables', import.meta.url))
const schemeStart = '2007-01-01'
const countiesStart = '2023-01-01'
const open = '9999'
let tables: Tables

beforeAll(async () => {
  const loaded = await loadTables(folder)
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
  tables = loaded
})

describe('regimes', () => {
  it('follow each other from the first day of the scheme on without gap or overlap', () => {
    expect(tables.regimes[0]?.from).toBe(schemeStart)
    expectContiguous(tables.regimes)
  })

  it('each have an addressee and a procedure in three languages and at least one source with a link', () => {
    for (const { id, addressee, procedure, basis } of tables.regimes) {
      expect([addressee.fi, addressee.sv, addressee.en, procedure.fi, procedure.sv, procedure.en].every((text) => text.length > 10), id).toBe(true)
      expect(basis.some(({ url }) => url !== undefined), id).toBe(true)
    }
  })

  it.each([
    ['2006-12-31', undefined, []],
    ['2007-01-01', 'R1', ['municipality', 'city-of-helsinki', 'aland-municipality']],
    ['2009-12-31', 'R1', ['municipality', 'city-of-helsinki', 'aland-municipality']],
    ['2010-01-01', 'R2', ['municipality', 'city-of-helsinki', 'aland-municipality']],
    ['2011-08-31', 'R2', ['municipality', 'city-of-helsinki', 'aland-municipality']],
    ['2011-09-01', 'R3', ['municipality', 'city-of-helsinki', 'aland-municipality']],
    ['2014-12-31', 'R3', ['municipality', 'city-of-helsinki', 'aland-municipality']],
    ['2015-01-01', 'R4', ['municipality', 'city-of-helsinki', 'aland-municipality']],
    ['2022-12-31', 'R4', ['municipality', 'city-of-helsinki', 'aland-municipality']],
    ['2023-01-01', 'R5', ['municipality', 'wellbeing-services-county', 'city-of-helsinki', 'aland-municipality']],
    ['2024-12-31', 'R5', ['municipality', 'wellbeing-services-county', 'city-of-helsinki', 'aland-municipality']],
    ['2025-01-01', 'R6', ['municipality', 'wellbeing-services-county', 'city-of-helsinki', 'aland-municipality', 'aland-health-authority']],
    ['2025-12-31', 'R6', ['municipality', 'wellbeing-services-county', 'city-of-helsinki', 'aland-municipality', 'aland-health-authority']],
    ['2026-01-01', 'R7', ['municipality', 'wellbeing-services-county', 'city-of-helsinki', 'aland-municipality', 'aland-health-authority']],
  ])('on %s the regime is %s, and these may claim: %j', (day, id, claimants) => {
    const regime = regimeOn(tables, day as IsoDate)
    expect(regime?.id).toBe(id)
    expect(regime?.claimants ?? []).toEqual(claimants)
  })

  it('name only deciders and payers that stand among the authorities of their whole time', () => {
    for (const { id, from, to = open, decides, pays } of tables.regimes) {
      for (const [kind, role] of [[decides, 'decides'], [pays, 'pays']] as const) {
        const rows = tables.authorities.filter((one) => one.kind === kind && one.role === role)
        expect(rows.some((one) => one.from <= from && (one.to ?? open) >= to), `${id} ${role} ${kind}`).toBe(true)
      }
    }
  })

  it('demand a statement until 2024 and a decision from 2025', () => {
    for (const { id, to = open, statementNeeded, decisionNeeded } of tables.regimes) {
      expect({ id, statementNeeded, decisionNeeded }).toEqual({ id, statementNeeded: to < '2025', decisionNeeded: to >= '2025' })
    }
  })
})

describe('municipalities', () => {
  it('number as many as there were on the first and last day of some years', () => {
    expect([2007, 2008, 2009, 2013, 2016, 2023, 2024, 2025, 2026].map((year) => [livingOn(`${year}-01-01`), livingOn(`${year}-12-31`)])).toEqual(
      [416, 415, 348, 320, 313, 309, 309, 308, 308].map((count) => [count, count]),
    )
  })

  it('end only by a merger into one that lives the day after, and resolve to it from that day on', () => {
    const ended = tables.municipalities.filter(({ to }) => to !== undefined)
    expect(ended.length).toBeGreaterThan(100)
    for (const { code, to, mergedInto } of ended) {
      const next = addDays(to as IsoDate, 1)
      expect(findMunicipality(tables, code, to as IsoDate)?.code, code).toBe(code)
      expect(findMunicipality(tables, code, next)?.code, `${code} on ${next}`).toBe(mergedInto)
    }
  })

  it('resolve through several mergers to the one that lives today', () => {
    for (const { code } of tables.municipalities) {
      const today = findMunicipality(tables, code, '2026-11-23' as IsoDate)
      expect(today, code).toBeDefined()
      expect(today?.to, code).toBeUndefined()
    }
  })

  it.each([
    ['Pertunmaa', '2024-12-31', '588'],
    ['Pertunmaa', '2025-01-01', '507'],
    ['Pargas', '2026-03-04', '445'],
    ['Väståboland', '2010-03-04', '445'],
    ['HELSINGFORS', '2026-03-04', '091'],
    ['91', '2026-03-04', '091'],
    ['Mariehamn', '2026-03-04', '478'],
  ])('%s on %s is the municipality %s', (name, day, code) => {
    expect(findMunicipality(tables, name, day as IsoDate)?.code).toBe(code)
  })

  it('of one name never live on the same day', () => {
    for (const one of tables.municipalities) {
      for (const name of [one.nameFi, one.nameSv, ...one.otherNames]) {
        const found = findMunicipality(tables, name, one.from)
        expect(found?.code, `${name} ${one.from}`).toBe(one.code)
      }
    }
  })
})

describe('counties', () => {
  it('are twenty-one, with the City of Helsinki and Åland beside them, and five of them make up HUS Group', () => {
    const kinds = tables.counties.map(({ kind }) => kind)
    expect(['county', 'city', 'aland'].map((kind) => kinds.filter((one) => one === kind).length)).toEqual([21, 1, 1])
    expect(tables.counties.filter(({ husMember }) => husMember).map(({ code }) => code)).toEqual(['01', '02', '03', '04', '90'])
  })

  it('hold every municipality exactly once on every day from 2023-01-01', () => {
    const changes = tables.municipalities.flatMap(({ from, to }) => (to === undefined ? [from] : [to, addDays(to, 1)]))
    const days = [...new Set([countiesStart, ...changes, '2026-11-23', '2030-12-31'])].filter((day) => day >= countiesStart)
    for (const day of days) {
      for (const { code, from, to = open } of tables.municipalities) {
        const rows = tables.municipalityCounties.filter((row) => row.municipality === code && row.from <= day && day <= (row.to ?? open))
        expect(rows.length, `${code} on ${day}`).toBe(from <= day && day <= to ? 1 : 0)
      }
    }
  })

  it('have no area before 2023-01-01', () => {
    expect(countyOf(tables, '091', '2022-12-31' as IsoDate)).toBeUndefined()
    expect(countyOf(tables, '091', '2023-01-01' as IsoDate)).toBe('90')
    expect(countyOf(tables, '853', '2023-01-01' as IsoDate)).toBe('05')
  })

  it('leave Åland to the Åland municipalities', () => {
    const aland = new Set(tables.municipalities.filter((one) => one.aland).map(({ code }) => code))
    expect(new Set(tables.municipalityCounties.filter(({ county }) => county === '91').map(({ municipality }) => municipality))).toEqual(aland)
    expect(aland.size).toBe(16)
  })
})

describe('authorities', () => {
  it('serve every mainland municipality on every day of its life', () => {
    for (const { code, from, to = open, aland } of tables.municipalities) {
      if (aland) continue
      const rows = tables.authorityRegions.filter(({ municipality }) => municipality === code)
      expectContiguous(rows)
      expect([rows[0]?.from, rows.at(-1)?.to ?? open], code).toEqual([from, to])
    }
  })

  it('of the regions all stand in the table of authorities', () => {
    const known = new Set(tables.authorities.map(({ code }) => code))
    const used = new Set(tables.authorityRegions.flatMap(({ territorial, handling }) => [territorial, handling]).filter((code) => code !== ''))
    expect([...used].filter((code) => !known.has(code))).toEqual([])
  })
})

describe('amounts, periods and limits', () => {
  it('give each claimant kind one lump sum for each age on each day of their time', () => {
    const days = ['2010-01-01', '2010-12-31', '2011-01-01', '2011-08-31', '2011-09-01', '2013-12-31', '2014-01-01', '2014-12-31', '2015-01-01', '2022-12-31', '2023-01-01', '2024-12-31', '2025-01-01', '2026-11-23']
    for (const day of days) {
      for (const kind of claimantKinds) {
        const rows = tables.lumpSums.filter(({ claimants, addition, from, to = open }) => claimants.includes(kind) && addition === undefined && from <= day && day <= to)
        const expected = kind === 'hus' || (kind === 'wellbeing-services-county' && day < countiesStart) || (kind === 'aland-health-authority' && day < '2025') ? 0 : kind === 'city-of-helsinki' && day >= countiesStart ? 2 : 1
        for (const age of [0, 6, 7, 8, 17, 18, 90]) {
          expect(rows.filter(({ ageFrom, ageTo = 200 }) => ageFrom <= age && age <= ageTo).length, `${kind} aged ${age} on ${day}`).toBe(expected)
        }
      }
    }
  })

  it.each([
    ['2010-06-01', 'municipality', 7, [684_500]],
    ['2014-06-01', 'municipality', 6, [712_000]],
    ['2022-12-31', 'municipality', 7, [230_000]],
    ['2023-01-01', 'wellbeing-services-county', 6, [34_200]],
    ['2025-01-01', 'wellbeing-services-county', 18, [109_700, 7_300]],
    ['2025-01-01', 'municipality', 18, [205_200, 774_100]],
    ['2025-01-01', 'aland-health-authority', 6, [53_200]],
  ])('on %s a %s has for a person of %i these cents a year: %j', (day, kind, age, cents) => {
    const rows = tables.lumpSums.filter(({ claimants, from, to = open, ageFrom, ageTo = 200 }) => claimants.includes(kind as never) && from <= day && day <= to && ageFrom <= age && age <= ageTo)
    expect(rows.map(({ centsPerYear }) => centsPerYear)).toEqual(cents)
  })

  it('follow each other without gap or overlap', () => {
    expectContiguous(tables.lumpSumPeriods)
    expectContiguous(tables.ageLimits.filter(({ name }) => name === 'unaccompanied'))
    expectContiguous(tables.appeals)
    expectContiguous(tables.recovery)
    expectContiguous(tables.interest)
  })

  it('agree with the age limits that the rule on unaccompanied persons uses', async () => {
    const rule = parse(await readFile(`${folder}/../person/PER-012.yaml`, 'utf8')) as { parameters: { ageLimit: { from: string; value: number }[] } }
    for (const { from, value } of rule.parameters.ageLimit) expect(value, from).toBe(ageLimitOn(from))
  })
})

describe('sources', () => {
  it('stand on every row of every csv table, with how certain they are', async () => {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.csv'))
    expect(files).toEqual(['authorities.csv', 'authority-regions.csv', 'counties.csv', 'municipalities.csv', 'municipality-counties.csv'])
    for (const file of files) {
      const { data, errors } = papaparse.parse<Record<string, string>>(await readFile(`${folder}/${file}`, 'utf8'), { header: true, skipEmptyLines: true })
      expect(errors, file).toEqual([])
      expect(data.filter(({ source = '', certainty = '' }) => source.length < 5 || !['verified', 'believed'].includes(certainty)), file).toEqual([])
    }
  })

  it('of business IDs are given, and the IDs have their check digits', async () => {
    const { data } = papaparse.parse<Record<string, string>>(await readFile(`${folder}/counties.csv`, 'utf8'), { header: true, skipEmptyLines: true })
    const ids = data.filter(({ business_id: id }) => id !== '')
    expect(ids.length).toBeGreaterThan(0)
    for (const { business_id: id = '', source = '' } of ids) {
      expect(isBusinessId(id), id).toBe(true)
      expect(source).toContain('business ID: https://')
    }
  })
})

function livingOn(day: string): number {
  return tables.municipalities.filter(({ from, to = open }) => from <= day && day <= to).length
}

function ageLimitOn(day: string): number | undefined {
  return tables.ageLimits.find(({ name, from, to = open }) => name === 'unaccompanied' && from <= day && day <= to)?.years
}

function expectContiguous(rows: readonly { readonly from: IsoDate; readonly to?: IsoDate | undefined }[]) {
  rows.forEach(({ from, to }, index) => {
    const next = rows[index + 1]
    if (next) expect(next.from, `after ${from}`).toBe(to === undefined ? 'no row' : addDays(to, 1))
    else expect(to === undefined || to >= from).toBe(true)
  })
  expect(rows.length).toBeGreaterThan(0)
}
