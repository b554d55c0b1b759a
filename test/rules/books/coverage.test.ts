import { describe, expect, it } from 'vitest'
import type { Basis, Rule } from '../../../src/rules/book.js'
import { loadCoverage } from '../../../src/rules/workbench/coverage.js'
import { releasedVersions } from '../../../src/rules/released-books.js'
import { resolveFolder } from '../../../src/rules/resolve-folder.js'
import { compensationSections, domainCandidates } from './domain-candidates.js'
import { publishedTexts } from './statutes.js'

const version = (await releasedVersions()).at(-1) as string
const book = await resolveFolder(new URL(`../../../src/rules/books/${version}`, import.meta.url).pathname)
const coverage = await loadCoverage(book)

const ruleIds = book.rules.map(({ rule }) => rule)
const covered = new Set([...coverage.clauses, ...coverage.otherActs].flatMap((part) => part.covered))

describe('the coverage of the rule book', () => {
  it('names only rules that exist', () => {
    expect([...covered].filter((id) => !ruleIds.includes(id))).toEqual([])
  })

  it('lists every rule under a clause of the law or another act', () => {
    expect(ruleIds.filter((id) => !covered.has(id))).toEqual([])
  })

  it('names no rule twice under one clause', () => {
    for (const clause of coverage.clauses) expect(clause.covered, `${clause.act} ${clause.section}`).toEqual([...new Set(clause.covered)])
  })

  it.each(compensationSections)('says of each subsection of $act $section § whether it is covered, left to a person or out of scope', ({ act, section }) => {
    const clauses = coverage.clauses.filter((clause) => clause.act === act && clause.section === section)
    const subsections = publishedTexts[act]?.subsections?.[section] ?? 0
    expect(subsections).toBeGreaterThan(0)
    if (clauses.some(({ moment }) => moment === undefined)) return
    expect(new Set(clauses.map(({ moment }) => moment))).toEqual(new Set(Array.from({ length: subsections }, (_, index) => String(index + 1))))
  })

  it('gives every clause of one subsection other days than the others', () => {
    const seen = new Map<string, string>()
    for (const { act, section, moment = '', from = '', to = '9999' } of [...coverage.clauses].sort((left, right) => ((left.from ?? '') < (right.from ?? '') ? -1 : 1))) {
      const key = `${act} ${section} ${moment}`
      expect(from > (seen.get(key) ?? '') || !seen.has(key), key).toBe(true)
      seen.set(key, to)
    }
  })
})

describe('the citations of the rule book', () => {
  const cited = book.rules.flatMap((rule) => citationsOf(rule).map((basis) => ({ rule: rule.rule, ...basis })))

  it('stand in the coverage, as clauses or as sections of other acts', () => {
    const missing = cited.filter(isStatute).filter(({ act, section }) => !standsInCoverage(act, section))
    expect(missing.map(({ rule, act, section }) => `${rule}: ${act} ${section ?? ''}`)).toEqual([])
  })

  it('name subsections that the sections on compensation have', () => {
    const unknown = cited.filter(({ act, section = '', moment }) => moment !== undefined && Number(moment) > (publishedTexts[act]?.subsections?.[section] ?? Infinity))
    expect(unknown.map(({ rule, act, section, moment }) => `${rule}: ${act} ${section} ${moment}`)).toEqual([])
  })

  it('leave no day of a rule without a source', () => {
    const bare = book.rules.filter((rule) => !sourcesReach(rule))
    expect(bare.map(({ rule }) => rule)).toEqual([])
  })

  it('are all used: no other act is listed that no rule relies on', () => {
    const unused = coverage.otherActs.filter(({ act, sections }) => !cited.some((basis) => basis.act === act && (sections.length === 0 || sections.includes(basis.section ?? ''))))
    expect(unused.map(({ act }) => act)).toEqual([])
  })
})

describe('the candidates of the domain study', () => {
  it('are each a rule of the book, or stand in the coverage with the reason why not', () => {
    const explained = new Set(coverage.candidates.map(({ candidate }) => candidate))
    expect(domainCandidates.filter((id) => !ruleIds.includes(id) && !explained.has(id))).toEqual([])
  })

  it('are not both a rule and explained away', () => {
    expect(coverage.candidates.map(({ candidate }) => candidate).filter((id) => ruleIds.includes(id))).toEqual([])
  })

  it('explain only what the domain study has', () => {
    expect(coverage.candidates.map(({ candidate }) => candidate).filter((id) => !domainCandidates.includes(id))).toEqual([])
  })
})

function standsInCoverage(act: string, section: string | undefined): boolean {
  const ofClauses = coverage.clauses.some((clause) => clause.act === act && (section === undefined || clause.section === section))
  return ofClauses || coverage.otherActs.some((other) => other.act === act && (section === undefined || other.sections.includes(section)))
}

function citationsOf(rule: Rule): Basis[] {
  const ofParameters = Object.values(rule.parameters).flatMap((periods) => periods.flatMap(({ basis }) => (basis ? [basis] : [])))
  return [...rule.basis, ...ofParameters]
}

/** Acts and decrees have a number and a year; the book's own measures and web pages have not. */
function isStatute({ act }: Basis): boolean {
  return /^\d+\/\d{4}$/.test(act)
}

/** On the first and the last day of a rule, and on the day after each of its sources ends, some source is in force. */
function sourcesReach({ when, basis }: Rule): boolean {
  const [first, last] = [when?.from ?? '', when?.to ?? '9999']
  const inForce = (day: string) => basis.some(({ from = '', to = '9999' }) => from <= day && day <= to)
  const starts = basis.flatMap(({ to }) => (to === undefined ? [] : [dayAfter(to)])).filter((day) => first <= day && day <= last)
  return [first, last, ...starts].every(inForce)
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
