import { z } from 'zod'
import type { ReasonCode } from '../model/errors.js'
import { localizedSchema } from '../model/language.js'
import { effectSchema, isoDateSchema } from '../model/values.js'
import { schemeSchema } from './scheme.js'
import { tablesSchema } from './tables/tables.js'

/** What a rule rests on; an auditor sees the difference. */
export const standings = ['statute', 'decree', 'guidance', 'practice', 'policy'] as const

/** One source of a rule: act and section, the days on which it is the source, and its standing. */
export const basisSchema = z.strictObject({
  act: z.string().min(1),
  section: z.string().optional(),
  moment: z.string().optional(),
  from: isoDateSchema.optional(),
  to: isoDateSchema.optional(),
  standing: z.enum(standings),
  certainty: z.enum(['verified', 'believed']).default('verified'),
  url: z.url().optional(),
  note: z.string().optional(),
})
export type Basis = Readonly<z.infer<typeof basisSchema>>

const parameterValueSchema = z.union([z.int(), z.boolean(), z.string(), z.array(z.string())])
export type ParameterValue = z.infer<typeof parameterValueSchema>

/** A value of the law in its time; the days of a parameter follow each other without gap or overlap. */
export const parameterPeriodSchema = z.strictObject({
  from: isoDateSchema.optional(),
  to: isoDateSchema.optional(),
  value: parameterValueSchema,
  basis: basisSchema.optional(),
})
export type ParameterPeriod = Readonly<z.infer<typeof parameterPeriodSchema>>

const factPathSchema = z.string().regex(/^(item|case|claim)\.\w+$/)
const exampleValueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
const exampleGroupSchema = z.record(z.string(), exampleValueSchema)

/** A case at hand and what the rule says of it: test and documentation at once. */
export const exampleSchema = z.strictObject({
  name: z.string().min(1),
  item: exampleGroupSchema.optional(),
  case: exampleGroupSchema.optional(),
  claimant: exampleGroupSchema.optional(),
  claim: exampleGroupSchema.optional(),
  policy: exampleGroupSchema.optional(),
  expect: z.enum(['holds', 'fails', 'inapplicable', 'lacking']),
})
export type Example = Readonly<z.infer<typeof exampleSchema>>

/** Bounds for books from elsewhere: each is ten times what any released book needs. */
const [mostNames, mostPeriods, mostExamples] = [40, 100, 200]
const tooMany = 'too-long' satisfies ReasonCode
const nameSchema = z.string().max(60).regex(/^[a-z]\w*$/)
const expressionSchema = z.string().max(4000)

export const ruleSchema = z.strictObject({
  rule: z.string().regex(/^[A-Z]{2,4}-\d{3}$/),
  title: localizedSchema,
  summary: localizedSchema,
  effect: effectSchema,
  when: z.strictObject({ date: factPathSchema, from: isoDateSchema.optional(), to: isoDateSchema.optional() }).optional(),
  applies: expressionSchema.default('true'),
  let: z.record(nameSchema, expressionSchema).refine((lets) => Object.keys(lets).length <= mostNames, tooMany).default({}),
  holds: expressionSchema,
  column: z.string().optional(),
  parameters: z.record(nameSchema, z.array(parameterPeriodSchema).min(1).max(mostPeriods)).refine((parameters) => Object.keys(parameters).length <= mostNames, tooMany).default({}),
  policies: z.array(z.string()).default([]),
  basis: z.array(basisSchema).min(1).max(mostPeriods),
  checkedOn: isoDateSchema,
  message: localizedSchema,
  remedy: localizedSchema,
  /** A name of `let` whose value others ask for by this name, as what follows from the law of a day. */
  publishes: z.string().optional(),
  /** What the claim form says of items that are claimed with a recorded answer to this rule. */
  formNote: localizedSchema.optional(),
  examples: z.array(exampleSchema).min(1).max(mostExamples),
})
/** One rule of eligibility. */
export type Rule = Readonly<z.infer<typeof ruleSchema>>

/** A choice of the claimant where the law is uncertain, with the cautious value as default. */
export const policySchema = z.strictObject({
  name: z.string().regex(/^[a-z]\w*$/),
  type: z.enum(['count', 'text', 'yes-no', 'list']),
  default: z.union([z.int(), z.string(), z.boolean(), z.array(z.string())]),
  choices: z.array(z.string()).optional(),
  title: localizedSchema,
  why: localizedSchema,
  basis: z.array(basisSchema).optional(),
})
export type Policy = Readonly<z.infer<typeof policySchema>>

const changeSchema = z.strictObject({ rule: z.string(), what: localizedSchema, from: isoDateSchema.optional(), to: isoDateSchema.optional() })

/** The head of a book, `book.yaml`. */
export const bookHeadSchema = z.strictObject({
  version: z.string().regex(/^\d{4}\.\d+$/),
  released: isoDateSchema,
  checkedOn: isoDateSchema,
  extends: z.string().optional(),
  title: localizedSchema,
  disclaimer: localizedSchema,
  /** The compensation that the book judges; of the book which it extends where it names none. Books before 2026.6 have none. */
  scheme: schemeSchema.optional(),
  changes: z.array(changeSchema).default([]),
  /** Rules and policies of the book which it extends that no longer hold; a configuration may still name such a policy. */
  retires: z.array(z.string()).optional(),
})

/** A resolved rule book as a packet carries it: all that judged, in one piece. */
export const ruleBookSchema = z.strictObject({
  ...bookHeadSchema.shape,
  rules: z.array(ruleSchema),
  policies: z.array(policySchema),
  tables: tablesSchema,
})
export type RuleBookContent = Readonly<z.infer<typeof ruleBookSchema>>
/** A released set of eligibility rules with the hash of its content. */
export type RuleBook = RuleBookContent & { readonly sha256: string }

/** A source as lawyers cite it: `681/2023 70 § 1 mom.` */
export function citation(basis: Basis): string {
  return [basis.act, basis.section === undefined ? undefined : `${basis.section} §`, basis.moment === undefined ? undefined : `${basis.moment} mom.`]
    .filter((part) => part !== undefined)
    .join(' ')
}
