import { describe, expect, it } from 'vitest'
import { renderCalendar } from '../../src/report/calendar.js'
import { aLotUnclaimed } from './a-lot-unclaimed.js'

/** The lines of a calendar put together again, as a calendar program reads them (RFC 5545 3.1). */
const contentLines = (calendar: string) => calendar.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)
const texts = (calendar: string, name: string) => contentLines(calendar).filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1))
const unescaped = (text: string) => text.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))

describe.each(['fi', 'sv', 'en'] as const)('the calendar of deadlines in %s', (language) => {
  const calendar = renderCalendar(aLotUnclaimed(), language)

  it('has lines of at most 75 bytes that end with CR LF and break inside no character', () => {
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lines = calendar.split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines.some((line) => line.startsWith(' '))).toBe(true)
    expect(calendar).not.toContain('\uFFFD')
  })

  it('has properties of the form name, parameters, value, in components that begin and end in turn', () => {
    const open: string[] = []
    for (const line of contentLines(calendar)) {
      expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[^:;,"]+)*:.*$/u)
      if (line.startsWith('BEGIN:')) open.push(line.slice(6))
      if (line.startsWith('END:')) expect(open.pop()).toBe(line.slice(4))
    }
    expect(open).toEqual([])
    for (const name of ['VERSION', 'PRODID']) expect(texts(calendar, name)).toHaveLength(1)
  })

  it('gives each event one identity, a stamp, days that exist and a reminder', () => {
    const events = contentLines(calendar).join('\n').split('BEGIN:VEVENT\n').slice(1)
    expect(events).toHaveLength(30 + 3 + 30 + 30)
    for (const event of events) {
      expect(event.match(/^(UID|DTSTAMP|DTSTART|DTEND|SUMMARY)[:;]/gm)).toHaveLength(5)
      expect(event).toMatch(/^DTSTAMP:20261123T000000Z$/m)
      const [start, end] = [/DTSTART;VALUE=DATE:(\d{8})/.exec(event)?.[1], /DTEND;VALUE=DATE:(\d{8})/.exec(event)?.[1]]
      expect(Number(end)).toBeGreaterThan(Number(start))
      expect(event).toContain('BEGIN:VALARM\nACTION:DISPLAY\n')
    }
    expect(new Set(texts(calendar, 'UID')).size).toBe(events.length)
  })

  it('names what lacks a paper on the last day on which it could be claimed', () => {
    const papers = texts(calendar, 'DESCRIPTION').map(unescaped).filter((text) => text.split('\n').length === 10)
    expect(papers).toHaveLength(3)
  })
})

describe('texts of the calendar', () => {
  it('come back as they were, whatever signs they hold', () => {
    const decision = 'D\\1; "a", b\nc ääkköset 日本'
    const calendar = renderCalendar(aLotUnclaimed({ deadlines: [], missingPapers: [], lumpSums: [], endingDecisions: [{ decision, case: 'A\u0007\r1', endsOn: '2026-12-31', daysLeft: 38, categories: [] }] }), 'en')
    expect(unescaped(texts(calendar, 'SUMMARY')[0] as string)).toBe(`Decision ${decision} ends`)
    expect(unescaped(texts(calendar, 'DESCRIPTION')[0] as string)).toBe('A\\u0007\\u000d1')
  })

  it('keep the identity of an event when its amount or the day of the look changes', () => {
    const [before, after] = [aLotUnclaimed(), aLotUnclaimed({ asOf: '2026-12-01', deadlines: aLotUnclaimed().deadlines.map((one) => ({ ...one, amount: '1.00' })) })]
    expect(texts(renderCalendar(after, 'fi'), 'UID')).toEqual(texts(renderCalendar(before, 'sv'), 'UID'))
  })
})
