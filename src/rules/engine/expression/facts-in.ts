import type { Expression } from './cel.js'

/** The parts that an expression is made of, itself first. */
export function partsOf(tree: Expression): Expression[] {
  return [tree, ...childrenOf(tree).flatMap(partsOf)]
}

/** The facts that an expression reads or asks for. */
export function factsIn(tree: Expression): string[] {
  return partsOf(tree).flatMap((part) => (part.kind === 'fact' || part.kind === 'has' ? [`${part.group}.${part.key}`] : []))
}

/** The facts that a `let` name stands for, the names inside it followed. */
export function factsBehind(name: string, lets: Readonly<Record<string, Expression>>): string[] {
  const reached = new Set([name])
  for (const one of reached) {
    const tree = lets[one]
    if (tree !== undefined) for (const part of partsOf(tree)) if (part.kind === 'name') reached.add(part.name)
  }
  return [...reached].flatMap((one) => (lets[one] === undefined ? [] : factsIn(lets[one])))
}

function childrenOf(tree: Expression): readonly Expression[] {
  switch (tree.kind) {
    case 'list':
      return tree.elements
    case 'not':
    case 'negate':
      return [tree.operand]
    case 'operator':
      return [tree.left, tree.right]
    case 'choose':
      return [tree.test, tree.yes, tree.no]
    case 'call':
      return tree.operands
    case 'some':
    case 'every':
      return [tree.list, tree.test]
    default:
      return []
  }
}
