import { assessmentSchemaName, type AssessedItem, type Assessment, type Finding, type GeneralFinding } from '../model/assessment.js'
import type { Claimant } from '../model/claimant.js'
import { centsToClaim, type Facts, type ItemFacts } from '../model/facts.js'
import type { Language } from '../model/language.js'
import { formatCents, type Cents } from '../model/money.js'
import { periodContains, type Period } from '../model/period.js'
import type { Review } from '../model/review.js'
import type { Case, CostItem, ServiceLog, SourceFinding } from '../model/service-log.js'
import { effects, type Effect, type Outcome } from '../model/values.js'
import type { CompiledBook } from '../rules/engine/compile-book.js'
import { createJudge } from '../rules/engine/judge.js'
import type { GeneralJudgement, ItemJudgement, RuleFinding } from '../rules/engine/judgement.js'
import { heldByCredits, nothingHeld, type JudgedBefore } from './credits/held-by-credits.js'
import type { FactSource } from './derive-facts.js'
import { generalFinding, itemFinding, sourceFinding, sourceGeneralFinding } from './render-findings.js'
import { reviewBook, type ReviewBook } from './reviews.js'
import { unsettledRows } from './credits/unsettled.js'
import { countTotals } from './totals.js'

/** What is judged: the rows of a service log, or as much of them as a packet tells. */
export interface JudgedLog {
  readonly items: readonly Pick<CostItem, 'id' | 'case' | 'serviceDate' | 'source'>[]
  readonly cases: readonly Pick<Case, 'case' | 'source'>[]
  /** What the reader noticed. */
  readonly findings: readonly SourceFinding[]
}
type JudgedRow = JudgedLog['items'][number]

/** What an assessment rests on beside the facts. */
export interface AssessContext {
  readonly log: JudgedLog
  /** The reader's findings as a packet has them in words, by item, and those of cases and files. */
  readonly worded?: { readonly items: ReadonlyMap<string, readonly Finding[]>; readonly general: readonly GeneralFinding[] }
  readonly book: CompiledBook
  readonly claimant: Pick<Claimant, 'kind' | 'businessId'>
  readonly reviews: readonly Review[]
  readonly language: Language
  readonly period?: Period | undefined
  readonly toolVersion: string
}

export interface AssessInput extends AssessContext {
  readonly facts: Facts
  /** What the items go through one by one as they are judged, for somebody who waits. */
  readonly through?: (items: Iterable<AssessedItem>) => Iterable<AssessedItem>
}

/** An assessment without its items and what is known only after the last of them. */
export type AssessmentHead = Omit<Assessment, 'totals' | 'outsidePeriod' | 'items' | 'evidence'>
export type AssessmentTail = Pick<Assessment, 'totals' | 'outsidePeriod' | 'evidence'>

/** A finding of an item before it is put in words. */
export type FindingMark = Pick<Finding, 'rule' | 'effect' | 'reviewed'>

/** An item judged. Its findings are put in words only when somebody reads them. */
export interface JudgedItem {
  readonly outcome: Outcome
  /** What would be claimed, where it is known. */
  readonly cents: Cents | undefined
  /** Gravest first, as `rendered` shows them. */
  readonly findings: readonly FindingMark[]
  /** In words: in the language of the assessment, or in another one. */
  rendered(language?: Language): AssessedItem
}

/** An assessment item by item, in memory that does not grow with their number. */
export interface RunningAssessment {
  readonly head: AssessmentHead
  /** The items of the period in the order of the log, each judged when it is asked for; they can be walked through once. */
  readonly judged: Iterable<JudgedItem>
  /** The same items with their findings in words; once, instead of `judged`. */
  readonly items: Iterable<AssessedItem>
  /** The head in another language. */
  headIn(language: Language): AssessmentHead
  /** Totals, evidence and the items outside the period; true after the last item. */
  tail(): AssessmentTail
}

/** An assessment judged whole, to be put in words as often as somebody asks. */
export interface JudgedAssessment {
  inWords(language: Language): Assessment
}

/** An assessment whose items are walked through once, with their findings in words. */
export type WalkedAssessment = Pick<RunningAssessment, 'head' | 'items' | 'tail'>

/** Judges every item of the period and keeps the whole: see `assessItems`. */
export function assess({ facts, through = (items) => items, ...context }: AssessInput): Assessment {
  const { items, ...rest } = assessItems(context, inOrder(context.log, facts))
  return collected({ ...rest, items: through(items) })
}

/** Judges every item of the period once, whatever language its findings are then put in. */
export function judgeAll({ facts, ...context }: Omit<AssessInput, 'through'>): JudgedAssessment {
  const { judged, headIn, tail } = assessItems(context, inOrder(context.log, facts))
  const all = [...judged]
  return { inWords: (language) => collected({ head: headIn(language), items: all.map((one) => one.rendered(language)), tail }) }
}

/** Facts that stand in the order of the log's items. */
function inOrder({ items }: JudgedLog, facts: Facts): FactsOf {
  const ofItem = new Map(items.map((item, index) => [item, facts.items[index] as ItemFacts]))
  return { shared: facts, ofItem: (item) => ofItem.get(item) as ItemFacts }
}

