import { factSpecs, type FactGroup, type FactSpec } from '../../model/facts.js'
import { placesOf } from '../../templates/fill.js'
import { problemText } from '../book-problem.js'
import type { Basis, ParameterPeriod, ParameterValue, Policy, Rule } from '../book.js'
import { checkExpression, type Expression, type ExpressionProblem, type Names } from './expression/cel.js'
import type { Compiled, Reading } from './expression/compile.js'
import { ownKeys, ownValue } from '../../model/own-keys.js'
import type { Value } from './expression/functions.js'
import { factsBehind, factsIn } from './expression/facts-in.js'
import { generateFunction } from './expression/generate.js'
import { stepsOf } from './expression/steps.js'
import { groupsOf, parameterTypes } from '../names.js'
import { createLayout, type Layout } from './row.js'

/** What a rule is judged for: each item, or once for each case, for the claim or for the claimant. */
export type Grain = 'item' | 'case' | 'claim' | 'claimant'

export interface CompiledRule {
  readonly rule: Rule
  readonly grain: Grain
  /** Whether one answer serves all items of a case (`case`) or of the claim (`claim`), once the date lets the rule apply. */
  readonly sharedBy: Grain
  readonly applies: Compiled
  readonly holds: Compiled
  readonly lets: Readonly<Record<string, Compiled>>
  readonly trees: RuleTrees
  /** Where the names of its expressions lead. */
  readonly reading: Reading
  /** Paths of the facts that the expressions read. */
  readonly reads: readonly string[]
  readonly readsCase: boolean
  /** The place of the date that chooses the law. */
  readonly dateSlot?: number
  /** Parameters whose value changed in time, with the place that holds the value of the day. */
  readonly varying: readonly { readonly slot: number; readonly periods: readonly ParameterPeriod[] }[]
  /** What the message and the remedy name, and what reads it. */
  readonly named: readonly (readonly [name: string, read: Compiled])[]
  /** The facts behind those names. */
  readonly namedFacts: readonly string[]
  /** The sources in force by the day that chose the law, as far as they were asked for. */
  readonly basisByDay: Map<string, readonly Basis[]>
  /** Key of the service-log column that a finding points to. */
  readonly column?: string
}

/** The checked trees of the expressions of a rule. */
export interface RuleTrees {
  readonly applies: Expression
  readonly holds: Expression
  readonly let: Readonly<Record<string, Expression>>
}

/** A problem of one expression of a rule: `path` leads to its place in the YAML. */
export interface RuleProblem extends ExpressionProblem {
  readonly path: readonly string[]
}

/** Steps that one expression may take, `let` names included, however it is written. */
const mostSteps = 20_000

/** Type-checks and compiles a rule, or lists what is wrong with its expressions. */
export function compileRule(rule: Rule, policies: readonly Policy[], layout: Layout = createLayout()): CompiledRule | { problems: RuleProblem[] } {
  const trees = checkRuleExpressions(rule, policies)
  return 'problems' in trees ? trees : compileTrees(rule, trees, layout)
}

/** Compiles the checked trees of a rule; facts find their places in the layout. */
export function compileTrees(rule: Rule, trees: RuleTrees, layout: Layout): CompiledRule {
  const lets = ownKeys<Compiled>()
  const varying = Object.entries(rule.parameters).flatMap(([name, periods]) => (periods.length > 1 ? [{ name, slot: layout.slotOf(`${rule.rule}.${name}`), periods }] : []))
  const readName = (name: string): Compiled => lets[name] ?? parameterReader(rule, name, varying)
  const parameter = (name: string) => (name in lets ? undefined : parameterOf(rule, name, varying))
  const reading: Reading = { fact: (path: string) => layout.slotOf(path), name: readName, parameter, tree: (name) => trees.let[name] }
  for (const [name, tree] of Object.entries(trees.let)) lets[name] = generateFunction(tree, reading)

  const reads = [...new Set([trees.applies, trees.holds, ...Object.values(trees.let)].flatMap(factsIn))].sort()
  const dated = rule.when === undefined ? [] : [rule.when.date]
  const names = namesInTexts(rule)
  const column = rule.column ?? [...reads, ...dated].map(columnOfFact).find((one) => one !== undefined)
  return {
    rule,
    trees,
    reading,
    reads,
    readsCase: reads.some((path) => path.startsWith('case.')),
    lets,
    varying,
    basisByDay: new Map(),
    applies: generateFunction(trees.applies, reading),
    holds: generateFunction(trees.holds, reading),
    grain: grainOf([...reads, ...dated]),
    sharedBy: grainOf(varying.length > 0 ? [...reads, ...dated] : reads),
    named: names.map((name) => [name, name.includes('.') ? factReader(layout.slotOf(name)) : readName(name)] as const),
    namedFacts: names.flatMap((name) => (name.includes('.') ? [name] : factsBehind(name, trees.let))),
    ...(rule.when === undefined ? {} : { dateSlot: layout.slotOf(rule.when.date) }),
    ...(column === undefined ? {} : { column }),
  }
}

