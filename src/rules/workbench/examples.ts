import { z } from 'zod'
import type { Localized } from '../../model/language.js'
import { caseFacts, claimantFacts, claimFacts, factSpecs, itemFacts, factsSchema, type Facts, type FactGroup, type FactSpec, type FactsJson } from '../../model/facts.js'
import type { Example, Rule, RuleBook } from '../book.js'
import { problemText } from '../book-problem.js'
import { compileRuleBook } from '../engine/compile-book.js'
import { judge } from '../engine/judge.js'
import { schemaProblem } from '../schema-problem.js'

export interface ExampleResult {
  readonly rule: string
  readonly example: Example
  readonly index: number
  /** What the rule says, or why the example itself cannot be read. */
  readonly found: Example['expect'] | { readonly problem: Localized }
  readonly passed: boolean
}

/** Runs the examples that stand in the rules of a book. */
export function runExamples(book: RuleBook, rules: readonly Rule[] = book.rules): ExampleResult[] {
  return rules.flatMap((rule) => {
    const alone = compileRuleBook({ ...book, rules: [rule] })
    return rule.examples.map((example, index) => {
      const found = resultOf(example, alone)
      return { rule: rule.rule, example, index, found, passed: found === example.expect }
    })
  })
}

function resultOf(example: Example, alone: ReturnType<typeof compileRuleBook>): ExampleResult['found'] {
  const facts = factsOf(example, alone.book)
  if ('problem' in facts) return facts
  const { items, profiles } = judge(alone, facts)
  const profile = profiles[items[0]?.profile ?? '']
  if (!profile) return { problem: problemText('not-judged') }
  if (profile.held.length > 0) return 'holds'
  if (profile.failed.length > 0) return 'fails'
  return profile.lacking.length > 0 ? 'lacking' : 'inapplicable'
}

/** What an example leaves unsaid: facts that are always present have these values. */
const unsaid: Record<string, Record<string, unknown>> = {
  item: { id: 'ITEM', case: 'CASE', costBasis: 'actual', amountsGiven: 2, caseListed: true },
  case: { id: 'CASE' },
  claimant: { kind: 'wellbeing-services-county' },
  claim: {},
}
const neutral = { text: '', date: '', cents: '0.00', count: 0, 'yes-no': false, list: [] } as const

/** The facts of an example, with neutral values for what it leaves unsaid. */
export function factsOf(example: Example, book: Pick<RuleBook, 'policies' | 'released'>): Facts | { problem: Localized } {
  const given = { item: example.item ?? {}, case: example.case ?? {}, claimant: example.claimant ?? {}, claim: { asOf: example.item?.serviceDate ?? book.released, ...example.claim } }
  const unknown = Object.entries(given).flatMap(([group, facts]) => Object.keys(facts).filter((key) => !(key in factSpecs[group as FactGroup])).map((key) => `${group}.${key}`))
  if (unknown.length > 0) return { problem: problemText('no-fact', { path: unknown.join(', ') }) }
  const json: FactsJson = {
    claimant: complete('claimant', claimantFacts, given.claimant),
    claim: complete('claim', claimFacts, given.claim),
    policy: { ...Object.fromEntries(book.policies.map((policy) => [policy.name, policy.default])), ...example.policy },
    cases: [complete('case', caseFacts, given.case)],
    items: [complete('item', itemFacts, given.item)],
  }
  const read = z.safeDecode(factsSchema, json)
  return read.success ? read.data : { problem: schemaProblem(read.error.issues[0] as z.core.$ZodIssue, factsSchema, json) }
}

function complete(group: string, specs: Record<string, FactSpec>, given: Record<string, unknown>): Record<string, unknown> {
  const always = Object.entries(specs).filter(([, spec]) => spec.always)
  return { ...Object.fromEntries(always.map(([key, spec]) => [key, neutral[spec.type]])), ...unsaid[group], ...given }
}
