import { createHash } from 'node:crypto'
import { addDays, type IsoDate } from '../model/dates.js'
import type { Language } from '../model/language.js'
import type { Unclaimed } from '../model/unclaimed.js'
import { withUnseenShown } from '../model/unseen.js'
import { fill } from '../templates/fill.js'
import { formatEuros, formatItems } from '../templates/format.js'
import { paperNames, unclaimedTexts } from '../templates/unclaimed-texts.js'
import { byPaper, shownEuros } from './unclaimed-text.js'

interface CalendarEvent {
  readonly kind: string
  readonly day: IsoDate
  readonly summary: string
  readonly description: string
}

const longestLine = 75
const remindDaysBefore = 30

/**
 * The deadlines as a calendar (RFC 5545): one event on the last day of each, with a reminder a month before. The same
 * input gives the same bytes; an event keeps its identity from run to run, so that a calendar takes the later one over.
 */
export function renderCalendar(unclaimed: Unclaimed, language: Language): string {
  const stamp = `${compact(unclaimed.asOf)}T000000Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//korvaus//korvaus ${unclaimed.tool.version}//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...eventsOf(unclaimed, language).flatMap((event) => eventLines(event, unclaimed.claimant.businessId, stamp)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventsOf({ deadlines, missingPapers, lumpSums, endingDecisions }: Unclaimed, language: Language): CalendarEvent[] {
  return [
    ...deadlines.map(({ deadline, amount, items }) => ({
      kind: 'deadline',
      day: deadline,
      summary: fill(unclaimedTexts.eventDeadline[language], { amount: shownEuros(amount, language) }),
      description: formatItems(items.length, language),
    })),
    ...byDay(missingPapers).map(({ day, rows }) => ({
      kind: 'papers',
      day,
      summary: fill(unclaimedTexts.eventPapers[language], { items: formatItems(rows.length, language) }),
      description: byPaper(rows).map(({ paper, items, amount }) => `${paperNames[paper][language]}: ${formatEuros(amount, language)}, ${formatItems(items.length, language)}`).join('\n'),
    })),
    ...lumpSums.flatMap(({ case: theCase, years }) => years.map(({ year, deadline, amount }) => ({
      kind: `lump-sum ${theCase} ${year}`,
      day: deadline,
      summary: fill(unclaimedTexts.eventLumpSum[language], { case: theCase, amount: shownEuros(amount, language) }),
      description: String(year),
    }))),
    ...endingDecisions.map(({ decision, case: theCase, endsOn }) => ({
      kind: `decision ${decision} ${theCase}`,
      day: endsOn,
      summary: fill(unclaimedTexts.eventDecision[language], { decision }),
      description: theCase,
    })),
  ]
}

/** Items that lack a paper, by the last day on which they could be claimed with it. */
function byDay(rows: Unclaimed['missingPapers']): { readonly day: IsoDate; readonly rows: Unclaimed['missingPapers'] }[] {
  const days = [...new Set(rows.flatMap(({ deadline }) => deadline ?? []))].sort()
  return days.map((day) => ({ day, rows: rows.filter(({ deadline }) => deadline === day) }))
}

function eventLines({ kind, day, summary, description }: CalendarEvent, businessId: string, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${createHash('sha256').update(`${businessId} ${kind} ${day}`).digest('hex').slice(0, 32)}@korvaus`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    `TRIGGER:-P${remindDaysBefore}D`,
    'END:VALARM',
    'END:VEVENT',
  ]
}

function compact(date: IsoDate): string {
  return date.replaceAll('-', '')
}

/** Control characters and what nobody sees have no place in a calendar; they are written out, and so is a line break. */
function escaped(text: string): string {
  return withUnseenShown(text).replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n').replace(/\p{Cc}/gu, ' ')
}

/** Lines are at most 75 bytes long; a longer one goes on after a space, and never breaks inside a character. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (bytes + size > longestLine) {
      parts.push(part)
      part = ' '
      bytes = 1
    }
    part += sign
    bytes += size
  }
  return [...parts, part].join('\r\n')
}
