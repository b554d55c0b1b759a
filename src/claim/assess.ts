import { assessmentSchemaName, type AssessedItem, type Assessment, type Finding, type GeneralFinding } from '../model/assessment.js'
import type { Claimant } from '../model/claimant.js'
import type { Facts, ItemFacts } from '../model/facts.js'
import type { Language } from '../model/language.js'
import { formatCents } from '../model/money.js'
import { periodContains, type Period } from '../model/period.js'
import type { Review } from '../model/review.js'
import type { CostItem, ServiceLog, SourceFinding } from '../model/service-log.js'
import { effects, type Outcome } from '../model/values.js'
import type { CompiledBook } from '../rules/compile-book.js'
import { createJudge } from '../rules/judge.js'
import type { GeneralJudgement, ItemJudgement } from '../rules/judgement.js'
import { generalFinding, itemFinding, sourceFinding, sourceGeneralFinding } from './render-findings.js'
import { reviewBook, type ReviewBook } from './reviews.js'
import { totalsOf } from './totals.js'

export interface AssessInput {
  readonly log: ServiceLog
  readonly facts: Facts
  readonly book: CompiledBook
  readonly claimant: Pick<Claimant, 'kind' | 'businessId'>
  readonly reviews: readonly Review[]
  readonly language: Language
  readonly period?: Period | undefined
  readonly toolVersion: string
}

/**
 * Judges every item of the period: `rejected` when a rejecting rule fails or lacks a fact, or a needed cell cannot be
 * read; `review` when a person has to judge and has not; otherwise `claimable`. Changes no amount.
 */
export function assess(input: AssessInput): Assessment {
  const { log, facts, book, period } = input
  const judge = createJudge(book, facts)
  const reviews = reviewBook(input.reviews, facts.claim.asOf)
  const source = sourceFindings(log)
  const general = generalFindings(input, judge.general, source.general)
  const blocked = blockedBy(judge.general, source.general)

  const items: AssessedItem[] = []
  let outsidePeriod = 0
  log.items.forEach((item, index) => {
    if (period !== undefined && item.serviceDate !== undefined && !periodContains(period, item.serviceDate)) outsidePeriod += 1
    else items.push(assessItem(item, facts.items[index] as ItemFacts, judge.judgeItem(facts.items[index] as ItemFacts), source.items.get(item.id) ?? [], { input, reviews, blocked }))
  })
  return {
    schema: assessmentSchemaName,
    tool: { version: input.toolVersion },
    ruleBook: { version: book.book.version, sha256: book.book.sha256 },
    asOf: facts.claim.asOf,
    language: input.language,
    claimant: { kind: input.claimant.kind, businessId: input.claimant.businessId },
    ...(period === undefined ? {} : { period: { from: period.from, to: period.to } }),
    totals: totalsOf(items),
    outsidePeriod,
    items,
    evidence: judge.profiles(),
    findings: general,
  }
}

interface ItemContext {
  readonly input: AssessInput
  readonly reviews: ReviewBook
  readonly blocked: { readonly all: boolean; readonly cases: ReadonlySet<string> }
}

function assessItem(item: CostItem, facts: ItemFacts, judged: ItemJudgement, source: readonly SourceFinding[], { input, reviews, blocked }: ItemContext): AssessedItem {
  const found: Finding[] = [
    ...source.map((finding) => sourceFinding(finding, input.language)),
    ...judged.findings.map((finding) => itemFinding(finding, item, input.language)),
  ]
  const findings = gravestFirst(found.map((finding) => (finding.effect === 'review' ? reviews.answered(item.id, finding, judged) : finding)))
  const caseBlocked = blocked.all || (item.case !== undefined && blocked.cases.has(item.case))
  return {
    id: item.id,
    ...(item.case === undefined ? {} : { case: item.case }),
    outcome: outcomeOf(findings, caseBlocked, facts),
    ...(facts.amount === undefined ? {} : { amount: formatCents(facts.amount) }),
    ...(judged.regime === undefined ? {} : { regime: judged.regime }),
    ...(judged.decidedBy === undefined ? {} : { decidedBy: { ...judged.decidedBy } }),
    source: { file: item.source.table.file, sheet: item.source.table.sheet, row: item.source.row },
    findings,
    evidence: judged.profile,
  }
}

/** Findings in the order of their weight: what rejects, what asks for a review, what is only worth knowing. */
export function gravestFirst(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((left, right) => effects.indexOf(left.effect) - effects.indexOf(right.effect))
}

/** An item whose amount is not known can never be claimed, whatever the rules say. */
export function outcomeOf(findings: readonly Finding[], blocked: boolean, facts: ItemFacts): Outcome {
  const leftOut = findings.some(({ reviewed }) => reviewed?.answer === 'leave-out')
  if (blocked || leftOut || facts.amount === undefined || facts.unreadable.length > 0 || findings.some(({ effect }) => effect === 'reject')) return 'rejected'
  return findings.some(({ effect, reviewed }) => effect === 'review' && reviewed === undefined) ? 'review' : 'claimable'
}

/** The reader's findings by item; what it says of cases, sheets and files is general. */
function sourceFindings(log: ServiceLog) {
  const items = new Map<string, SourceFinding[]>()
  const general: SourceFinding[] = []
  for (const finding of log.findings) {
    if (finding.item === undefined) general.push(finding)
    else if (items.has(finding.item)) items.get(finding.item)?.push(finding)
    else items.set(finding.item, [finding])
  }
  return { items, general }
}

/** Which items a rejecting finding about more than one item keeps out: all, or those of some cases. */
function blockedBy(judged: GeneralJudgement, source: readonly SourceFinding[]): ItemContext['blocked'] {
  const judgedCases = [...judged.cases].filter(([, findings]) => rejects(findings)).map(([id]) => id)
  const unreadCases = source.flatMap(({ effect, case: theCase }) => (effect === 'reject' && theCase !== undefined ? [theCase] : []))
  return { all: rejects(judged.claimant) || rejects(judged.claim), cases: new Set([...judgedCases, ...unreadCases]) }
}

function rejects(findings: readonly { effect: string }[]): boolean {
  return findings.some(({ effect }) => effect === 'reject')
}

function generalFindings({ log, language }: AssessInput, judged: GeneralJudgement, source: readonly SourceFinding[]): GeneralFinding[] {
  const cases = new Map(log.cases.map((one) => [one.case, one]))
  return [
    ...judged.claimant.map((finding) => generalFinding(finding, 'claimant', undefined, language)),
    ...judged.claim.map((finding) => generalFinding(finding, 'claim', undefined, language)),
    ...[...judged.cases].flatMap(([id, findings]) => findings.map((finding) => generalFinding(finding, 'case', cases.get(id), language))),
    ...source.map((finding) => sourceGeneralFinding(finding, language)),
  ]
}
