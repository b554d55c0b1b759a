import type { IsoDate } from '../../model/dates.js'
import { areaStem } from '../../model/words/area-stem.js'
import { authorityWords } from '../../model/words/authority-words.js'
import { wordsIn } from '../../model/words/words-in.js'
import type { Tables } from './tables.js'

/** What is known of an authority that a decision names. */
export interface NamedAuthority {
  readonly code: string
  readonly kind: string
}

type Authority = Tables['authorities'][number]

/**
 * The authority of a name that had its task on the day; otherwise one that ever had it. It is known by its name in
 * Finnish or Swedish, by its code, by what everybody calls it for short (POSELY), and by its kind and area in any order.
 */
export function findAuthority(tables: Pick<Tables, 'authorities'>, name: string, on: IsoDate): NamedAuthority | undefined {
  const named = byName(tables, name) ?? byShortName(tables, name) ?? byKindAndArea(tables, name)
  return named?.find(({ from, to = '9999' }) => from <= on && on <= to) ?? named?.[0]
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

function byName({ authorities }: Pick<Tables, 'authorities'>, name: string): Authority[] | undefined {
  const wanted = keyOf(name)
  if (wanted === '') return undefined
  return orNone(authorities.filter(({ nameFi, nameSv, otherNames, code }) => [nameFi, nameSv, code, ...otherNames].map(keyOf).includes(wanted)))
}

function byShortName({ authorities }: Pick<Tables, 'authorities'>, name: string): Authority[] | undefined {
  const wanted = wordsIn(name).join('')
  const code = Object.entries(authorityWords().codes).find(([, short]) => short.some((one) => wordsIn(one).join('') === wanted))?.[0]
  return orNone(authorities.filter((one) => one.code === code))
}

/** The centre of a kind (ELY-keskus) whose own name has the same area; the kind alone where no area is written. */
function byKindAndArea({ authorities }: Pick<Tables, 'authorities'>, name: string): Authority[] | undefined {
  const wanted = kindAndArea(name)
  if (wanted === undefined) return undefined
  return orNone(authorities.filter((one) => one.kind === wanted.kind && [one.nameFi, one.nameSv, ...one.otherNames].some((own) => own !== '' && kindAndArea(own)?.area === wanted.area)))
}

/** What kind of centre a name says, and what is left of it as its area; nothing where it says none. */
function kindAndArea(name: string): { kind: string; area: string } | undefined {
  const words = ` ${wordsIn(name).join(' ')} `
  for (const [kind, names] of Object.entries(authorityWords().kinds)) {
    const said = names.map((one) => ` ${wordsIn(one).join(' ')} `).filter((one) => words.includes(one)).toSorted((left, right) => right.length - left.length)[0]
    if (said !== undefined) return { kind, area: areaStem(words.replace(said, ' ').replace(/\s(?:i|n|s|keskus|centralen|of|for)(?=\s)/g, ' ')) }
  }
  return undefined
}

function orNone(found: Authority[]): Authority[] | undefined {
  return found.length === 0 ? undefined : found
}

function keyOf(name: string): string {
  return name.trim().toLowerCase()
}
