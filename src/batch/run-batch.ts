import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCodes, KorvausError } from '../model/errors.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import { reportName, shownPath, type FoundWorkspace } from './find-workspaces.js'
import type { Job, JobResult } from './job.js'
import { runOnLanes } from './lanes.js'
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
  /** Says that no further workspace is to be begun. */
  readonly stopped: () => boolean
  /** Words of an error, for a worker that died without saying any. */
  readonly explain: (error: KorvausError) => string
  readonly told: (result: JobResult, number: number) => void
}

/** Does every workspace of the run and gives the results in the order of the list; of an interrupted run, those it has. */
export async function runBatch(run: BatchRun): Promise<[key: string, result: JobResult][]> {
  const { out, settings, before, finished, common } = run
  const results = new Map(finished)
  const progress = await openProgress(out, settings, finished)
  try {
    const waiting = settings.workspaces.map((workspace) => ({ ...workspace, key: keyOf(out, workspace) })).filter(({ key }) => !finished.has(key))
    const jobs = (await largestFirst(waiting)).map(({ key, name, folder }): { key: string; job: Job } => ({
      key,
      job: { ...common, name, folder, out, report: `workspaces/${reportName(folder, key)}`, period: settings.period, prepare: settings.prepare, asOf: settings.asOf, known: knownOf(before.results[key]) },
    }))
    const keys = new Map(jobs.map(({ key, job }) => [job, key]))
    await runOnLanes<Job, JobResult>(jobs.map(({ job }) => job), run, async (job, outcome) => {
      const key = keys.get(job) as string
      const result = outcome instanceof KorvausError ? died(job, outcome, run) : outcome
      results.set(key, result)
      await progress.note(key, result)
      run.told(result, results.size)
    })
  } finally {
    await progress.close()
  }
  return settings.workspaces.flatMap((workspace) => {
    const key = keyOf(out, workspace)
    const result = results.get(key)
    return result === undefined ? [] : [[key, result] as [string, JobResult]]
  })
}

/** How the state names a workspace: from the output folder, so that both may move together; hashed where the path would name a person. */
export function keyOf(out: string, { folder }: FoundWorkspace): string {
  const path = shownPath(out, folder)
  return withoutIdentifiers(path) === path ? path : createHash('sha256').update(path).digest('hex')
}

/** A result that failed is never taken for done. */
function knownOf(result: JobResult | undefined): JobResult | undefined {
  return result?.state === 'failed' ? undefined : result
}

function died({ name }: Job, error: KorvausError, { explain }: BatchRun): JobResult {
  return { workspace: withoutIdentifiers(name), state: 'failed', exitCode: exitCodes.internal, error: { code: error.code, message: explain(error) } }
}

/** One very large workspace begun last would keep the batch waiting for it alone. */
async function largestFirst<Workspace extends FoundWorkspace>(workspaces: readonly Workspace[]): Promise<Workspace[]> {
  const sized: { workspace: Workspace; size: number }[] = []
  for (const workspace of workspaces) sized.push({ workspace, size: await sizeOf(workspace.folder) })
  return sized.sort((left, right) => right.size - left.size).map(({ workspace }) => workspace)
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  const sizes = await Promise.all(names.filter((name) => /\.(xlsx|csv)$/i.test(name)).map((name) => stat(join(folder, name)).then(({ size }) => size, () => 0)))
  return sizes.reduce((sum, size) => sum + size, 0)
}
