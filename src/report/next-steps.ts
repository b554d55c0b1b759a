import { ownValue } from '../model/own-keys.js'
import { claimDeadline } from '../claim/deadline.js'
import type { Claim } from '../model/claim.js'
import type { Language } from '../model/language.js'
import { regimeOn } from '../rules/tables/regimes.js'
import type { RuleBook } from '../rules/book.js'
import { fill } from '../templates/fill.js'
import { formatCount, formatDate } from '../templates/format.js'
import { nextStepsTexts as texts } from '../templates/next-steps-texts.js'

const mostDecisions = 8

/** What the officer does with a packet, by the law of the day: what to attach, where to file it and until when, what to record. */
export function nextSteps(claim: Claim, book: RuleBook, files: readonly string[], language: Language): string[] {
  const regime = regimeOn(book.tables, claim.asOf)
  const deadline = claimDeadline(claim, book)
  const steps = [
    [texts.read[language]],
    [texts.attach[language], ...attachments(claim, book, files, language).map((line) => `- ${line}`)],
    ...(regime && deadline ? [[fill(texts.file[language], { deadline: formatDate(deadline, language), addressee: regime.addressee[language] }), regime.procedure[language]]] : []),
    [fill(texts.record[language], { number: claim.number })],
  ]
  return [`${texts.head[language]}:`, ...steps.flatMap(([first = '', ...rest], index) => [`  ${index + 1}. ${first}`, ...rest.map((line) => `     ${line}`)])]
}

function attachments(claim: Claim, { tables }: RuleBook, files: readonly string[], language: Language): string[] {
  const decisions = [...new Set(claim.decisions.map(({ decision }) => decision))].sort()
  const stated = tables.regimes.filter(({ id, statementNeeded }) => statementNeeded && claim.totals.byRegime.some(({ key, items }) => key === id && items > 0))
  const vouchers = new Set(claim.claimed.flatMap((id) => ownValue(claim.details, id)?.voucher ?? [])).size
  const listed = [...decisions.slice(0, mostDecisions), ...(decisions.length > mostDecisions ? [fill(texts.more[language], { count: String(decisions.length - mostDecisions) })] : [])]
  return [
    texts.files[language],
    ...(decisions.length > 0 ? [fill(texts.decisions[language], { count: formatCount(decisions.length, language), list: listed.join(', ') })] : []),
    ...(stated.length > 0 ? [fill(texts.statements[language], { regimes: stated.map(({ from, to }) => `${formatDate(from, language)}–${to === undefined ? '' : formatDate(to, language)}`).join(', ') })] : []),
    ...(vouchers > 0 ? [fill(texts.vouchers[language], { count: formatCount(vouchers, language) })] : []),
    ...(files.includes('persons.age') ? [texts.annex[language]] : []),
  ]
}
