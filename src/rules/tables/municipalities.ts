import type { IsoDate } from '../../model/dates.js'
import { areaStem } from '../../model/words/area-stem.js'
import type { Municipality, Tables } from './tables.js'

/**
 * Finds a municipality by code or by its Finnish or Swedish name, as it was on a day. A merged one resolves to its
 * successor from the day of the merger on.
 */
export function findMunicipality(tables: Pick<Tables, 'municipalities'>, nameOrCode: string, on: IsoDate): Municipality | undefined {
  const { byName, byCode, asWritten } = indexOf(tables)
  let named = asWritten.get(nameOrCode)
  if (named === undefined) {
    named = byName.get(keyOf(nameOrCode)) ?? byCode.get(nameOrCode.trim().padStart(3, '0')) ?? byBoth({ byName, byCode }, nameOrCode) ?? []
    if (asWritten.size < mostWritten) asWritten.set(nameOrCode, named)
  }
  const alive = named.find((one) => livesOn(one, on))
  if (alive) return alive
  const past = named.findLast(({ to }) => to !== undefined && to < on)
  return past?.mergedInto === undefined ? undefined : successor(byCode, past.mergedInto, on)
}

/** Whether a name and a code that stand together (“Kuopio 297”) are those of two municipalities, of whatever day. */
export function disagreeing(tables: Pick<Tables, 'municipalities'>, text: string): boolean {
  const { byName, byCode } = indexOf(tables)
  const { name, code } = partsOf(text)
  const [named, coded] = [name === '' ? undefined : namedOf(byName, name), code === undefined ? undefined : byCode.get(code)]
  return named !== undefined && coded !== undefined && !named.some((one) => one.code === code)
}

/** A municipality by its name with its code beside it, in either order, or with its form: “Kuopio 297”, “(297) Kuopio”, “Kuopion kaupunki”. */
function byBoth({ byName, byCode }: Pick<Index, 'byName' | 'byCode'>, text: string): readonly Municipality[] | undefined {
  const { name, code } = partsOf(text)
  const named = name === '' ? undefined : namedOf(byName, name)
  if (code === undefined) return named
  return named?.some((one) => one.code === code) === true ? byCode.get(code) : undefined
}

function partsOf(text: string): { name: string; code: string | undefined } {
  const [code, ...more] = text.match(/(?<![\p{L}\d])\d{1,3}(?![\p{L}\d])/gu) ?? []
  const name = text.replace(/[\d()[\],;:/–-]+(?=\s|$)|(?<=^|\s)[\d()[\],;:/–-]+/g, ' ').replace(/\s+/g, ' ').trim()
  return { name, code: code === undefined || more.length > 0 ? undefined : code.padStart(3, '0') }
}

/** By the name, or by the name in the genitive before its form, as in “Kuopion kaupunki” and “Vasa stad”. */
function namedOf(byName: Index['byName'], name: string): readonly Municipality[] | undefined {
  const own = byName.get(keyOf(name))
  const form = /^(.+?)(n|s)?\s(?:kaupunki|kunta|stad|kommun)$/iu.exec(name)
  if (own !== undefined || form === null) return own
  return byName.get(keyOf(form[1] as string)) ?? stemsOf(byName).get(areaStem(name.slice(0, name.lastIndexOf(' '))))
}

const stemIndexes = new WeakMap<Index['byName'], Map<string, readonly Municipality[] | undefined>>()

/** The municipalities by the stems of their names; a stem that two share is nobody's. */
function stemsOf(byName: Index['byName']): Map<string, readonly Municipality[] | undefined> {
  const known = stemIndexes.get(byName) ?? new Map<string, readonly Municipality[] | undefined>()
  if (stemIndexes.has(byName)) return known
  stemIndexes.set(byName, known)
  for (const [name, found] of byName) known.set(areaStem(name), known.has(areaStem(name)) ? undefined : found)
  return known
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
