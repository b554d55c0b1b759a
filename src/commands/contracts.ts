import { z } from 'zod'
import { inboxLineSchema, inboxSchema } from '../batch/inbox.js'
import { batchLineSchema, batchSchema } from '../batch/summary.js'
import { amountSchema, assessedItemSchema, assessmentSchema, evidenceProfileSchema, findingSchema, generalFindingSchema, totalsSchema } from '../model/assessment.js'
import { handoverParts } from '../desk/handover-list.js'
import { claimSchema, itemDetailsSchema, reliedDecisionSchema } from '../model/claim.js'
import { localizedSchema } from '../model/language.js'
import { claimStates } from '../model/ledger.js'
import { reviewSchema } from '../model/review.js'
import { unclaimedSchema } from '../model/unclaimed.js'
import { categorySchema, effectSchema, isoDateSchema, outcomeSchema, providerKindSchema } from '../model/values.js'
import { manifestSchema } from '../packet/manifest.js'
import { personsSchema } from '../packet/persons.js'
import { notRunReasons } from '../packet/verify/checks.js'
import { differenceKinds } from '../packet/verify/difference.js'
import { basisSchema, exampleSchema } from '../rules/book.js'
import { coverageSchema } from '../rules/workbench/coverage.js'
import { preparedClaimSchema } from './packet/tell-prepared.js'

const text = z.string()
const texts = z.array(text)
const count = z.int()
const day = isoDateSchema.optional()
const days = { from: day, to: day }
const hashed = z.strictObject({ version: text, sha256: text })
const released = hashed.extend({ released: isoDateSchema })
const value = z.union([text, z.number(), z.boolean(), texts])

const assessmentHead = assessmentSchema.pick({ tool: true, ruleBook: true, asOf: true, language: true, claimant: true, period: true, unsettled: true })
const errorSchema = z.strictObject({ code: text, message: text })
/** The last line where a command failed after it had begun. */
const failureLineSchema = z.strictObject({ kind: z.literal('failure'), exitCode: count, error: errorSchema })

const assessmentLineSchema = z.discriminatedUnion('kind', [
  failureLineSchema,
  assessmentHead.extend({ schema: z.literal('korvaus/assessment-lines/1'), kind: z.literal('assessment') }),
  assessedItemSchema.extend({ kind: z.literal('item') }),
  generalFindingSchema.extend({ kind: z.literal('finding') }),
  evidenceProfileSchema.extend({ kind: z.literal('evidence'), key: text }),
  totalsSchema.extend({ kind: z.literal('totals'), outsidePeriod: count }),
  preparedClaimSchema.extend({ kind: z.literal('prepared') }),
])

const interestSchema = z.strictObject({ amount: amountSchema, parts: z.array(z.strictObject({ from: isoDateSchema, to: isoDateSchema, days: count, percent: text })) })
const remedySchema = z.strictObject({ name: text, days: count, lastDay: isoDateSchema, movedFrom: day, open: z.boolean(), basis: text, certainty: z.enum(['verified', 'believed']) })
const recordedClaimSchema = z.strictObject({
  number: text,
  businessId: text,
  period: z.strictObject({ name: text, from: isoDateSchema, to: isoDateSchema }),
  state: z.enum(claimStates),
  asOf: isoDateSchema,
  ruleBook: text,
  packet: text,
  compensation: text.optional(),
  items: count,
  claimed: amountSchema,
  granted: amountSchema.optional(),
  paid: amountSchema,
  recovered: amountSchema,
  interest: amountSchema,
  parts: z.array(z.strictObject({ item: text.optional(), category: categorySchema.optional(), claimed: amountSchema, granted: amountSchema, reason: text })),
  remedy: remedySchema.optional(),
  recoveryRemedy: remedySchema.optional(),
  recoverableUntil: day,
  keepUntil: day,
  steps: z.array(z.strictObject({ kind: text, onDate: isoDateSchema, by: text.optional(), reference: text.optional(), reason: text.optional(), amount: amountSchema.optional(), interest: interestSchema.optional(), undone: z.literal(true).optional(), reverses: text.optional() })),
})

const differenceSchema = z.strictObject({ code: text, kind: text, values: z.record(text, text), message: text })
const changedItemSchema = z.strictObject({ id: text, from: outcomeSchema, to: outcomeSchema, amount: amountSchema.optional(), rules: texts })
const otherBookSchema = z.strictObject({ version: text, claimable: amountSchema, change: amountSchema, items: z.array(changedItemSchema) })
const provedShape = {
  claim: manifestSchema.shape.claim.optional(),
  ruleBook: hashed.optional(),
  tool: z.strictObject({ name: text, version: text }).optional(),
  manifestSha256: text.optional(),
  /** Fingerprint of the key that the packet says it is signed with. */
  signer: text.optional(),
  /** Each kind of proof: one that did not run is not among those that passed. */
  checks: z.array(z.strictObject({ kind: z.enum(differenceKinds), result: z.enum(['passed', 'failed', 'unproven', 'not-run']), because: z.enum(notRunReasons).optional() })),
}
const ruleWalkSchema = z.strictObject({
  rule: text,
  title: localizedSchema,
  effect: effectSchema,
  about: z.enum(['item', 'case', 'claim', 'claimant']),
  verdict: z.enum(['held', 'failed', 'inapplicable', 'lacking']),
  because: z.enum(['date', 'condition', 'no-date', 'no-case']).optional(),
  lacking: text.optional(),
  chosenBy: z.strictObject({ fact: text, date: day, ...days }).optional(),
  read: z.array(z.strictObject({ fact: text, value: value.optional() })),
  parameters: z.record(text, value),
  computed: z.record(text, value),
  decisive: z.array(z.strictObject({ part: text, in: z.enum(['applies', 'holds']), result: z.enum(['false', 'lacking']) })),
  basis: z.array(basisSchema),
})
const guideRuleSchema = z.strictObject({ rule: text, title: text, summary: text, remedy: text, rejects: z.boolean(), ...days, sources: z.array(z.strictObject({ citation: text, url: text.optional() })) })

