import { z } from 'zod'
import { claimantSchema } from '../model/claimant.js'
import type { ReasonCode } from '../model/errors.js'
import { isIban } from '../model/iban.js'
import { languageSchema } from '../model/language.js'

const policyValueSchema = z.union([z.string(), z.int(), z.boolean(), z.array(z.string())])

/** A path of the workspace with `/`, so that it is the same file, under the same name, on every machine. */
const pathSchema = z.string().min(1).max(1000).overwrite((path) => path.replaceAll('\\', '/'))
/** A mistyped address (`postgers://user:password@…`) must never be taken for a file, whose name messages show. */
const addressSchema = z.string().min(1).max(1000)
  .refine((address) => /^postgres(ql)?:\/\//.test(address) || !/[:@]/.test(address), 'register-scheme' satisfies ReasonCode)
  .overwrite((address) => (address.includes('://') ? address : address.replaceAll('\\', '/')))

/** `korvaus.yaml`: who claims, from which files, with which choices. Policies are checked against the rule book. */
export const configSchema = z.strictObject({
  claimant: claimantSchema.refine(({ iban }) => iban === undefined || isIban(iban), { error: 'iban-wrong' satisfies ReasonCode, path: ['iban'] }),
  language: languageSchema.default('fi'),
  inputs: z.array(z.strictObject({ path: pathSchema, mapping: pathSchema.optional() })).max(500).default([]),
  policies: z.object({ ownWorkRates: pathSchema.optional(), largestItem: z.int().positive().optional() }).catchall(policyValueSchema).default({}),
  register: addressSchema.default('korvaus.db'),
  packets: pathSchema.default('packets'),
  signing: z.strictObject({ key: pathSchema }).optional(),
  seal: z.strictObject({ recipients: z.array(z.string().max(1000)).min(1).max(100) }).optional(),
  pseudonyms: z.enum(['as-given', 'per-packet']).default('as-given'),
})
export type WorkspaceConfig = Readonly<z.infer<typeof configSchema>>
