import type { Assessment } from '../../model/assessment.js'
import type { Claimant } from '../../model/claimant.js'
import type { Facts } from '../../model/facts.js'
import { formatCents, parseCents, type Cents } from '../../model/money.js'
import type { ServiceLog } from '../../model/service-log.js'
import { unclaimedSchemaName, type Unclaimed } from '../../model/unclaimed.js'
import type { CompiledBook } from '../../rules/engine/compile-book.js'
import { indexLog } from '../facts/log-index.js'
import { areaOf } from '../facts/residences.js'
import { eligibleByDeadline } from './eligible.js'
import { endingDecisions } from './ending-decisions.js'
import { missedLumpSums } from './lump-sums.js'
import { missingPapers } from './missing-papers.js'
import { serviceGaps } from './service-gaps.js'

export interface UnclaimedInput {
  readonly log: ServiceLog
  readonly facts: Facts
  /** The whole log assessed, without a period, with what earlier claims hold. */
  readonly assessment: Assessment
  readonly book: CompiledBook
  readonly claimant: Claimant
  /** How many days before its end a decision is named. */
  readonly endingWithinDays: number
  /** How many days without service or decision make a gap. */
  readonly gapDays: number
}

/** What is still left on the table on the day of the assessment: money, papers, lump sums, decisions and gaps. */
export function unclaimed(input: UnclaimedInput): Unclaimed {
  const { assessment, book, claimant, facts, log } = input
  const { asOf } = assessment
  const { tables } = book.book
  const index = indexLog(log)
  const area = areaOf(claimant, tables, asOf)
  const deadlines = eligibleByDeadline(assessment, facts, book.book)
  const papers = missingPapers(assessment, facts, book)
  const lumpSums = missedLumpSums({ assessment, facts, book, claimant, index, area })
  return {
    schema: unclaimedSchemaName,
    tool: assessment.tool,
    ruleBook: assessment.ruleBook,
    asOf,
    claimant: assessment.claimant,
    totals: {
      items: deadlines.reduce((count, { items }) => count + items.length, 0),
      amount: sum(deadlines),
      missingPaperItems: papers.length,
      missingPaperAmount: sum(papers),
      lumpSums: lumpSums.length,
      lumpSumAmount: sum(lumpSums),
    },
    deadlines,
    missingPapers: papers,
    lumpSums,
    endingDecisions: endingDecisions(log.decisions, index, asOf, input.endingWithinDays),
    serviceGaps: serviceGaps({ log, index, area, book: book.book, asOf, gapDays: input.gapDays }),
  }
}

function sum(rows: readonly { readonly amount?: string | undefined }[]): string {
  return formatCents(rows.reduce((total, { amount }) => total + (amount === undefined ? 0n : (parseCents(amount) as Cents)), 0n))
}
