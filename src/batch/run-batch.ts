import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { KorvausError } from '../model/errors.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import { reportName, shownPath, type FoundWorkspace } from './find-workspaces.js'
import { namesOf, type Job, type JobResult } from './job.js'
import { runOnLanes } from './lanes.js'
import { releaseOfThisProcess } from '../workspace/lock.js'
import { openProgress, type BatchState, type RunSettings } from './state.js'

export interface BatchRun {
  /** Folder of summary, state and reports. */
  readonly out: string
  readonly settings: RunSettings
  readonly before: BatchState
  /** Results of the interrupted run that this one goes on with. */
  readonly finished: ReadonlyMap<string, JobResult>
  readonly common: Pick<Job, 'lang' | 'rules' | 'book' | 'bookHash' | 'wait'>
  readonly worker: URL
  readonly lanes: number
  /** Seconds that one workspace may take. */
  readonly limit: number
  /** The result of an earlier run, if it is still true: then no worker is troubled. */
  readonly unchanged: (job: Job, known: JobResult) => Promise<JobResult | undefined>
  /** Says that no further workspace is to be begun. */
  readonly stopped: () => boolean
  /** Words of an error, for a worker that died without saying any. */
  readonly explain: (error: KorvausError) => string
  readonly told: (result: JobResult, number: number) => void
}

/** Does every workspace of the run and gives the results in the order of the list; of an interrupted run, those it has. */
export async function runBatch(run: BatchRun): Promise<[key: string, result: JobResult][]> {
  const { out, settings, finished } = run
  const results = new Map(finished)
  const progress = await openProgress(out, settings, finished)
  try {
    const tell = async (key: string, result: JobResult): Promise<void> => {
      results.set(key, result)
      await progress.note(key, result)
      run.told(result, results.size)
    }
    const jobs = jobsOf(run)
    async function* changed(): AsyncGenerator<Job> {
      for (const [job, key] of jobs) {
        const result = await unchangedResult(run, job, key)
        if (result === undefined) yield job
        else await tell(key, result)
        if (run.stopped()) return
      }
    }
    const options = { ...run, abandoned: ({ folder }: Job) => releaseOfThisProcess(folder) }
    await runOnLanes<Job, JobResult>(changed(), options, (job, outcome) => tell(jobs.get(job) as string, outcome instanceof KorvausError ? died(job, outcome, run) : outcome))
  } finally {
    await progress.close()
  }
  return settings.workspaces.flatMap((workspace) => {
    const key = keyOf(out, workspace)
    const result = results.get(key)
    return result === undefined ? [] : [[key, result] as [string, JobResult]]
  })
}

/** The jobs to be done, in the order in which they are to be begun, each with its name in the state. */
function jobsOf({ out, settings, finished, common, before }: BatchRun): Map<Job, string> {
  const waiting = settings.workspaces.map((workspace) => ({ ...workspace, key: keyOf(out, workspace) })).filter(({ key }) => !finished.has(key))
  return new Map(largestFirst(waiting).map(({ key, name, folder, known }) => [{ known: known === true, ...common, ...packetBefore(before, key), name, folder, out, report: `workspaces/${reportName(folder, key)}`, period: settings.period, prepare: settings.prepare, asOf: settings.asOf }, key]))
}

function packetBefore({ results }: BatchState, key: string): Pick<Job, 'packet'> {
  const packet = results[key]?.packet
  return packet === undefined ? {} : { packet }
}

/** A result that failed is never taken for done. */
async function unchangedResult({ before, unchanged }: BatchRun, job: Job, key: string): Promise<JobResult | undefined> {
  const known = before.results[key]
  return known === undefined || known.state === 'failed' ? undefined : unchanged(job, known)
}

/** How the state names a workspace: from the output folder, so that both may move together; hashed where the path would name a person. */
export function keyOf(out: string, { folder }: FoundWorkspace): string {
  const path = shownPath(out, folder)
  return withoutIdentifiers(path) === path ? path : createHash('sha256').update(path).digest('hex')
}

function died(job: Job, error: KorvausError, { explain }: BatchRun): JobResult {
  return { ...namesOf(job), state: 'failed', exitCode: error.exitCode, error: { code: error.code, message: explain(error) } }
}

/** One very large workspace begun last would keep the batch waiting for it alone. */
function largestFirst<Workspace extends FoundWorkspace>(workspaces: readonly Workspace[]): Workspace[] {
  const sized = workspaces.map((workspace) => ({ workspace, size: sizeOf(workspace.folder) }))
  return sized.sort((left, right) => right.size - left.size).map(({ workspace }) => workspace)
}

/** What cannot be looked into is begun first or last, whichever; whoever does the job says what is wrong. */
function sizeOf(folder: string): number {
  try {
    return sizeOfInputs(folder)
  } catch {
    return 0
  }
}

function sizeOfInputs(folder: string): number {
  const inputs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && /\.(xlsx|ods|csv)$/i.test(entry.name))
  return inputs.reduce((sum, { name }) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0)
}
