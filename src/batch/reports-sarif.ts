import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assessmentSchema } from '../model/assessment.js'
import type { Language } from '../model/language.js'
import { sarifEnd, sarifHead, sarifRun, type SarifPlace } from '../report/sarif.js'
import type { RuleBook } from '../rules/book.js'
import type { DropResult } from './inbox.js'
import type { JobResult } from './job.js'

/** One of several judgements: its report, or why there is none. */
export interface ToldReport extends SarifPlace {
  /** The folder of the report. */
  readonly report: string | undefined
  readonly error: JobResult['error']
}

/**
 * The findings of several judgements as one SARIF log, a run for each: from the reports that were written, one after the
 * other. What could not be judged is a run that did not succeed, with the reason.
 */
export async function* renderReportsSarif(reports: readonly ToldReport[], version: string, book: Pick<RuleBook, 'rules'>, language: Language): AsyncGenerator<string> {
  yield sarifHead
  for (const [index, one] of reports.entries()) {
    if (index > 0) yield ',\n'
    if (one.report === undefined) yield failedRun(one, version)
    else {
      const { items, totals, outsidePeriod, evidence, ...head } = assessmentSchema.parse(JSON.parse(await readFile(join(one.report, 'assessment.json'), 'utf8')))
      yield* sarifRun({ head, items, tail: () => ({ totals, outsidePeriod, evidence }) }, book, language, one)
    }
  }
  yield sarifEnd
}

/** The reports of the workspaces of a batch, beside its summary in `out`. */
export function reportsOfWorkspaces(workspaces: readonly JobResult[], out: string): ToldReport[] {
  return workspaces.map(({ workspace, state, report, error }) => ({ id: workspace, pathOf: (file) => `${workspace}/${file}`, report: state === 'failed' || report === undefined ? undefined : join(out, report), error }))
}

/** The reports of the files that an inbox has brought to their end; the place of each is where it lies now. */
export function reportsOfFiles(files: readonly DropResult[], reports: ReadonlyMap<DropResult, string>): ToldReport[] {
  return files.flatMap((one) => (one.state === 'waiting' ? [] : [{ id: one.movedTo ?? one.file, pathOf: () => one.movedTo ?? one.file, report: reports.get(one), error: one.error }]))
}

function failedRun({ id, error }: ToldReport, version: string): string {
  const notification = { level: 'error', message: { text: error?.message ?? '' }, descriptor: { id: error?.code ?? 'internal' } }
  return JSON.stringify({
    tool: { driver: { name: 'korvaus', version } },
    automationDetails: { id: `korvaus/${id}/` },
    results: [],
    invocations: [{ executionSuccessful: false, toolExecutionNotifications: [notification] }],
  })
}
