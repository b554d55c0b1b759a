import type { RuleBook } from '../../src/rules/book.js'
import { ruleSchema, type Rule } from '../../src/rules/book.js'
import { hashOfBook } from '../../src/rules/book-json.js'
import { compileRuleBook, type CompiledBook } from '../../src/rules/engine/compile-book.js'
import type { Facts, ItemFacts } from '../../src/model/facts.js'
import { factsOf } from '../../src/rules/workbench/examples.js'

const text = (words: string) => ({ fi: words, sv: words, en: words })

/** A rule with everything that tests do not care about filled in. */
export function aRule(rule: Record<string, unknown>): Rule {
  return ruleSchema.parse({
    rule: 'TST-001', title: text('title'), summary: text('summary'), effect: 'reject', holds: 'true', checkedOn: '2026-01-01',
    basis: [{ act: '1/2020', section: '2', standing: 'statute' }], message: text('message'), remedy: text('remedy'),
    examples: [{ name: 'any', expect: 'holds' }],
    ...rule,
  })
}

/** A book of a few rules with two regimes and otherwise empty tables. */
export function aBook(...rules: Rule[]): RuleBook {
  const regime = (id: string, from: string, to?: string) => ({
    id, from, ...(to ? { to } : {}), title: text(id), claimants: ['municipality' as const], categories: ['HEALTH' as const], decides: 'ELY', pays: 'KEHA',
    statementNeeded: id === 'OLD', decisionNeeded: id === 'NEW', deadlineYears: 2, addressee: text('addressee'), procedure: text('procedure'),
    basis: [{ act: '1/2020', certainty: 'verified' as const }],
  })
  const content = {
    version: '2020.1', released: '2020-01-01', checkedOn: '2020-01-01', title: text('book'), disclaimer: text('none'), changes: [],
    rules, policies: [{ name: 'warningDays', type: 'count' as const, default: 10, title: text('p'), why: text('p') }],
    tables: {
      regimes: [regime('OLD', '2010-01-01', '2019-12-31'), regime('NEW', '2020-01-01')],
      municipalities: [], municipalityCounties: [], counties: [], authorities: [], authorityRegions: [], lumpSums: [], lumpSumPeriods: [],
      ageLimits: [], appeals: [], interest: [], recovery: [], retention: [],
    },
  }
  return { ...content, sha256: hashOfBook(content) }
}

export function compiled(...rules: Rule[]): CompiledBook {
  return compileRuleBook(aBook(...rules))
}

/** Facts of a claim with the given items; a case `CASE` stands behind each unless told otherwise. */
export function factsWith(items: Partial<ItemFacts>[], more: { case?: object; claim?: object } = {}): Facts {
  const each = items.map((item) => {
    const facts = factsOf({ name: 'x', item: {}, ...(more.case ? { case: more.case as never } : {}), claim: { asOf: '2020-06-30', ...more.claim }, expect: 'holds' }, aBook())
    if ('problem' in facts) throw new Error(facts.problem.en)
    return { ...facts, items: [{ ...(facts.items[0] as ItemFacts), ...item }] }
  })
  const [first] = each
  if (!first) throw new Error('no items')
  return { ...first, items: each.flatMap((one) => one.items) }
}
