import { z } from 'zod'

/** Where a row of a table stands in the law. */
export const sourceSchema = z.strictObject({
  act: z.string(),
  section: z.string().optional(),
  url: z.url().optional(),
  certainty: z.enum(['verified', 'believed']).default('verified'),
  note: z.string().optional(),
})
