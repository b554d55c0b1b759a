import { Environment, type ASTNode } from '@marcbachmann/cel-js'
import type { Localized } from '../../../model/language.js'
import { problemText } from '../../book-problem.js'
import { expressionFunctions } from './functions.js'
import { libraryProblem } from './library-problem.js'

/** A type of the expression language. */
export type CelType = 'string' | 'int' | 'bool' | 'list<string>'

/** The names that an expression may use: plain names, and groups of facts with their fields. */
export interface Names {
  readonly plain: Readonly<Record<string, CelType>>
  readonly groups: Readonly<Record<string, Readonly<Record<string, CelType>>>>
}

/** The checked tree of an expression, free of the library's own types. */
export type Expression =
  | { readonly kind: 'value'; readonly value: string | bigint | boolean }
  | { readonly kind: 'list'; readonly elements: readonly Expression[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'fact'; readonly group: string; readonly key: string }
  | { readonly kind: 'has'; readonly group: string; readonly key: string }
  | { readonly kind: 'not' | 'negate'; readonly operand: Expression }
  | { readonly kind: 'operator'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'choose'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly argumentType: string; readonly operands: readonly Expression[] }
  | { readonly kind: 'some' | 'every'; readonly list: Expression; readonly name: string; readonly test: Expression }

export const operators = ['&&', '||', '==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', 'in'] as const
export type Operator = (typeof operators)[number]

/** What is wrong with an expression, and at which of its characters. */
export interface ExpressionProblem {
  readonly problem: Localized
  readonly offset: number
}

export interface CheckedExpression {
  readonly tree: Expression
  readonly type: string
}

/** Limits for expressions of books from elsewhere. */
const limits = { maxAstNodes: 400, maxDepth: 30, maxListElements: 200, maxMapEntries: 0, maxCallArguments: 8 }
const memberCalls = new Set(['startsWith', 'endsWith', 'contains', 'size'])

/** Parses and type-checks an expression against the names that it may use. */
export function checkExpression(text: string, names: Names): CheckedExpression | ExpressionProblem {
  const environment = environmentOf(names)
  try {
    const parsed = environment.parse(text)
    const checked = parsed.check()
    if (!checked.valid) return problemOf(checked.error)
    return { tree: treeOf(parsed.ast), type: checked.type as string }
  } catch (error) {
    return problemOf(error)
  }
}

/** Evaluates with the library's own evaluator: the measure of meaning for the compiled expressions. */
export function evaluateByLibrary(text: string, names: Names, values: Record<string, unknown>): unknown {
  return environmentOf(names).evaluate(text, values)
}

const groupEnvironments = new WeakMap<Names['groups'], Environment>()

/** One environment for a set of groups, cheaply cloned for the plain names of each rule. */
function environmentOf(names: Names): Environment {
  const environment = groupEnvironment(names.groups).clone()
  for (const [name, type] of Object.entries(names.plain)) environment.registerVariable(name, type)
  return environment
}

function groupEnvironment(groups: Names['groups']): Environment {
  const known = groupEnvironments.get(groups)
  if (known) return known
  const environment = new Environment({ limits })
  for (const { signature, apply } of expressionFunctions) environment.registerFunction(signature, apply)
  for (const [name, fields] of Object.entries(groups)) {
    if (Object.keys(fields).length > 0) environment.registerVariable({ name, schema: { ...fields } } as never)
  }
  groupEnvironments.set(groups, environment)
  return environment
}

const offsets = new WeakMap<Expression, number>()

/** At which character of its text a part of an expression begins. */
export function offsetOf(tree: Expression): number {
  return offsets.get(tree) ?? 0
}

function treeOf(node: ASTNode): Expression {
  const tree = partOf(node)
  offsets.set(tree, (node as unknown as { start: number }).start)
  return tree
}

function partOf(node: ASTNode): Expression {
  const { op, args } = node as unknown as { op: string; args: never }
  switch (op) {
    case 'value':
      return { kind: 'value', value: literal(args, node) }
    case 'list':
      return { kind: 'list', elements: (args as ASTNode[]).map(treeOf) }
    case 'id':
      return { kind: 'name', name: args }
    case '.':
      return factOf(node)
    case '!_':
      return { kind: 'not', operand: treeOf(args) }
    case '-_':
      return { kind: 'negate', operand: treeOf(args) }
    case '?:': {
      const [test, yes, no] = args as [ASTNode, ASTNode, ASTNode]
      return { kind: 'choose', test: treeOf(test), yes: treeOf(yes), no: treeOf(no) }
    }
    case 'call':
      return callOf(args, node)
    case 'rcall':
      return memberCallOf(args, node)
    default: {
      if (!(operators as readonly string[]).includes(op)) throw new Unsupported(problemText('expression-operator', { name: op }), node)
      const [left, right] = args as [ASTNode, ASTNode]
      return { kind: 'operator', operator: op as Operator, left: treeOf(left), right: treeOf(right) }
    }
  }
}

function literal(value: unknown, node: ASTNode): string | bigint | boolean {
  if (typeof value === 'string' || typeof value === 'bigint' || typeof value === 'boolean') return value
  throw new Unsupported(problemText('expression-literal'), node)
}

function factOf(node: ASTNode): Expression & { kind: 'fact' } {
  const [object, key] = (node as unknown as { args: [ASTNode, string] }).args
  const { op, args } = object as unknown as { op: string; args: string }
  if (op !== 'id') throw new Unsupported(problemText('expression-fact'), node)
  return { kind: 'fact', group: args, key }
}

function callOf([name, operands]: [string, ASTNode[]], node: ASTNode): Expression {
  const [first] = operands
  if (name === 'has' && first) return { ...factOf(first), kind: 'has' }
  const known = name === 'size' || expressionFunctions.some(({ signature }) => signature.startsWith(`${name}(`))
  if (!known) throw new Unsupported(problemText('expression-function', { name }), node)
  return { kind: 'call', name, argumentType: typeOf(first), operands: operands.map(treeOf) }
}

function memberCallOf([name, receiver, operands]: [string, ASTNode, ASTNode[]], node: ASTNode): Expression {
  const [variable, test] = operands
  if ((name === 'exists' || name === 'all') && variable && test) {
    const bound = (variable as unknown as { args: string }).args
    return { kind: name === 'exists' ? 'some' : 'every', list: treeOf(receiver), name: bound, test: treeOf(test) }
  }
  if (!memberCalls.has(name)) throw new Unsupported(problemText('expression-function', { name }), node)
  return { kind: 'call', name, argumentType: 'string', operands: [receiver, ...operands].map(treeOf) }
}

/** The library notes on each checked node which type it found. */
function typeOf(node: ASTNode | undefined): string {
  const found = (node as unknown as { checkedType?: { name?: string } } | undefined)?.checkedType
  return String(found?.name ?? found ?? '')
}

class Unsupported extends Error {
  readonly problem: Localized
  readonly range: { start: number }
  constructor(problem: Localized, node: ASTNode) {
    super(problem.en)
    this.problem = problem
    this.range = { start: (node as unknown as { start: number }).start }
  }
}

function problemOf(error: unknown): ExpressionProblem {
  const { range, node } = error as { range?: { start: number }; node?: { start: number } }
  return { problem: error instanceof Unsupported ? error.problem : libraryProblem(error as Error), offset: range?.start ?? node?.start ?? 0 }
}
