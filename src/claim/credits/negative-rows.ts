import type { ItemFacts } from '../../model/facts.js'
import { isCorrection } from '../../model/facts.js'
import type { Cents } from '../../model/money.js'
import type { CostItem, SourceFinding } from '../../model/service-log.js'

/** A row that takes money away, or may. */
export interface NegativeRow {
  readonly item: CostItem
  /** How many cents it takes away, above zero; absent where its amount cannot be read. */
  readonly cents?: Cents
}

const amountKeys = ['net', 'gross', 'vat'] as const
/** A minus or a bracket in a text that could not be read as an amount. */
const minusInText = /[-\u2010-\u2015\u2212()\uFE58\uFE63\uFF0D]/
/** What a credit is called in the words of a row, in the three languages. */
const creditWords = /hyvit|palautus|oikaisu|kredit|credit|refund|återbet|rättelse|reversal/i
/** Codes of the reader that say that the sign of an amount is not known. */
const signCodes = new Set(['SRC-072'])

/** Whether an amount of the row cannot be read, so that nobody knows what it takes away or adds. */
export function hasUnreadAmount({ unreadable }: CostItem): boolean {
  return unreadable.length > 0 && (unreadable.includes('net') || unreadable.includes('gross') || unreadable.includes('vat') || unreadable.includes('deductions'))
}

/** The row as one that takes money away; nothing for a cost. A row without a readable amount is one when anything about it says credit. */
export function negativeRow(item: CostItem, found: readonly SourceFinding[]): NegativeRow | undefined {
  const { net, gross, vat } = item
  const known = net ?? gross ?? vat
  if (known !== undefined && known < 0n) return { item, cents: -known }
  if ((net !== undefined && net < 0n) || (gross !== undefined && gross < 0n)) return { item, cents: -((gross ?? net) as Cents) }
  return hasUnreadAmount(item) && saysCredit(item, found) ? { item } : undefined
}

/** What the row takes away by the facts, which know the sum that follows from the others. */
export function centsTakenAway({ cents }: NegativeRow, { amount, net }: ItemFacts): Cents | undefined {
  const known = amount ?? net
  return known !== undefined && known < 0n ? -known : cents
}

/** Whether an earlier claim holds the row as it is: what it takes away was taken away there. */
export function isTakenAlready(facts: ItemFacts): boolean {
  return facts.claimedIn !== undefined && !isCorrection(facts)
}

function saysCredit({ credits, description, quantity }: CostItem, found: readonly SourceFinding[]): boolean {
  if (credits !== undefined || quantity?.startsWith('-') === true || (description !== undefined && creditWords.test(description))) return true
  return found.some(({ rule, at, values }) => signCodes.has(rule) || ((amountKeys as readonly string[]).includes(values.column ?? '') && minusInText.test(at.raw ?? '')))
}
