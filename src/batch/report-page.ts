import type { AssessedItem, Assessment, Finding } from '../model/assessment.js'
import type { Language } from '../model/language.js'
import { parseCents, type Cents } from '../model/money.js'
import { effectNames, outcomeNames } from '../model/value-names.js'
import type { Effect, Outcome } from '../model/values.js'
import { html, type Markup } from '../packet/html/markup.js'
import { pageTable } from '../packet/html/tables.js'
import type { RuleBook } from '../rules/book.js'
import { batchTexts } from '../templates/batch-texts.js'
import { fill } from '../templates/fill.js'
import { formatCount, formatDate, formatEuros } from '../templates/format.js'
import { reportTexts } from '../templates/report-texts.js'
import { sourceTexts } from '../templates/source-findings.js'
import { pageFrame } from './summary-page.js'

const mostRows = 200
const order: Record<Effect, number> = { reject: 0, review: 1, note: 2 }

export interface ReportPageOptions {
  readonly language: Language
  readonly claimant: string
  readonly book: Pick<RuleBook, 'version' | 'rules'>
}

/** The assessment of one workspace as a page: sums, what concerns many items, then the findings by rule with their cells. */
export function renderReportPage(assessment: Assessment, { language, claimant, book }: ReportPageOptions): string {
  const { totals, asOf, period, findings } = assessment
  const days = period === undefined ? [] : [`${formatDate(period.from, language)}–${formatDate(period.to, language)}`]
  const over = [...days, fill(reportTexts.asOf[language], { date: formatDate(asOf, language) }), fill(reportTexts.ruleBook[language], { version: book.version })].join(' · ')
  const sums: [Outcome, number, string][] = [['claimable', totals.claimable, totals.claimableAmount], ['review', totals.review, totals.reviewAmount], ['rejected', totals.rejected, totals.rejectedAmount]]
  const titles = new Map(book.rules.map((rule) => [rule.rule, rule.title[language]]))
  const groups = groupsOf(assessment)
  return pageFrame(claimant, language, html`<header><p class="over">${over}</p><h1>${claimant}</h1>
<div class="sum"><dl>${sums.map(([outcome, count, amount]) => html`<div><dt>${outcomeNames[outcome][language]}</dt><dd>${formatCount(count, language)} ${reportTexts.items[language]}, ${formatEuros(parseCents(amount) as Cents, language)}</dd></div>`)}</dl></div></header>
<main id="content">
${groups.length + findings.length === 0 && html`<p>${reportTexts.nothingToMend[language]}</p>`}
${findings.length > 0 && html`<section><h2>${reportTexts.general[language]}</h2><ul class="findings">${findings.map(({ rule, effect, message, remedy }) => html`<li>${rule} (${effectNames[effect][language]}): ${message} <span class="remedy">${remedy ?? ''}</span></li>`)}</ul></section>`}
${groups.map(([rule, rows]) => groupSection(rule, titles.get(rule) ?? sourceTexts[rule]?.title[language] ?? rule, rows, language))}
</main>`)
}

type Row = { readonly item: AssessedItem; readonly finding: Finding }

function groupsOf({ items }: Assessment): [rule: string, rows: Row[]][] {
  const groups = new Map<string, Row[]>()
  for (const item of items) {
    for (const finding of item.findings) {
      if (finding.reviewed) continue
      const rows = groups.get(finding.rule)
      if (rows) rows.push({ item, finding })
      else groups.set(finding.rule, [{ item, finding }])
    }
  }
  const gravest = (rows: readonly Row[]) => Math.min(...rows.slice(0, 1).map(({ finding }) => order[finding.effect]))
  return [...groups].sort(([left, one], [right, other]) => gravest(one) - gravest(other) || (left < right ? -1 : 1))
}

function groupSection(rule: string, title: string, rows: readonly Row[], language: Language): Markup {
  const [first] = rows as [Row]
  const more = rows.length - mostRows
  return html`<section><h2>${rule} ${title} <span class="tag">${effectNames[first.finding.effect][language]}</span></h2>
${first.finding.remedy && html`<p class="remedy">${first.finding.remedy}</p>`}
${pageTable({
    label: `${rule} ${title}`,
    columns: [{ heading: batchTexts.item[language] }, { heading: batchTexts.row[language], kind: 'day' }, { heading: batchTexts.message[language] }],
    rows: rows.slice(0, mostRows).map(({ item, finding }) => ({ cells: [item.id, placeOf(item, finding), finding.message] })),
  })}${more > 0 && html`<p class="note">${fill(batchTexts.more[language], { count: formatCount(more, language) })}</p>`}</section>`
}

function placeOf(item: AssessedItem, finding: Finding): string {
  return `${finding.sheet ?? item.source.sheet}!${finding.cell ?? item.source.row}`
}
