import { addDays, addYears, endOfYear, type IsoDate } from '../model/dates.js'
import type { Decided, LedgerClaim, Remedy } from '../model/ledger.js'
import { daysOffAsTexts, workingDayFrom } from '../rules/tables/days-off.js'
import type { Tables } from '../rules/tables/tables.js'
import type { KeptClaim } from './kept-claims.js'

type Appeals = Pick<Tables, 'appeals' | 'daysOff'>
/** The dated tables by which a claim is looked at. */
export type LedgerLaw = Appeals & Pick<Tables, 'recovery' | 'retention'>

/**
 * What can be done against the last of the decisions that follow each other on a claim, by the law of the day of the
 * first (APL-001, APL-002), and until when: a last day off moves to the next working day. Nothing where the law knows
 * no further remedy.
 */
export function remedyOf(decisions: readonly Decided[], asOf: IsoDate, { appeals, daysOff }: Appeals): Remedy | undefined {
  const [first, last] = [decisions[0], decisions.at(-1)]
  const row = first && rowOn(appeals.filter(({ decision = 1 }) => decision === decisions.length), first.onDate)
  if (row === undefined || last === undefined) return undefined
  const counted = addDays(last.noticeOn ?? last.onDate, row.days)
  const lastDay = workingDayFrom(counted, daysOffAsTexts(daysOff))
  const moved = lastDay === counted ? {} : { movedFrom: counted }
  const basis = [row.basis, ...(lastDay === counted ? [] : (daysOff ?? []).slice(0, 1).map(({ basis: source }) => source))].map(basisOf).join('; ')
  return { name: row.remedy, days: row.days, lastDay, ...moved, open: asOf <= lastDay, basis, certainty: row.basis.certainty }
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
export function ledgerClaim({ standing, ...kept }: KeptClaim, asOf: IsoDate, law: LedgerLaw): LedgerClaim {
  const { state, amount, granted, paid, recovered, interest, parts, decisions, recovery, paidOn, lastDate, steps } = standing
  const refused = granted !== undefined && granted < amount
  return {
    number: kept.number, businessId: kept.businessId, period: kept.period, state, asOf: kept.asOf, ruleBook: kept.ruleBook, packet: kept.packet, compensation: kept.compensation, items: kept.items,
    claimed: amount, granted, paid, recovered, interest, parts, steps,
    remedy: refused ? remedyOf(decisions, asOf, law) : undefined,
    recoveryRemedy: recovery && remedyOf([recovery], asOf, law),
    recoverableUntil: paidOn === undefined ? undefined : recoverableUntil(kept.period.to, paidOn, law),
    keepUntil: standing.scrubbed ? undefined : keepUntil(kept.period.to, lastDate, law),
  }
}

function basisOf({ act, section }: { readonly act: string; readonly section?: string | undefined }): string {
  return section === undefined ? act : `${act} ${section} §`
}

function rowOn<Row extends { readonly from: IsoDate; readonly to?: IsoDate | undefined }>(rows: readonly Row[], date: IsoDate): Row | undefined {
  return rows.find(({ from, to = '9999' }) => from <= date && date <= to)
}
