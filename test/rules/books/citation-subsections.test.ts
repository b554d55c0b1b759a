import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { releasedVersions } from '../../../src/rules/released-books.js'
import { citationsOf } from './all-citations.js'
import { subsectionsOf, textsAtHand, wordingOf, type Cited } from './cited-texts.js'

const fixture = join(import.meta.dirname, '../../../fixtures/rules/books/citation-subsections.yaml')
const unproven = parse(readFileSync(fixture, 'utf8')) as Readonly<Record<string, string>>
const cited = (await releasedVersions()).flatMap(citationsOf).filter(({ moment }) => moment !== undefined)

describe('every subsection that the rules, choices, tables and coverage of a book cite', () => {
  it.each(['fi', 'sv'] as const)('stands in the whole text of its section (%s), or is named as one that the text at hand cannot prove', (language) => {
    if (!textsAtHand) return
    const missing = cited.filter((basis) => (subsectionsOf(basis, language)?.length ?? 0) < Number(basis.moment)).map(keyOf)
    expect([...new Set(missing)].filter((key) => !(key in unproven)).sort()).toEqual([])
    if (language === 'fi') expect(Object.keys(unproven).filter((key) => !missing.includes(key))).toEqual([])
  })
})

function keyOf(basis: Cited): string {
  return `${basis.act} ${basis.section ?? ''} ${basis.moment ?? ''} in ${wordingOf(basis)}`.trim()
}
