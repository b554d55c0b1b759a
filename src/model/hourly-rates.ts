import { z } from 'zod'
import type { IsoDate } from './dates.js'
import type { Cents } from './money.js'
import { isoDateSchema } from './values.js'
import { readWrittenCents } from './written-number.js'

const rateFields = {
  from: isoDateSchema,
  to: isoDateSchema.optional(),
  /** Euros for an hour of work, as text so that no cent is lost: `"48.20"`. */
  eurosPerHour: z.string().refine((text) => typeof readWrittenCents(text) === 'bigint', 'not-euros'),
  /** Where the rate was decided. */
  source: z.string().min(1),
}

/** A rate of own work as the claimant keeps it; one without a worker's code is for all the others. */
export const hourlyRateSchema = z.strictObject({ ...rateFields, worker: z.string().optional() })
export type HourlyRate = Readonly<z.infer<typeof hourlyRateSchema>>

/** A rate as a claim shows it: with its days and its source, and not whose it is. */
export const claimedRateSchema = z.strictObject(rateFields)
export type ClaimedRate = Readonly<z.infer<typeof claimedRateSchema>>

/** The rate of a worker's hours on a day, where there is one. */
export type RateOn = (worker: string | undefined, on: IsoDate) => HourlyRate | undefined

/** Looks up rates: a worker's own, else the one for all the others. */
export function ratesOn(rates: readonly HourlyRate[]): RateOn {
  const rateOf = (worker: string | undefined, on: IsoDate) => rates.find((rate) => rate.worker === worker && isOn(rate, on))
  return (worker, on) => rateOf(worker, on) ?? rateOf(undefined, on)
}

/** Whether a day is one of a rate's. */
export function isOn({ from, to = '9999' }: Pick<HourlyRate, 'from' | 'to'>, on: IsoDate): boolean {
  return from <= on && on <= to
}

/** Cents for an hour. */
export function centsPerHour({ eurosPerHour }: Pick<HourlyRate, 'eurosPerHour'>): Cents {
  return readWrittenCents(eurosPerHour) as Cents
}
