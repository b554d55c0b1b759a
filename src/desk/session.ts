import type { Io } from '../cli/io.js'
import { assess, assessItems, judgeAll, type AssessInput, type JudgedAssessment, type RunningAssessment } from '../claim/assess.js'
import { deadlineOf } from '../claim/deadline.js'
import { deriveFacts, factsOf, type EarlierClaim, type FactsContext } from '../claim/derive-facts.js'
import { askedBy } from '../claim/facts/asked.js'
import type { Assessment } from '../model/assessment.js'
import type { IsoDate } from '../model/dates.js'
import type { Reason, ReasonCode } from '../model/errors.js'
import type { Facts, PolicyFacts } from '../model/facts.js'
import type { Language } from '../model/language.js'
import { nearestOf } from '../model/nearest.js'
import type { Period } from '../model/period.js'
import type { Review } from '../model/review.js'
import type { ServiceLog } from '../model/service-log.js'
import { readServiceLog } from '../read/read-service-log.js'
import type { Policy, RuleBook } from '../rules/book.js'
import { compileRuleBook, type CompiledBook } from '../rules/engine/compile-book.js'
import { loadRuleBook } from '../rules/load-book.js'
import { toolVersion } from '../version.js'
import { invalidSetting, loadWorkspace, resolveInputs, type Workspace } from '../workspace/load-workspace.js'
import { loadRates, type OwnWorkRates } from '../workspace/rates.js'
import { withNamedIds } from '../claim/named-ids.js'
import { withPlaceFindings } from '../claim/place-findings.js'
import { withProportionFindings } from '../claim/proportion.js'
import { withSheetAnswers } from '../claim/sheet-answers.js'
import { loadReviews } from '../workspace/reviews.js'
import { inputSpecs } from './input-specs.js'
import { asOfDate, type GlobalOptions } from '../cli/options.js'

/** All that a command needs before it judges: read once, the same for check and prepare. */
export interface Session {
  readonly workspace: Workspace
  readonly book: CompiledBook
  readonly log: ServiceLog
  readonly rates: OwnWorkRates
  readonly reviews: readonly Review[]
  /** Those of them that stand in an annotated workbook alone, not in the workspace's records. */
  readonly unrecorded: number
  readonly policy: PolicyFacts
  readonly asOf: IsoDate
}

/** Loads workspace, rule book, reviews and rates, and reads the service log. */
export async function openSession(io: Io, options: GlobalOptions, files: readonly string[] = [], onProgress?: (rows: number) => void): Promise<Session> {
  const asOf = asOfDate(options, io)
  const workspace = await loadWorkspace({ cwd: io.cwd, workspace: options.workspace })
  const book = await compiledBookFor(options)
  const policy = policyFacts(workspace, book.book)
  const [rates, recorded, inputs] = [await loadRates(workspace), await loadReviews(workspace), await resolveInputs(workspace, io.cwd, files)]
  const rows = withNamedIds(withPlaceFindings(await readServiceLog(await inputSpecs(inputs), onProgress ? { onProgress } : {}), book.book.tables))
  const read = withProportionFindings(rows, workspace.config.policies.largestItem)
  const log = rates.file === undefined ? read : { ...read, files: [...read.files, rates.file] }
  io.log?.write('info', 'read', { ruleBook: book.book.version, asOf, files: log.files.filter(({ kind }) => kind === 'log').length, items: log.items.length })
  const reviews = withSheetAnswers(recorded, log.answers, asOf)
  return { workspace, book, log, rates, reviews, unrecorded: reviews.slice(recorded.length).filter(({ until }) => until >= asOf).length, policy, asOf }
}

/** The rule book that the options name: a folder, a version, or the newest. */
export function bookFor(options: Pick<GlobalOptions, 'book' | 'rules'>): Promise<RuleBook> {
  return loadRuleBook({ folder: options.book, version: options.rules })
}

const compiledBooks = new Map<string, Promise<CompiledBook>>()

