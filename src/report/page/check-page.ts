import type { AssessedItem, Assessment } from '../../model/assessment.js'
import type { Language } from '../../model/language.js'
import { centsOf, type Cents } from '../../model/money.js'
import { effectNames, outcomeNames } from '../../model/value-names.js'
import { outcomes } from '../../model/values.js'
import { barChart, columnChart, type Bar } from '../../formats/html/charts.js'
import { html, raw, type Markup } from '../../formats/html/markup.js'
import { style } from '../../packet/html/style.js'
import { pageTable } from '../../packet/html/tables.js'
import { citation } from '../../rules/book.js'
import { checkPageTexts } from '../../templates/check-page-texts.js'
import { fill } from '../../templates/fill.js'
import { formatCount, formatEuros, formatItems, formatWholeEuros } from '../../templates/format.js'
import { pageTexts } from '../../templates/packet-page.js'
import { reportTexts } from '../../templates/report-texts.js'
import { summarise } from '../summary.js'
import { cellOf, headingOf, mendable, placeOf, titled, type TextReportOptions, type TitledGroup } from '../text.js'

/** How a page that the program wrote is known, so that it may be written again. */
export const generatorMark = '<meta name="generator" content="korvaus check">'

const mostRows = 200
const mostFirst = 5

/** The assessment as one page to look at: it loads nothing, runs nothing, and prints well. */
export function renderCheckPage(assessment: Assessment, options: TextReportOptions): string {
  const { language, claimant } = options
  const summary = { ...assessment, ...summarise(assessment.items, mostRows) }
  const groups = titled(summary.groups, options)
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
${raw(generatorMark)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${checkPageTexts.title[language]} – ${claimant}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#content">${pageTexts.skip[language]}</a>
<header><p class="over">${headingOf(summary, options)}</p><h1>${checkPageTexts.title[language]}</h1>${sumBox(assessment, language)}</header>
<main id="content">
${overview(assessment, language)}
${firstSection(groups, language)}
${generalSection(assessment, language)}
${groups.length > 0 && html`<section aria-labelledby="findings"><h2 id="findings">${pageTexts.findings[language]}</h2>${groups.map((group) => groupSection(group, options))}</section>`}
</main>
<footer><p>${checkPageTexts.about[language]}</p><p>korvaus ${assessment.tool.version} · ${fill(reportTexts.ruleBook[language], { version: assessment.ruleBook.version })}, SHA-256 <code>${assessment.ruleBook.sha256}</code></p></footer>
</body>
</html>
`.html
}

function sumBox({ totals, outsidePeriod }: Assessment, language: Language): Markup {
  const figures: readonly (readonly [string, string])[] = [
    [outcomeNames.review[language], `${formatItems(totals.review, language)}, ${formatEuros(centsOf(totals.reviewAmount), language)}`],
    [outcomeNames.rejected[language], `${formatItems(totals.rejected, language)}, ${formatEuros(centsOf(totals.rejectedAmount), language)}`],
    [checkPageTexts.items[language], formatCount(totals.items, language)],
    ...(outsidePeriod > 0 ? [[checkPageTexts.outsidePeriod[language], formatCount(outsidePeriod, language)] as const] : []),
  ]
  return html`<div class="sum"><div><p class="soft">${outcomeNames.claimable[language]}, ${formatItems(totals.claimable, language)}</p><p class="big">${formatEuros(centsOf(totals.claimableAmount), language)}</p></div><dl>${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></div>`
}

function overview({ totals, items }: Assessment, language: Language): Markup {
  const amounts = { claimable: totals.claimableAmount, review: totals.reviewAmount, rejected: totals.rejectedAmount }
  const bars = outcomes.map((outcome): Bar => ({ label: outcomeNames[outcome][language], cents: centsOf(amounts[outcome]), value: formatEuros(centsOf(amounts[outcome]), language), together: outcome !== 'claimable' }))
  const months = monthBars(items, language)
  return html`<section aria-labelledby="overview"><h2 id="overview">${pageTexts.overview[language]}</h2><div class="charts">${barChart(checkPageTexts.outcomeChart[language], bars)}${months.length > 0 && columnChart(checkPageTexts.monthChart[language], months)}</div></section>`
}

/** The last months. */
function monthBars(items: readonly AssessedItem[], language: Language): Bar[] {
  const months = new Map<string, Cents>()
  for (const { outcome, amount, decidedBy } of items) {
    if (outcome !== 'claimable' || amount === undefined || decidedBy === undefined) continue
    const month = decidedBy.date.slice(0, 7)
    months.set(month, (months.get(month) ?? 0n) + centsOf(amount))
  }
  return [...months].sort(([left], [right]) => (left < right ? -1 : 1)).slice(-12).map(([month, cents]) => ({ label: `${Number(month.slice(5))}/${month.slice(2, 4)}`, cents, value: formatWholeEuros(cents, language) }))
}

function firstSection(groups: readonly TitledGroup[], language: Language): Markup {
  const first = mendable(groups).slice(0, mostFirst)
  return html`<section aria-labelledby="first"><h2 id="first">${reportTexts.mendFirst[language]}</h2>${first.length === 0
    ? html`<p>${checkPageTexts.noneMissing[language]}</p>`
    : html`<ol>${first.map((group) => html`<li><a href="#${anchorOf(group)}">${group.rule} · ${group.title}</a> – ${formatItems(group.findings, language)}, <strong>${formatEuros(group.amount, language)}</strong> <span class="remedy">${group.shown[0]?.finding.remedy}</span></li>`)}</ol>`}</section>`
}

function generalSection({ findings }: Assessment, language: Language): Markup {
  return html`${findings.length > 0 && html`<section aria-labelledby="general"><h2 id="general">${reportTexts.general[language]}</h2><ul class="findings">${findings.slice(0, mostRows).map((finding) => html`<li><span class="tag">${effectNames[finding.effect][language]}</span> ${finding.rule} ${[finding.case, cellOf(finding)].filter((part) => part).join(' · ')}: ${finding.message} <span class="remedy">${finding.remedy}</span></li>`)}</ul>${moreLine(findings.length - mostRows, language)}</section>`}`
}

function groupSection(group: TitledGroup, { language, book }: TextReportOptions): Markup {
  const { rule, title, effect, findings, amount, shown } = group
  const bases = new Map(book.rules.find((one) => one.rule === rule)?.basis.map((basis) => [citation(basis), basis.url]))
  const columns = [{ heading: reportTexts.cell[language] }, { heading: reportTexts.item[language] }, { heading: reportTexts.case[language] }, { heading: reportTexts.said[language] }, { heading: checkPageTexts.amount[language], kind: 'number' as const }]
  return html`<h3 id="${anchorOf(group)}">${rule} · ${title}</h3>
<p><span class="tag">${effectNames[effect][language]}</span> ${formatItems(findings, language)}, ${formatEuros(amount, language)} ${shown[0]?.finding.remedy && html`<span class="remedy">${shown[0].finding.remedy}</span>`} ${[...bases].map(([words, url]) => (url === undefined ? html`<span class="soft">${words}</span> ` : html`<a href="${url}" rel="noreferrer">${words}</a> `))}</p>
${pageTable({ label: `${rule} ${title}`, columns, rows: shown.map(({ item, finding }) => ({ cells: [placeOf({ item, finding }), item.id, item.case ?? '', finding.message, item.amount === undefined ? '' : formatEuros(centsOf(item.amount), language)] })) })}
${moreLine(findings - shown.length, language)}`
}

function moreLine(more: number, language: Language): Markup {
  return html`${more > 0 && html`<p class="note">${fill(checkPageTexts.more[language], { count: formatCount(more, language) })}</p>`}`
}

function anchorOf({ effect, rule }: TitledGroup): string {
  return `${effect}-${rule}`
}
