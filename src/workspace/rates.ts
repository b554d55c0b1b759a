import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { addDays, type IsoDate } from '../model/dates.js'
import { KorvausError } from '../model/errors.js'
import { parseCents, type Cents } from '../model/money.js'
import { isoDateSchema } from '../model/service-log.js'
import { pathInside, type Workspace } from './load-workspace.js'
import { readConfig } from './read-config.js'

const rateSchema = z.strictObject({
  from: isoDateSchema,
  to: isoDateSchema.optional(),
  /** Worker code; a rate without one is for all the others. */
  worker: z.string().optional(),
  /** Euros for an hour of work, as text so that no cent is lost: `"48.20"`. */
  eurosPerHour: z.string().refine((text) => typeof parseCents(text) === 'bigint', 'not an amount in euros, such as "48.20"'),
  /** Where the rate was decided. */
  source: z.string().min(1),
})
const ratesSchema = z.strictObject({ rates: z.array(rateSchema) })

/** The hourly rates of own work. */
export interface OwnWorkRates {
  /** Cents for an hour of a worker's time on a day, when a rate is configured. */
  centsPerHour(worker: string | undefined, on: IsoDate): Cents | undefined
}

/** Reads the configured rates; none are configured when the policy names no file. Throws when they overlap. */
export async function loadRates(workspace: Workspace): Promise<OwnWorkRates> {
  const file = workspace.config.policies.ownWorkRates
  if (file === undefined) return { centsPerHour: () => undefined }
  const path = pathInside(workspace.root, file, 'policies.ownWorkRates')
  const text = await readFile(path, 'utf8').catch(() => {
    throw new KorvausError('input-missing', { path: file })
  })
  const { rates } = readConfig(file, text, ratesSchema)
  const overlap = rates.find((rate, index) => rates.some((other, otherIndex) => otherIndex < index && other.worker === rate.worker && overlaps(rate, other)))
  if (overlap) throw new KorvausError('config-invalid', { path: file, line: '1', column: '1', key: `rates ${overlap.from}`, reason: 'the days of two rates overlap' })
  return {
    centsPerHour(worker, on) {
      const inForce = rates.filter(({ from, to = '9999' }) => from <= on && on <= to)
      const found = inForce.find((rate) => rate.worker !== undefined && rate.worker === worker) ?? inForce.find((rate) => rate.worker === undefined)
      return found === undefined ? undefined : (parseCents(found.eurosPerHour) as Cents)
    },
  }
}

function overlaps(left: { from: IsoDate; to?: IsoDate | undefined }, right: { from: IsoDate; to?: IsoDate | undefined }): boolean {
  return left.from < addDays(right.to ?? '9998-12-31', 1) && right.from < addDays(left.to ?? '9998-12-31', 1)
}
