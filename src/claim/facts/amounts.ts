import type { ItemDetails } from '../../model/claim.js'
import type { ItemFacts, PolicyFacts } from '../../model/facts.js'
import { centsPerHour, type HourlyRate, type RateOn } from '../../model/hourly-rates.js'
import { centsAsDecimal, multiplyToCents, parseDecimal, type Cents, type Decimal } from '../../model/money.js'
import type { CostItem } from '../../model/service-log.js'

type AmountFacts = Pick<ItemFacts, 'deductions' | 'amountsGiven' | 'hasHours' | 'hasWorker' | 'hasRate' | 'isCredit'> &
  { [Key in 'net' | 'vat' | 'gross' | 'amount' | 'unitTotal' | 'ownWorkTotal']: Cents | undefined }

/**
 * The amounts of an item in cents: of net, VAT and gross the third follows from two; own work without amounts is worth
 * its hours, or its quantity in hours, at the rate of the day. What would be claimed is net (gross, when the policy says
 * so) less deductions.
 */
export function amountFacts(item: CostItem, context: { readonly policy: PolicyFacts; readonly rateOn?: RateOn | undefined }): AmountFacts {
  const given = Number(item.net !== undefined) + Number(item.vat !== undefined) + Number(item.gross !== undefined)
  const hours = decimalOf(hoursOf(item, item.providerKind))
  const rate = rateOf(item, context.rateOn)
  const ownWorkTotal = rate === undefined || hours === undefined ? undefined : workTotal(hours, rate)
  const { net, vat, gross } = completed(item, given, ownWorkTotal)
  const claimed = context.policy.vat === 'gross' ? gross : net
  const deductions = item.deductions ?? 0n
  return {
    net,
    vat,
    gross,
    amountsGiven: given,
    deductions,
    amount: isReadable(item) && claimed !== undefined ? claimed - deductions : undefined,
    unitTotal: unitTotal(item),
    isCredit: claimed !== undefined && claimed < 0n,
    hasHours: hours !== undefined,
    hasWorker: item.worker !== undefined,
    hasRate: rate !== undefined,
    ownWorkTotal,
  }
}

const amountKeys = ['net', 'vat', 'gross', 'deductions']

function isReadable({ unreadable }: CostItem): boolean {
  return unreadable.length === 0 || !amountKeys.some((key) => unreadable.includes(key))
}

/** The rate of the hours of an item of own work. */
export function rateOf(item: CostItem, rateOn: RateOn | undefined): HourlyRate | undefined {
  const { providerKind, serviceDate, worker } = item
  return providerKind === 'own' && serviceDate !== undefined && decimalOf(hoursOf(item, providerKind)) !== undefined ? rateOn?.(worker, serviceDate) : undefined
}

/** The hours of own work: entered as such, or as a quantity whose unit is the hour. */
export function hoursOf({ hours, quantity, unit }: Pick<ItemDetails, 'hours' | 'quantity' | 'unit'>, providerKind: string | undefined): string | undefined {
  return hours ?? (providerKind === 'own' && unit === 'h' ? quantity : undefined)
}

/** Hours at their rate, half a cent rounded away from zero. */
export function workTotal(hours: Decimal, rate: Pick<HourlyRate, 'eurosPerHour'>): Cents {
  return multiplyToCents(hours, centsAsDecimal(centsPerHour(rate)))
}

function completed({ net, vat, gross }: CostItem, given: number, ownWorkTotal: Cents | undefined) {
  if (given === 0 && ownWorkTotal !== undefined) return { net: ownWorkTotal, vat: 0n, gross: ownWorkTotal }
  if (given !== 2) return { net, vat, gross }
  return {
    net: net ?? (gross as Cents) - (vat as Cents),
    vat: vat ?? (gross as Cents) - (net as Cents),
    gross: gross ?? (net as Cents) + (vat as Cents),
  }
}

function unitTotal(item: CostItem): Cents | undefined {
  const quantity = decimalOf(item.quantity)
  const price = decimalOf(item.unitPrice)
  return quantity === undefined || price === undefined ? undefined : multiplyToCents(quantity, price)
}

function decimalOf(text: string | undefined): Decimal | undefined {
  const read = text === undefined ? undefined : parseDecimal(text)
  return typeof read === 'object' ? read : undefined
}
