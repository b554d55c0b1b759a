import type { Expression, Operator } from './cel.js'
import { functionOf, type Value } from './functions.js'

/** The facts at hand, each in its place; `undefined` is an absent fact. */
export type Slots = (Value | undefined)[]

/** A compiled expression. Throws `Lacking` when it needs a fact that is absent, `RangeError` when a value has no bounds. */
export type Compiled = (slots: Slots) => Value

/** Where names lead: facts to their places, plain names (parameters, `let` names) to what reads them. */
export interface Reading {
  fact(path: string): number
  name(name: string): Compiled
  /** The place or the value of a parameter, where the name is one. */
  parameter?(name: string): { readonly slot: number } | { readonly value: Value } | undefined
  /** The expression behind a `let` name, where the name is one. */
  tree?(name: string): Expression | undefined
}

/** Thrown, without a stack, where an absent fact is needed; `slot` is its place. */
export class Lacking {
  readonly slot: number
  constructor(slot: number) {
    this.slot = slot
  }
}

const largestInteger = 2n ** 63n - 1n
const longestText = 10_000
/** Longest list that `exists` and `all` walk through; what comes from elsewhere may be longer. */
export const longestList = 200

/**
 * Builds a function from a checked expression: closures over its tree, so that nothing of a book's text ever becomes
 * code. `&&` and `||` follow CEL: a lacking side does not matter where the other side decides.
 */
export function compileExpression(tree: Expression, reading: Reading): Compiled {
  const compile = (node: Expression) => compileExpression(node, reading)
  switch (tree.kind) {
    case 'value': {
      const { value } = tree
      return () => value
    }
    case 'list':
      return compileList(tree.elements, compile)
    case 'name':
      return reading.name(tree.name)
    case 'fact':
      return compileFact(reading.fact(`${tree.group}.${tree.key}`))
    case 'has': {
      const slot = reading.fact(`${tree.group}.${tree.key}`)
      return (slots) => slots[slot] !== undefined
    }
    case 'not': {
      const operand = compile(tree.operand)
      return (slots) => !operand(slots)
    }
    case 'negate': {
      const operand = compile(tree.operand)
      return (slots) => bounded(-(operand(slots) as bigint))
    }
    case 'operator':
      return compileOperator(tree.operator, compile(tree.left), compile(tree.right))
    case 'choose': {
      const [test, yes, no] = [compile(tree.test), compile(tree.yes), compile(tree.no)]
      return (slots) => (test(slots) ? yes(slots) : no(slots))
    }
    case 'call':
      return compileCall(tree.name, tree.argumentType, tree.operands.map(compile))
    case 'some':
    case 'every':
      return compileMacro(tree, reading)
  }
}

const lackings: Lacking[] = []

/** What is thrown where the fact of a place lacks: the same each time. */
export function lackingAt(slot: number): Lacking {
  return (lackings[slot] ??= new Lacking(slot))
}

function compileFact(slot: number): Compiled {
  const lacking = lackingAt(slot)
  return (slots) => {
    const value = slots[slot]
    if (value === undefined) throw lacking
    return value
  }
}

/** A list of texts that stand in the rule is made once. */
function compileList(elements: readonly Expression[], compile: (node: Expression) => Compiled): Compiled {
  if (elements.every(({ kind }) => kind === 'value')) {
    const list = elements.map((element) => (element as Expression & { kind: 'value' }).value as string)
    return () => list
  }
  const compiled = elements.map(compile)
  return (slots) => compiled.map((element) => element(slots) as string)
}

