import type { Io } from '../io.js'
import type { Assessment } from '../model/assessment.js'
import { exitCodes, KorvausError } from '../model/errors.js'
import { parsePeriod, type Period } from '../model/period.js'
import { renderJson } from '../report/json.js'
import { summariseJudged, summaryOf } from '../report/summary.js'
import { renderText } from '../report/text.js'
import { earlierClaimsOf } from './earlier-claims.js'
import type { GlobalOptions } from './options.js'
import { openSession, planOf, runningPlanOf } from './session.js'

/** Assesses the service log and reports; changes nothing. */
export async function run(io: Io, options: GlobalOptions & { period?: string; annotate?: string }, files: string[]): Promise<number> {
  const period = periodOf(options.period)
  const session = await openSession(io, options, files)
  const language = options.lang ?? session.workspace.config.language
  const earlier = await earlierClaimsOf(session, period)
  const texts = { language, claimant: session.workspace.config.claimant.name, book: session.book.book }
  if (options.format !== 'json' && options.annotate === undefined) {
    const { head, judged, tail } = runningPlanOf(session, language, period, earlier)
    const summary = { ...head, ...summariseJudged(judged), ...tail() }
    io.stdout(renderText(summary, texts))
    return attentionCode(summary)
  }
  const { facts, assessment } = planOf(session, language, period, earlier)
  io.stdout(options.format === 'json' ? renderJson(assessment) : renderText(summaryOf(assessment), texts))
  if (options.annotate !== undefined) {
    const { annotate } = await import('./annotate.js')
    await annotate(io, options, { target: options.annotate, files, session, facts, assessment, language })
  }
  return attentionCode(assessment)
}

/** The period of an option. Throws `period-invalid`. */
export function periodOf(text: string | undefined): Period | undefined {
  if (text === undefined) return undefined
  const period = parsePeriod(text)
  if (period === undefined) throw new KorvausError('period-invalid', { text })
  return period
}

/** 0 when nothing needs a person, 1 when something is rejected, in review or worth a look. */
export function attentionCode({ totals, findings }: Pick<Assessment, 'totals' | 'findings'>): number {
  const general = findings.some(({ effect }) => effect !== 'note')
  return totals.rejected + totals.review > 0 || general ? exitCodes.attention : exitCodes.done
}
