import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Io } from '../../cli/io.js'
import { readBatchFile, type BatchFile } from '../../batch/batch-file.js'
import { findWorkspaces } from '../../batch/find-workspaces.js'
import type { JobResult } from '../../batch/job.js'
import { missedWorkspaces, type FoundBefore } from '../../batch/missed.js'
import { RunMetrics } from '../../batch/run-metrics.js'
import { renderMetrics } from '../../batch/render-metrics.js'
import { renderSummaryJunit } from '../../batch/render-junit.js'
import { renderSummaryText } from '../../batch/render-summary.js'
import { keyOf, runBatch } from '../../batch/run-batch.js'
import { loadState, loadUnfinished, saveState, type BatchState, type RunSettings, type UnfinishedRun } from '../../batch/state.js'
import { renderSummaryPage } from '../../batch/summary-page.js'
import { stateAfter, summaryOf, wanted, type BatchLine, type BatchSummary } from '../../batch/summary.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import type { Language } from '../../model/language.js'
import { withUnseenShown } from '../../model/unseen.js'
import type { RuleBook } from '../../rules/book.js'
import { batchTexts } from '../../templates/batch-texts.js'
import { fill } from '../../templates/fill.js'
import { toolVersion } from '../../version.js'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { isThere } from '../../workspace/present-file.js'
import { lockWorkspace } from '../../workspace/lock.js'
import type { BatchOptions } from './options.js'
import { periodOf } from '../check/check.js'
import { unchangedResult } from './unchanged.js'
import { failureText } from '../../cli/failure.js'
import { runIdOf } from '../../cli/logged.js'
import { asOfDate, languageOfWorkspace, say, wholeNumber } from '../../cli/options.js'
import { bookFor } from '../../desk/session.js'
import { watchSignals } from '../../cli/signals.js'

/** The built worker: the same file whether this one runs built or from its source. */
/** Seconds after which a workspace counts as one that hangs, unless `--limit` says otherwise; ten thousand rows take some ten. */
const longestWorkspace = 1800
const worker = new URL('../../../bundle/worker.js', import.meta.url)

/** Checks, and when asked prepares, many workspaces on all cores; one that fails never stops the others. */
export async function run(io: Io, options: BatchOptions, operands: string[]): Promise<number> {
  if (options.metrics === undefined) return runMeasured(io, options, operands, undefined)
  const metrics = await RunMetrics.open(resolve(io.cwd, options.metrics), options.inbox === undefined ? 'batch' : 'inbox', toolVersion, io.now)
  try {
    return await runMeasured(io, options, operands, metrics)
  } catch (error) {
    metrics.failed(error instanceof KorvausError ? error.exitCode : exitCodes.internal)
    throw error
  } finally {
    metrics.close()
  }
}

async function runMeasured(io: Io, options: BatchOptions, operands: readonly string[], metrics: RunMetrics | undefined): Promise<number> {
  const file = options.from === undefined ? undefined : await readBatchFile(options.from, io.cwd)
  if (options.inbox !== undefined) return inboxRun(io, options, operands, { file, metrics })
  const out = resolve(io.cwd, options.out ?? join(file?.folder ?? '', 'korvaus-batch'))
  if (!(await isThere(dirname(out)))) throw new KorvausError('folder-missing', { option: '--out', path: dirname(out) })
  const wait = wholeNumber('--wait', options.wait) ?? 0
  const lanes = wholeNumber('--jobs', options.jobs, 1) ?? availableParallelism()
  const limit = wholeNumber('--limit', options.limit, 1) ?? longestWorkspace
  const lock = await lockWorkspace({ root: out }, wait)
  const signals = watchSignals()
  try {
    const unfinished = options.resume === true ? await loadUnfinished(out) : undefined
    const asked = { ...(file?.period === undefined ? {} : { period: file.period }), ...(options.period === undefined ? {} : { period: periodOf(options.period)?.name ?? options.period }), prepare: options.prepare ?? file?.prepare }
    const found = await findWorkspaces([{ patterns: operands, cwd: io.cwd }, ...(file === undefined ? [] : [{ patterns: file.workspaces, cwd: file.folder }])])
    const before = await withUnfinished(out, options.resume === true)
    const known = missedWorkspaces(out, before, found, (options.forget ?? []).map((one) => resolve(io.cwd, one)))
    const listed = [...found.workspaces, ...known.missed]
    const settings = settingsOf(io, options, asked, listed.length > 0 ? listed : (unfinished?.settings.workspaces ?? []), unfinished)
    const language = options.lang ?? (await languageOfWorkspace(settings.workspaces[0]?.folder, io))
    if (options.resume === true) tellResumed(io, options, unfinished, settings, out, language)
    return await runAndTell({ io, options, out, settings, unfinished, before, found: known.found, lanes, limit, wait, language, signals, metrics })
  } finally {
    signals.close()
    await lock.release()
  }
}

