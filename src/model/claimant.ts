import { z } from 'zod'
import { claimantKindSchema } from './values.js'

/** Who claims, as `korvaus.yaml` says it. */
export const claimantSchema = z.strictObject({
  kind: claimantKindSchema,
  name: z.string().min(1),
  businessId: z.string().min(1),
  /** Code of the county in the dated tables (`"05"`). */
  county: z.string().regex(/^\d{2}$/).optional(),
  /** Code of the municipality in the dated tables (`"541"`). */
  municipality: z.string().regex(/^\d{3}$/).optional(),
  iban: z.string().optional(),
  contact: z.strictObject({ name: z.string().optional(), email: z.string().optional(), phone: z.string().optional() }).optional(),
  /** Municipalities only: integration programme arranged, and the agreement with the authority. */
  programme: z.strictObject({ arranged: z.boolean(), agreement: z.string().optional() }).optional(),
})
export type Claimant = z.infer<typeof claimantSchema>
