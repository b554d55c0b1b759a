import { z } from 'zod'
import { localizedSchema } from '../../model/language.js'
import { categorySchema, claimantKindSchema, isoDateSchema } from '../../model/values.js'
import { dayOffSchema } from './days-off.js'
import { sourceSchema } from './source.js'

const datedFields = { from: isoDateSchema, to: isoDateSchema.optional() }

/** Who may claim what from whom in a time: one row of the history of the law. */
export const regimeSchema = z.strictObject({
  id: z.string(),
  ...datedFields,
  title: localizedSchema,
  claimants: z.array(claimantKindSchema),
  categories: z.array(categorySchema),
  decides: z.string(),
  pays: z.string(),
  statementNeeded: z.boolean(),
  decisionNeeded: z.boolean(),
  deadlineYears: z.int(),
  /** Where the claim goes, in the language of the reader. */
  addressee: localizedSchema,
  procedure: localizedSchema,
  basis: z.array(sourceSchema).min(1),
})
export type Regime = Readonly<z.infer<typeof regimeSchema>>

const municipalitySchema = z.strictObject({
  code: z.string(),
  nameFi: z.string(),
  nameSv: z.string(),
  otherNames: z.array(z.string()),
  from: isoDateSchema,
  to: isoDateSchema.optional(),
  mergedInto: z.string().optional(),
  aland: z.boolean(),
})
export type Municipality = Readonly<z.infer<typeof municipalitySchema>>

const countySchema = z.strictObject({
  code: z.string(),
  kind: z.enum(['county', 'city', 'aland']),
  name: localizedSchema,
  /** Whether it is a member of HUS Group. */
  husMember: z.boolean(),
  ...datedFields,
})

const authoritySchema = z.strictObject({
  code: z.string(),
  kind: z.string(),
  nameFi: z.string(),
  nameSv: z.string(),
  otherNames: z.array(z.string()),
  role: z.enum(['decides', 'pays', 'states']),
  ...datedFields,
})

const lumpSumSchema = z.strictObject({
  ...datedFields,
  claimants: z.array(claimantKindSchema),
  /** Youngest and oldest age in full years that the amount is for. */
  ageFrom: z.int(),
  ageTo: z.int().optional(),
  centsPerYear: z.int(),
  /** An amount on top of another one, for the first year that the person is paid for as an adult. */
  addition: z.enum(['first-adult-year']).optional(),
  /** First and last day on which a claim is filed, where the amount goes by that day too. */
  filedFrom: isoDateSchema.optional(),
  filedTo: isoDateSchema.optional(),
  basis: sourceSchema,
})

/** The dated tables of a book, each row with its days and, in the files, its source. */
export const tablesSchema = z.strictObject({
  regimes: z.array(regimeSchema),
  municipalities: z.array(municipalitySchema),
  municipalityCounties: z.array(z.strictObject({ municipality: z.string(), county: z.string(), ...datedFields })),
  counties: z.array(countySchema),
  authorities: z.array(authoritySchema),
  authorityRegions: z.array(z.strictObject({ municipality: z.string(), territorial: z.string(), handling: z.string(), ...datedFields })),
  lumpSums: z.array(lumpSumSchema),
  lumpSumPeriods: z.array(z.strictObject({ ...datedFields, years: z.int(), quotaRefugeeYears: z.int(), basis: sourceSchema })),
  ageLimits: z.array(z.strictObject({ ...datedFields, name: z.string(), years: z.int(), basis: sourceSchema })),
  /** Aliens Act permits that make a person one on whom the lump sum is paid; books before 2026.6 name them in their rules. */
  lumpSumPermits: z.array(z.strictObject({ ...datedFields, section: z.string(), quotaRefugee: z.boolean().default(false), residenceNeeded: z.boolean().default(false), basis: sourceSchema })).optional(),
  /** By the day of the first decision on a claim; `decision` counts the decisions on it, and without it the row is for the first. */
  appeals: z.array(z.strictObject({ ...datedFields, decision: z.int().min(2).optional(), remedy: localizedSchema, days: z.int(), basis: sourceSchema })),
  /** Books before 2026.6 have none. */
  daysOff: z.array(dayOffSchema).optional(),
  interest: z.array(z.strictObject({ ...datedFields, surplusPercent: z.int(), basis: sourceSchema })),
  /** Reference rate of the Interest Act in percent a year, half-year by half-year; books before 2026.3 have none. */
  referenceRates: z.array(z.strictObject({ ...datedFields, percent: z.string().regex(/^-?\d+(\.\d+)?$/), basis: sourceSchema })).optional(),
  recovery: z.array(z.strictObject({ ...datedFields, calendarYears: z.int(), basis: sourceSchema })),
  retention: z.array(z.strictObject({ ...datedFields, what: z.string(), years: z.int(), basis: sourceSchema })),
})
export type Tables = Readonly<z.infer<typeof tablesSchema>>