/** Options of a batch that an inbox does not know; `prepare` would let a second, partial log take the rows of the first out of the claim of their period. */
const notWithInbox = ['prepare', 'resume', 'out', 'jobs', 'limit', 'forget', 'only'] as const

async function inboxRun(io: Io, options: BatchOptions, operands: readonly string[], { file, metrics }: { readonly file: BatchFile | undefined; readonly metrics: RunMetrics | undefined }): Promise<number> {
  const unknown = notWithInbox.find((name) => options[name] !== undefined) ?? (file?.prepare === true ? 'prepare' : undefined)
  if (unknown !== undefined) throw new KorvausError('option-not-with', { option: `--${unknown}`, with: '--inbox' })
  const { workspaces } = await findWorkspaces([{ patterns: operands, cwd: io.cwd }, ...(file === undefined ? [] : [{ patterns: file.workspaces, cwd: file.folder }])])
  if (workspaces.length === 0) throw new KorvausError('no-workspaces', { pattern: '' })
  const { runInbox } = await import('./inbox.js')
  const period = options.period ?? file?.period
  return runInbox(io, { ...options, ...(period === undefined ? {} : { period }) }, workspaces, options.lang ?? (await languageOfWorkspace(workspaces[0]?.folder, io)), metrics)
}

interface Running {
  readonly io: Io
  readonly options: BatchOptions
  readonly out: string
  readonly settings: RunSettings
  readonly unfinished: UnfinishedRun | undefined
  readonly before: BatchState
  readonly found: FoundBefore
  readonly metrics: RunMetrics | undefined
  readonly lanes: number
  readonly limit: number
  readonly wait: number
  readonly language: Language
  readonly signals: ReturnType<typeof watchSignals>
}

async function runAndTell({ io, options, out, settings, unfinished, before, found, lanes, limit, wait, language, signals, metrics }: Running): Promise<number> {
  const began = io.now?.() ?? 0
  const book = await bookFor(options)
  const { version, sha256 } = book
  const count = String(settings.workspaces.length)
  const finished = unfinished?.results ?? new Map<string, JobResult>()
  const line = (told: BatchLine) => options.format === 'ndjson' && io.stdout(`${JSON.stringify(told)}\n`)
  line({ schema: 'korvaus/batch-lines/1', kind: 'batch', tool: { version: toolVersion }, ruleBook: { version, sha256 }, ...questionOf(settings) })
  for (const result of finished.values()) line({ kind: 'workspace', ...result })
  const results = await runBatch({
    out, settings, before, lanes, limit, worker, finished,
    unchanged: unchangedResult,
    common: { lang: options.lang, rules: options.rules, book: options.book, bookHash: sha256, wait },
    stopped: () => signals.exitCode() !== undefined,
    explain: (error) => failureText(error, language),
    told: (result, number) => {
      logResult(io, result)
      line({ kind: 'workspace', ...result })
      say(fill(batchTexts.ran[language], { number: String(number), count, workspace: result.workspace, state: batchTexts.state[result.state][language] }), options, io)
    },
  })
  const interrupted = signals.exitCode()
  if (interrupted !== undefined && results.length < settings.workspaces.length) {
    say(fill(batchTexts.interrupted[language], { done: String(results.length), count }), options, io)
    metrics?.failed(interrupted)
    return interrupted
  }
  const summary = summaryOf({ settings, results, before, toolVersion, ruleBook: { version, sha256 } })
  await writeSummary(out, summary, language)
  await saveState(out, stateAfter(before, found, results, summary))
  metrics?.write(renderMetrics(summary, io.now === undefined ? undefined : (io.now() - began) / 1000), summary.exitCode)
  line({ kind: 'totals', exitCode: summary.exitCode, counts: summary.counts, ...summary.totals })
  await show(io, options, summary, { out, book, language })
  say(fill(batchTexts.written[language], { path: join(out, 'index.html') }), options, io)
  return summary.exitCode
}

function questionOf({ runId, asOf, period, prepare }: RunSettings) {
  return { runId, asOf, ...(period === undefined ? {} : { period }), prepare }
}

