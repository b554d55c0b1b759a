import type { Claim } from '../../model/claim.js'
import type { ItemFacts } from '../../model/facts.js'
import { multiplyToCents, parseDecimal } from '../../model/money.js'
import { ownValue } from '../../model/own-keys.js'
import type { PacketContent } from '../content.js'
import { checkOwnWork, checkRates } from './check-own-work.js'
import { differs, type Difference } from './difference.js'

/** Whether the details that a handler reads agree with the facts that the rules read. */
export function checkDetails({ claim }: PacketContent): Difference[] {
  const items = new Set(claim.facts.items.map(({ id }) => id))
  const claimed = new Set(claim.claimed)
  const unknown = Object.keys(claim.details).filter((id) => !items.has(id))
  return [...checkRates(claim), ...unknown.map((item) => differs('details-differ', { item, key: 'item' })), ...claim.facts.items.flatMap((item) => checkItem(item, claim, claimed.has(item.id)))]
}

function checkItem(item: ItemFacts, claim: Claim, claimed: boolean): Difference[] {
  const details = ownValue(claim.details, item.id)
  if (details === undefined) return claimed ? [differs('details-differ', { item: item.id, key: 'details' })] : []
  const found: Difference[] = []
  const odd = (key: string) => found.push(differs('details-differ', { item: item.id, key }))
  if (details.description !== undefined && lengthOf(details.description) !== undefined && lengthOf(details.description) !== item.descriptionLength) odd('description')
  if (details.need !== undefined && lengthOf(details.need) !== undefined && lengthOf(details.need) !== item.needLength) odd('need')
  if (details.voucher !== undefined && !item.hasVoucher) odd('voucher')
  if (details.provider !== undefined && !item.hasProvider) odd('provider')
  if (details.worker !== undefined && !item.hasWorker) odd('worker')
  if (details.hours !== undefined && !item.hasHours) odd('hours')
  if ((details.decision !== undefined) !== item.decisionGiven) odd('decision')
  if ((details.credits !== undefined) !== item.creditsGiven) odd('credits')
  if (unitTotal(details.quantity, details.unitPrice) !== item.unitTotal) odd('unitPrice')
  if (item.amount !== undefined && item.amount !== ((claim.facts.policy['vat'] === 'gross' ? item.gross : item.net) ?? 0n) - item.deductions) odd('amount')
  found.push(...checkOwnWork(item, details, claim))
  return claimed && item.decisionListed && item.decisionForCase ? [...found, ...checkDecision(item, details.decision ?? '', claim)] : found
}

/** A claimed item's decision is among those relied on, and says what the facts say of it. */
function checkDecision(item: ItemFacts, number: string, { decisions }: Claim): Difference[] {
  const rows = decisions.filter((one) => one.decision === number && one.case === item.case)
  if (rows.length === 0) return [differs('decision-missing', { item: item.id, decision: number })]
  return rows.some((row) => saysAsFacts(row, item)) ? [] : [differs('details-differ', { item: item.id, key: 'decision' })]
}

/** Of several rows of one decision the facts are of the one that fits the item best. */
function saysAsFacts({ validFrom = '0000', validTo = '9999', categories = [], decidedOn, result }: Claim['decisions'][number], item: ItemFacts): boolean {
  const { serviceDate = '', serviceEnd = serviceDate } = item
  const covers = validFrom <= serviceDate && serviceEnd <= validTo
  const coversCategory = categories.length === 0 || categories.includes(item.category ?? '')
  return covers === item.decisionCoversDate && coversCategory === item.decisionCoversCategory && decidedOn === item.decidedOn && result === item.decisionResult
}

/** Length of a text as the facts count it; unknown where something was taken out of the text. */
function lengthOf(text: string): number | undefined {
  return text.includes('[\u2026]') ? undefined : [...text.trim()].length
}

function unitTotal(quantity: string | undefined, unitPrice: string | undefined): bigint | undefined {
  const [count, price] = [quantity, unitPrice].map((text) => (text === undefined ? undefined : parseDecimal(text)))
  return typeof count === 'object' && typeof price === 'object' ? multiplyToCents(count, price) : undefined
}
