import { addDays, type IsoDate } from '../../model/dates.js'
import type { Residence } from '../../model/service-log.js'
import { findMunicipality } from '../../rules/tables/municipalities.js'
import type { Tables } from '../../rules/tables/tables.js'
import type { Area } from '../facts/residences.js'

/** Days without a break in which a person lived in the claimant's area; both ends included. */
export interface AreaStay {
  readonly from: IsoDate
  /** Absent while it lasts. */
  readonly to?: IsoDate
}

/** The stays of a person in the area, by the residences in the order of their days. */
export function areaStays(residences: readonly Residence[], area: Area, tables: Tables): AreaStay[] {
  const stays: AreaStay[] = []
  for (const [index, residence] of residences.entries()) {
    const found = findMunicipality(tables, residence.municipality, residence.from)
    if (found === undefined || !area.contains(found.code, residence.from)) continue
    const to = earlier(residence.to, dayBefore(residences[index + 1]?.from))
    const last = stays.at(-1)
    if (last?.to !== undefined && residence.from <= addDays(last.to, 1)) stays[stays.length - 1] = stayOf(last.from, to)
    else stays.push(stayOf(residence.from, to))
  }
  return stays
}

function stayOf(from: IsoDate, to: IsoDate | undefined): AreaStay {
  return to === undefined ? { from } : { from, to }
}

function dayBefore(day: IsoDate | undefined): IsoDate | undefined {
  return day === undefined ? undefined : addDays(day, -1)
}

function earlier(left: IsoDate | undefined, right: IsoDate | undefined): IsoDate | undefined {
  return left === undefined || (right !== undefined && right < left) ? right : left
}
