import { z } from 'zod'
import { amountSchema } from './assessment.js'
import { optionalCells } from './cell-schemas.js'
import { decisionColumns } from './columns.js'
import { factsSchema } from './facts.js'
import { claimedRateSchema } from './hourly-rates.js'
import { claimInputSchema } from './inputs.js'
import { languageSchema } from './language.js'
import { detailColumns } from './privacy.js'
import { claimantKindSchema, isoDateSchema } from './values.js'

/** What a handler reads of an item beside its facts; what could lead to the person is withheld for a case under non-disclosure. */
export const itemDetailsSchema = z.strictObject({
  ...optionalCells(detailColumns),
  /** Place of the hourly rate of own work among the `rates` of the claim. */
  rate: z.int().min(0).optional(),
})
export type ItemDetails = Readonly<z.infer<typeof itemDetailsSchema>>

/** A decision that claimed items rely on. */
export const reliedDecisionSchema = z.strictObject({ ...optionalCells(decisionColumns), decision: z.string(), case: z.string() })

const groupTotalSchema = z.strictObject({ key: z.string(), items: z.int(), amount: amountSchema })
export type GroupTotal = Readonly<z.infer<typeof groupTotalSchema>>

/** Sums of the claimed items; each group adds up to the total. */
export const claimTotalsSchema = z.strictObject({
  items: z.int(),
  amount: amountSchema,
  byCategory: z.array(groupTotalSchema),
  byYear: z.array(groupTotalSchema),
  byProviderKind: z.array(groupTotalSchema),
  byRegime: z.array(groupTotalSchema),
  byMonth: z.array(groupTotalSchema),
})
export type ClaimTotals = Readonly<z.infer<typeof claimTotalsSchema>>

export const claimSchemaName = 'korvaus/claim/1'

/** `claim.json`: the claim and every fact that the rules read, pseudonymous, as canonical JSON. */
export const claimSchema = z.strictObject({
  schema: z.literal(claimSchemaName),
  tool: z.strictObject({ version: z.string() }),
  ruleBook: z.strictObject({ version: z.string(), sha256: z.string() }),
  language: languageSchema,
  asOf: isoDateSchema,
  /** `2026-03/01`: period and running number. */
  number: z.string(),
  period: z.strictObject({ from: isoDateSchema, to: isoDateSchema, name: z.string() }),
  claimant: z.strictObject({
    kind: claimantKindSchema,
    name: z.string(),
    businessId: z.string(),
    area: z.string().optional(),
    iban: z.string().optional(),
    contact: z.strictObject({ name: z.string().optional(), email: z.string().optional(), phone: z.string().optional() }).optional(),
    agreement: z.string().optional(),
  }),
  /** The public key (SPKI in DER, base64) that signs the packet, so that no other can sign it unnoticed. */
  signer: z.string().optional(),
  /** Present where cases, items, vouchers, decisions and workers have pseudonyms that are good for this packet alone. */
  pseudonyms: z.literal('per-packet').optional(),
  /** Mark of the key under which the hashes of the inputs are; the claimant holds it, and the sealed annex tells it. */
  inputsKey: z.string().regex(/^[0-9a-f]{64}$/).optional(),
  inputs: z.array(claimInputSchema),
  /** The hourly rates of own work that the items of the claim rest on; `details` says which item rests on which. */
  rates: z.array(claimedRateSchema).optional(),
  totals: claimTotalsSchema,
  /** IDs of the claimed items, in the order of the specification. */
  claimed: z.array(z.string()),
  /** Claimed items that correct what an earlier claim holds: both amounts, and the difference that this claim adds. */
  corrections: z.array(z.strictObject({
    item: z.string(),
    /** The earlier claimed item that this one credits. */
    credits: z.string().optional(),
    claim: z.string(),
    claimedAmount: amountSchema,
    amount: amountSchema,
    difference: amountSchema,
  })).optional(),
  /** What earlier claims hold of the period just as it is: no part of this claim, and not left out by it. */
  held: z.array(z.strictObject({ claim: z.string(), items: z.int(), amount: amountSchema })).optional(),
  decisions: z.array(reliedDecisionSchema),
  /** Item ID → details. */
  details: z.record(z.string(), itemDetailsSchema),
  facts: factsSchema,
})
/** The claim in memory, with cents as bigint in its facts (`z.decode(claimSchema, json)`). */
export type Claim = Readonly<z.output<typeof claimSchema>>
export type ClaimJson = Readonly<z.input<typeof claimSchema>>
