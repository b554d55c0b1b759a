import type { Claim } from '../model/claim.js'
import { addYears, endOfYear, type IsoDate } from '../model/dates.js'
import { regimeOn } from '../rules/tables/regimes.js'
import type { Tables } from '../rules/tables/tables.js'

/** The last day on which a service of the day can be claimed: the years of its regime from the end of its calendar year. */
export function deadlineOf(serviceDate: IsoDate, tables: Pick<Tables, 'regimes'>): IsoDate | undefined {
  const regime = regimeOn(tables, serviceDate)
  return regime === undefined ? undefined : endOfYear(addYears(serviceDate, regime.deadlineYears))
}

/** The earliest deadline among the claimed items. */
export function claimDeadline({ claimed, facts }: Pick<Claim, 'claimed' | 'facts'>, tables: Pick<Tables, 'regimes'>): IsoDate | undefined {
  const wanted = new Set(claimed)
  return facts.items.flatMap(({ id, serviceDate }) => (wanted.has(id) && serviceDate !== undefined ? (deadlineOf(serviceDate, tables) ?? []) : [])).sort()[0]
}