/** The compiled book, once in a process: the workspaces of a batch share it. */
function compiledBookFor(options: Pick<GlobalOptions, 'book' | 'rules'>): Promise<CompiledBook> {
  const key = `${options.book ?? ''}\u0000${options.rules ?? ''}`
  const compiled = compiledBooks.get(key) ?? bookFor(options).then(compileRuleBook)
  compiledBooks.set(key, compiled)
  compiled.catch(() => compiledBooks.delete(key))
  return compiled
}

type Through = AssessInput['through']

/** Facts and assessment of the log: the pure plan that `check` shows and `prepare` applies. */
export function planOf(session: Session, language: Language, period: Period | undefined, earlier: EarlierClaim, through?: Through): { facts: Facts; assessment: Assessment } {
  const facts = deriveFacts(session.log, factsContext(session, period, earlier))
  return { facts, assessment: assess({ ...assessContext(session, language, period), facts, ...(through ? { through } : {}) }) }
}

/** A period judged once, to be put in words in any language. */
export function judgedPlanOf(session: Session, period: Period, earlier: EarlierClaim): { facts: Facts; judged: JudgedAssessment } {
  const facts = deriveFacts(session.log, factsContext(session, period, earlier))
  return { facts, judged: judgedFrom(session, period, facts) }
}

/** The same from facts that are derived already; they stand in the order of the log's items. */
export function judgedFrom(session: Session, period: Period, facts: Facts): JudgedAssessment {
  return judgeAll({ ...assessContext(session, session.workspace.config.language, period), facts })
}

/** The same item by item, for those who need not hold it whole. */
export function runningPlanOf(session: Session, language: Language, period: Period | undefined, earlier: EarlierClaim): RunningAssessment {
  return assessItems(assessContext(session, language, period), factsOf(session.log, factsContext(session, period, earlier)))
}

function factsContext({ workspace, book, rates, policy, asOf }: Session, period: Period | undefined, earlier: EarlierClaim): FactsContext {
  const { claimant } = workspace.config
  const deadline = (day: IsoDate) => deadlineOf(day, book.book)
  return { claimant, asOf, ...(period ? { period } : {}), policy, tables: book.book.tables, deadline, rateOn: rates.rateOn, earlier, asked: askedBy(book.book.rules, asOf) }
}

function assessContext({ workspace, log, book, reviews }: Session, language: Language, period: Period | undefined) {
  return { log, book, claimant: workspace.config.claimant, reviews, language, period, toolVersion }
}

/** The policies of the book with the claimant's choices. Throws `config-invalid` for one that the book does not know or allow. */
function policyFacts(workspace: Workspace, { policies, retires = [] }: RuleBook): PolicyFacts {
  const { ownWorkRates: _rates, largestItem: _largest, ...configured } = workspace.config.policies
  const chosen = Object.fromEntries(Object.entries(configured).filter(([name]) => !retires.includes(name)))
  for (const [name, value] of Object.entries(chosen)) {
    const policy = policies.find((one) => one.name === name)
    if (!policy) throw invalidSetting(workspace, ['policies', name], unknownPolicy(name, policies.map((one) => one.name)))
    if (!fits(policy, value)) throw invalidSetting(workspace, ['policies', name], policy.choices === undefined ? { reason: neededBy[policy.type] } : { reason: 'choose-one', values: policy.choices.join(', ') })
  }
  return { ...Object.fromEntries(policies.map((policy) => [policy.name, policy.default])), ...(chosen as PolicyFacts) }
}

function fits(policy: Policy, value: unknown): boolean {
  if (policy.type === 'count') return Number.isInteger(value) && (value as number) >= 0
  if (policy.type === 'yes-no') return typeof value === 'boolean'
  if (policy.type === 'list') return Array.isArray(value)
  return typeof value === 'string' && (policy.choices === undefined || policy.choices.includes(value))
}

const neededBy: Readonly<Record<Policy['type'], ReasonCode>> = { count: 'needs-count', 'yes-no': 'needs-yes-no', list: 'needs-list', text: 'needs-text' }

function unknownPolicy(name: string, known: readonly string[]): Reason {
  const near = nearestOf(name.toLowerCase(), known, (one) => one.toLowerCase())
  return near === undefined ? { reason: 'known-are', known: known.join(', ') } : `→ ${near}?`
}
