import { addDays, addYears, type IsoDate } from '../../model/dates.js'
import type { CaseFacts } from '../../model/facts.js'
import type { Tables } from '../../rules/tables/tables.js'

/** What the lump sum of a person goes by. */
export type LumpSumBasis = Pick<CaseFacts, 'permitSection' | 'permitFrom' | 'firstResidenceOn'>

/** Days for which the lump sum is due; both ends included. */
export interface LumpSumDays {
  readonly from: IsoDate
  readonly to: IsoDate
}

/**
 * The days of a person's lump sum: its years run from the first municipality of residence, or from the permit where there
 * is none, and it is due from the permit on. One truth for the rules and for what is unclaimed.
 */
export function lumpSumDays({ permitSection, permitFrom, firstResidenceOn }: LumpSumBasis, tables: Pick<Tables, 'lumpSumPeriods' | 'lumpSumPermits'>): LumpSumDays | undefined {
  if (permitFrom === undefined) return undefined
  const permit = permitOf(permitSection, permitFrom, tables)
  const start = firstResidenceOn ?? (permit?.residenceNeeded === true ? undefined : permitFrom)
  const row = start === undefined ? undefined : tables.lumpSumPeriods.find(({ from, to = start }) => from <= start && start <= to)
  if (start === undefined || row === undefined) return undefined
  const from = start > permitFrom ? start : permitFrom
  const to = addDays(addYears(start, permit?.quotaRefugee === true ? row.quotaRefugeeYears : row.years), -1)
  return from > to ? undefined : { from, to }
}

type LumpSumFacts = Pick<CaseFacts, 'lumpSumDueFrom' | 'lumpSumDueTo' | 'lumpSumDeadline'>

/** How the days are told in facts, and the last day for a claim of each. */
export interface LumpSumTelling {
  readonly told: (days: LumpSumDays) => LumpSumDays
  readonly deadline?: ((day: IsoDate) => IsoDate | undefined) | undefined
}

/** The same as facts, of persons whose permit gives the right to it, with the last day on which its last year can be claimed. */
export function lumpSumFacts(basis: LumpSumBasis, tables: Tables, { told, deadline }: LumpSumTelling): LumpSumFacts {
  const { permitSection, permitFrom } = basis
  const days = permitFrom === undefined || permitOf(permitSection, permitFrom, tables) === undefined ? undefined : lumpSumDays(basis, tables)
  if (days === undefined) return {}
  const last = deadline?.(days.to)
  const { from, to } = told(days)
  return { lumpSumDueFrom: from, lumpSumDueTo: to, ...(last === undefined ? {} : { lumpSumDeadline: last }) }
}

function permitOf(permitSection: string | undefined, permitFrom: IsoDate, { lumpSumPermits = [] }: Pick<Tables, 'lumpSumPermits'>) {
  return lumpSumPermits.find(({ section, from, to = permitFrom }) => section === permitSection && from <= permitFrom && permitFrom <= to)
}
