import type { Io } from '../../cli/io.js'
import { reviewStates, type ReviewCase } from '../../claim/review-states.js'
import { addYears, type IsoDate } from '../../model/dates.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import { findIdentifiers } from '../../model/identifiers.js'
import type { Language } from '../../model/language.js'
import type { Review } from '../../model/review.js'
import { nearestRules } from '../../rules/workbench/explain-rule.js'
import { isExpiring, renderReviews, reviewsAsJson } from '../../report/reviews.js'
import { fill } from '../../templates/fill.js'
import { reviewTexts } from '../../templates/review-texts.js'
import { loadReviews, saveReviews } from '../../workspace/reviews.js'
import { lockWorkspace } from '../../workspace/lock.js'
import { periodOf } from '../check/check.js'
import { earlierClaimsOf, filedClaimsOf } from '../../desk/earlier-claims.js'
import { dayGiven, say, type GlobalOptions } from '../../cli/options.js'
import { progressOf, watched } from '../../cli/progress.js'
import { openSession, planOf, type Session } from '../../desk/session.js'

type ReviewOptions = GlobalOptions & Partial<Record<'rule' | 'reason' | 'by' | 'until' | 'period', string>> & {
  readonly item?: string[]
  readonly answer?: Review['answer']
  readonly list?: boolean
  readonly from?: string[]
}

/** Lists the findings that need a person, and records answers to them: by options, or one by one on a terminal. */
export async function run(io: Io, options: ReviewOptions): Promise<number> {
  const period = periodOf(options.period)
  const progress = await progressOf(io, options)
  const session = await openSession(io, options, [], (rows) => progress.tick('reading', rows)).finally(progress.end)
  const language = options.lang ?? session.workspace.config.language
  const { facts, assessment } = planOf(session, language, period, await earlierClaimsOf(session, period), (items) => watched(items, session.log.items.length, progress))
  progress.end()
  const cases = reviewStates(assessment, facts, session.book, session.reviews)
  if (options.from !== undefined) {
    const { answersFrom } = await import('./from.js')
    return answersFrom(io, options, options.from, { session, cases, language, save: (answers) => save(session, answers).then(() => tellFiled(io, options, session, answers, language)) })
  }
  if (options.item !== undefined || options.answer !== undefined) {
    const answers = answersOf(options, cases, session)
    await save(session, answers)
    await tellFiled(io, options, session, answers, language)
    say(fill(reviewTexts.saved[language], { count: String(answers.length) }), options, io)
    return exitCodes.done
  }
  const waiting = cases.filter(({ state }) => state !== 'answered')
  if (options.list !== true && options.format === 'text' && io.isTerminal) return walk(io, options, session, [...waiting, ...cases.filter((one) => isExpiring(one, session.asOf))], language)
  io.stdout(options.format === 'json' ? reviewsAsJson(cases, session.asOf) : renderReviews(cases, session.asOf, language))
  return waiting.length > 0 ? exitCodes.attention : exitCodes.done
}

/** The answers that the options give. Throws `option-missing`, `date-past`, `review-not-asked`, `review-identifies` and others. */
function answersOf(options: ReviewOptions, cases: readonly ReviewCase[], session: Session): Review[] {
  const need = (name: 'item' | 'rule' | 'answer' | 'reason' | 'by') => {
    if (options[name] === undefined || options[name].length === 0) throw new KorvausError('option-missing', { option: `--${name}` })
    return options[name]
  }
  const [items, rule, answer, reason, by] = [need('item') as string[], (need('rule') as string).toUpperCase(), need('answer') as Review['answer'], need('reason') as string, need('by') as string]
  for (const [option, text] of [['--reason', reason], ['--by', by]] as const) if (findIdentifiers(text).length > 0) throw new KorvausError('review-identifies', { option })
  const until = answer === 'reopen' ? session.asOf : options.until === undefined ? addYears(session.asOf, 1) : dayGiven(options.until, '--until')
  if (until < session.asOf) throw new KorvausError('date-past', { option: '--until', text: until, asOf: session.asOf })
  return items.map((item) => {
    const found = cases.find((one) => one.item.id === item && one.finding.rule === rule)
    if (found === undefined) throw notAsked(item, rule, cases, session)
    if (answer === 'reopen' && (found.review === undefined || found.review.answer === 'reopen')) throw new KorvausError('review-not-answered', { item, rule })
    return reviewOf(found, { answer, reason, by, until }, session.asOf)
  })
}

