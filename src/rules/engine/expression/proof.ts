import type { Expression } from './cel.js'
import type { Reading } from './compile.js'

/** Places of facts. */
export type Places = ReadonlySet<number>
const nothing: Places = new Set()

/** Finds out which facts an expression needs to have a value, and which are there once it has one. */
export class Proof {
  readonly #reading: Reading

  constructor(reading: Reading) {
    this.#reading = reading
  }

  slot({ group, key }: Expression & { kind: 'fact' | 'has' }): number {
    return this.#reading.fact(`${group}.${key}`)
  }

  /** The places that hold a fact once a node has given an outcome, those already known among them. */
  after(node: Expression, outcome: boolean, known: Places): Places {
    return union(known, this.#readWhen(node, outcome))
  }

  /** The places that must hold a fact for the node to give a value; `undefined` when it may fail for other reasons. */
  unproven(node: Expression, known: Places): Places | undefined {
    switch (node.kind) {
      case 'value':
      case 'has':
        return nothing
      case 'fact':
        return known.has(this.slot(node)) ? nothing : new Set([this.slot(node)])
      case 'name': {
        if (this.#reading.parameter?.(node.name) !== undefined) return nothing
        const tree = this.#reading.tree?.(node.name)
        return tree === undefined ? undefined : this.unproven(tree, known)
      }
      case 'list':
        return this.#allUnproven(node.elements, known)
      case 'not':
        return this.unproven(node.operand, known)
      case 'operator': {
        const { operator, left, right } = node
        if (['+', '-', '*', '/', '%'].includes(operator)) return undefined
        if (operator !== '&&' && operator !== '||') return this.#allUnproven([left, right], known)
        return joined(this.unproven(left, known), this.unproven(right, this.after(left, operator === '&&', known)))
      }
      case 'choose':
        return joined(this.unproven(node.test, known), joined(this.unproven(node.yes, this.after(node.test, true, known)), this.unproven(node.no, this.after(node.test, false, known))))
      case 'call':
        return ['size', 'startsWith', 'endsWith', 'contains', 'within'].includes(node.name) ? this.#allUnproven(node.operands, known) : undefined
      default:
        return undefined
    }
  }

  #allUnproven(nodes: readonly Expression[], known: Places): Places | undefined {
    return nodes.reduce<Places | undefined>((sum, node) => joined(sum, this.unproven(node, known)), nothing)
  }

  /** The places that surely hold a fact once the node has given this outcome. */
  #readWhen(node: Expression, outcome: boolean): Places {
    switch (node.kind) {
      case 'fact':
        return new Set([this.slot(node)])
      case 'has':
        return outcome ? new Set([this.slot(node)]) : nothing
      case 'not':
        return this.#readWhen(node.operand, !outcome)
      case 'name': {
        const tree = this.#reading.parameter?.(node.name) === undefined ? this.#reading.tree?.(node.name) : undefined
        return tree === undefined ? nothing : this.#readWhen(tree, outcome)
      }
      case 'operator': {
        const { operator, left, right } = node
        if (operator === '&&' || operator === '||') return outcome === (operator === '&&') ? union(this.#readWhen(left, outcome), this.#readWhen(right, outcome)) : nothing
        return union(this.#placeOf(left), this.#placeOf(right))
      }
      default:
        return nothing
    }
  }

  /** The place of an operand that is a fact by itself. */
  #placeOf(node: Expression): Places {
    return node.kind === 'fact' ? new Set([this.slot(node)]) : nothing
  }
}

function union(left: Places, right: Places): Places {
  if (right.size === 0) return left
  return left.size === 0 ? right : new Set([...left, ...right])
}

function joined(left: Places | undefined, right: Places | undefined): Places | undefined {
  return left === undefined || right === undefined ? undefined : union(left, right)
}
