import type { AssessedItem, Finding } from '../model/assessment.js'
import type { Language } from '../model/language.js'
import { parseCents, type Cents } from '../model/money.js'
import { effectNames, outcomeNames } from '../model/value-names.js'
import type { Outcome } from '../model/values.js'
import { html, type Markup } from '../formats/html/markup.js'
import { pageTable } from '../packet/html/tables.js'
import type { AssessmentSummary, FindingGroup } from '../report/summary.js'
import type { RuleBook } from '../rules/book.js'
import { batchTexts } from '../templates/batch-texts.js'
import { fill } from '../templates/fill.js'
import { formatCount, formatDate, formatEuros, formatItems } from '../templates/format.js'
import { reportTexts } from '../templates/report-texts.js'
import { sourceTexts } from '../templates/source-findings.js'
import { pageFrame } from './summary-page.js'

/** Findings of one rule that the page shows; the rest stand in the JSON beside it. */
export const mostRowsOfRule = 200

export interface ReportPageOptions {
  readonly language: Language
  readonly claimant: string
  readonly book: Pick<RuleBook, 'version' | 'rules'>
}

/** The assessment of one workspace as a page: sums, what concerns many items, then the findings by rule with their cells. */
export function renderReportPage(assessment: AssessmentSummary, { language, claimant, book }: ReportPageOptions): string {
  const { totals, asOf, period, findings, groups } = assessment
  const days = period === undefined ? [] : [`${formatDate(period.from, language)}–${formatDate(period.to, language)}`]
  const over = [...days, fill(reportTexts.asOf[language], { date: formatDate(asOf, language) }), fill(reportTexts.ruleBook[language], { version: book.version })].join(' · ')
  const sums: [Outcome, number, string][] = [['claimable', totals.claimable, totals.claimableAmount], ['review', totals.review, totals.reviewAmount], ['rejected', totals.rejected, totals.rejectedAmount]]
  const titles = new Map(book.rules.map((rule) => [rule.rule, rule.title[language]]))
  return pageFrame(claimant, language, html`<header><p class="over">${over}</p><h1>${claimant}</h1>
<div class="sum"><dl>${sums.map(([outcome, count, amount]) => html`<div><dt>${outcomeNames[outcome][language]}</dt><dd>${formatItems(count, language)}, ${formatEuros(parseCents(amount) as Cents, language)}</dd></div>`)}</dl></div></header>
<main id="content">
${groups.length + findings.length === 0 && html`<p>${reportTexts.nothingToMend[language]}</p>`}
${findings.length > 0 && html`<section><h2>${reportTexts.general[language]}</h2><ul class="findings">${findings.map(({ rule, effect, message, remedy }) => html`<li>${rule} (${effectNames[effect][language]}): ${message} <span class="remedy">${remedy ?? ''}</span></li>`)}</ul></section>`}
${groups.map((group) => groupSection(group, titles.get(group.rule) ?? sourceTexts[group.rule]?.title[language] ?? group.rule, language))}
</main>`)
}

function groupSection({ rule, effect, findings, shown }: FindingGroup, title: string, language: Language): Markup {
  const more = findings - shown.length
  const remedy = shown[0]?.finding.remedy
  return html`<section><h2>${rule} ${title} <span class="tag">${effectNames[effect][language]}</span></h2>
${remedy && html`<p class="remedy">${remedy}</p>`}
${pageTable({
    label: `${rule} ${title}`,
    columns: [{ heading: batchTexts.item[language] }, { heading: batchTexts.row[language], kind: 'day' }, { heading: batchTexts.message[language] }],
    rows: shown.map(({ item, finding }) => ({ cells: [item.id, placeOf(item, finding), finding.message] })),
  })}${more > 0 && html`<p class="note">${fill(batchTexts.more[language], { count: formatCount(more, language) })}</p>`}</section>`
}

function placeOf(item: AssessedItem, finding: Finding): string {
  return `${finding.sheet ?? item.source.sheet}!${finding.cell ?? item.source.row}`
}
