import { z } from 'zod'
import { localizedSchema } from '../model/language.js'

/** What a book says of the compensation that it judges, where a form needs words for it; the dated rest stands in its regimes. */
export const schemeSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]{2,5}$/),
  /** The heading of the claim form, the specification and the page. */
  claimTitle: localizedSchema,
  /** What the responsible professional attests. */
  attestation: localizedSchema,
})
