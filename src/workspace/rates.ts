import { z } from 'zod'
import { addDays } from '../model/dates.js'
import type { ReasonCode } from '../model/errors.js'
import { hourlyRateSchema, ratesOn, type HourlyRate, type RateOn } from '../model/hourly-rates.js'
import { fileRead, type InputFile } from '../model/inputs.js'
import { pathInside, type Workspace } from './load-workspace.js'
import { namedBytes } from './present-file.js'
import { readConfig } from './read-config.js'

const ratesSchema = z.strictObject({ rates: z.array(hourlyRateSchema) }).superRefine(({ rates }, context) => {
  for (const { index, reason, ...params } of breaksIn(rates)) context.addIssue({ code: 'custom', path: ['rates', index], message: reason, params })
})

/** The hourly rates of own work, and the file that they stand in. */
export interface OwnWorkRates {
  readonly file?: InputFile
  readonly rateOn: RateOn
}

/** Reads the configured rates; none are configured when the policy names no file. Throws where their days overlap or leave a gap. */
export async function loadRates(workspace: Workspace): Promise<OwnWorkRates> {
  const name = workspace.config.policies.ownWorkRates
  if (name === undefined) return { rateOn: ratesOn([]) }
  return readRates(name, await namedBytes(pathInside(workspace.root, name, 'policies.ownWorkRates'), name))
}

/** The rates in the bytes of a file. */
export function readRates(name: string, bytes: Uint8Array): OwnWorkRates {
  return { file: fileRead('rates', name, bytes), rateOn: ratesOn(readConfig(name, new TextDecoder().decode(bytes), ratesSchema).rates) }
}

/** Where the rates of one worker, or those of all the others, do not follow each other day by day. */
function breaksIn(rates: readonly HourlyRate[]): { index: number; reason: ReasonCode; from?: string; to?: string }[] {
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
