import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Io } from '../io.js'
import { changedFile, folderHash, hashesOfInputs, hashOf, registerHash } from '../batch/fingerprint.js'
import type { Job, JobResult } from '../batch/job.js'
import type { Assessment } from '../model/assessment.js'
import { exitCodes, KorvausError } from '../model/errors.js'
import type { Period } from '../model/period.js'
import { loadWorkspace, type Workspace } from '../workspace/load-workspace.js'
import { writeFolderAtomically } from '../workspace/atomic-files.js'
import { toolVersion } from '../version.js'
import { failureText } from './failure.js'
import { attentionCode, periodOf } from './check.js'

/** Does one workspace of a batch; whatever goes wrong becomes its result. Runs on a worker thread. */
export default async function work(job: Job): Promise<JobResult> {
  const base = { workspace: job.name, ...(job.period === undefined ? {} : { period: job.period }) }
  let workspace: Workspace | undefined
  const seen: { assessment?: Assessment } = {}
  try {
    workspace = await loadWorkspace({ cwd: job.folder, workspace: job.folder })
    return { ...(await judged(job, workspace, seen)), ...base }
  } catch (error) {
    const language = job.lang ?? workspace?.config.language ?? 'en'
    const known = error instanceof KorvausError
    const exitCode = known ? error.exitCode : exitCodes.internal
    return {
      ...base,
      state: exitCode === exitCodes.attention ? 'done' : 'failed',
      exitCode,
      ...(workspace === undefined ? {} : claimantOf(workspace)),
      ...(seen.assessment === undefined ? {} : figuresOf(seen.assessment)),
      error: { code: known ? error.code : 'internal', message: failureText(error, language) },
    }
  }
}

async function judged(job: Job, workspace: Workspace, seen: { assessment?: Assessment }): Promise<Omit<JobResult, 'workspace'>> {
  const hashes = await hashesOfInputs(workspace)
  const question = [toolVersion, job.bookHash, job.asOf, job.period, job.prepare, job.lang, hashes]
  const fingerprint = async (packet?: string) => hashOf([...question, await registerHash(workspace), packet === undefined ? '' : await folderHash(packet)])
  const { known } = job
  if (known?.fingerprint !== undefined && existsSync(join(job.out, job.report, 'assessment.json')) && known.fingerprint === (await fingerprint(known.packet === undefined ? undefined : join(job.out, known.packet)))) {
    return { ...known, state: 'unchanged' }
  }
  const period = periodOf(job.period)
  const { openSession } = await import('./session.js')
  const options = { format: 'text', quiet: true, workspace: job.folder, asOf: job.asOf, lang: job.lang, rules: job.rules, book: job.book } as const
  const io = silentIo(job)
  const session = await openSession(io, options as never)
  const changed = changedFile(hashes, await hashesOfInputs(workspace))
  if (changed !== undefined) throw new KorvausError('input-changed', { path: changed })

  if (job.prepare) {
    const { prepareSession } = await import('./prepare.js')
    let packet = ''
    let after = ''
    await prepareSession(io, { ...options, yes: true, wait: String(job.wait) } as never, session, period as Period, {
      assessed: (assessment) => void (seen.assessment = assessment),
      stands: async (folder) => {
        packet = folder
        after = await fingerprint(folder)
      },
    })
    const assessment = seen.assessment as Assessment
    await writeReport(job, workspace, assessment, session.book.book)
    return { state: 'done', exitCode: attentionCode(assessment), ...claimantOf(workspace), ...figuresOf(assessment), report: job.report, packet: shown(job.out, packet), fingerprint: after }
  }

  const before = await fingerprint()
  const { planOf } = await import('./session.js')
  const { earlierClaimsOf } = await import('./earlier-claims.js')
  const { assessment } = planOf(session, job.lang ?? workspace.config.language, period, await earlierClaimsOf(session, period))
  seen.assessment = assessment
  await writeReport(job, workspace, assessment, session.book.book)
  return { state: 'done', exitCode: attentionCode(assessment), ...claimantOf(workspace), ...figuresOf(assessment), report: job.report, fingerprint: before }
}

async function writeReport(job: Job, { config }: Workspace, assessment: Assessment, book: Parameters<typeof import('../report/text.js').renderText>[1]['book']): Promise<void> {
  const { renderText } = await import('../report/text.js')
  const { renderJson } = await import('../report/json.js')
  const { renderReportPage } = await import('../batch/report-page.js')
  const language = job.lang ?? config.language
  await writeFolderAtomically(join(job.out, job.report), new Map([
    ['report.txt', bytes(renderText(assessment, { language, claimant: config.claimant.name, book }))],
    ['report.html', bytes(renderReportPage(assessment, { language, claimant: config.claimant.name, book }))],
    ['assessment.json', bytes(renderJson(assessment))],
  ]))
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text, 'utf8')
}

function claimantOf({ config }: Workspace): Pick<JobResult, 'claimant' | 'businessId'> {
  return { claimant: config.claimant.name, businessId: config.claimant.businessId }
}

/** Sums, and on how many items each rule found something that still stands. */
function figuresOf({ totals, items }: Assessment): Pick<JobResult, 'totals' | 'findings'> {
  const findings = new Map<string, number>()
  for (const item of items) {
    for (const rule of new Set(item.findings.flatMap((one) => (one.effect === 'note' || one.reviewed ? [] : [one.rule])))) findings.set(rule, (findings.get(rule) ?? 0) + 1)
  }
  return { totals, findings: Object.fromEntries([...findings].sort(([left], [right]) => (left < right ? -1 : 1))) }
}

function shown(from: string, path: string): string {
  return relative(from, path).split(sep).join('/')
}

/** Nobody watches a worker: its messages are its result. */
function silentIo(job: Job): Io {
  return { stdout: () => undefined, stderr: () => undefined, cwd: job.folder, env: process.env, isTerminal: false, width: undefined, today: () => job.asOf }
}
