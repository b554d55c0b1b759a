import { running } from '../../claim/assess.js'
import type { Io } from '../../cli/io.js'
import type { Assessment } from '../../model/assessment.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import type { Language } from '../../model/language.js'
import type { Period } from '../../model/period.js'
import { writtenPeriod } from '../../model/written-days.js'
import { renderJson } from '../../report/json.js'
import { summariseJudged, summaryOf } from '../../report/summary.js'
import { earlierClaimsOf } from '../../desk/earlier-claims.js'
import { fill } from '../../templates/fill.js'
import { reviewTexts } from '../../templates/review-texts.js'
import { say, type GlobalOptions } from '../../cli/options.js'
import { isStreamed, printAssessment } from './print-assessment.js'
import { progressOf, watched, type Progress } from '../../cli/progress.js'
import { openSession, planOf, runningPlanOf, type Session } from '../../desk/session.js'
import { showSummary } from './show-summary.js'

interface CheckOptions extends GlobalOptions {
  readonly period?: string
  readonly annotate?: string
  readonly watch?: boolean
  readonly report?: string
  readonly open?: boolean
}

/** The page that is shown when nobody names one. */
const ownPage = 'check.html'

/** Assesses the service log and reports; changes nothing. */
export async function run(io: Io, given: CheckOptions, files: string[]): Promise<number> {
  const options = given.open === true ? { report: ownPage, ...given } : given
  if (options.watch !== true) return checkOnce(io, options, files)
  const { watchAndCheck } = await import('./watch.js')
  let due = options
  return watchAndCheck(io, options, files, async () => {
    const exitCode = await checkOnce(io, due, files)
    due = afterTheFirst(options)
    return exitCode
  })
}

/** A watching check shows its page once, where a person then loads it again, and hands the workbook back once. */
function afterTheFirst({ annotate: _annotate, open: _open, ...options }: CheckOptions): CheckOptions {
  return options
}

async function checkOnce(io: Io, options: CheckOptions, files: readonly string[]): Promise<number> {
  const period = periodOf(options.period)
  const progress = await progressOf(io, options)
  const session = await openSession(io, options, files, (rows) => progress.tick('reading', rows)).finally(progress.end)
  const language = options.lang ?? session.workspace.config.language
  const exitCode = await report(io, options, files, session, period, language, progress)
  tellAnswers(io, options, session, language)
  return exitCode
}

async function report(io: Io, options: CheckOptions, files: readonly string[], session: Session, period: Period | undefined, language: Language, progress: Progress): Promise<number> {
  const earlier = await earlierClaimsOf(session, period)
  const texts = { language, claimant: session.workspace.config.claimant.name, book: session.book.book }
  const isWhole = options.annotate !== undefined || options.report !== undefined
  if (isStreamed(options.format) && !isWhole) {
    const plan = runningPlanOf(session, language, period, earlier)
    await printAssessment(io, options.format, plan, session.book.book, language)
    return attentionCode({ totals: plan.tail().totals, findings: plan.head.findings })
  }
  if (options.format === 'text' && !isWhole) {
    const { head, judged, tail } = runningPlanOf(session, language, period, earlier)
    const summary = { ...head, ...summariseJudged(watched(judged, session.log.items.length, progress)), ...tail() }
    progress.end()
    await showSummary(io, options, summary, texts)
    return attentionCode(summary)
  }
  const { facts, assessment } = planOf(session, language, period, earlier, (items) => watched(items, session.log.items.length, progress))
  progress.end()
  if (isStreamed(options.format)) await printAssessment(io, options.format, running(assessment), session.book.book, language)
  else if (options.format === 'json') io.stdout(renderJson(assessment))
  else await showSummary(io, options, summaryOf(assessment), texts)
  if (options.report !== undefined) {
    const { reportCheck } = await import('./report.js')
    await reportCheck(io, { ...options, report: options.report }, assessment, texts)
  }
  if (options.annotate !== undefined) {
    const { annotate } = await import('./annotate.js')
    await annotate(io, options, { target: options.annotate, files, session, facts, assessment, language })
  }
  return attentionCode(assessment)
}

/** Answers in an annotated workbook count for this check; the claim of another input needs them recorded. */
function tellAnswers(io: Io, options: CheckOptions, { log, unrecorded }: Session, language: Language): void {
  if (unrecorded === 0) return
  const names = [...new Set(log.answers.map(({ at }) => at.file))].map((name) => (/\s/.test(name) ? `"${name}"` : name))
  say(fill(reviewTexts.takenUp[language], { count: String(unrecorded), file: names.join(' ') }), options, io)
}

/** The period of an option. Throws `period-invalid`. */
export function periodOf(text: string | undefined): Period | undefined {
  if (text === undefined) return undefined
  const period = writtenPeriod(text)
  if (period === undefined) throw new KorvausError('period-invalid', { text })
  return period
}

/** 0 when nothing needs a person, 1 when something is rejected, in review or worth a look. */
export function attentionCode({ totals, findings }: Pick<Assessment, 'totals' | 'findings'>): number {
  const general = findings.some(({ effect }) => effect !== 'note')
  return totals.rejected + totals.review > 0 || general ? exitCodes.attention : exitCodes.done
}
