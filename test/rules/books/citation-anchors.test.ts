import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadRuleBook } from '../../../src/rules/load-book.js'
import { releasedVersions } from '../../../src/rules/released-books.js'
import { citationsOf, type Citation } from './all-citations.js'
import { subsectionsOf, textOf, wordingOf } from './cited-texts.js'

type Words = Readonly<Record<'fi' | 'sv', readonly string[]>>

const anchors = parse(readFileSync(join(import.meta.dirname, '../../../fixtures/rules/books/citation-anchors.yaml'), 'utf8')) as Readonly<Record<string, Words>>
const versions = await releasedVersions()
const cited = versions.flatMap(citationsOf)
const newest = await loadRuleBook()

describe.each(['fi', 'sv'] as const)('every citation of a statute in rules, choices, tables and coverage of every book (%s)', (language) => {
  it('stands in the text of the law with the words that the program paraphrases, in the subsection that it names', () => {
    const wrong = cited.flatMap((citation) => {
      const text = textWith(citation, language)
      if (text === undefined) return []
      const words = anchors[keyOf(citation)]?.[language] ?? []
      const missing = words.filter((word) => !word.split('|').some((one) => text.toLowerCase().includes(one.toLowerCase())))
      return words.length > 0 && (missing.length === 0 || mayLack(citation, words, missing)) ? [] : [`${citation.file}: ${keyOf(citation)} in ${wordingOf(citation)}: ${missing.join(', ') || '(no anchor words)'}`]
    })
    expect([...new Set(wrong)]).toEqual([])
  })
})

describe('the citations', () => {
  it('are looked for in every kind of file of every book', () => {
    for (const [version, part] of [['2026.1', 'tables/regimes.yaml'], ['2026.1', 'coverage.yaml'], ['2026.3', 'tables/lump-sums.yaml'], ['2026.6', 'policies.yaml'], ['2026.6', 'coverage.yaml'], ['2026.6', 'tables/regimes.yaml']])
      expect(cited.some(({ file }) => file === `${version}/${part}`), `${version}/${part}`).toBe(true)
  })

  it('have anchor words that some book needs', () => {
    const needed = new Set(cited.map(keyOf))
    expect(Object.keys(anchors).filter((key) => !needed.has(key))).toEqual([])
  })

  it('are believed, not verified, from the day on which an act changed the subsection whose new words were not read', () => {
    const changed = new Set(['59 1', '68 2', '68 3', '70 1', '71 1', '71 2', '71 3', '59', '68', '70', '71'])
    const bases = [...newest.rules.flatMap(({ rule, basis, parameters }) => [...basis, ...Object.values(parameters).flatMap((periods) => periods.flatMap(({ basis: own }) => own ?? []))].map((one) => ({ of: rule, ...one }))), ...newest.policies.flatMap(({ name, basis = [] }) => basis.map((one) => ({ of: name, ...one })))]
    const sure = bases.filter(({ act, section, moment, to = '9999', certainty }) => act === '681/2023' && to >= '2026-01-01' && certainty === 'verified' && changed.has([section, moment].filter((part) => part !== undefined).join(' ')))
    expect(sure.map(({ of, section, moment }) => `${of} ${section} ${moment}`)).toEqual([])
  })
})

/** The cited subsection, or the section where it names none or the amendment at hand prints only what it changed. */
function textWith(citation: Citation, language: 'fi' | 'sv'): string | undefined {
  const subsection = citation.moment === undefined ? undefined : subsectionsOf(citation, language)?.[Number(citation.moment) - 1]
  // The published texts hold spaces that do not break.
  return (subsection ?? textOf(citation, language))?.replace(/\s+/g, ' ')
}

/** An amendment prints only the subsections that it changed: for a section as a whole one of the anchors in it is enough. */
function mayLack(citation: Citation, words: readonly string[], missing: readonly string[]): boolean {
  return citation.moment === undefined && wordingOf(citation) !== citation.act && missing.length < words.length
}

function keyOf({ act, section, moment }: Citation): string {
  return [act, section, moment].filter((part) => part !== undefined).join(' ')
}
