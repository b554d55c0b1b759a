import { z } from 'zod'
import { claimantKindSchema, effectSchema, isoDateSchema, outcomeSchema } from './values.js'

/** An amount in JSON: euros with two decimals as text. */
export const amountSchema = z.string().regex(/^-?\d+\.\d{2}$/)

const findingFields = {
  /** Rule ID, or the code of the reader (`SRC-…`). */
  rule: z.string(),
  effect: effectSchema,
  message: z.string(),
  remedy: z.string().optional(),
  /** What the rule rests on, as cited: `681/2023 70 §`. */
  basis: z.array(z.string()).optional(),
  file: z.string().optional(),
  sheet: z.string().optional(),
  /** The cell, as spreadsheets name it: `C7`. */
  cell: z.string().optional(),
  /** What an answer rests on, where no rule of the book can tell it again. */
  restsOn: z.string().optional(),
  /** Present when a person's recorded review answers the finding. */
  reviewed: z.strictObject({ answer: z.enum(['accept', 'leave-out']), by: z.string(), on: isoDateSchema, until: isoDateSchema, reason: z.string() }).optional(),
}

/** What a rule or the reader says about one item. */
export const findingSchema = z.strictObject(findingFields)
export type Finding = Readonly<z.infer<typeof findingSchema>>

/** What is said about a case, the claimant, the claim or a file rather than one item. */
export const generalFindingSchema = z.strictObject({
  ...findingFields,
  about: z.enum(['case', 'claimant', 'claim', 'input']),
  case: z.string().optional(),
})
export type GeneralFinding = Readonly<z.infer<typeof generalFindingSchema>>

export const assessedItemSchema = z.strictObject({
  id: z.string(),
  case: z.string().optional(),
  outcome: outcomeSchema,
  /** What would be claimed; absent when the amounts could not be read. */
  amount: amountSchema.optional(),
  /** The regime whose law decides. */
  regime: z.string().optional(),
  decidedBy: z.strictObject({ fact: z.string(), date: isoDateSchema }).optional(),
  source: z.strictObject({ file: z.string(), sheet: z.string(), row: z.int() }),
  findings: z.array(findingSchema),
  /** Key into `evidence`. */
  evidence: z.string(),
})
export type AssessedItem = Readonly<z.infer<typeof assessedItemSchema>>

/** Which rules held, did not apply (and why) or lacked data; many items share one profile. */
export const evidenceProfileSchema = z.strictObject({
  held: z.array(z.string()),
  failed: z.array(z.string()),
  inapplicable: z.array(z.strictObject({ rule: z.string(), because: z.enum(['date', 'condition', 'no-date', 'no-case']) })),
  lacking: z.array(z.strictObject({ rule: z.string(), fact: z.string() })),
})
export type EvidenceProfile = Readonly<z.infer<typeof evidenceProfileSchema>>

export const totalsSchema = z.strictObject({
  items: z.int(),
  claimable: z.int(),
  rejected: z.int(),
  review: z.int(),
  claimableAmount: amountSchema,
  rejectedAmount: amountSchema,
  reviewAmount: amountSchema,
})
export type Totals = Readonly<z.infer<typeof totalsSchema>>

/** Rows that a claim cannot tell its true sum without: amounts that cannot be read, and credits that are not in it. */
export const unsettledSchema = z.strictObject({
  /** Rows whose amount cannot be read; any of them may be a credit. */
  unreadRows: z.int(),
  /** The part of their amounts that can be told. */
  unreadAmount: amountSchema.optional(),
  /** Rows that take money away and are not among the claimable, whatever the reason. */
  credits: z.int(),
  creditsAmount: amountSchema,
})
export type Unsettled = Readonly<z.infer<typeof unsettledSchema>>

export const assessmentSchemaName = 'korvaus/assessment/1'

/** Every item with its outcome, findings and evidence: the contract of `check --format json`. */
export const assessmentSchema = z.strictObject({
  schema: z.literal(assessmentSchemaName),
  tool: z.strictObject({ version: z.string() }),
  ruleBook: z.strictObject({ version: z.string(), sha256: z.string() }),
  asOf: isoDateSchema,
  language: z.enum(['fi', 'sv', 'en']),
  claimant: z.strictObject({ kind: claimantKindSchema, businessId: z.string() }),
  period: z.strictObject({ from: isoDateSchema, to: isoDateSchema }).optional(),
  totals: totalsSchema,
  /** Absent when every amount is read and every credit is in the claim. */
  unsettled: unsettledSchema.optional(),
  /** Items whose service day lies outside the period; they are neither claimed nor left out. */
  outsidePeriod: z.int(),
  items: z.array(assessedItemSchema),
  evidence: z.record(z.string(), evidenceProfileSchema),
  findings: z.array(generalFindingSchema),
})
export type Assessment = Readonly<z.infer<typeof assessmentSchema>>
