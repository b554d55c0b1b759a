import { z } from 'zod'
import { totalsSchema } from '../model/assessment.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import type { Language } from '../model/language.js'

/** One workspace of a batch, as a worker gets it. */
export interface Job {
  /** Path of the workspace as people know it: relative to where the batch stands. */
  readonly name: string
  /** Its folder, absolute. */
  readonly folder: string
  /** An earlier run found it by a pattern, and this one does not. */
  readonly known: boolean
  readonly period?: string | undefined
  readonly prepare: boolean
  readonly asOf: string
  readonly lang?: Language | undefined
  readonly rules?: string | undefined
  readonly book?: string | undefined
  /** Packet that an earlier run of the batch has written: then there is a register. */
  readonly packet?: string | undefined
  /** Seconds to wait for another run that holds the workspace. */
  readonly wait: number
  /** SHA-256 of the rule book. */
  readonly bookHash: string
  /** Folder of the summary, absolute, and the folder of this report in it. */
  readonly out: string
  readonly report: string
}

const jobStates = ['done', 'unchanged', 'failed'] as const

/** What became of one workspace. Names a claimant, a path and sums; never a case or a person. */
export const jobResultSchema = z.strictObject({
  workspace: z.string(),
  /** `unchanged` was done by an earlier run on the very same inputs. */
  state: z.enum(jobStates),
  exitCode: z.int(),
  period: z.string().optional(),
  claimant: z.string().optional(),
  businessId: z.string().optional(),
  totals: totalsSchema.optional(),
  /** Rule or reader's code → items that it is found on. */
  findings: z.record(z.string(), z.int()).optional(),
  error: z.strictObject({ code: z.string(), message: z.string() }).optional(),
  /** Folder of the report, beside the summary. */
  report: z.string().optional(),
  /** Folder of the claim packet, from the folder of the summary. */
  packet: z.string().optional(),
  /** SHA-256 over all that the result rests on. */
  fingerprint: z.string().optional(),
})
export type JobResult = Readonly<z.infer<typeof jobResultSchema>>

/** What a result says of its job, whatever became of it. */
export function namesOf({ name, period }: Job): Pick<JobResult, 'workspace' | 'period'> {
  return { workspace: withoutIdentifiers(name), ...(period === undefined ? {} : { period }) }
}
