import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { basisSchema, type Basis } from '../../../src/rules/book.js'
import { loadRuleBook } from '../../../src/rules/load-book.js'
import { textOf, wordingOf } from './cited-texts.js'

const root = join(import.meta.dirname, '../../..')
const anchors = parse(readFileSync(join(root, 'fixtures/rules/books/citation-anchors.yaml'), 'utf8')) as Readonly<Record<string, readonly string[]>>
const book = await loadRuleBook()
const swedish = parse(readFileSync(join(root, 'fixtures/rules/books/citation-anchors-sv.yaml'), 'utf8')) as typeof anchors
const ofRules = book.rules.flatMap((rule) => [...rule.basis, ...Object.values(rule.parameters).flatMap((periods) => periods.flatMap(({ basis }) => basis ?? []))].map((basis) => ({ rule: rule.rule, ...basis })))
const tables = join(root, 'src/rules/books/2026.6/tables')
const ofTables = readdirSync(tables).filter((file) => file.endsWith('.yaml')).flatMap((file) => basesIn(parse(readFileSync(join(tables, file), 'utf8'))).map((basis) => ({ rule: file, ...basis })))
const ofPolicies = book.policies.flatMap((policy) => basesIn(policy).map((basis) => ({ rule: policy.name, ...basis })))
const cited = [...ofRules, ...ofPolicies, ...ofTables]

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

  it('stands in the Swedish text with the Swedish words, where the section is one on which money hangs', () => {
    const wrong = cited.flatMap((basis) => {
      const [text, words = []] = [textOf(basis, 'sv'), swedish[keyOf(basis)]]
      const missing = words.filter((word) => text?.toLowerCase().includes(word.toLowerCase()) === false)
      return text === undefined || words.length === 0 || missing.length < (wordingOf(basis) === basis.act ? 1 : words.length) ? [] : [`${basis.rule}: ${keyOf(basis)} in ${wordingOf(basis)}: ${missing.join(', ')}`]
    })
    expect([...new Set(wrong)]).toEqual([])
    expect(Object.keys(swedish).filter((key) => !cited.some((basis) => keyOf(basis) === key))).toEqual([])
  })

  it('is looked for in policies and tables as well as in rules', () => {
    expect([ofPolicies.length, ofTables.length].every((count) => count > 5)).toBe(true)
  })

  it('is believed, not verified, from the day on which an act changed the section whose new words were not read', () => {
    const changed = new Set(['59 1', '68 2', '68 3', '70 1', '71 1', '71 2', '71 3', '59', '68', '70', '71'])
    const sure = [...ofRules, ...ofTables].filter(({ act, section, moment, to = '9999', certainty }) => act === '681/2023' && to >= '2026-01-01' && certainty === 'verified' && changed.has([section, moment].filter((part) => part !== undefined).join(' ')))
    expect(sure.map(({ rule, section, moment }) => `${rule} ${section} ${moment}`)).toEqual([])
  })

  it('has anchor words that some rule needs', () => {
    const needed = new Set(cited.map(keyOf))
    expect(Object.keys(anchors).filter((key) => !needed.has(key))).toEqual([])
  })
})

/** Every source that stands somewhere inside a value of a table or policy, until the last day of what it stands in. */
function basesIn(value: unknown, until?: string): Basis[] {
  if (typeof value !== 'object' || value === null) return []
  const { act, section, to = until } = value as Partial<Basis>
  if (typeof act !== 'string' || typeof section !== 'string') return Object.values(value).flatMap((part) => basesIn(part, to))
  return [basisSchema.parse({ standing: 'statute', ...value, ...(to === undefined ? {} : { to }) })]
}

/** An amendment prints only the subsections that it changed: one of the anchors in it is enough there. */
function partly(basis: Basis, missing: readonly string[]): boolean {
  const wanted = anchors[keyOf(basis)]?.length ?? 1
  return wordingOf(basis) === basis.act ? missing.length === 0 : missing.length < wanted
}

function keyOf({ act, section }: Basis): string {
  return `${act} ${section ?? ''}`
}
