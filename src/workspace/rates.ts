import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { addDays, type IsoDate } from '../model/dates.js'
import { KorvausError, type ReasonCode } from '../model/errors.js'
import type { Cents } from '../model/money.js'
import { isoDateSchema } from '../model/values.js'
import { readWrittenCents } from '../model/written-number.js'
import { pathInside, type Workspace } from './load-workspace.js'
import { readConfig } from './read-config.js'

const rateSchema = z.strictObject({
  from: isoDateSchema,
  to: isoDateSchema.optional(),
  /** Worker code; a rate without one is for all the others. */
  worker: z.string().optional(),
  /** Euros for an hour of work, as text so that no cent is lost: `"48.20"`. */
  eurosPerHour: z.string().refine((text) => typeof readWrittenCents(text) === 'bigint', 'not-euros'),
  /** Where the rate was decided. */
  source: z.string().min(1),
})
type Rate = z.infer<typeof rateSchema>

const ratesSchema = z.strictObject({ rates: z.array(rateSchema) }).superRefine(({ rates }, context) => {
  for (const { index, reason, ...params } of breaksIn(rates)) context.addIssue({ code: 'custom', path: ['rates', index], message: reason, params })
})

/** The hourly rates of own work. */
export interface OwnWorkRates {
  /** Cents for an hour of a worker's time on a day, when a rate is configured. */
  centsPerHour(worker: string | undefined, on: IsoDate): Cents | undefined
}

/** Reads the configured rates; none are configured when the policy names no file. Throws where their days overlap or leave a gap. */
export async function loadRates(workspace: Workspace): Promise<OwnWorkRates> {
  const file = workspace.config.policies.ownWorkRates
  if (file === undefined) return { centsPerHour: () => undefined }
  const path = pathInside(workspace.root, file, 'policies.ownWorkRates')
  const text = await readFile(path, 'utf8').catch(() => {
    throw new KorvausError('input-missing', { path: file })
  })
  const priced = readConfig(file, text, ratesSchema).rates.map((rate) => ({ ...rate, cents: readWrittenCents(rate.eurosPerHour) as Cents }))
  const rateOf = (worker: string | undefined, on: IsoDate) => priced.find((rate) => rate.worker === worker && rate.from <= on && on <= (rate.to ?? '9999'))
  return { centsPerHour: (worker, on) => (rateOf(worker, on) ?? rateOf(undefined, on))?.cents }
}

/** Where the rates of one worker, or those of all the others, do not follow each other day by day. */
function breaksIn(rates: readonly Rate[]): { index: number; reason: ReasonCode; from?: string; to?: string }[] {
  const inOrder = rates.map((rate, index) => ({ rate, index })).sort((left, right) => (left.rate.from < right.rate.from ? -1 : 1))
  return inOrder.flatMap(({ rate, index }, place): ReturnType<typeof breaksIn> => {
    if (rate.to !== undefined && rate.to < rate.from) return [{ index, reason: 'days-reversed' }]
    const before = inOrder.slice(0, place).findLast((one) => one.rate.worker === rate.worker)?.rate
    if (before === undefined) return []
    const next = before.to === undefined ? undefined : addDays(before.to, 1)
    if (next === rate.from) return []
    return [next === undefined || next > rate.from ? { index, reason: 'rates-overlap', from: before.from } : { index, reason: 'rates-gap', from: next, to: addDays(rate.from, -1) }]
  })
}
