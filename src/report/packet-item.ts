import { allOnOneLine } from '../model/unseen.js'
import type { Finding } from '../model/assessment.js'
import { centsToClaim } from '../model/facts.js'
import type { Language } from '../model/language.js'
import { centsOf } from '../model/money.js'
import { categoryNames, outcomeNames } from '../model/value-names.js'
import { codeName, daysText, validityText } from '../packet/labels.js'
import type { PacketItem } from '../packet/packet-item.js'
import { citation } from '../rules/book.js'
import type { RuleWalk } from '../rules/workbench/explain-item.js'
import { fill } from '../templates/fill.js'
import { formatDate, formatEuros, formatShortDate } from '../templates/format.js'
import { packetItemTexts as words } from '../templates/packet-item-texts.js'
import { rulesTexts } from '../templates/rules-texts.js'

/** One item of a packet on a page: what was paid, to whom, its voucher, row, decision and review, the rules that decided, and what was not asked and why. */
export function renderPacketItem(asRead: PacketItem, language: Language): string {
  const item = allOnOneLine(asRead)
  const { claim, assessed, walked, findings } = item
  const cents = centsToClaim(item.facts)
  const { regime, decidedBy } = walked
  const verdict = (wanted: RuleWalk['verdict']) => walked.rules.filter((walk) => walk.verdict === wanted)
  return [
    fill(words.head[language], { claim: claim.number, item: assessed.id, outcome: outcomeNames[assessed.outcome][language], amount: cents === undefined ? '\u2013' : formatEuros(cents, language) }),
    ...restsOn(item, language).map(([label, value]) => `  ${words[label][language]}: ${value}`),
    ...(regime && decidedBy ? [fill(rulesTexts.chosenLaw[language], { date: formatDate(decidedBy.date, language), regime: regime.id, title: regime.title[language] })] : []),
    ...section('findings', findings.flatMap((finding) => findingLines(finding, language)), language),
    ...section('failed', verdict('failed').map((walk) => ruleLine(walk, language)), language),
    ...section('lacking', verdict('lacking').map((walk) => `${ruleLine(walk, language)}: ${walk.lacking ?? ''}`), language),
    ...section('held', verdict('held').map((walk) => ruleLine(walk, language)), language),
    ...section('notAsked', notAsked(verdict('inapplicable'), language), language),
    '',
  ].join('\n')
}

/** The same as JSON. */
export function packetItemJson({ claim, assessed, facts, details, decisions, corrections, findings, walked }: PacketItem, language: Language): string {
  const { regime, decidedBy } = walked
  const shown = {
    schema: 'korvaus/packet-item/1',
    claim: claim.number,
    asOf: claim.asOf,
    ruleBook: claim.ruleBook,
    item: assessed.id,
    case: facts.case,
    outcome: assessed.outcome,
    amount: assessed.amount,
    serviceDate: facts.serviceDate,
    serviceEnd: facts.serviceEnd,
    category: facts.category,
    providerKind: facts.providerKind,
    source: assessed.source,
    details,
    decisions,
    corrections,
    regime: regime && { id: regime.id, title: regime.title[language] },
    decidedBy,
    findings,
    rules: walked.rules.map(({ rule, title, effect, verdict, because, lacking, basis }) => ({ rule, title: title[language], effect, verdict, because, lacking, sources: basis.map(citation) })),
  }
  return `${JSON.stringify(shown, null, 2)}\n`
}

/** What the item is and rests on, each with its label. */
function restsOn({ assessed, facts, details, withheld, decisions, corrections }: PacketItem, language: Language): [label: keyof typeof words, value: string][] {
  const { file, sheet, row } = assessed.source
  const lines: [label: keyof typeof words, value: string | undefined][] = [
    ['case', facts.case],
    ['days', daysText(facts.serviceDate, facts.serviceEnd, language)],
    ['category', codeName(categoryNames, facts.category, language)],
    ['provider', details.provider ?? (withheld ? words.withheld[language] : undefined)],
    ['voucher', details.voucher],
    ['account', facts.account],
    ['source', fill(words.sourceRow[language], { file, sheet, row: String(row) })],
    ...decisions.map((one): ['decision', string] => ['decision', [one.decision, one.authority, one.decidedOn && formatShortDate(one.decidedOn, language), validityText(one, language)].filter((part) => part).join(', ')]),
    ...(decisions.length === 0 && details.decision !== undefined ? [['decision', details.decision] as ['decision', string]] : []),
    ...corrections.map((one): ['corrects', string] => ['corrects', correctionText(one, language)]),
  ]
  return lines.filter((line): line is [keyof typeof words, string] => line[1] !== undefined && line[1] !== '')
}

function correctionText({ claim, claimedAmount, amount, difference }: PacketItem['corrections'][number], language: Language): string {
  const euros = (value: string) => formatEuros(centsOf(value), language)
  return fill(words.correction[language], { claim, before: euros(claimedAmount), now: euros(amount), difference: euros(difference) })
}

function findingLines({ rule, message, remedy, basis = [], reviewed }: Finding, language: Language): string[] {
  const review = reviewed && fill(words.reviewed[language], { answer: words[reviewed.answer][language], by: reviewed.by, on: formatShortDate(reviewed.on, language), until: formatShortDate(reviewed.until, language), reason: reviewed.reason })
  return [`${rule}: ${[message, remedy].filter((part) => part).join(' ')}${basis.length === 0 ? '' : ` (${basis.join('; ')})`}`, ...(review === undefined ? [] : [`  ${review}`])]
}

function ruleLine({ rule, title, basis }: RuleWalk, language: Language): string {
  return `${rule}  ${title[language]}${basis.length === 0 ? '' : ` (${basis.map(citation).join('; ')})`}`
}

/** The rules that did not apply, by the reason why; those of other days are named by their codes alone. */
function notAsked(walks: readonly RuleWalk[], language: Language): string[] {
  const reasons = [...new Set(walks.map(({ because = 'condition' }) => because))]
  return reasons.flatMap((reason) => {
    const own = walks.filter(({ because = 'condition' }) => because === reason)
    const shown = reason === 'date' ? [`  ${own.map(({ rule }) => rule).join(', ')}`] : own.map((walk) => `  ${walk.rule}  ${walk.title[language]}`)
    return [`${rulesTexts.because[reason][language]}:`, ...shown]
  })
}

function section(title: keyof typeof words, lines: readonly string[], language: Language): string[] {
  return lines.length === 0 ? [] : ['', `${words[title][language]}:`, ...lines.map((line) => `  ${line}`)]
}
