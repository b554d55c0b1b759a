import { enGB } from 'date-fns/locale/en-GB'
import { fi } from 'date-fns/locale/fi'
import { sv } from 'date-fns/locale/sv'
import { endOfMonth, isIsoDate, isoDateOf, yearOf, type IsoDate } from './dates.js'
import { parsePeriod, type Period } from './period.js'

/**
 * The day that a person typed, in any of the three languages: `30.11.2026`, `30.11.26`, `2026-11-30`, `30. marraskuuta
 * 2026`, `den 30 november 2026`, `30 Nov 2026`, `November 30, 2026`. Nothing when there is no such day, or when day and
 * month could change places.
 */
export function writtenDay(text: string): IsoDate | undefined {
  const given = tidy(text)
  if (isIsoDate(given)) return given
  const [, day, month, year] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/.exec(given) ?? []
  if (year !== undefined) return isoDateOf(fullYear(year), Number(month), Number(day))
  const named = /^(?:den )?(\d{1,2})(?:\.|st|nd|rd|th|:e)? (?:of )?(\p{L}+)\.?,? (\d{4})$/u.exec(given) ?? swapped(/^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(given))
  const number = named === null ? undefined : monthNamed(named[2] as string)
  return named === null || number === undefined ? undefined : isoDateOf(Number(named[3]), number, Number(named[1]))
}

/**
 * The period that a person typed: `2026-03`, `3/2026`, `03.2026`, `maaliskuu 2026`, `mars 2026`, `March 2026`, `Q1 2026`,
 * `1. neljännes 2026`, `vuosi 2026`, `tammi–maaliskuu 2026`, `1–3/2026`, `15.1.–14.2.2026`. Whole months, quarters,
 * halves and years have the same name however they are written.
 */
export function writtenPeriod(text: string): Period | undefined {
  const given = tidy(text)
  return parsePeriod(given) ?? monthIn(given) ?? partOfYear(given) ?? rangeIn(given)
}

function tidy(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ').replace(/\s*[\u2010-\u2015\u2212]\s*|\s+-\s+/gu, '–')
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function swapped(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match === null ? null : [match[0], match[2], match[1], match[3]]
}

const locales = [fi, sv, enGB]
const inflections = /^(?:kuu)?(?:ta|n|ssa|lta)?$/

/** The number of a month by its name in one of the languages, whole, short or inflected. */
function monthNamed(word: string): number | undefined {
  for (const { match } of locales) {
    for (const width of ['wide', 'abbreviated'] as const) {
      const found = match.month(word, { width })
      if (found !== null && inflections.test(found.rest)) return found.value + 1
    }
  }
  return undefined
}

function monthIn(given: string): Period | undefined {
  const [, month, year] = /^(\d{1,2})[/.] ?(\d{4})$/.exec(given) ?? swapped(/^(\d{4})[/.-](\d{1,2})$/.exec(given)) ?? []
  if (year !== undefined) return months(Number(year), Number(month), Number(month))
  const [, word, ofYear] = /^(\p{L}+)\.? (\d{4})$/u.exec(given) ?? swapped(/^(\d{4}) (\p{L}+)\.?$/u.exec(given)) ?? []
  const number = word === undefined ? undefined : monthNamed(word)
  if (number !== undefined) return months(Number(ofYear), number, number)
  return /^(?:vuosi|v\.?|år|året|year) ?\d{4}$/.test(given) ? parsePeriod(given.slice(-4)) : undefined
}

function partOfYear(given: string): Period | undefined {
  const [, part, year] = /^([qh][1-4])[ /-]?(\d{4})$/.exec(given) ?? swapped(/^(\d{4})[ /](q[1-4]|h[12])$/.exec(given)) ?? []
  if (part !== undefined) return parsePeriod(`${year}-${part}`)
  const [, number, word = '', ofYear] = /^([1-4])(?:\.|:a|:e|st|nd|rd|th)? (neljännes|vuosineljännes|kvartaali|kvartal|kvartalet|quarter|puolivuosi|vuosipuolisko|halvår|halvåret|half)(?: of)?[ /]?(\d{4})$/.exec(given) ?? []
  return number === undefined ? undefined : parsePeriod(`${ofYear}-${/^(?:puoli|vuosipuoli|halv|half)/.test(word) ? 'H' : 'Q'}${number}`)
}

/** From one month or day to another; the year of the first is that of the last, where it is not written. */
function rangeIn(given: string): Period | undefined {
  const [first, last, ...more] = given.split(/–|\.\.(?=\S)|(?<=\d)-(?=\d{1,2}[./])/)
  if (first === undefined || last === undefined || more.length > 0) return undefined
  const year = /\d{4}/.exec(last)?.[0] ?? ''
  const [from, to] = [dayOrMonth(first, year), dayOrMonth(last, year)]
  if (from === undefined || to === undefined || from.from > to.to) return undefined
  return whole(from.from, to.to) ?? { from: from.from, to: to.to, name: `${from.from}..${to.to}` }
}

function dayOrMonth(text: string, year: string): { from: IsoDate; to: IsoDate } | undefined {
  const day = writtenDay(text) ?? writtenDay(`${text.replace(/\.?$/, '.')}${year}`)
  if (day !== undefined) return { from: day, to: day }
  return monthIn(text) ?? (/^\d{1,2}$/.test(text) ? monthIn(`${text}/${year}`) : monthIn(`${text} ${year}`))
}

function months(year: number, first: number, last: number): Period | undefined {
  const [from, end] = [isoDateOf(year, first, 1), isoDateOf(year, last, 1)]
  return from === undefined || end === undefined ? undefined : whole(from, endOfMonth(end))
}

/** The month, quarter, half or year that begins and ends on these days. */
function whole(from: IsoDate, to: IsoDate): Period | undefined {
  const year = yearOf(from)
  const month = from.slice(0, 7)
  const names = [month, ...[1, 2, 3, 4].map((part) => `${year}-Q${part}`), `${year}-H1`, `${year}-H2`, String(year)]
  return names.map(parsePeriod).find((one) => one?.from === from && one.to === to)
}
