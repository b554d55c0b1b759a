import type { Cents } from '../../model/money.js'
import type { CostItem } from '../../model/service-log.js'
import type { NegativeRow } from './negative-rows.js'

/** A cost that a negative row may correct, with what is left of it. */
export interface OpenCost {
  readonly item: CostItem
  left: Cents
}

/** The costs that negative rows could be for. */
export interface OpenCosts {
  readonly all: readonly OpenCost[]
  readonly named: ReadonlyMap<string, OpenCost>
  readonly ofCase: ReadonlyMap<string | undefined, readonly OpenCost[]>
}

/**
 * The costs that a negative row may correct, until they are worth what it takes away: the row that it names, those of
 * its voucher, those of its provider with its amount, those of its provider, all of its client, and at last those of
 * other clients that share voucher or provider with it. A row whose client is not known is compared with all.
 */
export function costsItMayCorrect({ item: credit, cents }: NegativeRow, costs: OpenCosts, isListed: boolean): OpenCost[] {
  const provider = nameKey(credit.provider)
  const ofCase = isListed ? costs.ofCase.get(credit.case) ?? [] : costs.all
  const sharesVoucher = ({ item }: OpenCost) => credit.voucher !== undefined && item.voucher === credit.voucher
  const sharesProvider = ({ item }: OpenCost) => provider !== '' && nameKey(item.provider) === provider
  const tiers = [
    () => [costs.named.get(credit.credits ?? '')].filter((cost) => cost !== undefined),
    () => ofCase.filter(sharesVoucher),
    () => ofCase.filter((cost) => sharesProvider(cost) && cost.left === cents),
    () => ofCase.filter(sharesProvider),
    () => ofCase,
    () => (isListed ? costs.all.filter((cost) => sharesVoucher(cost) || sharesProvider(cost)) : []),
  ]
  const found = new Set<OpenCost>()
  for (const tier of tiers) {
    if (isEnough(found, cents)) break
    for (const cost of tier()) if (cost.left > 0n) found.add(cost)
  }
  return [...found].sort((left, right) => likeness(right.item, credit) - likeness(left.item, credit) || (left.item.id < right.item.id ? -1 : 1))
}

/** Takes what a row takes away from the costs, the likeliest first. */
export function takeAway(costs: readonly OpenCost[], cents: Cents): void {
  let rest = cents
  for (const cost of costs) {
    const taken = cost.left < rest ? cost.left : rest
    cost.left -= taken
    rest -= taken
  }
}

/** Of a row that cannot be read nobody knows what it takes away: the first costs that fit are enough. */
function isEnough(found: ReadonlySet<OpenCost>, cents: Cents | undefined): boolean {
  if (cents === undefined) return found.size > 0
  let sum = 0n
  for (const { left } of found) sum += left
  return sum >= cents
}

/** How much two rows have in common: voucher before provider before amount before month before words. */
function likeness(cost: CostItem, credit: CostItem): number {
  const words = wordsOf(credit.description)
  const shared = [...wordsOf(cost.description)].filter((word) => words.has(word)).length
  return Number(cost.id === credit.credits) * 1000 + Number(cost.voucher !== undefined && cost.voucher === credit.voucher) * 500
    + Number(mentions(credit, cost)) * 300 + Number(nameKey(cost.provider) !== '' && nameKey(cost.provider) === nameKey(credit.provider)) * 100
    + Number(cost.net !== undefined && credit.net !== undefined && cost.net === -credit.net) * 50
    + Number(cost.serviceDate?.slice(0, 7) === credit.serviceDate?.slice(0, 7)) * 20 + Math.min(shared, 10)
}

/** Whether the words of a credit name the voucher of a cost. */
function mentions({ description = '' }: CostItem, { voucher }: CostItem): boolean {
  return voucher !== undefined && voucher.length >= shortestMention && description.includes(voucher)
}

const shortestMention = 3

function nameKey(text: string | undefined): string {
  return text === undefined ? '' : text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function wordsOf(text: string | undefined): Set<string> {
  return new Set((text ?? '').toLowerCase().match(/\p{L}{4,}/gu))
}
