import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assessmentSchema, type Assessment } from '../model/assessment.js'
import type { Language } from '../model/language.js'
import { failedInvocation, sarifEnd, sarifHead, sarifRun, type SarifPlace } from '../report/sarif.js'
import type { RuleBook } from '../rules/book.js'
import { writeFolderAtomically } from '../workspace/atomic-files.js'
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
      const { items, totals, outsidePeriod, evidence, ...head } = await assessmentOf(one.report)
      yield* sarifRun({ head, items, tail: () => ({ totals, outsidePeriod, evidence }) }, book, language, one)
    }
  }
  yield sarifEnd
}

/** What the findings are told with. */
interface SarifWords {
  readonly version: string
  readonly book: Pick<RuleBook, 'rules'>
  readonly language: Language
}

/** What sites that show findings take of one file. */
const sarifBounds = { runs: 20, results: 25_000 }

/**
 * The same in as many files as the bounds ask for: `1.sarif`, `2.sarif`, … A judgement with more results than a file may
 * have goes on in further runs, each with an identity of its own.
 */
export async function writeReportsSarif(folder: string, reports: readonly ToldReport[], words: SarifWords, bounds = sarifBounds): Promise<void> {
  await writeFolderAtomically(folder, async (write) => {
    let [number, results, runs] = [0, 0, [] as string[]]
    const flush = async (): Promise<void> => {
      number += 1
      await write(`${number}.sarif`, `${sarifHead}${runs.join(',\n')}${sarifEnd}`)
      results = 0
      runs = []
    }
    for await (const part of partsOf(reports, words, bounds.results)) {
      if (runs.length > 0 && (runs.length === bounds.runs || results + part.results > bounds.results)) await flush()
      runs.push(part.run)
      results += part.results
    }
    await flush()
  })
}

async function* partsOf(reports: readonly ToldReport[], { version, book, language }: SarifWords, most: number): AsyncGenerator<{ run: string; results: number }> {
  for (const one of reports) {
    if (one.report === undefined) {
      yield { run: failedRun(one, version), results: 0 }
      continue
    }
    for (const [index, { items, totals, outsidePeriod, evidence, ...head }] of inPieces(await assessmentOf(one.report), most).entries()) {
      const place = index === 0 ? one : { id: `${one.id}/${index + 1}`, pathOf: one.pathOf }
      const run = [...sarifRun({ head, items, tail: () => ({ totals, outsidePeriod, evidence }) }, book, language, place)].join('')
      yield { run, results: head.findings.length + items.reduce((sum, { findings }) => sum + findings.length, 0) }
    }
  }
}

/** An assessment as several with so many findings at the most; what is said of more than one item stands in the first ones. */
function inPieces(whole: Assessment, most: number): Assessment[] {
  const said = [...whole.findings.map((general) => ({ general })), ...whole.items.flatMap((item) => item.findings.map((finding) => ({ item: { ...item, findings: [finding] } })))]
  return Array.from({ length: Math.max(1, Math.ceil(said.length / most)) }, (_, index) => {
    const piece = said.slice(index * most, (index + 1) * most)
    return { ...whole, findings: piece.flatMap((one) => ('general' in one ? one.general : [])), items: piece.flatMap((one) => ('item' in one ? one.item : [])) }
  })
}

async function assessmentOf(report: string): Promise<Assessment> {
  return assessmentSchema.parse(JSON.parse(await readFile(join(report, 'assessment.json'), 'utf8')))
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
  return JSON.stringify({
    tool: { driver: { name: 'korvaus', version } },
    automationDetails: { id: `korvaus/${id}/` },
    results: [],
    invocations: [failedInvocation({ code: error?.code ?? 'internal', message: error?.message ?? '' })],
  })
}
