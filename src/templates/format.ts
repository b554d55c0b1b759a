import type { IsoDate } from '../model/dates.js'
import type { Language } from '../model/language.js'
import { formatCents, type Cents } from '../model/money.js'

const noBreakSpace = '\u00A0'
const minus = '\u2212'
const monthsInEnglish = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A date as people write it: `1.3.2026` in Finnish and Swedish, `1 March 2026` in English. */
export function formatDate(date: IsoDate, language: Language): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return language === 'en' ? `${day} ${monthsInEnglish[month - 1]} ${year}` : `${day}.${month}.${year}`
}

/** A date for the narrow columns of tables: in English with the month in three letters, and never broken. */
export function formatShortDate(date: IsoDate, language: Language): string {
  const [day, month = '', year] = formatDate(date, language).split(' ')
  return language === 'en' ? [day, month.slice(0, 3), year].join(noBreakSpace) : formatDate(date, language)
}

/** Euros as people write them: `1 234,50 €` in Finnish and Swedish, `€1,234.50` in English. */
export function formatEuros(cents: Cents, language: Language): string {
  const [whole = '', fraction = ''] = formatCents(cents < 0n ? -cents : cents).split('.')
  const sign = cents < 0n ? minus : ''
  if (language === 'en') return `${sign}€${groups(whole, ',')}.${fraction}`
  return `${sign}${groups(whole, noBreakSpace)},${fraction}${noBreakSpace}€`
}

/** Whole euros without their sign, half a euro rounded away from zero, where cents would not fit: above the columns of a chart. */
export function formatWholeEuros(cents: Cents, language: Language): string {
  return formatCount((cents < 0n ? cents - 50n : cents + 50n) / 100n, language)
}

/** A count with thousands set apart. */
export function formatCount(count: number | bigint, language: Language): string {
  return groups(String(count), language === 'en' ? ',' : noBreakSpace)
}

const itemWords = { one: { fi: 'erä', sv: 'post', en: 'item' }, many: { fi: 'erää', sv: 'poster', en: 'items' } } as const

/** The word for so many cost items. */
export function itemWord(count: number | bigint, language: Language): string {
  return itemWords[BigInt(count) === 1n ? 'one' : 'many'][language]
}

/** A count of cost items in words: `1 item`, `12 items`. */
export function formatItems(count: number | bigint, language: Language): string {
  return `${formatCount(count, language)} ${itemWord(count, language)}`
}

function groups(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator)
}
