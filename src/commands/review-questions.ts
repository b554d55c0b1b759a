import type { Io } from '../io.js'
import type { ReviewCase } from '../claim/review-states.js'
import { addYears, isIsoDate } from '../model/dates.js'
import { findIdentifiers, withoutIdentifiers } from '../model/identifiers.js'
import type { Language } from '../model/language.js'
import type { Review } from '../model/review.js'
import { caseLines } from '../report/reviews.js'
import { reviewTexts } from '../templates/review-texts.js'
import { ask } from './ask.js'
import type { Session } from './session.js'

interface Context {
  readonly index: number
  readonly count: number
  readonly by: string | undefined
  readonly session: Session
  readonly language: Language
}

/** Shows one finding with its item, its rule in plain words and its source, and asks for the answer. */
export async function askReview(io: Io, one: ReviewCase, { index, count, by, session, language }: Context): Promise<Pick<Review, 'answer' | 'reason' | 'by' | 'until'> | 'later' | 'stop'> {
  const rule = session.book.book.rules.find(({ rule: id }) => id === one.finding.rule)
  const described = withoutIdentifiers(session.log.items.find(({ id }) => id === one.item.id)?.description ?? '')
  io.stderr(['', `${index + 1}/${count}`, ...caseLines(one, session.asOf, language), ...(described ? [`    ${described}`] : []), ...(rule ? [`    ${rule.title[language]}: ${rule.summary[language]}`] : []), ''].join('\n') + '\n')
  const { answer } = await ask<{ answer: Review['answer'] | 'later' | 'stop' }>([{
    type: 'select', name: 'answer', message: reviewTexts.askAnswer[language],
    choices: [
      { value: 'accept', name: reviewTexts.accept[language] },
      { value: 'leave-out', name: reviewTexts.leaveOut[language] },
      { value: 'later', name: reviewTexts.later[language] },
      { value: 'stop', name: reviewTexts.stop[language] },
    ],
  }])
  if (answer === 'later' || answer === 'stop') return answer
  const harmless = (text: string) => (text.trim() !== '' && findIdentifiers(text).length === 0) || reviewTexts.wrongReason[language]
  const given = await ask<Pick<Review, 'reason' | 'by' | 'until'>>([
    { type: 'input', name: 'reason', message: reviewTexts.askReason[language], validate: harmless },
    { type: 'input', name: 'by', message: reviewTexts.askBy[language], default: by, validate: harmless },
    { type: 'input', name: 'until', message: reviewTexts.askUntil[language], default: addYears(session.asOf, 1), validate: (text: string) => (isIsoDate(text) && text >= session.asOf) || reviewTexts.wrongDate[language] },
  ])
  return { answer, ...given }
}
