import type { Expression, Operator } from './cel.js'
import { functionOf, type Value } from './functions.js'

/** The facts at hand, by group; absent keys are absent facts. */
export type Scope = Record<string, Readonly<Record<string, Value | undefined>> | undefined>

/** A compiled expression. Throws `Lacking` when it needs a fact that is absent. */
export type Compiled = (scope: Scope) => Value

/** How plain names (parameters, `let` names) are read. */
export type NameReader = (name: string) => Compiled

/** Thrown, without a stack, where an absent fact is needed; `path` names it. */
export class Lacking {
  readonly path: string
  constructor(path: string) {
    this.path = path
  }
}

/**
 * Builds a function from a checked expression: closures over its tree, so that nothing of a book's text ever becomes
 * code. `&&` and `||` follow CEL: a lacking side does not matter where the other side decides.
 */
export function compileExpression(tree: Expression, nameReader: NameReader): Compiled {
  const compile = (node: Expression) => compileExpression(node, nameReader)
  switch (tree.kind) {
    case 'value': {
      const { value } = tree
      return () => value
    }
    case 'list': {
      const elements = tree.elements.map(compile)
      return (scope) => elements.map((element) => element(scope) as string)
    }
    case 'name':
      return nameReader(tree.name)
    case 'fact':
      return compileFact(tree.group, tree.key)
    case 'has': {
      const { group, key } = tree
      return (scope) => scope[group]?.[key] !== undefined
    }
    case 'not': {
      const operand = compile(tree.operand)
      return (scope) => !operand(scope)
    }
    case 'negate': {
      const operand = compile(tree.operand)
      return (scope) => -(operand(scope) as bigint)
    }
    case 'operator':
      return compileOperator(tree.operator, compile(tree.left), compile(tree.right))
    case 'choose': {
      const [test, yes, no] = [compile(tree.test), compile(tree.yes), compile(tree.no)]
      return (scope) => (test(scope) ? yes(scope) : no(scope))
    }
    case 'call':
      return compileCall(tree.name, tree.argumentType, tree.operands.map(compile))
    case 'some':
    case 'every':
      return compileMacro(tree, nameReader)
  }
}

function compileFact(group: string, key: string): Compiled {
  const lacking = new Lacking(`${group}.${key}`)
  return (scope) => {
    const value = scope[group]?.[key]
    if (value === undefined) throw lacking
    return value
  }
}

function compileOperator(operator: Operator, left: Compiled, right: Compiled): Compiled {
  switch (operator) {
    case '&&':
      return decidedBy(false, left, right)
    case '||':
      return decidedBy(true, left, right)
    case '==':
      return (scope) => equal(left(scope), right(scope))
    case '!=':
      return (scope) => !equal(left(scope), right(scope))
    case '<':
      return (scope) => left(scope) < right(scope)
    case '<=':
      return (scope) => left(scope) <= right(scope)
    case '>':
      return (scope) => left(scope) > right(scope)
    case '>=':
      return (scope) => left(scope) >= right(scope)
    case '+':
      return (scope) => add(left(scope), right(scope))
    case '-':
      return (scope) => (left(scope) as bigint) - (right(scope) as bigint)
    case '*':
      return (scope) => (left(scope) as bigint) * (right(scope) as bigint)
    case '/':
      return (scope) => (left(scope) as bigint) / (right(scope) as bigint)
    case '%':
      return (scope) => (left(scope) as bigint) % (right(scope) as bigint)
    case 'in':
      return (scope) => (right(scope) as readonly string[]).includes(left(scope) as string)
  }
}

/** `&&` is decided by a false side, `||` by a true one, even where the other side lacks a fact. */
function decidedBy(decisive: boolean, left: Compiled, right: Compiled): Compiled {
  return (scope) => {
    let first: Value
    try {
      first = left(scope)
    } catch (error) {
      if (right(scope) === decisive) return decisive
      throw error
    }
    return first === decisive ? decisive : right(scope)
  }
}

function equal(left: Value, right: Value): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') return left === right
  return left.length === right.length && left.every((element, index) => element === right[index])
}

function add(left: Value, right: Value): Value {
  if (typeof left === 'bigint') return left + (right as bigint)
  if (typeof left === 'string') return left + (right as string)
  return [...(left as readonly string[]), ...(right as readonly string[])]
}

function compileCall(name: string, argumentType: string, operands: readonly Compiled[]): Compiled {
  const [first, second] = operands as [Compiled, Compiled]
  if (name === 'size') return (scope) => sizeOf(first(scope))
  if (name === 'startsWith') return (scope) => (first(scope) as string).startsWith(second(scope) as string)
  if (name === 'endsWith') return (scope) => (first(scope) as string).endsWith(second(scope) as string)
  if (name === 'contains') return (scope) => (first(scope) as string).includes(second(scope) as string)
  const apply = functionOf(name, argumentType)
  if (!apply) throw new Error(`no function ${name}`)
  if (operands.length === 1) return (scope) => apply(first(scope))
  if (operands.length === 2) return (scope) => apply(first(scope), second(scope))
  return (scope) => apply(...operands.map((operand) => operand(scope)))
}

/** CEL counts characters, not UTF-16 units. */
function sizeOf(value: Value): bigint {
  return typeof value === 'string' ? BigInt([...value].length) : BigInt((value as readonly string[]).length)
}

function compileMacro(tree: Expression & { kind: 'some' | 'every' }, nameReader: NameReader): Compiled {
  let current = ''
  const list = compileExpression(tree.list, nameReader)
  const test = compileExpression(tree.test, (name) => (name === tree.name ? () => current : nameReader(name)))
  const passes = (scope: Scope) => (element: string) => {
    current = element
    return test(scope) === true
  }
  if (tree.kind === 'some') return (scope) => (list(scope) as readonly string[]).some(passes(scope))
  return (scope) => (list(scope) as readonly string[]).every(passes(scope))
}
