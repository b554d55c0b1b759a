import { parseCents, type Cents } from '../../model/money.js'
import type { Outcome } from '../../model/values.js'
import type { RuleBook } from '../../rules/book.js'
import type { PacketContent } from '../content.js'
import { judgeAgain } from './judge-again.js'

/** What another rule book would have said of the same facts. */
export interface OtherBook {
  readonly version: string
  /** What could have been claimed, and how that differs from the packet, in cents. */
  readonly claimable: Cents
  readonly change: Cents
  /** The items whose outcome differs, with the rules that speak of them there. */
  readonly items: readonly { readonly id: string; readonly from: Outcome; readonly to: Outcome; readonly amount: string | undefined; readonly rules: readonly string[] }[]
}

/** Judges the packet's facts by another book. */
export function judgedByOther(content: PacketContent, book: RuleBook): OtherBook {
  const judged = judgeAgain(content, book)
  const items = new Map(judged.items.map((item) => [item.id, item]))
  const claimable = sum(judged.items)
  const changed = content.assessment.items.flatMap((item) => {
    const other = items.get(item.id)
    if (other === undefined || other.outcome === item.outcome) return []
    return [{ id: item.id, from: item.outcome, to: other.outcome, amount: item.amount, rules: [...new Set(other.findings.map(({ rule }) => rule))] }]
  })
  return { version: book.version, claimable, change: claimable - sum(content.assessment.items), items: changed }
}

function sum(items: Iterable<{ readonly outcome: Outcome; readonly amount?: string | undefined }>): Cents {
  return [...items].reduce((cents, { outcome, amount }) => (outcome === 'claimable' && amount !== undefined ? cents + (parseCents(amount) as Cents) : cents), 0n)
}
