import { addDays, isIsoDate } from '../../model/dates.js'
import type { ParameterValue, Rule } from '../book.js'
import type { RuleTrees } from '../engine/compile-rule.js'
import { offsetOf, type Expression, type Operator } from '../engine/expression/cel.js'
import { showExpression } from '../engine/expression/show.js'

/** A rule with one small mistake put into it. */
export interface Mutant {
  readonly rule: Rule
  readonly trees: RuleTrees
  /** The place in the YAML of what was changed, and how. */
  readonly path: readonly (string | number)[]
  readonly offset: number
  readonly change: string
}

/** Every rule that differs from the given one by one small mistake: a comparison, a border, a part left out or turned. */
export function mutantsOf(rule: Rule, trees: RuleTrees): Mutant[] {
  return [
    ...mutatedExpressions(rule, trees),
    ...mutatedBorders(rule).map((one) => ({ ...one, trees, offset: 0 })),
    ...mutatedParameters(rule).map((one) => ({ ...one, trees, offset: 0 })),
  ]
}

function mutatedExpressions(rule: Rule, trees: RuleTrees): Mutant[] {
  const mutate = (tree: Expression, path: string[], put: (tree: Expression) => RuleTrees) =>
    changesOf(tree).map(({ from, to, whole }) => ({ rule, trees: put(whole), path, offset: offsetOf(from), change: `${showExpression(from)} → ${showExpression(to)}` }))
  return [
    ...(rule.applies === 'true' ? [] : mutate(trees.applies, ['applies'], (applies) => ({ ...trees, applies }))),
    ...Object.entries(trees.let).flatMap(([name, tree]) => mutate(tree, ['let', name], (one) => ({ ...trees, let: { ...trees.let, [name]: one } }))),
    ...mutate(trees.holds, ['holds'], (holds) => ({ ...trees, holds })),
  ]
}

interface Change {
  readonly from: Expression
  readonly to: Expression
  /** The whole expression with the change in it. */
  readonly whole: Expression
}

const turned: Partial<Record<Operator, Operator[]>> = {
  '<': ['<=', '>'], '<=': ['<', '>='], '>': ['>=', '<'], '>=': ['>', '<='], '==': ['!='], '!=': ['=='], '+': ['-'], '-': ['+'],
}

/** All single changes of an expression and, further down, of its parts. */
function changesOf(tree: Expression): Change[] {
  const here = replacements(tree).map((to) => ({ from: tree, to, whole: to }))
  return [...here, ...partsOf(tree).flatMap(({ part, put }) => changesOf(part).map(({ from, to, whole }) => ({ from, to, whole: put(whole) })))]
}

function replacements(tree: Expression): Expression[] {
  switch (tree.kind) {
    case 'operator':
      if (tree.operator === '&&' || tree.operator === '||') return [tree.left, tree.right]
      if (tree.operator === 'in') return [{ kind: 'not', operand: tree }]
      return (turned[tree.operator] ?? []).map((operator) => ({ ...tree, operator }))
    case 'fact':
      return []
    case 'has':
      return [{ kind: 'value', value: true }]
    case 'not':
      return [tree.operand]
    case 'choose':
      return [tree.yes, tree.no]
    case 'value':
      return changedValues(tree.value).map((value) => ({ kind: 'value', value }))
    case 'list':
      return tree.elements.map((_, index) => ({ ...tree, elements: tree.elements.toSpliced(index, 1) }))
    case 'some':
      return [{ ...tree, kind: 'every' }]
    case 'every':
      return [{ ...tree, kind: 'some' }]
    default:
      return []
  }
}

function changedValues(value: string | bigint | boolean): (string | bigint | boolean)[] {
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'bigint') return [value - 1n, value + 1n]
  return isIsoDate(value) ? [addDays(value, -1), addDays(value, 1)] : [`${value}?`]
}

function partsOf(tree: Expression): { part: Expression; put: (part: Expression) => Expression }[] {
  switch (tree.kind) {
    case 'not':
    case 'negate':
      return [{ part: tree.operand, put: (operand) => ({ ...tree, operand }) }]
    case 'operator':
      return [{ part: tree.left, put: (left) => ({ ...tree, left }) }, { part: tree.right, put: (right) => ({ ...tree, right }) }]
    case 'choose':
      return [{ part: tree.test, put: (test) => ({ ...tree, test }) }, { part: tree.yes, put: (yes) => ({ ...tree, yes }) }, { part: tree.no, put: (no) => ({ ...tree, no }) }]
    case 'call':
      return tree.operands.map((part, index) => ({ part, put: (one) => ({ ...tree, operands: tree.operands.with(index, one) }) }))
    case 'some':
    case 'every':
      return [{ part: tree.test, put: (test) => ({ ...tree, test }) }]
    default:
      return []
  }
}

type RuleChange = Pick<Mutant, 'rule' | 'path' | 'change'>

function mutatedBorders(rule: Rule): RuleChange[] {
  const { when } = rule
  if (when === undefined) return []
  return (['from', 'to'] as const).flatMap((border) => {
    const date = when[border]
    if (date === undefined) return []
    return [-1, 1].map((days) => ({ rule: { ...rule, when: { ...when, [border]: addDays(date, days) } }, path: ['when', border], change: `${date} → ${addDays(date, days)}` }))
  })
}

/** Values changed, and borders between two values moved by a day. */
function mutatedParameters(rule: Rule): RuleChange[] {
  return Object.entries(rule.parameters).flatMap(([name, periods]) =>
    periods.flatMap((period, index) => {
      const put = (changed: typeof periods, path: (string | number)[], change: string): RuleChange => ({ rule: { ...rule, parameters: { ...rule.parameters, [name]: changed } }, path: ['parameters', name, index, ...path], change })
      const values = changedParameter(period.value).map((value) => put(periods.with(index, { ...period, value }), ['value'], `${JSON.stringify(period.value)} → ${JSON.stringify(value)}`))
      const next = periods[index + 1]
      const { to } = period
      if (next === undefined || to === undefined) return values
      const moved = [-1, 1].map((days) => put(periods.with(index, { ...period, to: addDays(to, days) }).with(index + 1, { ...next, from: addDays(to, days + 1) }), ['to'], `${to} → ${addDays(to, days)}`))
      return [...values, ...moved]
    }),
  )
}

function changedParameter(value: ParameterValue): ParameterValue[] {
  if (Array.isArray(value)) return value.map((_, index) => value.toSpliced(index, 1))
  if (typeof value === 'number') return [value - 1, value + 1]
  return changedValues(value) as ParameterValue[]
}
