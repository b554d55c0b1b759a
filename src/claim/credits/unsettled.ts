import type { Unsettled } from '../../model/assessment.js'
import { formatCents, type Cents } from '../../model/money.js'
import { periodContains, type Period } from '../../model/period.js'
import type { CostItem, ServiceLog } from '../../model/service-log.js'
import type { HeldByCredits } from './held-by-credits.js'
import { hasUnreadAmount } from './negative-rows.js'

/** The rows of the period, or of no known day, without which nobody knows the true sum; nothing when there are none. */
export function unsettledRows(log: ServiceLog, { rows: credits, cents }: HeldByCredits, period: Period | undefined): Unsettled | undefined {
  const unread = log.items.filter((item) => hasUnreadAmount(item) && (period === undefined || item.serviceDate === undefined || periodContains(period, item.serviceDate)))
  if (unread.length === 0 && credits === 0) return undefined
  const told = unread.flatMap((item) => knownAmount(item) ?? [])
  return {
    unreadRows: unread.length,
    ...(told.length === 0 ? {} : { unreadAmount: formatCents(told.reduce((sum, one) => sum + one, 0n)) }),
    credits,
    creditsAmount: formatCents(-cents),
  }
}

/** The sum of the row that could be read, where another could not. */
function knownAmount({ net, gross }: CostItem): Cents | undefined {
  return net ?? gross
}
