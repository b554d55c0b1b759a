import type { Expression } from './cel.js'

const strength: Readonly<Record<string, number>> = { '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 3, '<=': 3, '>': 3, '>=': 3, in: 3, '+': 4, '-': 4, '*': 5, '/': 5, '%': 5 }
const memberCalls = new Set(['startsWith', 'endsWith', 'contains'])

/** Writes a tree as an expression again, with brackets only where they are needed. */
export function showExpression(tree: Expression): string {
  switch (tree.kind) {
    case 'value':
      return typeof tree.value === 'string' ? JSON.stringify(tree.value) : String(tree.value)
    case 'list':
      return `[${tree.elements.map(showExpression).join(', ')}]`
    case 'name':
      return tree.name
    case 'fact':
      return `${tree.group}.${tree.key}`
    case 'has':
      return `has(${tree.group}.${tree.key})`
    case 'not':
      return `!${bracketed(tree.operand, 6)}`
    case 'negate':
      return `-${bracketed(tree.operand, 6)}`
    case 'operator': {
      const own = strength[tree.operator] as number
      return `${bracketed(tree.left, own)} ${tree.operator} ${bracketed(tree.right, own + 1)}`
    }
    case 'choose':
      return `${bracketed(tree.test, 1)} ? ${bracketed(tree.yes, 1)} : ${bracketed(tree.no, 0)}`
    case 'call': {
      const [first, ...others] = tree.operands.map(showExpression)
      return memberCalls.has(tree.name) ? `${bracketed(tree.operands[0] as Expression, 6)}.${tree.name}(${others.join(', ')})` : `${tree.name}(${[first, ...others].join(', ')})`
    }
    case 'some':
    case 'every':
      return `${bracketed(tree.list, 6)}.${tree.kind === 'some' ? 'exists' : 'all'}(${tree.name}, ${showExpression(tree.test)})`
  }
}

function bracketed(tree: Expression, needed: number): string {
  const own = tree.kind === 'operator' ? (strength[tree.operator] as number) : tree.kind === 'choose' ? 0 : 7
  return own < needed ? `(${showExpression(tree)})` : showExpression(tree)
}