/** Where the facts of a row come from. */
interface FactsOf<Row = JudgedRow> {
  readonly shared: FactSource['shared']
  ofItem(item: Row): ItemFacts
}

/** The whole of a running assessment. */
function collected({ head, items, tail }: WalkedAssessment): Assessment {
  const all = [...items]
  const { totals, outsidePeriod, evidence } = tail()
  const { findings, ...rest } = head
  return { ...rest, totals, outsidePeriod, items: all, evidence, findings }
}

/** An assessment that is held whole, as one that is walked through once in words. */
export function running({ items, totals, outsidePeriod, evidence, ...head }: Assessment): WalkedAssessment {
  return { head, items, tail: () => ({ totals, outsidePeriod, evidence }) }
}

/**
 * Judges every item of the period: `rejected` when a rejecting rule fails or lacks a fact, or a needed cell cannot be
 * read; `review` when a person has to judge and has not; otherwise `claimable`. Changes no amount.
 */
export function assessItems<Row extends JudgedRow>(context: AssessContext & { readonly log: { readonly items: readonly Row[] } }, facts: FactsOf<Row>): RunningAssessment {
  const { log, book, period } = context
  const { asOf } = facts.shared.claim
  const judge = createJudge(book, facts.shared)
  const source = sourceFindings(log)
  const itemContext = { language: context.language, reviews: reviewBook(context.reviews, asOf), blocked: blockedBy(judge.general, [...source.general, ...(context.worded?.general ?? [])]) }
  const counter = countTotals()
  let outsidePeriod = 0
  // A packet has in words what its log said of credits.
  const whole = context.worded === undefined ? (log as unknown as ServiceLog) : undefined
  const held = whole === undefined ? nothingHeld : heldByCredits(whole, source.items, beforehand(book, facts as unknown as FactSource, source.items, itemContext), period)
  const unsettled = whole === undefined ? undefined : unsettledRows(whole, held, period)

  function* judged(): Generator<JudgedItem> {
    for (const item of log.items) {
      if (period !== undefined && item.serviceDate !== undefined && !periodContains(period, item.serviceDate)) {
        outsidePeriod += 1
        continue
      }
      const itemFacts = facts.ofItem(item)
      const one = judgedItem(item, itemFacts, judge.judgeItem(itemFacts), { source: foundOf(item.id), worded: context.worded?.items.get(item.id) ?? nothingWorded }, itemContext)
      counter.add(one.outcome, one.cents)
      yield one
    }
  }

  function foundOf(id: string): readonly SourceFinding[] {
    const [read, more] = [source.items.get(id), held.findings.get(id)]
    return more === undefined ? read ?? nothingFound : [...(read ?? nothingFound), ...more]
  }

  const walk = judged()
  const headIn = (language: Language): AssessmentHead => ({
    schema: assessmentSchemaName,
    tool: { version: context.toolVersion },
    ruleBook: { version: book.book.version, sha256: book.book.sha256 },
    asOf,
    language,
    claimant: { kind: context.claimant.kind, businessId: context.claimant.businessId },
    ...(period === undefined ? {} : { period: { from: period.from, to: period.to } }),
    ...(unsettled === undefined ? {} : { unsettled }),
    findings: generalFindings({ ...context, language }, judge.general, source.general),
  })
  return {
    head: headIn(context.language),
    headIn,
    judged: walk,
    items: renderedItems(walk),
    tail: () => ({ totals: counter.totals(), outsidePeriod, evidence: judge.profiles() }),
  }
}

const nothingFound: readonly SourceFinding[] = []
const nothingWorded: readonly Finding[] = []

/** Judges single items before the walk, by a judge of its own that leaves no evidence; each once. */
function beforehand(book: CompiledBook, facts: FactSource, found: ReadonlyMap<string, readonly SourceFinding[]>, context: ItemContext): (item: CostItem) => JudgedBefore {
  let judge: ReturnType<typeof createJudge> | undefined
  const known = new Map<CostItem, JudgedBefore>()
  return (item) => {
    const before = known.get(item)
    if (before !== undefined) return before
    judge ??= createJudge(book, facts.shared)
    const itemFacts = facts.ofItem(item)
    const { outcome, findings } = judgedItem(item, itemFacts, judge.judgeItem(itemFacts), { source: found.get(item.id) ?? nothingFound, worded: nothingWorded }, context)
    const one = { outcome, facts: itemFacts, isLeftOut: findings.some(({ reviewed }) => reviewed?.answer === 'leave-out') }
    known.set(item, one)
    return one
  }
}

interface ItemContext {
  readonly language: Language
  readonly reviews: ReviewBook
  readonly blocked: { readonly all: boolean; readonly cases: ReadonlySet<string> }
}

function* renderedItems(judged: Iterable<JudgedItem>): Generator<AssessedItem> {
  for (const one of judged) yield one.rendered()
}

/** A finding with what it is put in words from. */
type Found = FindingMark & ({ readonly reader: SourceFinding } | { readonly worded: Finding } | { readonly ruled: RuleFinding })

