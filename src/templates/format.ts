import type { IsoDate } from '../model/dates.js'
import type { Language, Localized } from '../model/language.js'
import { formatCents, type Cents } from '../model/money.js'

const noBreakSpace = '\u00A0'
const minus = '\u2212'
const monthsInEnglish = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A date as people write it: `1.3.2026` in Finnish and Swedish, `1 March 2026` in English. */
export function formatDate(date: IsoDate, language: Language): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return language === 'en' ? `${day} ${monthsInEnglish[month - 1]} ${year}` : `${day}.${month}.${year}`
}

const monthNames = {
  fi: ['tammikuu', 'helmikuu', 'maaliskuu', 'huhtikuu', 'toukokuu', 'kesäkuu', 'heinäkuu', 'elokuu', 'syyskuu', 'lokakuu', 'marraskuu', 'joulukuu'],
  sv: ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'],
  en: monthsInEnglish,
} as const

/** A month `2026-03` as people write it: `maaliskuu 2026`. */
export function formatMonth(month: string, language: Language): string {
  return `${monthNames[language][Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`
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

/** The words for one thing and for several in each language. */
type CountedWords = Readonly<Record<'one' | 'other', Localized>>

const pluralRules = { fi: new Intl.PluralRules('fi'), sv: new Intl.PluralRules('sv'), en: new Intl.PluralRules('en') } as const

/** The word for so many things, by the plural rules of the language. */
function wordFor(count: number | bigint, words: CountedWords, language: Language): string {
  return words[pluralRules[language].select(Number(count)) === 'one' ? 'one' : 'other'][language]
}

const itemWords: CountedWords = { one: { fi: 'erä', sv: 'post', en: 'item' }, other: { fi: 'erää', sv: 'poster', en: 'items' } }

/** The word for so many cost items. */
export function itemWord(count: number | bigint, language: Language): string {
  return wordFor(count, itemWords, language)
}

const rowWords: CountedWords = { one: { fi: 'rivi', sv: 'rad', en: 'row' }, other: { fi: 'riviä', sv: 'rader', en: 'rows' } }

/** A count of rows in words: `1 row`, `12 rows`. */
export function formatRows(count: number, language: Language): string {
  return `${formatCount(count, language)} ${wordFor(count, rowWords, language)}`
}

/** A count of cost items in words: `1 item`, `12 items`. */
export function formatItems(count: number | bigint, language: Language): string {
  return `${formatCount(count, language)} ${itemWord(count, language)}`
}

function groups(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator)
}