/** The column of the service log behind a fact, where it has one. */
export function columnOfFact(path: string): string | undefined {
  const [group = '', key = ''] = path.split('.')
  return (factSpecs[group as FactGroup] as Record<string, FactSpec> | undefined)?.[key]?.column
}

/** The period of a parameter that holds a day; without a day the last one. */
export function periodOn(periods: readonly ParameterPeriod[], date: string | undefined): ParameterPeriod {
  const found = periods.find(({ from = '', to = '9999' }) => date !== undefined && from <= date && date <= to)
  return found ?? (periods.at(-1) as ParameterPeriod)
}

/** A parameter as expressions read it. */
export function parameterValue(value: ParameterValue): Value {
  return typeof value === 'number' ? BigInt(value) : value
}

function checkRuleExpressions(rule: Rule, policies: readonly Policy[]): RuleTrees | { problems: RuleProblem[] } {
  const problems: RuleProblem[] = []
  const names: { plain: Names['plain']; groups: Names['groups'] } = { plain: parameterTypes(rule), groups: groupsOf(policies) }
  const steps = new Map<string, number>()
  const check = (text: string, path: string[], wanted?: string): Expression => {
    const checked = checkExpression(text, { ...names })
    if ('problem' in checked) {
      problems.push({ ...checked, path })
      return { kind: 'value', value: false }
    }
    if (wanted !== undefined && checked.type !== wanted) problems.push({ problem: problemText('gives-type', { type: checked.type, wanted }), offset: 0, path })
    const name = path.at(-1) as string
    if (wanted === undefined) names.plain = { ...names.plain, [name]: checked.type as Names['plain'][string] }
    steps.set(name, stepsOf(checked.tree, (one) => steps.get(one) ?? 1))
    if ((steps.get(name) as number) > mostSteps) problems.push({ problem: problemText('many-steps', { limit: String(mostSteps) }), offset: 0, path })
    return checked.tree
  }
  const lets = ownKeys<Expression>(inOrderOfUse(rule.let).map(([name, text]) => [name, check(text, ['let', name])]))
  const trees = { let: lets, applies: check(rule.applies, ['applies'], 'bool'), holds: check(rule.holds, ['holds'], 'bool') }
  return problems.length > 0 ? { problems } : trees
}

/** `let` names after those that they use: the JSON of a packet keeps no order of keys. */
function inOrderOfUse(lets: Rule['let']): [name: string, text: string][] {
  const words = new Map(Object.entries(lets).map(([name, text]) => [name, new Set(text.match(/\w+/g))]))
  const ordered: [string, string][] = []
  let waiting = Object.entries(lets)
  while (waiting.length > 0) {
    const ready = waiting.filter(([name]) => !waiting.some(([other]) => other !== name && words.get(name)?.has(other)))
    if (ready.length === 0) return [...ordered, ...waiting]
    ordered.push(...ready)
    waiting = waiting.filter((one) => !ready.includes(one))
  }
  return ordered
}

function namesInTexts({ message, remedy }: Rule): string[] {
  const places = [...Object.values(message), ...Object.values(remedy)].flatMap(placesOf)
  return [...new Set(places.map((place) => place.split(':')[0] as string))].sort()
}

function factReader(slot: number): Compiled {
  return (slots) => slots[slot] as Value
}

function parameterReader(rule: Rule, name: string, varying: readonly { name: string; slot: number }[]): Compiled {
  const parameter = parameterOf(rule, name, varying)
  if (parameter !== undefined && 'slot' in parameter) return factReader(parameter.slot)
  return () => parameter?.value as Value
}

/** A parameter whose value changed in time has a place, another one its value. */
function parameterOf(rule: Rule, name: string, varying: readonly { name: string; slot: number }[]): { slot: number } | { value: Value } | undefined {
  const place = varying.find((one) => one.name === name)
  if (place) return { slot: place.slot }
  const only = ownValue(rule.parameters, name)?.[0]
  return only === undefined ? undefined : { value: parameterValue(only.value) }
}

function grainOf(paths: readonly string[]): Grain {
  const groups = new Set(paths.map((path) => path.split('.')[0]))
  if (groups.has('item') || groups.has('regime')) return 'item'
  if (groups.has('case')) return 'case'
  return groups.has('claim') ? 'claim' : 'claimant'
}
