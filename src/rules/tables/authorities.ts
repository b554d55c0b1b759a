import type { IsoDate } from '../../model/dates.js'
import type { Tables } from './tables.js'

/** What is known of an authority that a decision names. */
export interface NamedAuthority {
  readonly code: string
  readonly kind: string
}

/** The authority of a name, full or short, in Finnish or Swedish that had its task on the day; otherwise one that ever had it. */
export function findAuthority(tables: Pick<Tables, 'authorities'>, name: string, on: IsoDate): NamedAuthority | undefined {
  const wanted = keyOf(name)
  const named = tables.authorities.filter(({ nameFi, nameSv, otherNames, code }) => [nameFi, nameSv, code, ...otherNames].map(keyOf).includes(wanted))
  return named.find(({ from, to = '9999' }) => from <= on && on <= to) ?? named[0]
}

/**
 * Whether the centre serves one of the municipalities on the day, by its own area or by a task given to it; nothing is
 * said of an authority without an area, or named without it.
 */
export function servesArea(tables: Pick<Tables, 'authorityRegions'>, authority: string, municipalities: ReadonlySet<string>, on: IsoDate): boolean | undefined {
  const area = tables.authorityRegions.filter(({ territorial, handling }) => territorial === authority || handling === authority)
  if (area.length === 0) return undefined
  return area.some(({ municipality, from, to = '9999' }) => municipalities.has(municipality) && from <= on && on <= to)
}

function keyOf(name: string): string {
  return name.trim().toLowerCase()
}
