import { addDays, isIsoDate } from '../../model/dates.js'
import { factSpecs, type Facts, type FactGroup, type FactSpec, type FactValue } from '../../model/facts.js'
import type { Localized } from '../../model/language.js'
import type { Example, Policy, Rule } from '../book.js'
import { problemText } from '../book-problem.js'
import { compileRule, compileTrees, type CompiledRule, type RuleTrees } from '../engine/compile-rule.js'
import { judgeRule, valueOrNothing } from '../engine/evaluate.js'
import { factsOf } from './examples.js'
import { partsOf } from '../engine/expression/facts-in.js'
import { mutantsOf, type Mutant } from './mutants.js'
import { createLayout, createRow, type Layout, type Row } from '../engine/row.js'
import type { Tables } from '../tables/tables.js'
import { regimeLawOn } from '../tables/regimes.js'
import { lackingFrom, verdicts, type Verdict } from '../engine/verdict.js'

/** A change of a rule that none of its examples notices, and facts on which it would matter. */
export interface BlindSpot {
  readonly path: readonly (string | number)[]
  readonly offset: number
  readonly change: string
  /** The facts of an example that would notice, with what the rule says of them. */
  readonly witness: { readonly like: string; readonly facts: Readonly<Record<string, FactValue | bigint | undefined>>; readonly expect: Example['expect'] }
}

/**
 * Examples that no longer bite: every small mistake put into the rule must be noticed by an example. A mistake counts
 * only when facts are found on which it changes what the rule says; so one that changes nothing is never reported, and
 * what is reported can always be shown by one more example.
 */
export function blindSpotsOf(rule: Rule, policies: readonly Policy[], released: string, tables: Pick<Tables, 'regimes'>): BlindSpot[] {
  const layout = createLayout()
  const compiled = compileRule(rule, policies, layout)
  if ('problems' in compiled) return []
  const examples = rule.examples.flatMap((example) => {
    const facts = factsOf(example, { policies: [...policies], released })
    return 'problem' in facts ? [] : [{ example, facts }]
  })
  const mutants = mutantsOf(rule, compiled.trees).map((mutant) => ({ mutant, compiled: compileTrees(mutant.rule, mutant.trees, layout) }))
  const judge = createBench(layout, tables)
  const survivors = mutants.filter((one) => examples.every(({ facts }) => judge(one.compiled, facts) === judge(compiled, facts)))
  const candidates = survivors.length === 0 ? [] : factsNearby(compiled, examples, layout, policies, judge)
  return survivors.flatMap(({ mutant, compiled: changed }) => {
    const found = candidates.find(({ facts }) => judge(changed, facts) !== judge(compiled, facts))
    return found ? [spotOf(mutant, found, judge(compiled, found.facts))] : []
  })
}

/** A blind spot in words for the author of the rule. */
export function blindSpotText({ change, witness }: BlindSpot): Localized {
  const facts = Object.entries(witness.facts).map(([path, value]) => `${path} ${value === undefined ? '–' : String(value)}`)
  return problemText('unnoticed', { change, like: witness.like, facts: facts.join(', '), expect: witness.expect })
}

type Judging = ((compiled: CompiledRule, facts: Facts) => Example['expect']) & { readonly row: Row; enter(facts: Facts): void }

/** Judges one rule after the other over the same row. */
function createBench(layout: Layout, tables: Pick<Tables, 'regimes'>): Judging {
  const valueSlot = layout.slotOf('value')
  const row = createRow(layout)
  const enter = (facts: Facts) => {
    const [item] = facts.items
    for (const group of ['claimant', 'claim', 'policy'] as const) row.fill(group, facts[group])
    row.fill('case', facts.cases[0])
    row.fill('item', item)
    row.fill('regime', item?.serviceDate === undefined ? undefined : regimeLawOn(tables, item.serviceDate))
  }
  const judging = (compiled: CompiledRule, facts: Facts) => {
    enter(facts)
    return expectOf(judgeRule(compiled, row.slots, valueSlot, true))
  }
  return Object.assign(judging, { row, enter })
}

function expectOf(verdict: Verdict): Example['expect'] {
  if (verdict === verdicts.held) return 'holds'
  if (verdict === verdicts.failed) return 'fails'
  return verdict >= lackingFrom ? 'lacking' : 'inapplicable'
}

interface Candidate {
  readonly facts: Facts
  readonly like: string
  readonly changed: Readonly<Record<string, Changed>>
}
type Changed = FactValue | bigint | undefined

