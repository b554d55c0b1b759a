import type { IsoDate } from '../../model/dates.js'
import type { ItemFacts, PolicyFacts } from '../../model/facts.js'
import { centsAsDecimal, multiplyToCents, parseDecimal, type Cents, type Decimal } from '../../model/money.js'
import type { CostItem } from '../../model/service-log.js'

/** Cents for an hour of a worker's time on a day, when a rate is configured. */
export type HourlyRate = (worker: string | undefined, on: IsoDate) => Cents | undefined

type AmountFacts = Pick<ItemFacts, 'deductions' | 'amountsGiven' | 'hasHours' | 'hasWorker' | 'hasRate' | 'isCredit'> &
  { [Key in 'net' | 'vat' | 'gross' | 'amount' | 'unitTotal' | 'ownWorkTotal']: Cents | undefined }

/**
 * The amounts of an item in cents: of net, VAT and gross the third follows from two; own work without amounts is worth
 * its hours at the rate of the day. What would be claimed is net (gross, when the policy says so) less deductions.
 */
export function amountFacts(item: CostItem, context: { readonly policy: PolicyFacts; readonly hourlyRate?: HourlyRate }): AmountFacts {
  const given = Number(item.net !== undefined) + Number(item.vat !== undefined) + Number(item.gross !== undefined)
  const hours = decimalOf(item.hours)
  const rate = hours === undefined ? undefined : rateFor(item, context.hourlyRate)
  const ownWorkTotal = rate === undefined || hours === undefined ? undefined : multiplyToCents(hours, centsAsDecimal(rate))
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

function rateFor({ providerKind, serviceDate, worker }: CostItem, hourlyRate: HourlyRate | undefined): Cents | undefined {
  return providerKind === 'own' && serviceDate !== undefined ? hourlyRate?.(worker, serviceDate) : undefined
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
