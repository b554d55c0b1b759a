import { addDays, addYears, endOfYear, type IsoDate } from '../model/dates.js'
import type { LedgerClaim, Remedy } from '../model/ledger.js'
import type { Tables } from '../rules/tables/tables.js'
import type { KeptClaim } from './kept-claims.js'

type DatedTables = Pick<Tables, 'appeals' | 'recovery' | 'retention'>

/** What can be done against a decision by the law of its day (APL-001, APL-002), and until when. */
export function remedyOf(decidedOn: IsoDate, noticeOn: IsoDate | undefined, asOf: IsoDate, { appeals }: Pick<Tables, 'appeals'>): Remedy | undefined {
  const row = rowOn(appeals, decidedOn)
  if (row === undefined) return undefined
  const lastDay = addDays(noticeOn ?? decidedOn, row.days)
  return { name: row.remedy, days: row.days, lastDay, open: asOf <= lastDay, basis: basisOf(row.basis), certainty: row.basis.certainty }
}

/** The last day on which the authority can decide that compensation is paid back (RCV-002): years from the end of the year for which it was paid. */
export function recoverableUntil(paidFor: IsoDate, paidOn: IsoDate, { recovery }: Pick<Tables, 'recovery'>): IsoDate | undefined {
  const row = rowOn(recovery, paidOn)
  return row === undefined ? undefined : endOfYear(addYears(paidFor, row.calendarYears))
}

/** Until when the records of a claim are kept (PKT-008): the longest of its retention times, each from the end of the year of the claim's last day or step. */
export function keepUntil(lastDay: IsoDate, lastStep: IsoDate, { retention }: Pick<Tables, 'retention'>): IsoDate | undefined {
  const from = lastDay > lastStep ? lastDay : lastStep
  const ends = retention.filter((row) => (row.what === 'voucher' || row.what === 'recovery') && row.from <= from && from <= (row.to ?? '9999')).map(({ years }) => endOfYear(addYears(from, years)))
  return ends.sort().at(-1)
}

/** A claim of the register as people look at it on a day. */
export function ledgerClaim({ standing, ...kept }: KeptClaim, asOf: IsoDate, tables: DatedTables): LedgerClaim {
  const { state, amount, granted, paid, recovered, interest, parts, decidedOn, noticeOn, paidOn, lastDate, steps } = standing
  const refused = granted !== undefined && granted < amount
  return {
    number: kept.number, businessId: kept.businessId, period: kept.period, state, asOf: kept.asOf, ruleBook: kept.ruleBook, packet: kept.packet, items: kept.items,
    claimed: amount, granted, paid, recovered, interest, parts, steps,
    remedy: refused && decidedOn !== undefined ? remedyOf(decidedOn, noticeOn, asOf, tables) : undefined,
    recoverableUntil: paidOn === undefined ? undefined : recoverableUntil(kept.period.to, paidOn, tables),
    keepUntil: standing.scrubbed ? undefined : keepUntil(kept.period.to, lastDate, tables),
  }
}

function basisOf({ act, section }: { readonly act: string; readonly section?: string | undefined }): string {
  return section === undefined ? act : `${act} ${section} §`
}

function rowOn<Row extends { readonly from: IsoDate; readonly to?: IsoDate | undefined }>(rows: readonly Row[], date: IsoDate): Row | undefined {
  return rows.find(({ from, to = '9999' }) => from <= date && date <= to)
}
