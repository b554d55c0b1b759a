import { createHash } from 'node:crypto'
import { formatCents, type Cents } from '../model/money.js'
import { cellOf, type CostItem, type ServiceLog, type SourceFinding } from '../model/service-log.js'

/** The codes of what is found here: from the rows together, and from no cell of a spreadsheet. */
export const proportionCodes: ReadonlySet<string> = new Set(['SRC-082', 'SRC-083', 'SRC-084'])

/** The largest amount of one item in whole euros that needs no second look, where the workspace names none. */
export const usualLargestItem = 100_000
/** A lost decimal mark makes an amount a hundred times as large, and one of half the usual size fifty times as large as the usual. */
const outOfProportion = 50n
/** So many others of its kind tell what is usual. */
const fewestOthers = 3

/**
 * The log with what its amounts say of one another: an amount above the largest item, or fifty times what its kind
 * usually costs, waits for a person, whose answer rests on the amount; a cost of nothing is a note. `largestItem` is in
 * whole euros.
 */
export function withProportionFindings(log: ServiceLog, largestItem: number = usualLargestItem): ServiceLog {
  const usual = usualAmounts(log.items)
  const limit = BigInt(largestItem) * 100n
  const found = log.items.flatMap((item) => proportionFinding(item, limit, usual) ?? [])
  return found.length === 0 ? log : { ...log, findings: [...log.findings, ...found] }
}

function proportionFinding(item: CostItem, limit: Cents, usual: ReadonlyMap<string, Cents>): SourceFinding | undefined {
  const amount = amountOf(item)
  if (amount === undefined) return undefined
  if (amount === 0n) return isNothing(item) ? { rule: 'SRC-084', effect: 'note', at: cellOf(item.source, keyOf(item)), item: item.id, values: {} } : undefined
  if (amount > limit) return waiting('SRC-082', item, amount, limit)
  const alike = usual.get(kindOf(item))
  return alike !== undefined && amount >= alike * outOfProportion ? waiting('SRC-083', item, amount, alike) : undefined
}

function waiting(rule: SourceFinding['rule'], item: CostItem, amount: Cents, compared: Cents): SourceFinding {
  return { rule, effect: 'review', at: cellOf(item.source, keyOf(item)), item: item.id, restsOn: restsOn(item), values: { euros: formatCents(amount), usual: formatCents(compared) } }
}

/** What a row of each kind usually costs: the middle one of the amounts, where there are enough of them. */
function usualAmounts(items: readonly CostItem[]): Map<string, Cents> {
  const ofKind = new Map<string, Cents[]>()
  for (const item of items) {
    const amount = amountOf(item)
    if (amount === undefined || amount === 0n || item.category === undefined) continue
    const known = ofKind.get(kindOf(item))
    if (known === undefined) ofKind.set(kindOf(item), [amount])
    else known.push(amount)
  }
  return new Map([...ofKind].flatMap(([kind, amounts]) => (amounts.length <= fewestOthers ? [] : [[kind, middle(amounts)]])))
}

/** The lower of two in the middle: half of the rows may be wrong, and the other half still tells. */
function middle(amounts: readonly Cents[]): Cents {
  const sorted = amounts.toSorted((left, right) => (left < right ? -1 : Number(left > right)))
  return sorted[Math.floor((sorted.length - 1) / 2)] as Cents
}

function kindOf({ category, unit }: CostItem): string {
  return `${category ?? ''} ${unit ?? ''}`
}

/** The largest sum of the row, without its sign: whichever is claimed, it is no larger. */
function amountOf({ net, gross }: CostItem): Cents | undefined {
  const sums = [net, gross].flatMap((one) => (one === undefined ? [] : [one < 0n ? -one : one]))
  return sums.length === 0 ? undefined : sums.reduce((most, one) => (one > most ? one : most))
}

function isNothing({ vat, deductions }: CostItem): boolean {
  return (vat ?? 0n) === 0n && (deductions ?? 0n) === 0n
}

function keyOf({ net }: CostItem): string {
  return net === undefined ? 'gross' : 'net'
}

/** Another amount asks again. */
function restsOn({ net, gross, vat }: CostItem): string {
  const sums = [net, gross, vat].map((one) => (one === undefined ? '' : formatCents(one)))
  return createHash('sha256').update(sums.join(' ')).digest('hex').slice(0, 16)
}
