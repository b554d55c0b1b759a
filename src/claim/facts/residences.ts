import type { Claimant } from '../../model/claimant.js'
import { addDays, type IsoDate } from '../../model/dates.js'
import type { ItemFacts } from '../../model/facts.js'
import type { CostItem, Residence } from '../../model/service-log.js'
import { countyOf, findMunicipality } from '../../rules/tables/municipalities.js'
import type { Tables } from '../../rules/tables/tables.js'
import type { LogIndex } from './log-index.js'

/** The claimant's area: which municipality of residence belongs to it on a day. */
export interface Area {
  /** Whether the configured county or municipality stands in the dated tables. */
  readonly known: boolean
  contains(municipality: string, on: IsoDate): boolean
  /** The municipalities of the area on a day. */
  municipalities(on: IsoDate): ReadonlySet<string>
}

type ResidenceFacts = Pick<ItemFacts, 'hasResidence' | 'residenceKnown' | 'residenceInArea' | 'residenceInAreaThroughout'>

/**
 * The area of a claimant: the municipalities of its county (of HUS Group: of its members), or the municipality itself
 * with those that have been merged into it by the day of the claim, as their rights to compensation are now its own.
 */
export function areaOf(claimant: Claimant, tables: Tables, asOf: IsoDate): Area {
  const own = claimant.kind === 'city-of-helsinki' ? municipalityOfCity(tables) : claimant.municipality
  return own === undefined ? areaOfCounties(countiesOf(claimant, tables), tables) : areaOfMunicipality(own, tables, asOf)
}

function areaOfMunicipality(own: string, tables: Tables, asOf: IsoDate): Area {
  const heirOf = (municipality: string) => findMunicipality(tables, municipality, asOf)?.code
  const heir = heirOf(own)
  const onDay = (on: IsoDate) => findMunicipality(tables, own, on)?.code
  return {
    known: heir !== undefined,
    contains: (municipality, on) => municipality === onDay(on) || (heir !== undefined && heirOf(municipality) === heir),
    municipalities: (on) => new Set([onDay(on)].filter((code) => code !== undefined)),
  }
}

function areaOfCounties(counties: readonly string[], tables: Tables): Area {
  const contains = (municipality: string, on: IsoDate) => counties.includes(countyOf(tables, municipality, on) ?? '')
  return {
    known: tables.counties.some(({ code }) => counties.includes(code)),
    contains,
    municipalities: (on) => new Set(tables.municipalityCounties.map(({ municipality }) => municipality).filter((municipality) => contains(municipality, on))),
  }
}

/** Where the case lives on the days of the service, said without naming the place. */
export function residenceFacts(item: CostItem, index: LogIndex, area: Area, tables: Tables): ResidenceFacts {
  const residences = item.case === undefined ? [] : (index.residences.get(item.case) ?? [])
  const from = item.serviceDate
  if (from === undefined) return { hasResidence: false, residenceKnown: false, residenceInArea: false, residenceInAreaThroughout: false }
  const onFirstDay = residenceOn(residences, from)
  const municipality = onFirstDay && findMunicipality(tables, onFirstDay.municipality, from)
  const first = municipality !== undefined && area.contains(municipality.code, from)
  const isOneDay = item.serviceEnd === undefined || item.serviceEnd === from
  return { hasResidence: onFirstDay !== undefined, residenceKnown: municipality !== undefined, residenceInArea: first, residenceInAreaThroughout: first && (isOneDay || throughout(residences, from, item.serviceEnd, inArea)) }

  function inArea(residence: Residence | undefined, on: IsoDate): boolean {
    const found = residence && findMunicipality(tables, residence.municipality, on)
    return found !== undefined && area.contains(found.code, on)
  }
}

/** Start of the latest residence in the area that follows one outside it, both looked at on the day of the move. */
export function movedIntoAreaOn(residences: readonly Residence[], area: Area, tables: Tables): IsoDate | undefined {
  const isInArea = ({ municipality }: Residence, on: IsoDate) => {
    const found = findMunicipality(tables, municipality, on)
    return found !== undefined && area.contains(found.code, on)
  }
  return residences.findLast((now, index) => {
    const before = residences[index - 1]
    return before !== undefined && isInArea(now, now.from) && !isInArea(before, now.from)
  })?.from
}

/** Walks from residence to residence over the days of the service. */
function throughout(residences: readonly Residence[], from: IsoDate, to: IsoDate, inArea: (residence: Residence | undefined, on: IsoDate) => boolean): boolean {
  for (let day = from; day <= to; ) {
    const residence = residenceOn(residences, day)
    if (!inArea(residence, day)) return false
    if (residence?.to === undefined || residence.to >= to) return inArea(residence, to)
    day = addDays(residence.to, 1)
  }
  return true
}

/** The residence on a day; of two that overlap the later one, as a move writes the new before it ends the old. */
function residenceOn(residences: readonly Residence[], on: IsoDate): Residence | undefined {
  return residences.findLast(({ from, to = '9999' }) => from <= on && on <= to)
}

/** A claimant whose kind names its area needs no code of it. */
function countiesOf({ kind, county }: Claimant, tables: Tables): string[] {
  if (county !== undefined) return [county]
  const named = tables.counties.filter((one) => (kind === 'hus' ? one.husMember : kind === 'aland-health-authority' && one.kind === 'aland'))
  return named.map(({ code }) => code)
}

/** The city that is a county by itself was a municipality before there were counties, and still is. */
function municipalityOfCity(tables: Tables): string | undefined {
  const city = tables.counties.find(({ kind }) => kind === 'city')?.code
  return tables.municipalityCounties.find(({ county }) => county === city)?.municipality
}
