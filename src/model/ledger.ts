import type { IsoDate } from './dates.js'
import type { Localized } from './language.js'
import type { Cents } from './money.js'
import type { Category } from './values.js'

/** States of a claim, in the order of its life. */
export const claimStates = ['prepared', 'filed', 'decided', 'paid', 'recovered', 'withdrawn'] as const
export type ClaimState = (typeof claimStates)[number]

/** A part of a claim that a decision granted otherwise than claimed: an item, a category, or the claim as a whole. */
export interface DecidedPart {
  readonly item?: string | undefined
  readonly category?: Category | undefined
  readonly claimed: Cents
  readonly granted: Cents
  readonly reason: string
}

/** Interest on money to be paid back, by the rates of its days. */
export interface Interest {
  readonly amount: Cents
  readonly parts: readonly { readonly from: IsoDate; readonly to: IsoDate; readonly days: number; /** Percent a year: `11.5`. */ readonly percent: string }[]
}

/** One step in the life of a claim, as people look at it. */
export interface LedgerStep {
  readonly kind: string
  readonly onDate: IsoDate
  readonly by?: string | undefined
  readonly reference?: string | undefined
  readonly reason?: string | undefined
  readonly amount?: Cents | undefined
  readonly interest?: Interest | undefined
  /** A later step has reversed this one: it counts no more. */
  readonly undone?: true | undefined
  /** The kind of the step that this one reverses. */
  readonly reverses?: string | undefined
}

/** A decision of the authority: on the claim, on a remedy against the decision before it, or that money is paid back. */
export interface Decided {
  readonly onDate: IsoDate
  readonly noticeOn?: IsoDate | undefined
}

/** What can be done against a decision, by the law of its day. */
export interface Remedy {
  readonly name: Localized
  readonly days: number
  /** Counted from notice where its day is known, else from the decision: the time runs at least until then. */
  readonly lastDay: IsoDate
  /** Where the time would have ended on a day off, and the last day is the working day after it. */
  readonly movedFrom?: IsoDate | undefined
  readonly open: boolean
  readonly basis: string
  readonly certainty: 'verified' | 'believed'
}

/** A claim with all that has happened to it. */
export interface LedgerClaim {
  readonly number: string
  readonly businessId: string
  readonly period: { readonly name: string; readonly from: IsoDate; readonly to: IsoDate }
  readonly state: ClaimState
  readonly asOf: IsoDate
  readonly ruleBook: string
  readonly packet: string
  /** Another compensation of the Act, where the items were claimed under it. */
  readonly compensation?: string | undefined
  readonly items: number
  readonly claimed: Cents
  readonly granted?: Cents | undefined
  readonly paid: Cents
  readonly recovered: Cents
  readonly interest: Cents
  readonly parts: readonly DecidedPart[]
  readonly steps: readonly LedgerStep[]
  /** Against a decision that does not grant all. */
  readonly remedy?: Remedy | undefined
  /** Against the decision that money is paid back. */
  readonly recoveryRemedy?: Remedy | undefined
  /** Until when the authority can decide that money is paid back; only where something was paid. */
  readonly recoverableUntil?: IsoDate | undefined
  /** Until when the records of the claim are kept. */
  readonly keepUntil?: IsoDate | undefined
}
