import type { Expression } from './cel.js'
import { longestList } from './compile.js'

/**
 * How many steps an expression can take at most, so that a book from elsewhere cannot keep the program busy. A `let`
 * name counts with all that stands behind it; `exists` and `all` count for the longest list that they walk through.
 */
export function stepsOf(tree: Expression, stepsOfName: (name: string) => number): number {
  const steps = (node: Expression) => stepsOf(node, stepsOfName)
  switch (tree.kind) {
    case 'name':
      return stepsOfName(tree.name)
    case 'list':
      return tree.elements.reduce((sum, element) => sum + steps(element), 1)
    case 'not':
    case 'negate':
      return 1 + steps(tree.operand)
    case 'operator':
      return 1 + steps(tree.left) + steps(tree.right)
    case 'choose':
      return 1 + steps(tree.test) + Math.max(steps(tree.yes), steps(tree.no))
    case 'call':
      return tree.operands.reduce((sum, operand) => sum + steps(operand), 1)
    case 'some':
    case 'every':
      return steps(tree.list) + longestList * steps(tree.test)
    default:
      return 1
  }
}
