import type { EvidenceProfile } from '../../model/assessment.js'
import type { IsoDate } from '../../model/dates.js'
import type { FactValue, ItemFacts } from '../../model/facts.js'
import type { Effect } from '../../model/values.js'
import type { Basis, Rule } from '../book.js'

/** A rule that failed, or that could not be judged because a fact was missing. */
export interface RuleFinding {
  readonly rule: Rule
  readonly effect: Effect
  /** Path of the missing fact, when the rule lacked data. */
  readonly lacking?: string
  /** What the message may name: facts read (`claim.asOf`), `let` values and parameters. */
  readonly values: Readonly<Record<string, FactValue | bigint>>
  /** The sources in force on the day that chose the law. */
  readonly basis: readonly Basis[]
  /** Key of the service-log column to point to. */
  readonly column?: string
}

/** What the book says of one item. */
export interface ItemJudgement {
  readonly id: string
  readonly regime?: string
  /** The fact and date that chose the law. */
  readonly decidedBy?: { readonly fact: string; readonly date: IsoDate }
  readonly findings: readonly RuleFinding[]
  /** Key of the evidence profile. */
  readonly profile: string
}

/** What the book says of the claimant, the claim and the cases, each judged once. */
export interface GeneralJudgement {
  readonly claimant: readonly RuleFinding[]
  readonly claim: readonly RuleFinding[]
  readonly cases: ReadonlyMap<string, readonly RuleFinding[]>
}

/** Judges items one after the other, in memory that does not grow with their number. */
export interface Judge {
  readonly general: GeneralJudgement
  judgeItem(item: ItemFacts): ItemJudgement
  /** The evidence profiles met so far, by key. */
  profiles(): Record<string, EvidenceProfile>
}

export interface Judgement {
  readonly items: readonly ItemJudgement[]
  readonly general: GeneralJudgement
  readonly profiles: Record<string, EvidenceProfile>
}
