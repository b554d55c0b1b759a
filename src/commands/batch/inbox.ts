import { join, resolve } from 'node:path'
import type { FoundWorkspace } from '../../batch/find-workspaces.js'
import { claimsSign, closedFolders, endFile, exitCodeOf, leftovers, noteClaims, returnFile, takeFile, waitingFiles, wholeFiles, type DropResult, type InboxLine, type InboxSummary, type TakenFile } from '../../batch/inbox.js'
import { renderInboxJunit } from '../../batch/render-junit.js'
import { renderInboxMetrics } from '../../batch/render-metrics.js'
import type { RunMetrics } from '../../batch/run-metrics.js'
import { writeReport } from '../../batch/write-report.js'
import type { Io } from '../../cli/io.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import { withoutIdentifiers } from '../../model/identifiers.js'
import type { Language } from '../../model/language.js'
import { batchTexts } from '../../templates/batch-texts.js'
import { fill } from '../../templates/fill.js'
import { toolVersion } from '../../version.js'
import { writeFolderAtomically } from '../../workspace/atomic-files.js'
import type { Workspace } from '../../workspace/load-workspace.js'
import { isThere } from '../../workspace/present-file.js'
import { lockWorkspace } from '../../workspace/lock.js'
import type { BatchOptions } from './options.js'
import { attentionCode, periodOf } from '../check/check.js'
import { earlierClaimsOf } from '../../desk/earlier-claims.js'
import { openWorkspaceRegister } from '../../desk/workspace-register.js'
import { failureText } from '../../cli/failure.js'
import { asOfDate, say, wholeNumber } from '../../cli/options.js'
import { bookFor, openSession, runningPlanOf } from '../../desk/session.js'
import { watchSignals, type SignalWatch } from '../../cli/signals.js'
import { withDiskFault } from '../../workspace/write-fault.js'

/** Seconds in which a file must not change to be taken for whole. */
const quietTime = 5

interface InboxRun {
  readonly io: Io
  readonly options: BatchOptions
  readonly inbox: string
  readonly asOf: string
  readonly language: Language
  readonly workspaces: readonly FoundWorkspace[]
  /** The folders of the reports by their real names, which may not be shown. */
  readonly reports: Map<DropResult, string>
}

/**
 * Checks the service logs that lie in an inbox, each under its workspace, and moves it to `done` or `failed` with its
 * report beside it. What an interrupted run had taken is brought to an end first. Throws `workspace-locked` and
 * `folder-not-writable`.
 */
export async function runInbox(io: Io, options: BatchOptions, workspaces: readonly FoundWorkspace[], language: Language, metrics: RunMetrics | undefined): Promise<number> {
  const inbox = resolve(io.cwd, options.inbox ?? '')
  if (!(await isThere(inbox))) throw new KorvausError('folder-missing', { option: '--inbox', path: inbox })
  const lock = await lockWorkspace({ root: inbox }, wholeNumber('--wait', options.wait) ?? 0)
  const signals = watchSignals()
  try {
    const run: InboxRun = { io, options, inbox, asOf: asOfDate(options, io), language, workspaces, reports: new Map() }
    const began = io.now?.() ?? 0
    const line = (told: InboxLine) => options.format === 'ndjson' && io.stdout(`${JSON.stringify(told)}\n`)
    line({ schema: 'korvaus/inbox-lines/1', kind: 'inbox', asOf: run.asOf })
    const files: DropResult[] = []
    for await (const file of checkAll(run, signals)) {
      files.push(file)
      line({ kind: 'file', ...file })
    }
    const summary: InboxSummary = { schema: 'korvaus/inbox/1', asOf: run.asOf, exitCode: signals.exitCode() ?? exitCodeOf(files), files }
    line({ kind: 'end', exitCode: summary.exitCode, files: files.length })
    metrics?.write(renderInboxMetrics(summary, toolVersion, io.now === undefined ? undefined : (io.now() - began) / 1000), summary.exitCode)
    await show(run, summary)
    return summary.exitCode
  } finally {
    signals.close()
    await lock.release()
  }
}

async function show({ io, options, reports, language }: InboxRun, summary: InboxSummary): Promise<void> {
  const { files } = summary
  switch (options.format) {
    case 'json':
      return io.stdout(`${JSON.stringify(summary, null, 2)}\n`)
    case 'junit':
      return io.stdout(renderInboxJunit(summary, language))
    case 'sarif': {
      const { renderReportsSarif, reportsOfFiles } = await import('../../batch/reports-sarif.js')
      for await (const piece of renderReportsSarif(reportsOfFiles(files, reports), toolVersion, await bookFor(options), language)) io.stdout(piece)
      return
    }
    case 'text':
      if (files.length === 0) say(batchTexts.inboxEmpty[language], options, io)
      else io.stdout(files.map((file) => `${lineOf(file, language)}\n`).join(''))
  }
}

