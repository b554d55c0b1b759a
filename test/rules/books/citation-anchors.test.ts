import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Basis } from '../../../src/rules/book.js'
import { loadRuleBook } from '../../../src/rules/load-book.js'

const root = join(import.meta.dirname, '../../..')
const statutes = join(root, '../shared/statutes')
const anchors = parse(readFileSync(join(root, 'fixtures/rules/books/citation-anchors.yaml'), 'utf8')) as Readonly<Record<string, readonly string[]>>
const book = await loadRuleBook()
const cited = book.rules.flatMap((rule) => [...rule.basis, ...Object.values(rule.parameters).flatMap((periods) => periods.flatMap(({ basis }) => basis ?? []))].map((basis) => ({ rule: rule.rule, ...basis })))

describe('every citation of a statute in the newest rule book', () => {
  it('stands in the text of the law with the words that the rule paraphrases, where the text is at hand', () => {
    const wrong = cited.flatMap((basis) => {
      const text = textOf(basis)
      if (text === undefined) return []
      const missing = (anchors[keyOf(basis)] ?? ['(no anchor words)']).filter((words) => !text.toLowerCase().includes(words.toLowerCase()))
      return partly(basis, missing) ? [] : [`${basis.rule}: ${keyOf(basis)} in ${wordingOf(basis)}: ${missing.join(', ')}`]
    })
    expect([...new Set(wrong)]).toEqual([])
  })

  it('is believed, not verified, from the day on which an act changed the section whose new words were not read', () => {
    const changed = new Set(['59 1', '68 2', '68 3', '70 1', '71 1', '71 2', '71 3', '59', '68', '70', '71'])
    const sure = cited.filter(({ act, section, moment, to = '9999', certainty }) => act === '681/2023' && to >= '2026-01-01' && certainty === 'verified' && changed.has([section, moment].filter((part) => part !== undefined).join(' ')))
    expect(sure.map(({ rule, section, moment }) => `${rule} ${section} ${moment}`)).toEqual([])
  })

  it('has anchor words that some rule needs', () => {
    const needed = new Set(cited.map(keyOf))
    expect(Object.keys(anchors).filter((key) => !needed.has(key))).toEqual([])
  })
})

/** An amendment prints only the subsections that it changed: one of the anchors in it is enough there. */
function partly(basis: Basis, missing: readonly string[]): boolean {
  const wanted = anchors[keyOf(basis)]?.length ?? 1
  return wordingOf(basis) === basis.act ? missing.length === 0 : missing.length < wanted
}

function keyOf({ act, section }: Basis): string {
  return `${act} ${section ?? ''}`
}

/** The act whose text the link leads to. */
function wordingOf({ act, url = '' }: Basis): string {
  const linked = /\/alkup\/(\d{4})\/\d{4}(\d{4})$/.exec(url)
  return linked === null ? (url.includes('saadoskokoelma') ? '' : act) : `${Number(linked[2])}/${linked[1]}`
}

/** The words of the cited section in the Finnish text; none where the citation names no section or the text is not here. */
function textOf(basis: Basis): string | undefined {
  const path = join(statutes, `${wordingOf(basis).replace('/', '-')}-fi.txt`)
  if (basis.section === undefined || basis.section.includes(':') || !/^\d+\/\d{4}$/.test(basis.act) || !existsSync(path)) return undefined
  const lines = readFileSync(path, 'utf8').split('\n').map((line) => line.trim())
  const heading = new RegExp(`^${basis.section.replace(' ', '\\s*')}\\s*§`)
  const parts = lines.flatMap((line, start) => {
    if (!heading.test(line)) return []
    const end = lines.findIndex((other, at) => at > start && /^\d+\s*[a-z]?\s*§/.test(other))
    return [lines.slice(start, end < 0 ? undefined : end).join(' ')]
  })
  // A section that the act itself has not came with an amendment whose text is not here; another test knows that it exists.
  return parts.length === 0 && wordingOf(basis) === basis.act ? undefined : parts.join(' ')
}
