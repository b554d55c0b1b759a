import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { localizedSchema } from '../../model/language.js'
import { isoDateSchema } from '../../model/values.js'
import { sourceSchema } from '../tables/tables.js'

const datedFields = { from: isoDateSchema, to: isoDateSchema.optional() }
const dayOfYear = z.string().regex(/^\d\d-\d\d$/)
const dayOffSchema = z.union([
  z.strictObject({ ...datedFields, name: z.string(), day: dayOfYear }),
  z.strictObject({ ...datedFields, name: z.string(), easter: z.int() }),
  z.strictObject({ ...datedFields, name: z.string(), weekday: z.int().min(1).max(7), after: dayOfYear.default('01-01'), before: dayOfYear.default('12-31') }),
])
export type DayOff = Readonly<z.infer<typeof dayOffSchema>>

const timeLimitsSchema = z.strictObject({
  daysOff: z.strictObject({ basis: sourceSchema, days: z.array(dayOffSchema) }),
  furtherRemedies: z.array(z.strictObject({ ...datedFields, decision: z.int().min(2), remedy: localizedSchema, days: z.int(), basis: sourceSchema })),
})
/** On which days no time limit ends, and what can be done against the second and later decisions on a claim. */
export type TimeLimits = Readonly<z.infer<typeof timeLimitsSchema>>

/** Reads the dated tables on remedies that rule books do not hold, each row with its source. */
export async function loadTimeLimits(): Promise<TimeLimits> {
  const [daysOff, furtherRemedies] = await Promise.all(['days-off', 'further-remedies'].map(async (name) => parse(await readFile(new URL(`${name}.yaml`, import.meta.url), 'utf8')) as unknown))
  return timeLimitsSchema.parse({ daysOff, furtherRemedies })
}