async function* checkAll(run: InboxRun, signals: SignalWatch): AsyncGenerator<DropResult> {
  const { inbox, options } = run
  for (const one of await leftovers(inbox)) {
    if (signals.exitCode() === undefined) yield await brought(run, one)
  }
  for (const folder of await closedFolders(inbox)) {
    const error = new KorvausError('file-unreadable', { path: folder.name, reason: folder.reason })
    yield { file: withoutIdentifiers(folder.name), state: 'failed', exitCode: error.exitCode, error: { code: error.code, message: failureText(error, run.language) } }
  }
  const files = await waitingFiles(inbox)
  const whole = await wholeFiles(inbox, files, wholeNumber('--quiet-time', options.quietTime) ?? quietTime)
  for (const file of files) {
    if (signals.exitCode() !== undefined) return
    const one = whole.has(file) ? await takeFile(inbox, file) : undefined
    yield one === undefined ? { file: withoutIdentifiers(file), state: 'waiting', exitCode: exitCodes.done } : await brought(run, one)
  }
}

/** A taken file brought to its end: checked and moved, or given back when its workspace is busy. */
async function brought(run: InboxRun, one: TakenFile): Promise<DropResult> {
  const file = withoutIdentifiers(one.file)
  try {
    const checked = await checkFile(run, one)
    const movedTo = await endFile(run.inbox, one, 'done')
    const result: DropResult = { file, state: 'done', ...checked, movedTo: withoutIdentifiers(movedTo) }
    run.reports.set(result, join(run.inbox, `${movedTo}.report`))
    return result
  } catch (met) {
    const error = withDiskFault(met, run.inbox)
    const known = error instanceof KorvausError
    const exitCode = known ? error.exitCode : exitCodes.internal
    const shown = { code: known ? error.code : 'internal', message: failureText(error, run.language) }
    run.io.log?.write('error', 'inbox', { code: shown.code, exitCode })
    if (exitCode === exitCodes.register || exitCode === exitCodes.disk) {
      await returnFile(run.inbox, one)
      return { file, state: 'waiting', exitCode, error: shown }
    }
    await writeFolderAtomically(one.report, new Map([['report.txt', Buffer.from(`${shown.message}\n`)]]))
    return { file, state: 'failed', exitCode, error: shown, movedTo: withoutIdentifiers(await endFile(run.inbox, one, 'failed')) }
  }
}

async function checkFile({ io, options, asOf, inbox, workspaces }: InboxRun, one: TakenFile): Promise<Pick<DropResult, 'exitCode' | 'workspace' | 'totals' | 'findings'>> {
  const workspace = workspaceOf(workspaces, one.file)
  const quiet: Io = { ...io, stdout: () => undefined, stderr: () => undefined, cwd: workspace.folder, isTerminal: false }
  const session = await openSession(quiet, { ...options, workspace: workspace.folder, asOf }, [one.path])
  await requireRegister(session.workspace, inbox)
  const period = periodOf(options.period)
  const shown = options.lang ?? session.workspace.config.language
  const plan = runningPlanOf(session, shown, period, await earlierClaimsOf(session, period))
  const { totals, found } = await writeReport(one.report, plan, { language: shown, claimant: session.workspace.config.claimant.name, book: session.book.book })
  io.log?.write('info', 'inbox', { workspace: workspace.name, items: totals.items, claimable: totals.claimable, rejected: totals.rejected, review: totals.review })
  return { exitCode: attentionCode({ totals, findings: plan.head.findings }), workspace: withoutIdentifiers(workspace.name), totals, findings: found }
}

/** A register that earlier runs saw claims in must be there still. Throws `register-lost`. */
async function requireRegister(workspace: Workspace, inbox: string): Promise<void> {
  const { businessId } = workspace.config.claimant
  const { register } = (await openWorkspaceRegister(workspace, { sign: await claimsSign(inbox, businessId) })) ?? {}
  try {
    if (register !== undefined && (await register.numbersOf(businessId)).length > 0) await noteClaims(inbox, businessId)
  } finally {
    await register?.close()
  }
}

function workspaceOf(all: readonly FoundWorkspace[], file: string): FoundWorkspace {
  const [folder] = file.includes('/') ? file.split('/') : []
  const named = folder === undefined ? all : all.filter(({ folder: path }) => path.split(/[/\\]/).at(-1) === folder)
  if (named.length !== 1) throw new KorvausError('inbox-workspace', { file: withoutIdentifiers(file), known: all.map(({ folder: path }) => withoutIdentifiers(path.split(/[/\\]/).at(-1) ?? '')).join(', ') })
  return named[0] as FoundWorkspace
}

function lineOf({ file, state, movedTo, error }: DropResult, language: Language): string {
  const moved = movedTo === undefined ? '' : ` \u2192 ${join(movedTo)}`
  return `${fill(batchTexts.inboxLine[language], { file, state: batchTexts.inboxState[state][language] })}${moved}${error === undefined ? '' : `\n    ${error.message}`}`
}
