import { z } from 'zod'
import { amountSchema, totalsSchema, type Totals } from '../model/assessment.js'
import { formatCents, parseCents, type Cents } from '../model/money.js'
import { isoDateSchema } from '../model/values.js'
import { jobResultSchema, type JobResult } from './job.js'
import type { BatchState, RunSettings } from './state.js'

const trendSchema = z.strictObject({ items: z.int(), claimableAmount: amountSchema, reviewAmount: amountSchema, rejectedAmount: amountSchema })
type Trend = Readonly<z.infer<typeof trendSchema>>

/** Everything about one run over many workspaces: the contract of `batch --format json`. */
export const batchSchema = z.strictObject({
  schema: z.literal('korvaus/batch/1'),
  tool: z.strictObject({ version: z.string() }),
  ruleBook: z.strictObject({ version: z.string(), sha256: z.string() }),
  runId: z.string(),
  asOf: isoDateSchema,
  period: z.string().optional(),
  prepare: z.boolean(),
  exitCode: z.int(),
  counts: z.strictObject({ workspaces: z.int(), done: z.int(), unchanged: z.int(), failed: z.int() }),
  totals: totalsSchema,
  /** The run before for the same period, and what has changed since, over the workspaces that both of them know. */
  previous: z.strictObject({ runId: z.string(), asOf: isoDateSchema, change: trendSchema }).optional(),
  /** Claimable euros of the runs for the same period until now, the latest last. */
  runs: z.array(z.strictObject({ runId: z.string(), asOf: isoDateSchema, claimableAmount: amountSchema })),
  /** `changed` where the last run said otherwise, or knew nothing of the workspace. */
  workspaces: z.array(jobResultSchema.extend({ change: trendSchema.optional(), changed: z.boolean() })),
})
export type BatchSummary = Readonly<z.infer<typeof batchSchema>>
export type SummaryRow = BatchSummary['workspaces'][number]

/** The same as lines, each written as soon as it is known, so in the order of their ends: the contract of `batch --format ndjson`. */
export const batchLineSchema = z.discriminatedUnion('kind', [
  batchSchema.pick({ tool: true, ruleBook: true, runId: true, asOf: true, period: true, prepare: true }).extend({ schema: z.literal('korvaus/batch-lines/1'), kind: z.literal('batch') }),
  jobResultSchema.extend({ kind: z.literal('workspace') }),
  totalsSchema.extend({ kind: z.literal('totals'), exitCode: z.int(), counts: batchSchema.shape.counts }),
])
export type BatchLine = Readonly<z.infer<typeof batchLineSchema>>

const mostRuns = 30

export interface SummaryInput {
  readonly settings: RunSettings
  readonly results: readonly (readonly [key: string, result: JobResult])[]
  readonly before: BatchState
  readonly toolVersion: string
  readonly ruleBook: { readonly version: string; readonly sha256: string }
}

/** Puts the results of a run together, with what changed since the run before. */
export function summaryOf({ settings, results, before, toolVersion, ruleBook }: SummaryInput): BatchSummary {
  const workspaces = results.map(([key, result]): SummaryRow => {
    const change = changeOf(before.results[key], result)
    return { ...result, ...(change === undefined ? {} : { change }), changed: saidOf(before.results[key]) !== saidOf(result) }
  })
  const past = before.runs.filter((one) => one.period === settings.period)
  const last = past.at(-1)
  const totals = sumOf(workspaces.flatMap((one) => one.totals ?? []))
  const changes = workspaces.flatMap(({ change }) => change ?? [])
  const count = (state: JobResult['state']) => workspaces.filter((one) => one.state === state).length
  return {
    schema: 'korvaus/batch/1',
    tool: { version: toolVersion },
    ruleBook,
    runId: settings.runId,
    asOf: settings.asOf,
    ...(settings.period === undefined ? {} : { period: settings.period }),
    prepare: settings.prepare,
    exitCode: workspaces.reduce((gravest, { exitCode }) => Math.max(gravest, exitCode), 0),
    counts: { workspaces: workspaces.length, done: count('done'), unchanged: count('unchanged'), failed: count('failed') },
    totals,
    ...(last === undefined ? {} : { previous: { runId: last.runId, asOf: last.asOf, change: changes.reduce(added, noChange) } }),
    runs: [...past.map((one) => ({ runId: one.runId, asOf: one.asOf, claimableAmount: one.totals.claimableAmount })), { runId: settings.runId, asOf: settings.asOf, claimableAmount: totals.claimableAmount }].slice(-mostRuns),
    workspaces,
  }
}

/** The workspaces that somebody wants to hear of: what changed, what failed, what needs a person. */
export const wanted = {
  changed: ({ changed }: SummaryRow) => changed,
  failed: ({ state }: SummaryRow) => state === 'failed',
  attention: ({ exitCode }: SummaryRow) => exitCode !== 0,
} as const

/** The state after a run: its results beside those of workspaces that it did not touch. */
export function stateAfter(before: BatchState, found: BatchState['found'], results: SummaryInput['results'], summary: BatchSummary): BatchState {
  const { runId, asOf, period, counts, totals } = summary
  return {
    ...before,
    ...(found === undefined ? {} : { found }),
    results: { ...before.results, ...Object.fromEntries(results) },
    runs: [...before.runs, { runId, asOf, ...(period === undefined ? {} : { period }), workspaces: counts.workspaces, failed: counts.failed, totals }].slice(-mostRuns),
  }
}

const amounts = ['claimableAmount', 'reviewAmount', 'rejectedAmount'] as const
const noChange: Trend = { items: 0, claimableAmount: '0.00', reviewAmount: '0.00', rejectedAmount: '0.00' }

/** What a result says of its workspace, whenever and for whichever day. */
function saidOf(result: JobResult | undefined): string {
  return JSON.stringify([result?.exitCode, result?.error?.code, result?.totals, result?.findings, result?.claimant, result?.period])
}

/** Only what answers the same question can be compared: the same period. */
function changeOf(before: JobResult | undefined, now: JobResult): Trend | undefined {
  const [past, present] = [before?.totals, now.totals]
  if (past === undefined || present === undefined || before?.period !== now.period) return undefined
  return { items: present.items - past.items, ...amountsOf((name) => cents(present[name]) - cents(past[name])) }
}

function added(left: Trend, right: Trend): Trend {
  return { items: left.items + right.items, ...amountsOf((name) => cents(left[name]) + cents(right[name])) }
}

/** The sum of several workspaces. */
export function sumOf(all: readonly Totals[]): Totals {
  const sum = (name: 'items' | 'claimable' | 'rejected' | 'review') => all.reduce((total, one) => total + one[name], 0)
  return { items: sum('items'), claimable: sum('claimable'), rejected: sum('rejected'), review: sum('review'), ...amountsOf((name) => all.reduce((total, one) => total + cents(one[name]), 0n)) }
}

function amountsOf(amount: (name: (typeof amounts)[number]) => Cents): Record<(typeof amounts)[number], string> {
  return Object.fromEntries(amounts.map((name) => [name, formatCents(amount(name))])) as Record<(typeof amounts)[number], string>
}

function cents(text: string): Cents {
  return parseCents(text) as Cents
}
