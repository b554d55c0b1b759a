import type { Language } from '../model/language.js'
import { parseCents, type Cents } from '../model/money.js'
import { outcomeNames } from '../model/value-names.js'
import { batchTexts } from '../templates/batch-texts.js'
import { fill } from '../templates/fill.js'
import { formatCount, formatDate, formatEuros, formatItems } from '../templates/format.js'
import { reportTexts } from '../templates/report-texts.js'
import type { BatchSummary, SummaryRow } from './summary.js'

/** The summary for people: the sums, then what failed and why, then every workspace on its line. */
export function renderSummaryText(summary: BatchSummary, language: Language): string {
  const { counts, totals, previous, workspaces, asOf, ruleBook } = summary
  const sums: [string, number, string][] = [
    [outcomeNames.claimable[language], totals.claimable, totals.claimableAmount],
    [outcomeNames.review[language], totals.review, totals.reviewAmount],
    [outcomeNames.rejected[language], totals.rejected, totals.rejectedAmount],
  ]
  const failed = workspaces.filter(({ error }) => error !== undefined)
  return [
    [batchTexts.title[language], fill(reportTexts.asOf[language], { date: formatDate(asOf, language) }), fill(reportTexts.ruleBook[language], { version: ruleBook.version }), summary.runId].join(' · '),
    countsLine(counts, language),
    '',
    ...columns(sums.map(([name, count, amount]) => [name, formatItems(count, language), euros(amount, language)]), [false, true, true]),
    ...(previous === undefined ? [] : [`  ${fill(batchTexts.changeSince[language], { date: formatDate(previous.asOf, language) })}: ${signedEuros(previous.change.claimableAmount, language)}`]),
    ...(failed.length === 0 ? [] : ['', batchTexts.problems[language], ...failed.flatMap(({ workspace, exitCode, error }) => [`  ${workspace} (${exitCode})`, `      ${error?.message}`])]),
    '',
    batchTexts.workspaces[language],
    ...columns(workspaces.map((row) => rowCells(row, language)), [false, false, true, true, true]),
    '',
  ].join('\n')
}

/** How many workspaces were done, unchanged and failed. */
export function countsLine({ workspaces, done, unchanged, failed }: BatchSummary['counts'], language: Language): string {
  return fill(batchTexts.counts[language], { count: formatCount(workspaces, language), done: formatCount(done, language), unchanged: formatCount(unchanged, language), failed: formatCount(failed, language) })
}

/** A change with its sign, so that growth is seen. */
export function signedEuros(amount: string, language: Language): string {
  const cents = parseCents(amount) as Cents
  return `${cents > 0n ? '+' : ''}${formatEuros(cents, language)}`
}

function rowCells({ workspace, state, exitCode, totals, change }: SummaryRow, language: Language): string[] {
  return [
    workspace,
    `${batchTexts.state[state][language]} (${exitCode})`,
    totals === undefined ? '' : formatItems(totals.items, language),
    totals === undefined ? '' : euros(totals.claimableAmount, language),
    change === undefined ? '' : signedEuros(change.claimableAmount, language),
  ]
}

/** Cells under each other, whatever the terminal is like. */
function columns(rows: readonly (readonly string[])[], right: readonly boolean[]): string[] {
  const widths = right.map((_, column) => rows.reduce((most, row) => Math.max(most, (row[column] ?? '').length), 0))
  return rows.map((row) => `  ${right.map((toRight, column) => (toRight ? (row[column] ?? '').padStart(widths[column] ?? 0) : (row[column] ?? '').padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd())
}

function euros(amount: string, language: Language): string {
  return formatEuros(parseCents(amount) as Cents, language)
}
