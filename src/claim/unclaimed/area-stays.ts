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

/**
 * The stays of a person in the area, by the residences in the order of their days. A residence that began before the area
 * was the claimant's counts from the day on which it became so.
 */
export function areaStays(residences: readonly Residence[], area: Area, tables: Tables): AreaStay[] {
  const stays: AreaStay[] = []
  for (const [index, residence] of residences.entries()) {
    const to = earlier(residence.to, dayBefore(residences[index + 1]?.from))
    const from = firstDayInArea(residence, to, area, tables)
    if (from === undefined) continue
    const last = stays.at(-1)
    if (last?.to !== undefined && from <= addDays(last.to, 1)) stays[stays.length - 1] = stayOf(last.from, to)
    else stays.push(stayOf(from, to))
  }
  return stays
}

/** The first day of the residence on which its municipality belongs to the area: its own first, or one on which areas changed. */
function firstDayInArea({ municipality, from }: Residence, to: IsoDate | undefined, area: Area, tables: Tables): IsoDate | undefined {
  return [from, ...borderDays(tables).filter((day) => day > from && (to === undefined || day <= to))].find((day) => {
    const found = findMunicipality(tables, municipality, day)
    return found !== undefined && area.contains(found.code, day)
  })
}

const borders = new WeakMap<Tables, readonly IsoDate[]>()

/** The days on which municipalities or their counties changed. */
function borderDays(tables: Tables): readonly IsoDate[] {
  const known = borders.get(tables) ?? [...new Set([...tables.municipalityCounties, ...tables.municipalities].map(({ from }) => from))].sort()
  borders.set(tables, known)
  return known
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
