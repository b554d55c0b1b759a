import type { PolicyFacts } from '../../model/facts.js'
import { parseDecimal, type Decimal } from '../../model/money.js'
import type { CostItem } from '../../model/service-log.js'

/** Whether the unit price lies in the claimant's band for its category and unit: `INTERPRETING h 40-90.50`, ends included. */
export function unitPriceInBand(item: CostItem, policy: PolicyFacts): boolean | undefined {
  if (!Array.isArray(policy.unitPriceBands) || policy.unitPriceBands.length === 0) return undefined
  const price = decimalOf(item.unitPrice)
  const bands = policy.unitPriceBands as readonly string[]
  const band = bands.map(bandOf).find((one) => one !== undefined && one.category === item.category && one.unit === item.unit)
  if (price === undefined || band === undefined) return undefined
  return compare(band.lowest, price) <= 0 && compare(price, band.highest) <= 0
}

function bandOf(text: string) {
  const [, category, unit, low, high] = /^(\S+)\s+(\S+)\s+([\d.,]+)-([\d.,]+)$/.exec(text.trim()) ?? []
  const [lowest, highest] = [decimalOf(low), decimalOf(high)]
  return lowest === undefined || highest === undefined ? undefined : { category, unit, lowest, highest }
}

function decimalOf(text: string | undefined): Decimal | undefined {
  const read = text === undefined ? undefined : parseDecimal(text)
  return typeof read === 'object' ? read : undefined
}

function compare(left: Decimal, right: Decimal): number {
  const difference = left.units * 10n ** BigInt(right.scale) - right.units * 10n ** BigInt(left.scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
