import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import type { ReasonCode } from '../model/errors.js'
import { writtenPeriod } from '../model/written-days.js'
import { readConfig } from '../workspace/read-config.js'
import { namedText } from '../workspace/present-file.js'

const yesNoSchema = z.union([z.boolean(), z.enum(['yes', 'no'])]).transform((value) => value === true || value === 'yes')
const periodSchema = z.union([z.string(), z.int()]).transform(String).refine((text) => writtenPeriod(text) !== undefined, 'not-a-period' satisfies ReasonCode).transform((text) => writtenPeriod(text)?.name ?? text)

/** A list of workspaces with what is to be done: paths are from the folder of the file. */
const batchFileSchema = z.strictObject({
  workspaces: z.array(z.string().min(1)).min(1),
  period: periodSchema.optional(),
  prepare: yesNoSchema.default(false),
})

export interface BatchFile {
  readonly workspaces: readonly string[]
  /** The folder that the paths start from. */
  readonly folder: string
  readonly period?: string | undefined
  readonly prepare: boolean
}

/** Reads a batch file. Throws `input-missing`, `config-unreadable` or `config-invalid` with line and column. */
export async function readBatchFile(path: string, cwd: string): Promise<BatchFile> {
  const full = resolve(cwd, path)
  return { ...readConfig(path, await namedText(full, path), batchFileSchema), folder: dirname(full) }
}