function notAsked(item: string, rule: string, cases: readonly ReviewCase[], { log, book }: Session): KorvausError {
  if (!log.items.some(({ id }) => id === item)) return new KorvausError('item-not-found', { item })
  if (!rule.startsWith('SRC-') && !book.book.rules.some((one) => one.rule === rule)) return new KorvausError('rule-not-found', { rule, nearest: nearestRules(rule, book.book).join(', ') })
  const asked = cases.filter((one) => one.item.id === item).map(({ finding }) => finding.rule)
  return new KorvausError('review-not-asked', { item, rule, asked: asked.join(', ') || '–' })
}

function reviewOf({ item, finding, facts }: ReviewCase, given: Pick<Review, 'answer' | 'reason' | 'by' | 'until'>, on: IsoDate): Review {
  return { item: item.id, rule: finding.rule, ...given, on, facts }
}

/** New answers are added and count instead of earlier ones to the same finding, which stay to be seen, as does what others recorded meanwhile. */
async function save({ workspace }: Pick<Session, 'workspace'>, answers: readonly Review[]): Promise<void> {
  const lock = await lockWorkspace(workspace, 5)
  try {
    await saveReviews(workspace, [...(await loadReviews(workspace)), ...answers])
  } finally {
    await lock.release()
  }
}

/** Says of each answer to an item of a filed claim that the claim stays as it was filed. */
async function tellFiled(io: Io, options: ReviewOptions, session: Session, answers: readonly Review[], language: Language): Promise<void> {
  if (answers.length === 0) return
  const filedIn = await filedClaimsOf(session)
  for (const item of new Set(answers.map((answer) => answer.item))) {
    const claim = filedIn(item)
    if (claim !== undefined) say(fill(reviewTexts.inFiledClaim[language], { item, claim }), options, io)
  }
}

/** Ctrl-C in the middle ends the walk like the choice to stop: what was recorded before stays. */
function stopWhenDeclined(error: unknown): 'stop' {
  if (error instanceof KorvausError && error.code === 'declined') return 'stop'
  throw error
}

/** Walks through what waits, and then through the answers that expire soon. Every answer is kept at once, so that stopping in the middle loses nothing. */
async function walk(io: Io, options: ReviewOptions, session: Session, waiting: readonly ReviewCase[], language: Language): Promise<number> {
  if (waiting.length === 0) {
    say(reviewTexts.nothingOpen[language], options, io)
    return exitCodes.done
  }
  const { askReview } = await import('./questions.js')
  let by = options.by
  const reasons = new Map<string, string>()
  let recorded = 0
  let open = waiting.filter(({ state }) => state !== 'answered').length
  for (const [index, one] of waiting.entries()) {
    const given = await askReview(io, one, { index, count: waiting.length, by, reason: reasons.get(one.finding.rule), session, language }).catch(stopWhenDeclined)
    if (given === 'stop') break
    if (given === 'later') continue
    by = given.by
    reasons.set(one.finding.rule, given.reason)
    const answer = reviewOf(one, given, session.asOf)
    await save(session, [answer])
    await tellFiled(io, options, session, [answer], language)
    recorded += 1
    if (one.state !== 'answered') open -= 1
  }
  say(fill(reviewTexts.saved[language], { count: String(recorded) }), options, io)
  return open === 0 ? exitCodes.done : exitCodes.attention
}
