import { formatShortDate } from '../templates/format.js'
import { fill } from '../templates/fill.js'
import { monthNames, packetTexts } from '../templates/packet-texts.js'
import type { IsoDate } from '../model/dates.js'
import type { Language, Localized } from '../model/language.js'
import { categoryNames, providerKindNames } from '../model/value-names.js'
import type { Group } from './small-groups.js'

/** What the keys of a summary are: category codes, provider kinds, years or months (`2026-03`). */
export type GroupKind = 'category' | 'providerKind' | 'year' | 'month'

/** The name of a summary line in the reader's language. */
export function groupLabel(kind: GroupKind, { key }: Pick<Group, 'key'>, language: Language): string {
  if (key === undefined) return packetTexts.smallGroups[language]
  if (key === '') return packetTexts.notKnown[language]
  if (kind === 'category') return codeName(categoryNames, key, language)
  if (kind === 'providerKind') return codeName(providerKindNames, key, language)
  return kind === 'year' ? key : `${monthNames[Number(key.slice(5)) - 1]?.[language] ?? ''} ${key.slice(0, 4)}`
}

/** The name of a code, or the code itself when it has none. */
export function codeName(names: Readonly<Record<string, Localized>>, code: string | undefined, language: Language): string {
  return code === undefined ? '' : (names[code]?.[language] ?? code)
}

/** A day or a range of days, as tables show it: `1.3.2026`, `1.3.2026–5.3.2026`. */
export function daysText(from: IsoDate | undefined, to: IsoDate | undefined, language: Language): string {
  if (from === undefined) return ''
  return to === undefined || to === from ? formatShortDate(from, language) : `${formatShortDate(from, language)}\u2013${formatShortDate(to, language)}`
}

/** The days on which a decision is in force, or that it is so until further notice. */
export function validityText({ validFrom, validTo }: { readonly validFrom?: IsoDate | undefined; readonly validTo?: IsoDate | undefined }, language: Language): string {
  const [from, to] = [validFrom, validTo].map((date) => (date === undefined ? '' : formatShortDate(date, language)))
  if (from === '' && to === '') return ''
  return to === '' ? `${from}\u2013 (${packetTexts.untilFurtherNotice[language]})` : `${from}\u2013${to}`
}

/** A hash that a person can compare. */
export function groupsOfEight(hash: string): string {
  return hash.replace(/.{8}(?=.)/g, '$& ')
}

/** A count of persons, or that it is fewer than may be shown. */
export function personsText(count: number, smallest: number, language: Language): string {
  return count < smallest ? fill(packetTexts.fewerThan[language], { count: String(smallest) }) : String(count)
}
