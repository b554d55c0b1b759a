import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import papaparse from 'papaparse'
import type { IsoDate } from '../../model/dates.js'
import type { Localized } from '../../model/language.js'
import { likeness } from '../../model/nearest.js'
import { claimantKindNames } from '../../model/value-names.js'
import type { ClaimantKind } from '../../model/values.js'
import { readBookFile } from '../read-book-file.js'
import type { Tables } from './tables.js'

/** An organisation of the dated tables that may claim. */
export interface KnownClaimant {
  readonly kind: ClaimantKind
  readonly name: Localized
  readonly county?: string
  readonly municipality?: string
  readonly businessId?: string
}

type ClaimantTables = Pick<Tables, 'counties' | 'municipalities' | 'municipalityCounties'>

const books = join(dirname(fileURLToPath(import.meta.url)), '../books')
const alikeEnough = 0.72
/** Of names that are only alike, those about as much so as the best are shown too. */
const closeBehind = 0.1
const sameName = 4
const mostFound = 8

/** Finds claimants that live on a day by name in Finnish, Swedish or English, by code, or by business ID; the likeliest first. */
export function findClaimants(known: readonly KnownClaimant[], words: string): KnownClaimant[] {
  const wanted = plain(words)
  if (wanted === '') return []
  const exact = known.filter(({ businessId, county, municipality }) => [businessId, county, municipality].includes(words.trim()))
  if (exact.length > 0) return exact
  const scored = known.map((claimant) => ({ claimant, score: Math.max(...Object.values(claimant.name).map((name) => scoreOf(plain(name), wanted))) }))
  const best = Math.max(...scored.map(({ score }) => score))
  if (best < alikeEnough) return []
  const least = best >= sameName ? sameName : best >= 1 ? 1 : best - closeBehind
  return scored.filter(({ score }) => score >= least).toSorted((left, right) => right.score - left.score).slice(0, mostFound).map(({ claimant }) => claimant)
}

/** Every organisation of the tables that may claim on a day. */
export function claimantsOn(tables: ClaimantTables, businessIds: ReadonlyMap<string, string>, on: IsoDate): KnownClaimant[] {
  const lives = ({ from, to = '9999' }: { from: IsoDate; to?: IsoDate | undefined }) => from <= on && on <= to
  const city = tables.counties.find(({ kind }) => kind === 'city')
  const cityMunicipality = tables.municipalityCounties.find(({ county }) => county === city?.code)?.municipality
  const counties = tables.counties.filter(lives).flatMap(({ code, kind, name }): KnownClaimant[] => {
    const businessId = businessIds.get(code)
    if (kind === 'aland') return []
    return [{ kind: kind === 'city' ? 'city-of-helsinki' : 'wellbeing-services-county', name, ...(kind === 'city' ? {} : { county: code }), ...(businessId ? { businessId } : {}) }]
  })
  const municipalities = tables.municipalities.filter((one) => lives(one) && one.code !== cityMunicipality).map(({ code, nameFi, nameSv, aland }): KnownClaimant => (
    { kind: aland ? 'aland-municipality' : 'municipality', name: { fi: nameFi, sv: nameSv, en: nameFi }, municipality: code }))
  const others = (['hus', 'aland-health-authority'] as const).map((kind): KnownClaimant => ({ kind, name: claimantKindNames[kind] }))
  return [...counties, ...others, ...municipalities]
}

/** The business IDs that the tables of a released book know, by the code of the county; they judge nothing and stand in the files alone. */
export async function knownBusinessIds(): Promise<Map<string, string>> {
  const texts = await Promise.all((await readdir(books)).sort().map((version) => readBookFile(join(books, version, 'tables', 'counties.csv')).catch(() => undefined)))
  const text = texts.findLast((one) => one !== undefined) ?? ''
  const { data } = papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  return new Map(data.flatMap(({ code, business_id: businessId }) => (code && businessId ? [[code, businessId] as const] : [])))
}

/** 4 for the same name, 3 for the name as far as typed, 2 for a later word of it, 1 for a part, otherwise how alike they are. */
function scoreOf(name: string, wanted: string): number {
  if (name === wanted || withoutForm(name) === withoutForm(wanted)) return sameName
  if (name.startsWith(wanted)) return 3
  if (name.includes(` ${wanted}`)) return 2
  if (wanted.length >= 3 && name.includes(wanted)) return 1
  const words = [name, withoutForm(name)]
  return Math.min(0.99, Math.max(...words.map((word) => likeness(word, withoutForm(wanted)))))
}

function withoutForm(name: string): string {
  return name.replace(/\b(hyvinvointialue|hyvinvointikuntayhtyma|valfardsomrade|wellbeing services county|kaupunki|kunta|stad|kommun|city of|city)\b/g, '').replace(/\s+/g, ' ').trim()
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