/** What the reader noticed of an item. */
interface Noticed {
  readonly source: readonly SourceFinding[]
  readonly worded: readonly Finding[]
}

function judgedItem(item: JudgedRow, facts: ItemFacts, judged: ItemJudgement, { source, worded }: Noticed, { language, reviews, blocked }: ItemContext): JudgedItem {
  const found: Found[] = []
  for (const reader of source) found.push({ rule: reader.rule, effect: reader.effect, reviewed: answerTo(reader.rule, reader.effect, reader.restsOn), reader })
  for (const one of worded) found.push({ rule: one.rule, effect: one.effect, reviewed: answerTo(one.rule, one.effect, one.restsOn), worded: one })
  for (const ruled of judged.findings) found.push({ rule: ruled.rule.rule, effect: ruled.effect, reviewed: answerTo(ruled.rule.rule, ruled.effect), ruled })
  const findings = gravestFirst(found)
  const caseBlocked = blocked.all || (item.case !== undefined && blocked.cases.has(item.case))
  const outcome = outcomeOf(findings, caseBlocked, facts)
  const cents = centsToClaim(facts)
  const amount = cents === undefined ? undefined : formatCents(cents)
  return { outcome, cents, findings, rendered: (shown = language) => assessedItem(item, judged, outcome, amount, findings.map((one) => inWords(one, item, shown))) }

  function answerTo(rule: string, effect: Effect, restsOn?: string): Finding['reviewed'] {
    return effect === 'review' ? reviews.answerTo(item.id, rule, judged, restsOn) : undefined
  }
}

function inWords(found: Found, item: JudgedRow, language: Language): Finding {
  const finding = 'reader' in found ? sourceFinding(found.reader, language) : 'worded' in found ? found.worded : itemFinding(found.ruled, item, language)
  return found.reviewed === undefined ? finding : { ...finding, reviewed: found.reviewed }
}

function assessedItem(item: JudgedRow, judged: ItemJudgement, outcome: Outcome, amount: string | undefined, findings: readonly Finding[]): AssessedItem {
  const { regime, decidedBy } = judged
  return {
    id: item.id,
    ...(item.case === undefined ? {} : { case: item.case }),
    outcome,
    ...(amount === undefined ? {} : { amount }),
    ...(regime === undefined ? {} : { regime }),
    ...(decidedBy === undefined ? {} : { decidedBy: { ...decidedBy } }),
    source: { file: item.source.table.file, sheet: item.source.table.sheet, row: item.source.row },
    findings: [...findings],
    evidence: judged.profile,
  }
}

/** Findings in the order of their weight: what rejects, what asks for a review, what is only worth knowing. */
function gravestFirst<One extends { readonly effect: Effect }>(findings: readonly One[]): readonly One[] {
  const isInOrder = findings.every((one, index) => index === 0 || compareWeight(findings[index - 1] as One, one) <= 0)
  return isInOrder ? findings : findings.toSorted(compareWeight)
}

function compareWeight(left: { readonly effect: Effect }, right: { readonly effect: Effect }): number {
  return effects.indexOf(left.effect) - effects.indexOf(right.effect)
}

/** An item whose amount is not known can never be claimed, whatever the rules say. */
function outcomeOf(findings: readonly FindingMark[], blocked: boolean, facts: ItemFacts): Outcome {
  const leftOut = findings.some(({ reviewed }) => reviewed?.answer === 'leave-out')
  if (blocked || leftOut || facts.amount === undefined || facts.unreadable.length > 0 || findings.some(({ effect }) => effect === 'reject')) return 'rejected'
  return findings.some(({ effect, reviewed }) => effect === 'review' && reviewed === undefined) ? 'review' : 'claimable'
}

/** The reader's findings by item; what it says of cases, sheets and files is general. */
function sourceFindings(log: JudgedLog) {
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
function blockedBy(judged: GeneralJudgement, source: readonly Pick<GeneralFinding, 'effect' | 'case'>[]): ItemContext['blocked'] {
  const judgedCases = [...judged.cases].filter(([, findings]) => rejects(findings)).map(([id]) => id)
  const unreadCases = source.flatMap(({ effect, case: theCase }) => (effect === 'reject' && theCase !== undefined ? [theCase] : []))
  return { all: rejects(judged.claimant) || rejects(judged.claim), cases: new Set([...judgedCases, ...unreadCases]) }
}

function rejects(findings: readonly { effect: string }[]): boolean {
  return findings.some(({ effect }) => effect === 'reject')
}

function generalFindings({ log, language, worded }: AssessContext, judged: GeneralJudgement, source: readonly SourceFinding[]): GeneralFinding[] {
  const cases = new Map(log.cases.map((one) => [one.case, one]))
  return [
    ...judged.claimant.map((finding) => generalFinding(finding, 'claimant', undefined, language)),
    ...judged.claim.map((finding) => generalFinding(finding, 'claim', undefined, language)),
    ...[...judged.cases].flatMap(([id, findings]) => findings.map((finding) => generalFinding(finding, 'case', cases.get(id), language))),
    ...source.map((finding) => sourceGeneralFinding(finding, language)),
    ...(worded?.general ?? []),
  ]
}
