import { expect, it } from 'vitest'
import { permitRecorded } from '../../../src/claim/facts/permit.js'
import type { Case } from '../../../src/model/service-log.js'
import { assess } from '../../../src/claim/assess.js'
import { deriveFacts } from '../../../src/claim/derive-facts.js'
import { compileRuleBook } from '../../../src/rules/engine/compile-book.js'
import { loadRuleBook } from '../../../src/rules/load-book.js'
import { county } from '../judged.js'
import { aCase, aLog, anItem } from '../log-builder.js'

const book = compileRuleBook(await loadRuleBook())

/** The notes on permits that the newest book makes of a case with three items. */
function notesOf(one: Case): string[] {
  const log = aLog([anItem(), anItem({}, 3), anItem({}, 4)], { cases: [one] })
  const facts = deriveFacts(log, { claimant: county, asOf: '2026-11-23', policy: Object.fromEntries(book.book.policies.map(({ name, default: value }) => [name, value])), tables: book.book.tables })
  const { findings, items } = assess({ log, facts, book, claimant: county, reviews: [], language: 'en', period: undefined, toolVersion: '0.0.0' })
  return [...findings, ...items.flatMap((item) => item.findings)].map(({ rule }) => rule).filter((rule) => rule === 'PER-021')
}

/** A case of a table that has the named columns. */
function inTable(columns: readonly string[], more: Partial<Case> = {}): Case {
  const one = aCase(more)
  return { ...one, source: { ...one.source, table: { ...one.source.table, columns: Object.fromEntries(columns.map((key) => [key, 'K'])) } } }
}

it('Of a permit or right of residence is known whether something is entered, and nothing where the table has no column for it.', () => {
  expect(permitRecorded(inTable(['case', 'permitFrom']))).toBe(false)
  expect(permitRecorded(inTable(['case', 'permitBasis'], { permitBasis: 'rekisteröity oleskeluoikeus' }))).toBe(true)
  expect(permitRecorded(inTable(['case', 'permitTo'], { permitTo: '2026-01-31' }))).toBe(true)
  expect(permitRecorded(inTable(['case', 'permitFrom'], { unreadable: ['permitFrom'] }))).toBe(true)
  expect(permitRecorded(inTable(['case']))).toBeUndefined()
})

it('A client without a recorded permit is noted once, however many items there are; a log without the columns, a recorded right and a citizen are not.', () => {
  expect(notesOf(inTable(['case', 'permitFrom']))).toEqual(['PER-021'])
  expect(notesOf(inTable(['case', 'permitFrom'], { finnishCitizen: true }))).toEqual([])
  expect(notesOf(inTable(['case', 'permitBasis'], { permitBasis: 'rekisteröity oleskeluoikeus' }))).toEqual([])
  expect(notesOf(inTable(['case']))).toEqual([])
})
