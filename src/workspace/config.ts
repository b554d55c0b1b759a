import { z } from 'zod'
import { claimantSchema } from '../model/claimant.js'
import { languageSchema } from '../model/language.js'

const policyValueSchema = z.union([z.string(), z.int(), z.boolean(), z.array(z.string())])

/** `korvaus.yaml`: who claims, from which files, with which choices. Policies are checked against the rule book. */
export const configSchema = z.strictObject({
  claimant: claimantSchema,
  language: languageSchema.default('fi'),
  inputs: z.array(z.strictObject({ path: z.string().min(1), mapping: z.string().optional() })).default([]),
  policies: z.object({ ownWorkRates: z.string().optional() }).catchall(policyValueSchema).default({}),
  register: z.string().min(1).default('korvaus.db'),
  packets: z.string().min(1).default('packets'),
  signing: z.strictObject({ key: z.string() }).optional(),
  seal: z.strictObject({ recipients: z.array(z.string()).min(1) }).optional(),
  pseudonyms: z.enum(['as-given', 'per-packet']).default('as-given'),
})
export type WorkspaceConfig = Readonly<z.infer<typeof configSchema>>
