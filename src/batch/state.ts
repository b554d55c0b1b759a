import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { totalsSchema } from '../model/assessment.js'
import { KorvausError } from '../model/errors.js'
import { writeFileAtomically } from '../workspace/atomic-files.js'
import { textIfThere } from '../workspace/present-file.js'
import { writeFault } from '../workspace/write-fault.js'
import { makeFolder } from '../workspace/make-folder.js'
import { jobResultSchema, type JobResult } from './job.js'

const stateName = 'state.json'
const progressName = 'progress.ndjson'

/** What a run was asked to do: a resumed run does the same. */
export const settingsSchema = z.strictObject({
  workspaces: z.array(z.strictObject({ name: z.string(), folder: z.string(), known: z.boolean().optional() })),
  period: z.string().optional(),
  prepare: z.boolean(),
  asOf: z.string(),
  runId: z.string(),
})
export type RunSettings = Readonly<z.infer<typeof settingsSchema>>

const pastRunSchema = z.strictObject({ runId: z.string(), asOf: z.string(), period: z.string().optional(), workspaces: z.int(), failed: z.int(), totals: totalsSchema })

const stateSchema = z.strictObject({
  schema: z.literal('korvaus/batch-state/1'),
  /** Folder of a workspace from the output folder → its last result. */
  results: z.record(z.string(), jobResultSchema),
  /** What each pattern led to at last: one that is there no more is missed, not forgotten. */
  found: z.record(z.string(), z.array(z.string())).optional(),
  /** Finished runs, the latest last. */
  runs: z.array(pastRunSchema),
})
export type BatchState = Readonly<z.infer<typeof stateSchema>>

/** A run that did not come to its end. */
export interface UnfinishedRun {
  readonly settings: RunSettings
  readonly results: ReadonlyMap<string, JobResult>
}

/** What earlier runs left in the output folder. Throws `state-damaged` for a state that is none. */
export async function loadState(out: string): Promise<BatchState> {
  const path = join(out, stateName)
  const text = await textIfThere(path)
  if (text === undefined) return { schema: 'korvaus/batch-state/1', results: {}, runs: [] }
  const parsed = stateSchema.safeParse(parseJson(text))
  if (!parsed.success) throw new KorvausError('state-damaged', { path })
  return parsed.data
}

/** Writes the state whole and ends the progress that it now contains. */
export async function saveState(out: string, state: BatchState): Promise<void> {
  await writeFileAtomically(join(out, stateName), `${JSON.stringify(state)}\n`)
  await rm(join(out, progressName), { force: true })
}

/**
 * The run that was interrupted, with the results that it had; a last line cut short counts as not written, and what
 * failed, as on a full disk, is not finished.
 */
export async function loadUnfinished(out: string): Promise<UnfinishedRun | undefined> {
  const text = (await textIfThere(join(out, progressName))) ?? ''
  const [head, ...lines] = text.split('\n').slice(0, -1)
  const settings = settingsSchema.safeParse(parseJson(head ?? ''))
  if (!settings.success) return undefined
  const results = lines.flatMap((line) => {
    const entry = progressSchema.safeParse(parseJson(line))
    return entry.success ? [[entry.data.key, entry.data.result] as const] : []
  })
  return { settings: settings.data, results: new Map(results.filter(([, { state }]) => state !== 'failed')) }
}

const progressSchema = z.strictObject({ key: z.string(), result: jobResultSchema })

/** Notes each finished workspace at once, so that an interruption loses only what was under way. */
export interface Progress {
  note(key: string, result: JobResult): Promise<void>
  close(): Promise<void>
}

/** Begins the notes of a run, or goes on with those of the run that is resumed. */
export async function openProgress(out: string, settings: RunSettings, done: ReadonlyMap<string, JobResult>): Promise<Progress> {
  await makeFolder(out)
  const lines = [settings, ...[...done].map(([key, result]) => ({ key, result }))].map((one) => `${JSON.stringify(one)}\n`)
  await writeFileAtomically(join(out, progressName), lines.join(''))
  const handle = await open(join(out, progressName), 'a', 0o600)
  return {
    note: async (key, result) => {
      await handle.appendFile(`${JSON.stringify({ key, result })}\n`).catch((error: NodeJS.ErrnoException) => {
        throw writeFault(out, error.code ?? '', error)
      })
    },
    close: () => handle.close(),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
