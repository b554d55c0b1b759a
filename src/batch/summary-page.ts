import type { Language } from '../model/language.js'
import { parseCents, type Cents } from '../model/money.js'
import { outcomeNames } from '../model/value-names.js'
import { barChart, columnChart, type Bar } from '../formats/html/charts.js'
import { html, raw, type Markup } from '../formats/html/markup.js'
import { style } from '../packet/html/style.js'
import { pageTable } from '../packet/html/tables.js'
import { batchTexts } from '../templates/batch-texts.js'
import { fill } from '../templates/fill.js'
import { formatCount, formatDate, formatEuros, formatWholeEuros } from '../templates/format.js'
import { pageTexts } from '../templates/packet-page.js'
import { reportTexts } from '../templates/report-texts.js'
import { countsLine, signedEuros } from './render-summary.js'
import type { BatchSummary, SummaryRow } from './summary.js'

const mostBars = 12
const mostRules = 15

/** One page over all workspaces: totals, trends and a link to each report. It loads nothing and runs nothing. */
export function renderSummaryPage(summary: BatchSummary, language: Language): string {
  const { asOf, ruleBook, runId, counts } = summary
  const title = `${batchTexts.title[language]} ${formatDate(asOf, language)}`
  const over = [fill(reportTexts.asOf[language], { date: formatDate(asOf, language) }), ...(summary.period === undefined ? [] : [summary.period]), fill(reportTexts.ruleBook[language], { version: ruleBook.version })].join(' · ')
  return pageFrame(title, language, html`<header><p class="over">${over}</p><h1>${batchTexts.title[language]}</h1>${sumBox(summary, language)}<p>${countsLine(counts, language)}</p></header>
<main id="content">
${charts(summary, language)}
${problems(summary, language)}
${workspaceTable(summary, language)}
${findingTable(summary, language)}
</main>
<footer><p>korvaus ${summary.tool.version} · ${runId} · <a href="summary.json">summary.json</a> · <a href="summary.txt">summary.txt</a> · <a href="junit.xml">junit.xml</a></p></footer>`)
}

