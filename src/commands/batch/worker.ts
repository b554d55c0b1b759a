import { join, relative, sep } from 'node:path'
import { parentPort } from 'node:worker_threads'
import type { Io } from '../../cli/io.js'
import { changedFile, hashAll } from '../../batch/fingerprint.js'
import { filesBehind } from '../../desk/files-behind.js'
import { namesOf, type Job, type JobResult } from '../../batch/job.js'
import { ready } from '../../batch/lanes.js'
import type { ReportFigures } from '../../batch/write-report.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import type { Period } from '../../model/period.js'
import { loadWorkspace, type Workspace } from '../../workspace/load-workspace.js'
import { fingerprintOf } from './unchanged.js'
import { failureText } from '../../cli/failure.js'
import { attentionCode, periodOf } from '../check/check.js'
import type { GlobalOptions } from '../../cli/options.js'
import { openWorkspaceRegister } from '../../desk/workspace-register.js'
import type { Session } from '../../desk/session.js'
import { withDiskFault } from '../../workspace/write-fault.js'

/** Loads all that any job needs before it takes one, so that a thread which cannot do so fails no workspace. */
async function serve(port: NonNullable<typeof parentPort>): Promise<void> {
  await Promise.all([import('../../desk/session.js'), import('../../desk/earlier-claims.js'), import('../../batch/write-report.js'), import('../../register/open-register.js')])
  port.on('message', (job: Job) => void work(job).then((result) => port.postMessage(result)))
  port.postMessage(ready)
}

if (parentPort !== null) await serve(parentPort)

/** Does one workspace of a batch; whatever goes wrong becomes its result. */
async function work(job: Job): Promise<JobResult> {
  const base = namesOf(job)
  let workspace: Workspace | undefined
  try {
    workspace = await loadWorkspace({ cwd: job.folder, workspace: job.folder }).catch((error: unknown) => {
      throw job.known && error instanceof KorvausError && error.code === 'workspace-not-found' ? new KorvausError('workspace-gone', { workspace: job.name }) : error
    })
    return { ...(await judged(job, workspace)), ...base }
  } catch (met) {
    const error = withDiskFault(met, job.folder)
    const known = error instanceof KorvausError
    const exitCode = known ? error.exitCode : exitCodes.internal
    return {
      ...base,
      state: exitCode === exitCodes.attention ? 'done' : 'failed',
      exitCode,
      ...(workspace === undefined ? {} : claimantOf(workspace)),
      error: { code: known ? error.code : 'internal', message: failureText(error, job.lang ?? workspace?.config.language ?? 'en') },
    }
  }
}

type Outcome = Omit<JobResult, 'workspace'>

/** A workspace as it was read, with what its result is known by. */
interface Read {
  readonly session: Session
  fingerprint(packet?: string): Promise<string>
}

async function judged(job: Job, workspace: Workspace): Promise<Outcome> {
  if (job.packet !== undefined) await (await openWorkspaceRegister(workspace, { sign: job.packet }))?.register.close()
  return job.prepare ? prepared(job, workspace) : checked(job, await read(job, workspace))
}

/** Reads a workspace. Throws `input-changed` when a file of it changed meanwhile. */
async function read(job: Job, workspace: Workspace): Promise<Read> {
  const hashes = hashAll(await filesBehind(workspace, workspace.root))
  const { openSession } = await import('../../desk/session.js')
  const session = await openSession(silentIo(job), optionsOf(job))
  const changed = changedFile(hashes, hashAll(await filesBehind(workspace, workspace.root)))
  if (changed !== undefined) throw new KorvausError('input-changed', { path: changed })
  return { session, fingerprint: (packet) => fingerprintOf(job, workspace, hashes, packet) }
}

async function checked(job: Job, { session, fingerprint }: Read): Promise<Outcome> {
  const { runningPlanOf } = await import('../../desk/session.js')
  const { earlierClaimsOf } = await import('../../desk/earlier-claims.js')
  const { writeReport } = await import('../../batch/write-report.js')
  const period = periodOf(job.period)
  const before = await fingerprint()
  const plan = runningPlanOf(session, languageOf(job, session), period, await earlierClaimsOf(session, period))
  const figures = await writeReport(join(job.out, job.report), plan, textsOf(job, session))
  return { ...outcomeOf(job, session, figures, attentionCode({ totals: figures.totals, findings: plan.head.findings })), fingerprint: before }
}

async function prepared(job: Job, workspace: Workspace): Promise<Outcome> {
  const { prepareSession, preparedCode } = await import('../packet/prepare.js')
  const { running } = await import('../../claim/assess.js')
  const { writeReport } = await import('../../batch/write-report.js')
  let known: Read | undefined
  let packet = ''
  let after = ''
  const toPrepare = { workspace, read: async () => (known = await read(job, workspace)).session }
  const ended = await prepareSession(silentIo(job), { ...optionsOf(job), yes: true, wait: String(job.wait) }, toPrepare, periodOf(job.period) as Period, async (folder) => {
    packet = folder
    after = (await known?.fingerprint(folder)) ?? ''
  })
  const { session } = known as unknown as Read
  const figures = await writeReport(join(job.out, job.report), running(ended.assessment), textsOf(job, session))
  return { ...outcomeOf(job, session, figures, preparedCode(ended)), packet: relative(job.out, packet).split(sep).join('/'), fingerprint: after }
}

function outcomeOf(job: Job, { workspace }: Session, { totals, found }: ReportFigures, exitCode: number): Outcome {
  return { state: 'done', exitCode, ...claimantOf(workspace), totals, findings: found, report: job.report }
}

function optionsOf({ folder, asOf, lang, rules, book }: Job): GlobalOptions {
  return { format: 'text', quiet: true, workspace: folder, asOf, ...(lang === undefined ? {} : { lang }), ...(rules === undefined ? {} : { rules }), ...(book === undefined ? {} : { book }) }
}

function textsOf(job: Job, session: Session) {
  return { language: languageOf(job, session), claimant: session.workspace.config.claimant.name, book: session.book.book }
}

function languageOf({ lang }: Job, { workspace }: Session) {
  return lang ?? workspace.config.language
}

function claimantOf({ config }: Workspace): Pick<JobResult, 'claimant' | 'businessId'> {
  return { claimant: config.claimant.name, businessId: config.claimant.businessId }
}

/** Nobody watches a worker: its messages are its result. */
function silentIo(job: Job): Io {
  return { stdout: () => undefined, stderr: () => undefined, cwd: job.folder, env: process.env, isTerminal: false, width: undefined, today: () => job.asOf }
}
