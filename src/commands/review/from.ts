import { basename, resolve } from 'node:path'
import type { Io } from '../../cli/io.js'
import type { ReviewCase } from '../../claim/review-states.js'
import { withSheetAnswers } from '../../claim/sheet-answers.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import type { Language } from '../../model/language.js'
import type { Review } from '../../model/review.js'
import { reviewSheetName } from '../../model/review-sheet.js'
import type { CellSource, SheetAnswer } from '../../model/service-log.js'
import { openInput } from '../../read/open-input.js'
import { readReviewSheet, reviewSheetOf } from '../../read/review-sheet.js'
import { fill } from '../../templates/fill.js'
import { formatDate } from '../../templates/format.js'
import { reviewTexts } from '../../templates/review-texts.js'
import { loadReviews } from '../../workspace/reviews.js'
import { say, type GlobalOptions } from '../../cli/options.js'
import type { Session } from '../../desk/session.js'

interface Recording {
  readonly session: Session
  readonly cases: readonly ReviewCase[]
  readonly language: Language
  readonly save: (answers: readonly Review[]) => Promise<void>
}

/**
 * Records the answers that stand in annotated workbooks, against the facts that they were given to. An answer that
 * cannot be taken up is named at its cell, and the others are recorded. Throws `input-without-sheet` for another workbook.
 */
export async function answersFrom(io: Io, options: GlobalOptions, files: readonly string[], { session, cases, language, save }: Recording): Promise<number> {
  const asked = new Set(cases.map(({ item, finding }) => `${item.id}\u0000${finding.rule}`))
  const given: SheetAnswer[] = []
  let problems = 0
  const refuse = (text: string, at: CellSource, values: Record<string, string> = {}) => {
    problems += 1
    io.stderr(`${fill(text, { place: `${at.file}: ${at.sheet ?? ''}!${at.cell ?? ''}`, ...values })}\n`)
  }
  for (const file of files) {
    const { answers, problems: incomplete } = await sheetAnswers(resolve(io.cwd, file))
    if (answers.length + incomplete.length === 0) say(fill(reviewTexts.fromNone[language], { file: basename(file) }), options, io)
    for (const { at } of incomplete) refuse(reviewTexts.fromProblem[language], at)
    for (const answer of answers) {
      if (!asked.has(`${answer.item}\u0000${answer.rule}`)) refuse(reviewTexts.fromNotAsked[language], answer.at, { item: answer.item, rule: answer.rule })
      else if (answer.until !== undefined && answer.until < session.asOf) refuse(reviewTexts.fromUntil[language], answer.at, { until: formatDate(answer.until, language) })
      else given.push(answer)
    }
  }
  const recorded = await loadReviews(session.workspace)
  const fresh = withSheetAnswers(recorded, given, session.asOf).slice(recorded.length)
  if (fresh.length > 0) await save(fresh)
  say(fill(reviewTexts.saved[language], { count: String(fresh.length) }), options, io)
  return problems > 0 ? exitCodes.attention : exitCodes.done
}

async function sheetAnswers(path: string): Promise<Awaited<ReturnType<typeof readReviewSheet>>> {
  const name = basename(path)
  const { sheets, file } = await openInput({ path, name })
  const sheet = await reviewSheetOf(sheets)
  if (sheet === undefined) throw new KorvausError('input-without-sheet', { path: name, sheet: reviewSheetName })
  return readReviewSheet(sheet, file.path)
}
