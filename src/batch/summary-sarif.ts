import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assessmentSchema } from '../model/assessment.js'
import type { Language } from '../model/language.js'
import { sarifEnd, sarifHead, sarifRun } from '../report/sarif.js'
import type { RuleBook } from '../rules/book.js'
import type { BatchSummary, SummaryRow } from './summary.js'

/**
 * The findings of all workspaces as one SARIF log, a run for each: from the reports that stand beside the summary, one
 * after the other. A workspace that could not be judged is a run that did not succeed, with the reason.
 */
export async function* renderSummarySarif({ tool, workspaces }: BatchSummary, out: string, book: Pick<RuleBook, 'rules'>, language: Language): AsyncGenerator<string> {
  yield sarifHead
  for (const [index, row] of workspaces.entries()) {
    if (index > 0) yield ',\n'
    if (row.state === 'failed' || row.report === undefined) yield failedRun(row, tool.version)
    else {
      const { items, totals, outsidePeriod, evidence, ...head } = assessmentSchema.parse(JSON.parse(await readFile(join(out, row.report, 'assessment.json'), 'utf8')))
      yield* sarifRun({ head, items, tail: () => ({ totals, outsidePeriod, evidence }) }, book, language, `${row.workspace}/`)
    }
  }
  yield sarifEnd
}

function failedRun({ workspace, error }: SummaryRow, version: string): string {
  const notification = { level: 'error', message: { text: error?.message ?? '' }, descriptor: { id: error?.code ?? 'internal' } }
  return JSON.stringify({
    tool: { driver: { name: 'korvaus', version } },
    automationDetails: { id: `korvaus/${workspace}/` },
    results: [],
    invocations: [{ executionSuccessful: false, toolExecutionNotifications: [notification] }],
  })
}
