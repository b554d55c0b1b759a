import type { ItemFacts, PolicyFacts } from '../../model/facts.js'
import { centsAsDecimal, multiplyToCents, parseDecimal, type Cents, type Decimal } from '../../model/money.js'
import type { CostItem } from '../../model/service-log.js'
import type { HourlyRate } from '../derive-facts.js'

type AmountFacts = Pick<ItemFacts, 'deductions' | 'amountsGiven' | 'hasHours' | 'hasWorker' | 'hasRate' | 'isCredit'> &
  { [Key in 'net' | 'vat' | 'gross' | 'amount' | 'unitTotal' | 'ownWorkTotal']: Cents | undefined }

/**
 * The amounts of an item in cents: of net, VAT and gross the third follows from two; own work without amounts is worth
 * its hours at the rate of the day. What would be claimed is net (gross, when the policy says so) less deductions.
 */
export function amountFacts(item: CostItem, context: { readonly policy: PolicyFacts; readonly hourlyRate?: HourlyRate }): AmountFacts {
  const given = [item.net, item.vat, item.gross].filter((amount) => amount !== undefined).length
  const ownWork = ownWorkFacts(item, context.hourlyRate)
  const readable = !['net', 'vat', 'gross', 'deductions'].some((key) => item.unreadable.includes(key))
  const amounts = completed(item, given, ownWork.ownWorkTotal)
  const claimed = context.policy.vat === 'gross' ? amounts.gross : amounts.net
  const deductions = item.deductions ?? 0n
  return {
    ...amounts,
    amountsGiven: given,
    deductions,
    amount: readable && claimed !== undefined ? claimed - deductions : undefined,
    unitTotal: unitTotal(item),
    isCredit: claimed !== undefined && claimed < 0n,
    ...ownWork,
  }
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

function ownWorkFacts(item: CostItem, hourlyRate: HourlyRate | undefined) {
  const hours = decimalOf(item.hours)
  const own = item.providerKind === 'own'
  const rate = own && hours !== undefined && item.serviceDate !== undefined ? hourlyRate?.(item.worker, item.serviceDate) : undefined
  return {
    hasHours: hours !== undefined,
    hasWorker: item.worker !== undefined,
    hasRate: rate !== undefined,
    ownWorkTotal: rate === undefined || hours === undefined ? undefined : multiplyToCents(hours, centsAsDecimal(rate)),
  }
}

function unitTotal(item: CostItem): Cents | undefined {
  const [quantity, price] = [decimalOf(item.quantity), decimalOf(item.unitPrice)]
  return quantity === undefined || price === undefined ? undefined : multiplyToCents(quantity, price)
}

function decimalOf(text: string | undefined): Decimal | undefined {
  const read = text === undefined ? undefined : parseDecimal(text)
  return typeof read === 'object' ? read : undefined
}