function compileOperator(operator: Operator, left: Compiled, right: Compiled): Compiled {
  switch (operator) {
    case '&&':
      return decidedBy(false, left, right)
    case '||':
      return decidedBy(true, left, right)
    case '==':
      return (slots) => equal(left(slots), right(slots))
    case '!=':
      return (slots) => !equal(left(slots), right(slots))
    case '<':
      return (slots) => left(slots) < right(slots)
    case '<=':
      return (slots) => left(slots) <= right(slots)
    case '>':
      return (slots) => left(slots) > right(slots)
    case '>=':
      return (slots) => left(slots) >= right(slots)
    case '+':
      return (slots) => add(left(slots), right(slots))
    case '-':
      return (slots) => bounded((left(slots) as bigint) - (right(slots) as bigint))
    case '*':
      return (slots) => bounded((left(slots) as bigint) * (right(slots) as bigint))
    case '/':
      return (slots) => (left(slots) as bigint) / (right(slots) as bigint)
    case '%':
      return (slots) => (left(slots) as bigint) % (right(slots) as bigint)
    case 'in':
      return (slots) => (right(slots) as readonly string[]).includes(left(slots) as string)
  }
}

/** `&&` is decided by a false side, `||` by a true one, even where the other side lacks a fact. */
function decidedBy(decisive: boolean, left: Compiled, right: Compiled): Compiled {
  return (slots) => {
    let first: Value
    try {
      first = left(slots)
    } catch (error) {
      if (right(slots) === decisive) return decisive
      throw error
    }
    return first === decisive ? decisive : right(slots)
  }
}

/** Whether two values of one type are equal; lists by their elements. */
export function equal(left: Value, right: Value): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') return left === right
  return left.length === right.length && left.every((element, index) => element === right[index])
}

/** The sum of integers, texts or lists. Throws `RangeError` beyond the bounds. */
export function add(left: Value, right: Value): Value {
  if (typeof left === 'bigint') return bounded(left + (right as bigint))
  if (typeof left === 'string') return short(left + (right as string))
  return [...(left as readonly string[]), ...(right as readonly string[])].slice(0, longestList + 1)
}

/** CEL's integers have 64 bits. */
export function bounded(value: bigint): bigint {
  if (value > largestInteger || value < -largestInteger - 1n) throw new RangeError('too large')
  return value
}

function short(text: string): string {
  if (text.length > longestText) throw new RangeError('too long')
  return text
}

function compileCall(name: string, argumentType: string, operands: readonly Compiled[]): Compiled {
  const [first, second] = operands as [Compiled, Compiled]
  if (name === 'size') return (slots) => sizeOf(first(slots))
  if (name === 'startsWith') return (slots) => (first(slots) as string).startsWith(second(slots) as string)
  if (name === 'endsWith') return (slots) => (first(slots) as string).endsWith(second(slots) as string)
  if (name === 'contains') return (slots) => (first(slots) as string).includes(second(slots) as string)
  const apply = functionOf(name, argumentType)
  if (!apply) throw new Error(`no function ${name}`)
  if (operands.length === 1) return (slots) => apply(first(slots))
  if (operands.length === 2) return (slots) => apply(first(slots), second(slots))
  return (slots) => apply(...operands.map((operand) => operand(slots)))
}

/** CEL counts characters, not UTF-16 units. */
export function sizeOf(value: Value): bigint {
  return typeof value === 'string' ? BigInt([...value].length) : BigInt((value as readonly string[]).length)
}

function compileMacro(tree: Expression & { kind: 'some' | 'every' }, reading: Reading): Compiled {
  let current = ''
  const list = compileExpression(tree.list, reading)
  const test = compileExpression(tree.test, { ...reading, name: (name) => (name === tree.name ? () => current : reading.name(name)) })
  const decisive = tree.kind === 'some'
  return (slots) => {
    let failure: unknown
    for (const element of walked(list(slots))) {
      current = element
      try {
        if (test(slots) === decisive) return decisive
      } catch (error) {
        failure = error
      }
    }
    if (failure !== undefined) throw failure
    return !decisive
  }
}

function walked(list: Value): readonly string[] {
  if ((list as readonly string[]).length > longestList) throw new RangeError('too long')
  return list as readonly string[]
}
