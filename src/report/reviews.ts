import type { ReviewCase, ReviewState } from '../claim/review-states.js'
import { addDays, type IsoDate } from '../model/dates.js'
import { columnsOf } from '../model/columns.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import type { Language } from '../model/language.js'
import { parseCents, type Cents } from '../model/money.js'
import type { Review } from '../model/review.js'
import type { CostItem } from '../model/service-log.js'
import { allOnOneLine } from '../model/unseen.js'
import { categoryNames, providerKindNames } from '../model/value-names.js'
import { fill } from '../templates/fill.js'
import { formatCount, formatDate, formatEuros } from '../templates/format.js'
import { reviewTexts } from '../templates/review-texts.js'

const states: readonly ReviewState[] = ['open', 'expired', 'stale', 'answered']
const daysOfWarning = 30
const headings = new Map(columnsOf.costs.map(({ key, heading }) => [key as string, heading]))

/** The review findings for people: counts first, then each with its item, its cell and the answer recorded. */
export function renderReviews(cases: readonly ReviewCase[], asOf: IsoDate, language: Language): string {
  const counts = states.map((state) => `${reviewTexts.states[state][language]} ${formatCount(cases.filter((one) => one.state === state).length, language)}`)
  const shown = cases.filter((one) => one.state !== 'answered' || isExpiring(one, asOf))
  return [counts.join(' · '), ...shown.flatMap((one) => ['', ...caseLines(one, asOf, language)]), ''].join('\n')
}

/** One review finding: item, rule, state, cell, message and the latest answer. */
export function caseLines(found: ReviewCase, asOf: IsoDate, language: Language): string[] {
  const one = allOnOneLine(found)
  const { item, finding, state, review } = one
  const amount = item.amount === undefined ? '' : formatEuros(parseCents(item.amount) as Cents, language)
  const place = `${finding.sheet ?? item.source.sheet}!${finding.cell ?? item.source.row}`
  return [
    [item.id, item.case ?? '', finding.rule, amount, place, reviewTexts.states[state][language]].filter((part) => part !== '').join('  '),
    `    ${finding.message}`,
    ...(finding.remedy ? [`    → ${finding.remedy}`] : []),
    ...(finding.basis ? [`    ${finding.basis.join(', ')}`] : []),
    ...(review === undefined ? [] : [`    ${recordedText(review, language)}`]),
    ...(isExpiring(one, asOf) ? [`    ${reviewTexts.expiresSoon[language]}`] : []),
  ]
}

/** A recorded answer in words. */
export function recordedText({ answer, by, on, until, reason }: Review, language: Language): string {
  return fill(reviewTexts.recorded[language], { answer: reviewTexts.answers[answer][language], by, on: formatDate(on, language), until: formatDate(until, language), reason })
}

/** What a person must know of an item to judge it: day, kind, provider, description and special need; identity codes and addresses masked. */
export function itemLines({ serviceDate, serviceEnd, category, provider, providerKind, description, need }: CostItem, language: Language): string[] {
  const days = [serviceDate, serviceEnd].flatMap((day) => (day === undefined ? [] : [formatDate(day, language)])).join('–')
  const by = [provider, providerKind === undefined ? undefined : providerKindNames[providerKind][language].toLowerCase()].filter((part) => part).join(', ')
  const head = [days, category === undefined ? '' : categoryNames[category][language], withoutIdentifiers(by)].filter((part) => part !== '').join(' · ')
  const texts = [['description', description], ['need', need]] as const
  return [head, ...texts.flatMap(([key, words]) => (words ? [`${headings.get(key)?.[language]}: ${withoutIdentifiers(words)}`] : []))].filter((line) => line !== '').map((line) => `    ${allOnOneLine(line)}`)
}

/** The review findings for scripts. */
export function reviewsAsJson(cases: readonly ReviewCase[], asOf: IsoDate): string {
  const shown = cases.map((one) => ({
    item: one.item.id, case: one.item.case, rule: one.finding.rule, amount: one.item.amount, message: one.finding.message,
    state: one.state, expiresSoon: isExpiring(one, asOf), answer: one.review,
  }))
  return `${JSON.stringify({ schema: 'korvaus/reviews/1', asOf, reviews: shown }, null, 2)}\n`
}

/** Whether an answer still counts, but not for long. */
export function isExpiring({ state, review }: ReviewCase, asOf: IsoDate): boolean {
  return state === 'answered' && review !== undefined && review.until <= addDays(asOf, daysOfWarning)
}