/** Every JSON output by its name, `korvaus/NAME/MAJOR`; within a major version there are additions only. */
export const contracts = {
  'korvaus/assessment/1': assessmentSchema.extend({ prepared: preparedClaimSchema.optional(), failure: z.strictObject({ exitCode: count, error: errorSchema }).optional() }),
  'korvaus/failure/1': named('korvaus/failure/1', { tool: z.strictObject({ version: text }), kind: z.literal('failure').optional(), exitCode: count, error: errorSchema }),
  'korvaus/assessment-lines/1': assessmentLineSchema,
  'korvaus/batch/1': batchSchema,
  'korvaus/batch-lines/1': z.union([batchLineSchema, failureLineSchema]),
  'korvaus/inbox/1': inboxSchema,
  'korvaus/inbox-lines/1': z.union([inboxLineSchema, failureLineSchema]),
  'korvaus/claim/1': claimSchema,
  'korvaus/claims/1': named('korvaus/claims/1', { asOf: isoDateSchema, claims: z.array(recordedClaimSchema) }),
  'korvaus/coverage/1': named('korvaus/coverage/1', { ruleBook: z.strictObject({ version: text }), ...coverageSchema.shape }),
  'korvaus/doctor/1': named('korvaus/doctor/1', { exitCode: count, findings: z.array(z.strictObject({ part: text, ok: z.boolean(), message: text, code: text.optional(), exitCode: count.optional() })) }),
  'korvaus/handover/1': named('korvaus/handover/1', { asOf: isoDateSchema, parts: z.array(z.strictObject({ part: z.enum(handoverParts), path: text, state: z.enum(['there', 'missing', 'not-yet', 'elsewhere']) })) }),
  'korvaus/guide/1': named('korvaus/guide/1', {
    title: text,
    disclaimer: text,
    version: text,
    released: isoDateSchema,
    regimes: z.array(z.strictObject({ title: text, from: isoDateSchema, to: day, claimants: texts, categories: texts, deadlineYears: count, addressee: text, procedure: text, papers: z.array(z.enum(['statement', 'decision', 'voucher'])) })),
    chapters: z.array(z.strictObject({ chapter: text, rules: z.array(guideRuleSchema) })),
    choices: z.array(z.strictObject({ name: text, title: text, why: text, default: value })),
  }),
  'korvaus/item-explanation/1': named('korvaus/item-explanation/1', {
    ruleBook: hashed,
    item: text,
    case: text.optional(),
    regime: z.strictObject({ id: text, title: localizedSchema, from: isoDateSchema, to: day }).optional(),
    decidedBy: z.strictObject({ fact: text, date: isoDateSchema }).optional(),
    /** Where an earlier claim holds the item: which one, and with how much. */
    claimed: z.strictObject({ claim: text, amount: amountSchema.optional() }).optional(),
    rules: z.array(ruleWalkSchema),
  }),
  'korvaus/packet-item/1': named('korvaus/packet-item/1', {
    claim: text,
    asOf: isoDateSchema,
    ruleBook: hashed,
    item: text,
    case: text.optional(),
    outcome: outcomeSchema,
    amount: amountSchema.optional(),
    serviceDate: day,
    serviceEnd: day,
    category: categorySchema.optional(),
    providerKind: providerKindSchema.optional(),
    source: assessedItemSchema.shape.source,
    details: itemDetailsSchema,
    decisions: z.array(reliedDecisionSchema),
    corrections: claimSchema.shape.corrections.unwrap(),
    regime: z.strictObject({ id: text, title: text }).optional(),
    decidedBy: z.strictObject({ fact: text, date: isoDateSchema }).optional(),
    findings: z.array(findingSchema),
    rules: z.array(z.strictObject({ rule: text, title: text, effect: effectSchema, verdict: ruleWalkSchema.shape.verdict, because: ruleWalkSchema.shape.because, lacking: text.optional(), sources: texts })),
  }),
  'korvaus/manifest/1': manifestSchema,
  // The key of the hashes stays in the annex; nobody needs it to read on.
  'korvaus/persons/1': personsSchema.partial({ key: true }),
  'korvaus/recorded-claim/1': named('korvaus/recorded-claim/1', { asOf: isoDateSchema, claim: recordedClaimSchema }),
  'korvaus/other-claim/1': named('korvaus/other-claim/1', { asOf: isoDateSchema, compensation: text, number: text.optional(), items: count, amount: amountSchema, known: count, unreadable: texts, likes: z.array(z.strictObject({ item: text, like: z.strictObject({ claim: text, item: text }) })) }),
  'korvaus/register-proof/1': named('korvaus/register-proof/1', { holds: z.boolean(), claims: count, events: count, head: text.optional(), problems: z.array(z.looseObject({ what: text })) }),
  'korvaus/reviews/1': named('korvaus/reviews/1', {
    asOf: isoDateSchema,
    reviews: z.array(z.strictObject({ item: text, case: text.optional(), rule: text, amount: amountSchema.optional(), message: text, state: z.enum(['open', 'expired', 'stale', 'answered']), expiresSoon: z.boolean(), answer: reviewSchema.optional() })),
  }),
  'korvaus/rule-diff/1': named('korvaus/rule-diff/1', {
    from: released,
    to: released,
    changes: z.array(z.strictObject({
      kind: z.enum(['rule', 'policy', 'table']),
      name: text,
      change: z.enum(['added', 'removed', 'changed']),
      parts: texts,
      decides: z.boolean(),
      days: z.array(z.strictObject(days)),
      stated: z.array(z.strictObject({ what: localizedSchema, ...days })),
    })),
    meanings: z.array(z.strictObject({ source: text, items: z.array(changedItemSchema), amounts: z.record(outcomeSchema, z.strictObject({ from: amountSchema, to: amountSchema, difference: amountSchema })) })),
  }),
  'korvaus/rule-examples/1': named('korvaus/rule-examples/1', {
    ruleBook: hashed,
    examples: count,
    failed: z.array(z.strictObject({ rule: text, example: text, expected: text, found: z.union([text, z.looseObject({ problem: text })]), file: text.optional(), line: count.optional(), column: count.optional() })),
    unnoticed: z.array(z.strictObject({ file: text, line: count, column: count, problem: text })),
  }),
  'korvaus/reader-finding/1': named('korvaus/reader-finding/1', { rule: text, title: text, message: text, remedy: text }),
  'korvaus/rule-explanation/1': named('korvaus/rule-explanation/1', {
    ruleBook: released,
    rule: text,
    title: text,
    summary: text,
    effect: effectSchema,
    when: z.strictObject({ date: text, ...days }).optional(),
    applies: text,
    let: z.record(text, text),
    holds: text,
    message: text,
    remedy: text,
    parameters: z.record(text, z.array(z.looseObject({ ...days, value }))),
    policies: z.array(z.strictObject({ name: text, title: text, why: text, default: value })),
    sources: z.array(basisSchema.extend({ citation: text })),
    checkedOn: isoDateSchema,
    predecessor: z.strictObject({ version: text, released: text, parts: texts }).optional(),
    examples: z.array(exampleSchema),
  }),
  'korvaus/rules/1': named('korvaus/rules/1', { ruleBook: hashed, rules: z.array(z.strictObject({ rule: text, title: text, effect: effectSchema, ...days })) }),
  'korvaus/scrub/1': named('korvaus/scrub/1', { asOf: isoDateSchema, done: z.boolean(), claims: z.array(z.looseObject({ number: text })) }),
  'korvaus/unclaimed/1': unclaimedSchema,
  'korvaus/verification/1': named('korvaus/verification/1', {
    ok: z.boolean(),
    ...provedShape,
    differences: z.array(differenceSchema),
    unproven: z.array(differenceSchema),
    notes: z.array(differenceSchema),
    otherBook: otherBookSchema.optional(),
  }),
  'korvaus/verification-lines/1': z.discriminatedUnion('kind', [
    failureLineSchema,
    named('korvaus/verification-lines/1', { kind: z.literal('verification'), ...provedShape }),
    differenceSchema.extend({ kind: z.enum(['difference', 'unproven', 'note']), about: text }),
    otherBookSchema.extend({ kind: z.literal('other-book') }),
    z.strictObject({ kind: z.literal('result'), ok: z.boolean(), differences: count, unproven: count }),
  ]),
} satisfies Record<string, z.ZodType>

/**
 * The JSON Schemas of all outputs, by the names of their files. They allow what a later minor version adds, as the
 * contract promises; what this program reads itself stays strict.
 */
export function contractPages(): Map<string, string> {
  return new Map(Object.entries(contracts).map(([name, schema]) => {
    const file = `${name.replace('korvaus/', '').replace('/', '-')}.json`
    return [file, `${JSON.stringify({ title: name, ...z.toJSONSchema(schema, { io: 'input', override: allowAdditions }) }, null, 2)}\n`]
  }))
}

function allowAdditions({ jsonSchema }: { readonly jsonSchema: { additionalProperties?: unknown } }): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
}

function named<Shape extends z.ZodRawShape>(name: string, shape: Shape) {
  return z.strictObject({ schema: z.literal(name), ...shape })
}
