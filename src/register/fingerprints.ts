import { createHmac } from 'node:crypto'
import type { IsoDate } from '../model/dates.js'
import type { CostItem } from '../model/service-log.js'

/** Keyed names of an item (HMAC-SHA-256), which say nothing of it to anyone without the key. */
export interface ItemNames {
  /** Of claimant, case, service day, category, voucher and amounts, and of the place among items equal in all of these. */
  readonly fingerprint: string
  /** Of the same without the amounts and the place: what stays when an amount is changed. */
  readonly thread: string
  /** The service day, where it is known. */
  readonly day?: IsoDate | undefined
  /** The file of the log that has the row. */
  readonly file?: string | undefined
}

/** Names the items of a log for the register without saying what they are. */
export function namesOf(items: readonly CostItem[], businessId: string, key: Uint8Array): Map<string, ItemNames> {
  const seen = new Map<string, number>()
  const threads = new Map<string, string>()
  const hmac = (text: string) => createHmac('sha256', key).update(text).digest('hex')
  const ordered = items.toSorted((left, right) => (left.id < right.id ? -1 : 1))
  return new Map(ordered.map((item) => {
    const row = [businessId, item.case, item.serviceDate, item.category, item.voucher].join('\u0000')
    const content = [row, item.net, item.vat, item.gross, item.deductions, item.hours].join('\u0000')
    const ordinal = (seen.get(content) ?? 0) + 1
    seen.set(content, ordinal)
    const thread = threads.get(row) ?? hmac(`thread\u0000${row}`)
    threads.set(row, thread)
    return [item.id, { fingerprint: hmac(`${content}\u0000${ordinal}`), thread, day: item.serviceDate, file: item.source.table.file }]
  }))
}
