import { z } from 'zod'
import { isoDateSchema } from './values.js'

/** A person's recorded answer to a `review` finding. */
export const reviewSchema = z.strictObject({
  item: z.string().min(1),
  rule: z.string().min(1),
  /** `reopen` takes back the answer before it: the finding waits again. */
  answer: z.enum(['accept', 'leave-out', 'reopen']),
  reason: z.string().min(1),
  by: z.string().min(1),
  on: isoDateSchema,
  until: isoDateSchema,
  /** Hash of the facts that the finding read; other facts make the answer stale. */
  facts: z.string().optional(),
})
export type Review = z.infer<typeof reviewSchema>
/** What a person can answer to a finding. */
export type Answer = Exclude<Review['answer'], 'reopen'>
