import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadRuleBook } from '../../../src/rules/load-book.js'
import { subsectionsOf, wordingOf, type Cited } from './cited-texts.js'

const fixture = join(import.meta.dirname, '../../../fixtures/rules/books/citation-subsections.yaml')
const unproven = parse(readFileSync(fixture, 'utf8')) as Readonly<Record<string, string>>
const book = await loadRuleBook()
const cited = citationsIn([book.rules, book.policies]).filter(({ moment }) => moment !== undefined)

describe('every subsection that a rule or choice of the newest rule book cites', () => {
  it.each(['fi', 'sv'] as const)('stands in the whole text of its section (%s), or is named as one that the text at hand cannot prove', (language) => {
    const missing = cited.filter((basis) => (subsectionsOf(basis, language)?.length ?? 0) < Number(basis.moment)).map(keyOf)
    expect([...new Set(missing)].filter((key) => !(key in unproven)).sort()).toEqual([])
    if (language === 'fi') expect(Object.keys(unproven).filter((key) => !missing.includes(key))).toEqual([])
  })
})

function keyOf(basis: Cited): string {
  return `${basis.act} ${basis.section ?? ''} ${basis.moment ?? ''} in ${wordingOf(basis)}`.trim()
}

function citationsIn(value: unknown): Cited[] {
  if (typeof value !== 'object' || value === null) return []
  const { act, section } = value as Partial<Cited>
  return typeof act === 'string' && typeof section === 'string' ? [value as Cited] : Object.values(value).flatMap(citationsIn)
}