/** Facts near those of the examples: one or two facts changed to values on or beside the borders that the rule knows. */
function factsNearby(compiled: CompiledRule, examples: readonly { example: Example; facts: Facts }[], layout: Layout, policies: readonly Policy[], judge: Judging): Candidate[] {
  const paths = [...new Set([...compiled.reads, ...(compiled.rule.when ? [compiled.rule.when.date] : [])])].filter((path) => !path.startsWith('regime.'))
  const constants = constantsOf(compiled.rule, compiled.trees)
  const near: Candidate[] = []
  for (const { example, facts } of examples) {
    judge.enter(facts)
    const computed = [...Object.values(compiled.lets).map((read) => valueOrNothing(read, judge.row.slots)), ...paths.map((path) => judge.row.slots[layout.slotOf(path)])]
    const values = [...constants, ...computed.filter((value) => value !== undefined)] as FactValue[]
    const changes = paths.flatMap((path) => valuesFor(path, values, policies).map((value) => [path, value] as const))
    const once = changes.map(([path, value]) => ({ facts: withFact(facts, path, value), like: example.name, changed: { [path]: value } }))
    near.push(...once)
    for (const one of once.slice(0, mostChanges)) {
      for (const [path, value] of changes.slice(0, mostChanges)) if (!(path in one.changed)) near.push({ facts: withFact(one.facts, path, value), like: example.name, changed: { ...one.changed, [path]: value } })
    }
    if (near.length > mostCandidates) break
  }
  return near
}

const mostChanges = 80
const mostCandidates = 60_000

function valuesFor(path: string, known: readonly (FactValue | bigint)[], policies: readonly Policy[]): Changed[] {
  const [group = '', key = ''] = path.split('.')
  const policy = group === 'policy' ? policies.find(({ name }) => name === key) : undefined
  const spec = (factSpecs[group as FactGroup] as Record<string, FactSpec> | undefined)?.[key]
  const absent = spec?.always === false ? [undefined] : []
  const type = spec?.type ?? policy?.type
  const numbers = known.flatMap((value) => (typeof value === 'number' || typeof value === 'bigint' ? [BigInt(value) - 1n, BigInt(value), BigInt(value) + 1n] : []))
  const texts = known.flatMap((value) => (typeof value === 'string' ? [value] : []))
  switch (type) {
    case 'date':
      return [...absent, ...new Set(texts.filter(isIsoDate).flatMap((date) => [addDays(date, -1), date, addDays(date, 1)]))]
    case 'cents':
      return [...absent, ...new Set([0n, 1n, -1n, ...numbers])]
    case 'count':
      return [...absent, ...new Set([0, 1, ...numbers.map(Number).filter((one) => one >= 0)])]
    case 'yes-no':
      return [...absent, true, false]
    case 'list':
      return [[], ...texts.map((text) => [text])]
    default:
      return [...absent, ...new Set([...(policy?.choices ?? texts.filter((text) => !isIsoDate(text))), 'other'])]
  }
}

/** The dates, numbers and texts that stand in a rule. */
function constantsOf(rule: Rule, trees: RuleTrees): FactValue[] {
  const parameters = Object.values(rule.parameters).flatMap((periods) => periods.flatMap(({ from, to, value }) => [...(from === undefined ? [] : [from]), ...(to === undefined ? [] : [to]), ...(Array.isArray(value) ? value : [value])]))
  const days = [rule.when?.from, rule.when?.to].filter((one) => one !== undefined)
  return [...parameters, ...days, ...[trees.applies, trees.holds, ...Object.values(trees.let)].flatMap(partsOf).flatMap((part) => (part.kind === 'value' ? [part.value] : []))] as FactValue[]
}

function withFact(facts: Facts, path: string, value: Changed): Facts {
  const [group = '', key = ''] = path.split('.')
  const put = <Group extends object>(old: Group): Group => ({ ...old, [key]: value })
  if (group === 'item') return { ...facts, items: facts.items.map(put) }
  if (group === 'case') return { ...facts, cases: facts.cases.map(put) }
  return { ...facts, [group]: put(facts[group as 'claim' | 'claimant' | 'policy']) }
}

function spotOf({ path, offset, change }: Mutant, { like, changed }: Candidate, expect: Example['expect']): BlindSpot {
  return { path, offset, change, witness: { like, facts: changed, expect } }
}
