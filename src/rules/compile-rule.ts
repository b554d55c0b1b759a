import type { IsoDate } from '../model/dates.js'
import type { Policy, Rule } from './book.js'
import { checkExpression, type Expression, type ExpressionProblem, type Names } from './expression/cel.js'
import { compileExpression, type Compiled, type Scope } from './expression/compile.js'
import type { Value } from './expression/functions.js'
import { groupsOf, parameterTypes } from './names.js'

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
  /** Paths of the facts that the expressions read. */
  readonly reads: readonly string[]
  /** The parameters on a day. */
  parametersOn(date: IsoDate | undefined): Record<string, Value>
}

/** A problem of one expression of a rule: `path` leads to its place in the YAML. */
export interface RuleProblem extends ExpressionProblem {
  readonly path: readonly string[]
}

/** The name under which the date that chose the law stands in the scope. */
const dateGroup = 'law'

/** Type-checks and compiles a rule, or lists what is wrong with its expressions. */
export function compileRule(rule: Rule, policies: readonly Policy[]): CompiledRule | { problems: RuleProblem[] } {
  const problems: RuleProblem[] = []
  const names: { plain: Names['plain']; groups: Names['groups'] } = { plain: parameterTypes(rule), groups: groupsOf(policies) }
  const lets: Record<string, Compiled> = {}
  const trees: Expression[] = []

  const compile = (text: string, path: string[], wanted?: string): Compiled => {
    const checked = checkExpression(text, { ...names })
    if ('problem' in checked) {
      problems.push({ ...checked, path })
      return () => false
    }
    if (wanted !== undefined && checked.type !== wanted) problems.push({ problem: `gives ${checked.type} where ${wanted} is needed`, offset: 0, path })
    trees.push(checked.tree)
    if (wanted === undefined) names.plain = { ...names.plain, [path.at(-1) as string]: checked.type as Names['plain'][string] }
    return compileExpression(checked.tree, readName)
  }
  const readName = (name: string): Compiled => lets[name] ?? parameterReader(rule, name)

  for (const [name, text] of Object.entries(rule.let)) lets[name] = compile(text, ['let', name])
  const applies = compile(rule.applies, ['applies'], 'bool')
  const holds = compile(rule.holds, ['holds'], 'bool')
  if (problems.length > 0) return { problems }

  const reads = [...new Set(trees.flatMap(factsIn))].sort()
  const dated = rule.when === undefined ? [] : [rule.when.date]
  const parametersVary = Object.values(rule.parameters).some((periods) => periods.length > 1)
  return {
    rule,
    reads,
    applies,
    holds,
    lets,
    grain: grainOf([...reads, ...dated]),
    sharedBy: grainOf(parametersVary ? [...reads, ...dated] : reads),
    parametersOn: (date) => Object.fromEntries(Object.keys(rule.parameters).map((name) => [name, parameterOn(rule, name, date)])),
  }
}

/** The scope of a judgement with the date that chooses parameters. */
export function withLawDate(scope: Scope, date: IsoDate | undefined): Scope {
  scope[dateGroup] = { date }
  return scope
}

function parameterReader(rule: Rule, name: string): Compiled {
  const periods = rule.parameters[name] ?? []
  if (periods.length === 1) {
    const only = parameterOn(rule, name, undefined)
    return () => only
  }
  return (scope) => parameterOn(rule, name, scope[dateGroup]?.date as string | undefined)
}

function parameterOn(rule: Rule, name: string, date: IsoDate | undefined): Value {
  const periods = rule.parameters[name] ?? []
  const found = periods.find(({ from = '', to = '9999' }) => date === undefined || (from <= date && date <= to)) ?? periods.at(-1)
  const value = found?.value as string | number | boolean | readonly string[]
  return typeof value === 'number' ? BigInt(value) : value
}

function grainOf(paths: readonly string[]): Grain {
  const groups = new Set(paths.map((path) => path.split('.')[0]))
  if (groups.has('item') || groups.has('regime')) return 'item'
  if (groups.has('case')) return 'case'
  return groups.has('claim') ? 'claim' : 'claimant'
}

function factsIn(tree: Expression): string[] {
  switch (tree.kind) {
    case 'fact':
    case 'has':
      return [`${tree.group}.${tree.key}`]
    case 'list':
      return tree.elements.flatMap(factsIn)
    case 'not':
    case 'negate':
      return factsIn(tree.operand)
    case 'operator':
      return [...factsIn(tree.left), ...factsIn(tree.right)]
    case 'choose':
      return [...factsIn(tree.test), ...factsIn(tree.yes), ...factsIn(tree.no)]
    case 'call':
      return tree.operands.flatMap(factsIn)
    case 'some':
    case 'every':
      return [...factsIn(tree.list), ...factsIn(tree.test)]
    default:
      return []
  }
}
