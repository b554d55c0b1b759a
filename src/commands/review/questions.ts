import type { Io } from '../../cli/io.js'
import type { ReviewCase } from '../../claim/review-states.js'
import { addYears, type IsoDate } from '../../model/dates.js'
import { writtenDay } from '../../model/written-days.js'
import { findIdentifiers } from '../../model/identifiers.js'
import type { Language } from '../../model/language.js'
import type { Answer, Review } from '../../model/review.js'
import { caseLines, itemLines } from '../../report/reviews.js'
import { fitted } from '../../report/terminal/layout.js'
import { fill } from '../../templates/fill.js'
import { formatDate } from '../../templates/format.js'
import { reviewTexts } from '../../templates/review-texts.js'
import { ask } from '../../cli/ask.js'
import type { Session } from '../../desk/session.js'

export type GivenAnswer = Pick<Review, 'answer' | 'reason' | 'by' | 'until'>

interface Context {
  readonly index: number
  readonly count: number
  /** What the person answered last, for whom the next answer is likely to be much the same. */
  readonly by: string | undefined
  readonly reason: string | undefined
  readonly session: Session
  readonly language: Language
}

/** Shows one finding with its item, its rule in plain words and its source, and asks for the answer. */
export async function askReview(io: Io, one: ReviewCase, { index, count, by, reason, session, language }: Context): Promise<GivenAnswer | 'later' | 'stop'> {
  const rule = session.book.book.rules.find(({ rule: id }) => id === one.finding.rule)
  const item = session.log.items.find(({ id }) => id === one.item.id)
  const [head = '', ...lines] = caseLines(one, session.asOf, language)
  const shown = [...(item ? itemLines(item, language) : []), ...lines, ...(rule ? [`    ${rule.title[language]}: ${rule.summary[language]}`] : [])]
  io.stderr(['', `${index + 1}/${count}`, head, ...shown].flatMap((line) => fitted(line, io.width)).join('\n') + '\n\n')
  const { answer } = await ask<{ answer: Answer | 'later' | 'stop' }>([{
    type: 'select', name: 'answer', message: reviewTexts.askAnswer[language],
    choices: [
      { value: 'accept', name: reviewTexts.accept[language] },
      { value: 'leave-out', name: reviewTexts.leaveOut[language] },
      { value: 'later', name: reviewTexts.later[language] },
      { value: 'stop', name: reviewTexts.stop[language] },
    ],
  }], language)
  if (answer === 'later' || answer === 'stop') return answer
  const harmless = (text: string) => (text.trim() !== '' && findIdentifiers(text).length === 0) || reviewTexts.wrongReason[language]
  const given = await ask<{ reason: string; by: string; until: string }>([
    { type: 'input', name: 'reason', message: reviewTexts.askReason[language], default: one.review?.reason ?? reason, validate: harmless },
    { type: 'input', name: 'by', message: reviewTexts.askBy[language], default: by, validate: harmless },
    { type: 'input', name: 'until', message: reviewTexts.askUntil[language], default: dayShown(addYears(session.asOf, 1), language), validate: (text: string) => untilFault(text, session.asOf, language) ?? true },
  ], language)
  return { answer, reason: given.reason.trim(), by: given.by.trim(), until: writtenDay(given.until) as IsoDate }
}

/** A day as it may be typed again. */
function dayShown(date: IsoDate, language: Language): string {
  return language === 'en' ? date : formatDate(date, language)
}

function untilFault(text: string, asOf: IsoDate, language: Language): string | undefined {
  const day = writtenDay(text)
  if (day === undefined) return reviewTexts.wrongDate[language]
  return day < asOf ? fill(reviewTexts.pastDate[language], { asOf: dayShown(asOf, language) }) : undefined
}
