import { z } from 'zod'
import { amountSchema } from './assessment.js'
import { claimantKindSchema, isoDateSchema } from './values.js'

/** A paper or entry that an item may lack; nothing else keeps the item out of a claim. */
export const papers = ['admission', 'residence', 'decision', 'statement', 'voucher', 'justification', 'provider', 'prices', 'hours', 'rate', 'agreement', 'account'] as const
export type Paper = (typeof papers)[number]

/** Eligible money that no claim holds, by the last day on which it can be claimed. */
const deadlineSchema = z.strictObject({
  deadline: isoDateSchema,
  daysLeft: z.int(),
  amount: amountSchema,
  cases: z.int(),
  /** IDs of the items, oldest service first. */
  items: z.array(z.string()),
})

/** An item that could be claimed if it had one paper more. */
const missingPaperSchema = z.strictObject({
  item: z.string(),
  case: z.string().optional(),
  paper: z.enum(papers),
  /** The rules that ask for it. */
  rules: z.array(z.string()),
  /** Absent when the amount itself hangs on the paper. */
  amount: amountSchema.optional(),
  deadline: isoDateSchema.optional(),
  daysLeft: z.int().optional(),
})

/** A case whose lump sum was never applied for. */
const missedLumpSumSchema = z.strictObject({
  case: z.string(),
  rule: z.string(),
  from: isoDateSchema,
  to: isoDateSchema,
  /** Without a birth date the amount of an older child is counted, and no addition. */
  ageKnown: z.boolean(),
  /** What has accrued by the day, in years whose deadline has not passed. */
  amount: amountSchema,
  /** What accrues from the next day on. */
  toCome: amountSchema,
  years: z.array(z.strictObject({ year: z.int(), from: isoDateSchema, to: isoDateSchema, amount: amountSchema, toCome: amountSchema, deadline: isoDateSchema })),
})

/** A decision that ends soon and that no other decision of the case follows. */
const endingDecisionSchema = z.strictObject({
  decision: z.string(),
  case: z.string(),
  endsOn: isoDateSchema,
  daysLeft: z.int(),
  categories: z.array(z.string()),
})

/** Days in which a person in the system lived in the area and had neither service nor decision. */
const serviceGapSchema = z.strictObject({
  case: z.string(),
  from: isoDateSchema,
  /** Whether it begins with the admission or with a move into the area. */
  after: z.enum(['admission', 'move', 'area']),
  days: z.int(),
  /** The first service or decision; absent while there is none. */
  until: isoDateSchema.optional(),
})

export const unclaimedSchemaName = 'korvaus/unclaimed/1'

/** What is still left on the table: the contract of `unclaimed --format json`. */
export const unclaimedSchema = z.strictObject({
  schema: z.literal(unclaimedSchemaName),
  tool: z.strictObject({ version: z.string() }),
  ruleBook: z.strictObject({ version: z.string(), sha256: z.string() }),
  asOf: isoDateSchema,
  claimant: z.strictObject({ kind: claimantKindSchema, businessId: z.string() }),
  totals: z.strictObject({
    items: z.int(),
    amount: amountSchema,
    missingPaperItems: z.int(),
    missingPaperAmount: amountSchema,
    lumpSums: z.int(),
    lumpSumAmount: amountSchema,
  }),
  deadlines: z.array(deadlineSchema),
  missingPapers: z.array(missingPaperSchema),
  lumpSums: z.array(missedLumpSumSchema),
  endingDecisions: z.array(endingDecisionSchema),
  serviceGaps: z.array(serviceGapSchema),
})
export type Unclaimed = Readonly<z.infer<typeof unclaimedSchema>>
