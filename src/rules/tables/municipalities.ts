import type { IsoDate } from '../../model/dates.js'
import type { Municipality, Tables } from './tables.js'

/**
 * Finds a municipality by code or by its Finnish or Swedish name, as it was on a day. A merged one resolves to its
 * successor from the day of the merger on.
 */
export function findMunicipality(tables: Pick<Tables, 'municipalities'>, nameOrCode: string, on: IsoDate): Municipality | undefined {
  const { byName, byCode, asWritten } = indexOf(tables)
  let named = asWritten.get(nameOrCode)
  if (named === undefined) {
    named = byName.get(keyOf(nameOrCode)) ?? byCode.get(nameOrCode.trim().padStart(3, '0')) ?? []
    if (asWritten.size < mostWritten) asWritten.set(nameOrCode, named)
  }
  const alive = named.find((one) => livesOn(one, on))
  if (alive) return alive
  const past = named.findLast(({ to }) => to !== undefined && to < on)
  return past?.mergedInto === undefined ? undefined : successor(byCode, past.mergedInto, on)
}

/** Code of the county (or the City of Helsinki, or Åland) that a municipality belongs to on a day. */
export function countyOf(tables: Pick<Tables, 'municipalityCounties'>, municipality: string, on: IsoDate): string | undefined {
  return countyIndex(tables).get(municipality)?.find(({ from, to = '9999' }) => from <= on && on <= to)?.county
}

interface Index {
  readonly byName: Map<string, Municipality[]>
  readonly byCode: Map<string, Municipality[]>
  /** What was found before, by what stands in a log: the same few names in all its rows. */
  readonly asWritten: Map<string, readonly Municipality[]>
}
const mostWritten = 10_000
const indexes = new WeakMap<readonly Municipality[], Index>()
const countyIndexes = new WeakMap<Tables['municipalityCounties'], Map<string, Tables['municipalityCounties'][number][]>>()

function successor(byCode: Index['byCode'], code: string, on: IsoDate): Municipality | undefined {
  const found = byCode.get(code) ?? []
  const alive = found.find((one) => livesOn(one, on))
  const next = found.findLast(({ to, mergedInto }) => to !== undefined && to < on && mergedInto !== undefined)?.mergedInto
  return alive ?? (next === undefined ? undefined : successor(byCode, next, on))
}

function livesOn({ from, to = '9999' }: Municipality, on: IsoDate): boolean {
  return from <= on && on <= to
}

function indexOf(tables: Pick<Tables, 'municipalities'>): Index {
  const known = indexes.get(tables.municipalities)
  if (known) return known
  const index: Index = { byName: new Map(), byCode: new Map(), asWritten: new Map() }
  for (const municipality of tables.municipalities) {
    push(index.byCode, municipality.code, municipality)
    for (const name of new Set([municipality.nameFi, municipality.nameSv, ...municipality.otherNames].map(keyOf))) push(index.byName, name, municipality)
  }
  indexes.set(tables.municipalities, index)
  return index
}

function countyIndex(tables: Pick<Tables, 'municipalityCounties'>): Map<string, Tables['municipalityCounties'][number][]> {
  const known = countyIndexes.get(tables.municipalityCounties)
  if (known) return known
  const index = new Map<string, Tables['municipalityCounties'][number][]>()
  for (const row of tables.municipalityCounties) push(index, row.municipality, row)
  countyIndexes.set(tables.municipalityCounties, index)
  return index
}

function push<Key, Row>(index: Map<Key, Row[]>, key: Key, row: Row): void {
  const rows = index.get(key)
  if (rows) rows.push(row)
  else index.set(key, [row])
}

function keyOf(name: string): string {
  return name.trim().toLowerCase()
}