function logResult({ log }: Io, { workspace, state, exitCode, error, totals }: JobResult): void {
  const figures = totals === undefined ? {} : { items: totals.items, claimable: totals.claimable, rejected: totals.rejected, review: totals.review }
  log?.write(state === 'failed' ? 'error' : 'info', 'workspace', { workspace, state, exitCode, ...(error === undefined ? {} : { code: error.code }), ...figures })
}

/** A run that was interrupted and is not resumed has still done work: what it found unchanged need not be done again. */
async function withUnfinished(out: string, resumed: boolean) {
  const state = await loadState(out)
  const left = resumed ? undefined : await loadUnfinished(out)
  return left === undefined ? state : { ...state, results: { ...state.results, ...Object.fromEntries(left.results) } }
}

async function writeSummary(out: string, summary: BatchSummary, language: Language): Promise<void> {
  await writeFileAtomically(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  await writeFileAtomically(join(out, 'summary.txt'), withUnseenShown(renderSummaryText(summary, language)))
  await writeFileAtomically(join(out, 'junit.xml'), renderSummaryJunit(summary, language))
  await writeFileAtomically(join(out, 'index.html'), renderSummaryPage(summary, language))
}

async function show(io: Io, { format, only, quiet }: BatchOptions, whole: BatchSummary, { out, book, language }: { readonly out: string; readonly book: RuleBook; readonly language: Language }): Promise<void> {
  const isMail = format === 'text' && quiet === true && only === undefined
  const summary = only === undefined && !isMail ? whole : { ...whole, workspaces: whole.workspaces.filter(only === undefined ? isNews : wanted[only]) }
  if (format === 'text' && quiet === true && summary.workspaces.length === 0) return
  if (format === 'sarif') {
    const { renderReportsSarif, reportsOfWorkspaces, writeReportsSarif } = await import('../../batch/reports-sarif.js')
    await writeReportsSarif(join(out, 'sarif'), reportsOfWorkspaces(summary.workspaces, out), { version: toolVersion, book, language })
    for await (const piece of renderReportsSarif(reportsOfWorkspaces(summary.workspaces, out), toolVersion, book, language)) io.stdout(piece)
  } else if (format === 'json') io.stdout(`${JSON.stringify(summary, null, 2)}\n`)
  else if (format === 'junit') io.stdout(renderSummaryJunit(summary, language))
  else if (format !== 'ndjson') io.stdout(renderSummaryText(summary, language))
}

/** What a mail that comes every night is to tell of, and nothing else. */
function isNews(row: BatchSummary['workspaces'][number]): boolean {
  return wanted.failed(row) || wanted.changed(row)
}

/** What the run does: as asked, or as the interrupted run was asked. Throws `resume-differs`, `option-missing`, `no-workspaces`. */
function settingsOf(io: Io, options: BatchOptions, asked: { period?: string; prepare: boolean | undefined }, workspaces: RunSettings['workspaces'], unfinished: UnfinishedRun | undefined): RunSettings {
  const earlier = unfinished?.settings
  const same = <Value>(option: string, now: Value | undefined, before: Value | undefined): void => {
    if (earlier !== undefined && now !== undefined && now !== before) throw new KorvausError('resume-differs', { option, before: String(before ?? '–'), now: String(now) })
  }
  same('--period', asked.period, earlier?.period)
  same('--prepare', asked.prepare, earlier?.prepare)
  same('--as-of', options.asOf, earlier?.asOf)
  if (workspaces.length === 0) throw new KorvausError('no-workspaces', { pattern: '' })
  const period = asked.period ?? earlier?.period
  periodOf(period)
  const prepare = asked.prepare ?? earlier?.prepare ?? false
  if (prepare && period === undefined) throw new KorvausError('option-missing', { option: '--period' })
  const asOf = earlier?.asOf ?? asOfDate(options, io)
  const whole = { workspaces: workspaces.map(({ name, folder, known }) => ({ name, folder, ...(known === true ? { known } : {}) })), ...(period === undefined ? {} : { period }), prepare, asOf }
  return { ...whole, runId: earlier?.runId ?? io.log?.runId ?? runIdOf(io.env, [whole]) }
}

function tellResumed(io: Io, options: BatchOptions, unfinished: UnfinishedRun | undefined, settings: RunSettings, out: string, language: Language): void {
  const done = settings.workspaces.filter((one) => unfinished?.results.has(keyOf(out, one))).length
  const text = unfinished === undefined ? batchTexts.nothingToResume[language] : fill(batchTexts.resuming[language], { done: String(done), count: String(settings.workspaces.length) })
  say(text, options, io)
}