/** The frame of a page of a batch, with the look of the claim packet's page. */
export function pageFrame(title: string, language: Language, body: Markup): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#content">${pageTexts.skip[language]}</a>
${body}
</body>
</html>
`.html
}

/** The sum where nobody can miss it, with the figures beside it. */
function sumBox({ totals, previous }: BatchSummary, language: Language): Markup {
  const figures: readonly (readonly [string, string])[] = [
    [batchTexts.items[language], formatCount(totals.items, language)],
    [outcomeNames.review[language], `${formatCount(totals.review, language)}, ${euros(totals.reviewAmount, language)}`],
    [outcomeNames.rejected[language], `${formatCount(totals.rejected, language)}, ${euros(totals.rejectedAmount, language)}`],
    ...(previous === undefined ? [] : [[fill(batchTexts.changeSince[language], { date: formatDate(previous.asOf, language) }), signedEuros(previous.change.claimableAmount, language)] as const]),
  ]
  return html`<div class="sum"><div><p class="soft">${outcomeNames.claimable[language]}</p><p class="big">${euros(totals.claimableAmount, language)}</p></div><dl>${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></div>`
}

function charts({ runs, workspaces }: BatchSummary, language: Language): Markup {
  const bar = (label: string, amount: string): Bar => ({ label, cents: parseCents(amount) as Cents, value: formatWholeEuros(parseCents(amount) as Cents, language) })
  const largest = workspaces.flatMap(({ workspace, totals }) => (totals === undefined ? [] : [bar(shortName(workspace), totals.claimableAmount)])).toSorted((left, right) => (left.cents < right.cents ? 1 : left.cents > right.cents ? -1 : 0))
  const past = runs.slice(-mostBars).map(({ asOf, claimableAmount }) => bar(`${Number(asOf.slice(8))}.${Number(asOf.slice(5, 7))}.`, claimableAmount))
  return html`<div class="charts">${runs.length > 1 && columnChart(batchTexts.trend[language], past)}${largest.length > 0 && barChart(batchTexts.byWorkspace[language], largest.slice(0, mostBars))}</div>`
}

/** What could not be judged comes before everything that could. */
function problems({ workspaces }: BatchSummary, language: Language): Markup | undefined {
  const failed = workspaces.filter(({ error }) => error !== undefined)
  if (failed.length === 0) return undefined
  return html`<section aria-labelledby="failed"><h2 id="failed">${batchTexts.problems[language]}</h2>${pageTable({
    label: batchTexts.problems[language],
    columns: [{ heading: batchTexts.workspace[language] }, { heading: batchTexts.exitCode[language], kind: 'number' }, { heading: batchTexts.message[language] }],
    rows: failed.map(({ workspace, exitCode, error }) => ({ cells: [workspace, String(exitCode), error?.message ?? ''] })),
  })}</section>`
}

function workspaceTable({ workspaces, totals, previous }: BatchSummary, language: Language): Markup {
  return html`<section aria-labelledby="workspaces"><h2 id="workspaces">${batchTexts.workspaces[language]}</h2>${pageTable({
    label: batchTexts.workspaces[language],
    columns: [
      { heading: batchTexts.workspace[language] }, { heading: batchTexts.claimant[language] }, { heading: batchTexts.stateHeading[language] }, number(batchTexts.items[language]),
      number(outcomeNames.claimable[language]), number(batchTexts.change[language]), number(outcomeNames.review[language]), number(outcomeNames.rejected[language]), { heading: batchTexts.reports[language] },
    ],
    rows: workspaces.map((row) => ({ cells: rowCells(row, language) })),
    total: [batchTexts.totals[language], '', '', formatCount(totals.items, language), euros(totals.claimableAmount, language), previous === undefined ? '' : signedEuros(previous.change.claimableAmount, language), euros(totals.reviewAmount, language), euros(totals.rejectedAmount, language), ''],
  })}</section>`
}

function number(heading: string) {
  return { heading, kind: 'number' as const }
}

function rowCells({ workspace, claimant, state, totals, change, report, packet }: SummaryRow, language: Language): (Markup | string)[] {
  const links = [
    ...(report === undefined ? [] : [html`<a href="${hrefOf(report)}/report.html">${batchTexts.report[language]}</a>`]),
    ...(packet === undefined ? [] : [html` <a href="${hrefOf(packet)}/report.html">${batchTexts.packet[language]}</a>`]),
  ]
  const sum = (amount: string | undefined) => (amount === undefined ? '' : euros(amount, language))
  return [
    workspace, claimant ?? '', batchTexts.state[state][language], totals === undefined ? '' : formatCount(totals.items, language), sum(totals?.claimableAmount),
    change === undefined ? '' : signedEuros(change.claimableAmount, language), sum(totals?.reviewAmount), sum(totals?.rejectedAmount), html`${links}`,
  ]
}

function findingTable({ workspaces }: BatchSummary, language: Language): Markup | undefined {
  const counts = new Map<string, { items: number; workspaces: number }>()
  for (const { findings = {} } of workspaces) {
    for (const [rule, items] of Object.entries(findings)) {
      const before = counts.get(rule) ?? { items: 0, workspaces: 0 }
      counts.set(rule, { items: before.items + items, workspaces: before.workspaces + 1 })
    }
  }
  if (counts.size === 0) return undefined
  const rows = [...counts].sort(([left, one], [right, other]) => other.items - one.items || (left < right ? -1 : 1)).slice(0, mostRules)
  return html`<section aria-labelledby="findings"><h2 id="findings">${batchTexts.findings[language]}</h2>${pageTable({
    label: batchTexts.findings[language],
    columns: [{ heading: batchTexts.rule[language] }, { heading: batchTexts.found[language], kind: 'number' }, { heading: batchTexts.workspaces[language], kind: 'number' }],
    rows: rows.map(([rule, count]) => ({ cells: [rule, formatCount(count.items, language), formatCount(count.workspaces, language)] })),
  })}</section>`
}

/** Paths may hold any character; a link may not. */
function hrefOf(path: string): string {
  return path.split('/').map((part) => (part === '..' ? part : encodeURIComponent(part))).join('/')
}

function shortName(path: string): string {
  const name = path.split('/').at(-1) ?? path
  return name.length > 22 ? `${name.slice(0, 21)}…` : name
}

function euros(amount: string, language: Language): string {
  return formatEuros(parseCents(amount) as Cents, language)
}
