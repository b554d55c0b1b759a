import type { GeneralFinding } from '../model/assessment.js'
import type { Language } from '../model/language.js'
import { parseCents, type Cents } from '../model/money.js'
import { allOnOneLine } from '../model/unseen.js'
import { effectNames, outcomeNames } from '../model/value-names.js'
import type { Effect, Outcome } from '../model/values.js'
import type { RuleBook } from '../rules/book.js'
import { fill } from '../templates/fill.js'
import { formatCount, formatDate, formatEuros, formatItems, itemWord } from '../templates/format.js'
import { reportTexts } from '../templates/report-texts.js'
import { sourceTexts } from '../templates/source-findings.js'
import type { AssessmentSummary, FindingGroup } from './summary.js'
import { unsettledLines } from './unsettled.js'

export interface TextReportOptions {
  readonly language: Language
  readonly claimant: string
  readonly book: Pick<RuleBook, 'version' | 'rules'>
}

/** The fact that says which claim holds an item. */
const factOfClaimed = 'item.claimedIn'
const mostRows = 5
const mostFirst = 3
const order: Record<Effect, number> = { reject: 0, review: 1, note: 2 }

/** The assessment for people: sums first, then where to look first, then the findings by rule with counts that are true. */
export function renderText(summary: AssessmentSummary, options: TextReportOptions): string {
  const { language } = options
  const assessment = allOnOneLine(summary)
  const groups = titled(assessment.groups, options)
  return [
    headingOf(assessment, options),
    '',
    ...unsettledLines(assessment.unsettled, language),
    ...outcomeLines(assessment, language),
    ...(assessment.outsidePeriod > 0 ? [fill(reportTexts.outsidePeriod[language], { count: formatItems(assessment.outsidePeriod, language) })] : []),
    ...firstLook(assessment.findings, groups, language),
    ...generalLines(assessment.findings, language),
    ...groups.flatMap((group) => groupLines(group, language)),
    '',
  ].join('\n')
}

/** Whose log was judged, of which days, when and by which book. */
export function headingOf({ asOf, ruleBook, period }: AssessmentSummary, { language, claimant }: TextReportOptions): string {
  const days = period === undefined ? [] : [`${formatDate(period.from, language)}–${formatDate(period.to, language)}`]
  return [claimant, ...days, fill(reportTexts.asOf[language], { date: formatDate(asOf, language) }), fill(reportTexts.ruleBook[language], { version: ruleBook.version })].join(' · ')
}

function outcomeLines({ totals }: AssessmentSummary, language: Language): string[] {
  const rows: [Outcome, number, string][] = [
    ['claimable', totals.claimable, totals.claimableAmount], ['review', totals.review, totals.reviewAmount], ['rejected', totals.rejected, totals.rejectedAmount],
  ]
  const names = rows.map(([outcome]) => outcomeNames[outcome][language])
  const amounts = rows.map(([, , amount]) => formatEuros(parseCents(amount) as Cents, language))
  return rows.map(([, count], index) => `  ${pad(names[index], names)}  ${formatCount(count, language).padStart(7)} ${itemWord(count, language).padEnd(reportTexts.items[language].length)}  ${padLeft(amounts[index], amounts)}`)
}

export interface TitledGroup extends FindingGroup {
  readonly title: string
  /** Whether the rule finds costs that a claim holds already. */
  readonly isClaimed: boolean
}

/** The groups with the titles of their rules. */
export function titled(groups: readonly FindingGroup[], { book, language }: TextReportOptions): TitledGroup[] {
  const titles = new Map(book.rules.map((rule) => [rule.rule, rule.title[language]]))
  const claimed = new Set(book.rules.filter(({ holds }) => holds.includes(factOfClaimed)).map(({ rule }) => rule))
  return groups.map((group) => ({ ...group, title: titles.get(group.rule) ?? sourceTexts[group.rule]?.title[language] ?? group.rule, isClaimed: claimed.has(group.rule) }))
}

/** What can be mended, the most euros first: there the next hour is spent best. Costs that a claim holds already ask for nothing. */
export function mendable(groups: readonly TitledGroup[]): TitledGroup[] {
  return groups.filter(({ effect, isClaimed }) => effect !== 'note' && !isClaimed).toSorted((left, right) => (left.amount === right.amount ? 0 : left.amount > right.amount ? -1 : 1))
}

/** What holds whole cases or the claim up comes first, then the rules with the most euros: there the next hour is spent best. */
function firstLook(findings: readonly GeneralFinding[], groups: readonly TitledGroup[], language: Language): string[] {
  const blocking = findings.filter(({ effect }) => effect === 'reject').map((finding) => `  ${finding.rule}  ${finding.message} – ${[finding.case, cellOf(finding)].filter((part) => part).join(' ')}`)
  const lines = [...blocking, ...mendable(groups).map(({ rule, title, amount, findings: count, shown }) => `  ${rule}  ${title} – ${formatItems(count, language)}, ${formatEuros(amount, language)} – ${placeOf(shown[0] as FindingGroup['shown'][number])}`)].slice(0, mostFirst)
  if (lines.length === 0) return ['', reportTexts.nothingToMend[language]]
  return ['', reportTexts.lookFirst[language], ...lines]
}

function generalLines(findings: readonly GeneralFinding[], language: Language): string[] {
  const lines = findings.toSorted((left, right) => order[left.effect] - order[right.effect]).slice(0, mostRows * 2).flatMap((finding) => [
    `  ${finding.rule}  ${effectNames[finding.effect][language]}  ${[finding.case, cellOf(finding)].filter((part) => part).join('  ')}`,
    `      ${finding.message}`,
    ...(finding.remedy ? [`      → ${finding.remedy}`] : []),
  ])
  const more = findings.length - mostRows * 2
  return findings.length === 0 ? [] : ['', reportTexts.general[language], ...lines, ...(more > 0 ? [`      ${fill(reportTexts.more[language], { count: formatCount(more, language) })}`] : [])]
}

function groupLines({ rule, title, effect, findings, shown, amount }: TitledGroup, language: Language): string[] {
  const more = findings - shown.length
  return [
    '',
    `${rule}  ${title} (${effectNames[effect][language]}) – ${formatItems(findings, language)}, ${formatEuros(amount, language)}`,
    ...shown.flatMap(({ item, finding }) => [`  ${item.id}  ${item.case ?? ''}  ${placeOf({ item, finding })}`, `      ${finding.message}`]),
    ...(more > 0 ? [`      ${fill(reportTexts.more[language], { count: formatCount(more, language) })}`] : []),
    ...(shown[0]?.finding.remedy ? [`      → ${shown[0].finding.remedy}`] : []),
  ]
}

/** Where a finding of an item stands: `Sheet!C7`, or file and cell. */
export function placeOf({ item, finding }: FindingGroup['shown'][number]): string {
  return cellOf({ file: finding.file ?? item.source.file, sheet: finding.sheet ?? item.source.sheet, cell: finding.cell ?? String(item.source.row) })
}

/** A cell as spreadsheets name it. */
export function cellOf({ file, sheet, cell }: { file?: string | undefined; sheet?: string | undefined; cell?: string | undefined }): string {
  const place = sheet ? `${sheet}${cell === undefined ? '' : `!${cell}`}` : [file, cell].filter((part) => part !== undefined).join(':')
  return place
}

function pad(text: string | undefined, all: readonly string[]): string {
  return (text ?? '').padEnd(Math.max(...all.map(({ length }) => length)))
}

function padLeft(text: string | undefined, all: readonly string[]): string {
  return (text ?? '').padStart(Math.max(...all.map(({ length }) => length)))
}
