import { z } from 'zod'
import { formatCents, parseCents, type Cents } from './money.js'
import type { IsoDate } from './dates.js'
import type { NamedThing } from './columns.js'
import { isoDateSchema } from './values.js'

/**
 * Facts are all that a rule may read. They identify nobody: what would (a name, an identity code, a municipality, a
 * free text) reaches the rules only as something derived from it. Dates are ISO texts, money is cents.
 */
export type FactType = 'text' | 'date' | 'cents' | 'count' | 'yes-no' | 'list'

export interface FactSpec<Type extends FactType = FactType, Always extends boolean = boolean> {
  readonly type: Type
  /** Always present; the others may be absent, and a rule asks with `has(…)`. */
  readonly always: Always
  readonly meaning: string
  /** Key of the service-log column that a finding about this fact points to. */
  readonly column?: string
  /** What the text names, where it is a code of the service log. */
  readonly names?: NamedThing
}

type Options = { column?: string; names?: NamedThing }
const always = <Type extends FactType>(type: Type, meaning: string, options: Options = {}): FactSpec<Type, true> => ({ type, always: true, meaning, ...options })
const maybe = <Type extends FactType>(type: Type, meaning: string, options: Options = {}): FactSpec<Type, false> => ({ type, always: false, meaning, ...options })

export const itemFacts = {
  id: always('text', 'item ID', { column: 'id', names: 'item' }),
  case: maybe('text', 'case ID, a pseudonym', { column: 'case', names: 'case' }),
  serviceDate: maybe('date', 'first day of the service', { column: 'serviceDate' }),
  serviceEnd: maybe('date', 'last day of the service, when it lasted more than a day', { column: 'serviceEnd' }),
  category: maybe('text', 'category code', { column: 'category' }),
  providerKind: maybe('text', 'provider kind code', { column: 'providerKind' }),
  hasProvider: always('yes-no', 'a provider is named', { column: 'provider' }),
  providerAmongUnsafe: always('yes-no', 'the provider is among those that the policy unsafeAccommodation lists', { column: 'provider' }),
  costBasis: always('text', 'actual, estimate or accrual', { column: 'costBasis' }),
  net: maybe('cents', 'net amount, read or derived from the two others', { column: 'net' }),
  vat: maybe('cents', 'value added tax', { column: 'vat' }),
  gross: maybe('cents', 'gross amount', { column: 'gross' }),
  deductions: always('cents', 'client fees, insurance, Kela, project income', { column: 'deductions' }),
  amount: maybe('cents', 'what would be claimed: net (or gross, by policy) less deductions', { column: 'net' }),
  amountsGiven: always('count', 'how many of net, VAT and gross are given', { column: 'net' }),
  unitTotal: maybe('cents', 'quantity times unit price, half a cent rounded away from zero', { column: 'unitPrice' }),
  unitPriceInBand: maybe('yes-no', 'the unit price lies in the band that the policy unitPriceBands gives for its category and unit', { column: 'unitPrice' }),
  ownWorkTotal: maybe('cents', 'hours times the hourly rate of the service day', { column: 'hours' }),
  hasHours: always('yes-no', 'hours of own work are given', { column: 'hours' }),
  hasWorker: always('yes-no', 'a worker code is given', { column: 'worker' }),
  hasRate: always('yes-no', 'an hourly rate is configured for the service day and worker', { column: 'hours' }),
  needLength: always('count', 'characters in the justification of the special need', { column: 'need' }),
  descriptionLength: always('count', 'characters in the description', { column: 'description' }),
  hasVoucher: always('yes-no', 'a voucher number is given', { column: 'voucher' }),
  voucherDate: maybe('date', 'date of the voucher', { column: 'voucherDate' }),
  account: maybe('text', 'account in the ledger', { column: 'account' }),
  identifiersIn: always('list', 'keys of the columns whose text holds an identity code, e-mail address or phone number', { column: 'need' }),
  unreadable: always('list', 'keys of the columns whose cell could not be read'),
  caseListed: always('yes-no', 'the case stands among the cases of the service log', { column: 'case' }),
  hasResidence: always('yes-no', 'the case has a municipality of residence on the service day', { column: 'case' }),
  residenceKnown: always('yes-no', 'that municipality stands in the dated tables', { column: 'case' }),
  residenceInArea: always('yes-no', "that municipality belongs to the claimant's area on the service day", { column: 'case' }),
  residenceInAreaThroughout: always('yes-no', "every day of the service has its residence in the claimant's area", { column: 'case' }),
  ageOnService: maybe('count', 'full years of age on the service day', { column: 'serviceDate' }),
  decisionGiven: always('yes-no', 'a decision number is given', { column: 'decision' }),
  decisionListed: always('yes-no', 'that decision stands among the decisions of the service log', { column: 'decision' }),
  decisionForCase: always('yes-no', 'that decision is of the same case', { column: 'decision' }),
  decisionCoversDate: always('yes-no', 'that decision is valid on every day of the service', { column: 'decision' }),
  decisionCoversCategory: always('yes-no', 'that decision names the category, or none at all', { column: 'decision' }),
  decisionNamesCategories: always('yes-no', 'that decision is limited to categories', { column: 'decision' }),
  decisionValidityGiven: maybe('yes-no', 'that decision has a first or a last day of validity', { column: 'decision' }),
  decisionResult: maybe('text', 'granted, partly or denied', { column: 'decision' }),
  decidedOn: maybe('date', 'day of the decision', { column: 'decision' }),
  decisionAuthority: maybe('text', 'kind of the deciding authority by its name: TE-keskus, ELY, elinvoimakeskus, KEHA, Migri, other', { column: 'decision' }),
  decisionAuthorityInRegion: maybe('yes-no', "the deciding centre is one that serves the claimant's area on the decision day", { column: 'decision' }),
  isCredit: always('yes-no', 'the amount is negative', { column: 'net' }),
  creditsGiven: always('yes-no', 'the row names the item that it corrects', { column: 'credits' }),
  creditsListed: always('yes-no', 'that item stands in the service log, for the same case', { column: 'credits' }),
  creditsWithin: always('yes-no', 'the credit is not larger than that item', { column: 'credits' }),
  duplicateOf: maybe('text', 'an earlier item of the log with the same case, day, category, voucher and amount', { column: 'voucher', names: 'item' }),
  sameVoucherAs: maybe('text', 'an earlier item of the log with the same day, category, voucher and amount for another case', { column: 'voucher', names: 'item' }),
  grossOf: maybe('text', 'an earlier item of the log with the same case, day, category and voucher where the gross amount of one is the net amount of the other', { column: 'net', names: 'item' }),
  alsoClaimedIn: maybe('text', 'an earlier claim of the register with the same day, category and amount: of the same voucher, or of the same case for another claimant; where the log has the row, only while no claim holds this one', { column: 'voucher' }),
  alsoClaimedAs: maybe('text', 'the item of that claim', { column: 'voucher', names: 'item' }),
  pairedWith: maybe('text', 'the only other item of the same case and gross amount, on an earlier day or in an earlier claim', { column: 'serviceDate', names: 'item' }),
  pairedIn: maybe('text', 'the claim of the register that holds that other item; where the log has it, only while no claim holds this one', { column: 'serviceDate' }),
  pairedDays: maybe('count', 'days between the two', { column: 'serviceDate' }),
  nearestWith: maybe('text', 'the nearest item of the same case and gross amount on an earlier day, or on any other day in an earlier claim while no claim holds this one; within the days of the policy nearDuplicateDays', { column: 'serviceDate', names: 'item' }),
  nearestIn: maybe('text', 'the claim of the register that holds that nearest item', { column: 'serviceDate' }),
  nearestDays: maybe('count', 'days between the two', { column: 'serviceDate' }),
  claimedIn: maybe('text', 'an earlier claim of the register that holds this item', { column: 'id' }),
  claimedAs: maybe('text', 'the item as that claim names it', { column: 'id', names: 'item' }),
  claimedAmount: maybe('cents', 'how much that claim asked for it', { column: 'net' }),
} as const satisfies Record<string, FactSpec>

export const caseFacts = {
  id: always('text', 'case ID, a pseudonym', { column: 'case', names: 'case' }),
  admittedOn: maybe('date', 'admitted to the assistance system', { column: 'admittedOn' }),
  removedOn: maybe('date', 'removed from the assistance system', { column: 'removedOn' }),
  admissionGround: maybe('text', 'victim, investigation or child', { column: 'admissionGround' }),
  finnishCitizen: maybe('yes-no', 'citizen of Finland', { column: 'finnishCitizen' }),
  nonDisclosure: always('yes-no', 'under non-disclosure for personal safety', { column: 'nonDisclosure' }),
  unaccompanied: maybe('yes-no', 'minor or young person without a guardian', { column: 'unaccompanied' }),
  hasPersonalId: always('yes-no', 'a personal identity code is given', { column: 'personalId' }),
  personalIdProblem: maybe('text', 'form, date or check-character, when the identity code is wrong', { column: 'personalId' }),
  personalIdIntroducedIn2023: always('yes-no', 'the identity code has a separator that came into use in 2023', { column: 'personalId' }),
  personalIdTwin: always('yes-no', 'another case differs from this identity code by the separator alone', { column: 'personalId' }),
  birthDateAgrees: maybe('yes-no', 'the birth date and the identity code agree', { column: 'birthDate' }),
  permitSection: maybe('text', 'section and subsection in the permit basis, as 52a.2, without anything else of it', { column: 'permitBasis' }),
  permitRecorded: maybe('yes-no', 'something is entered of a residence permit or right of residence; absent where the log has no column for it', { column: 'permitBasis' }),
  permitFrom: maybe('date', 'start of the residence permit', { column: 'permitFrom' }),
  permitTo: maybe('date', 'last day of the residence permit', { column: 'permitTo' }),
  lumpSumFrom: maybe('date', 'start of the lump sum', { column: 'lumpSumFrom' }),
  lumpSumTo: maybe('date', 'end of the lump sum', { column: 'lumpSumTo' }),
  lumpSumDueFrom: maybe('date', 'first day for which the lump sum is due by the permit and the first municipality of residence', { column: 'lumpSumFrom' }),
  lumpSumDueTo: maybe('date', 'last day for which it is due', { column: 'lumpSumTo' }),
  lumpSumDeadline: maybe('date', 'last day on which the lump sum of its last year can be claimed', { column: 'lumpSumFrom' }),
  hasStatement: always('yes-no', "a director's statement is named", { column: 'statement' }),
  statementOn: maybe('date', "day of the director's statement", { column: 'statementOn' }),
  statementResult: maybe('text', 'supports, partly or no', { column: 'statementResult' }),
  firstResidenceOn: maybe('date', 'start of the first municipality of residence', { column: 'case' }),
  movedIntoAreaOn: maybe('date', "start of the latest residence in the claimant's area that follows a residence outside it", { column: 'case' }),
} as const satisfies Record<string, FactSpec>

export const claimantFacts = {
  kind: always('text', 'kind of claimant'),
  businessIdValid: always('yes-no', 'the business ID has its form and check digit'),
  hasIban: always('yes-no', 'an IBAN is given'),
  ibanValid: always('yes-no', 'the IBAN has its form and check digits'),
  programmeArranged: always('yes-no', 'an integration programme is arranged (municipalities)'),
  hasAgreement: always('yes-no', 'the agreement with the authority is named (municipalities)'),
  areaKnown: always('yes-no', 'the configured county or municipality stands in the dated tables'),
} as const satisfies Record<string, FactSpec>

export const claimFacts = {
  asOf: always('date', 'the day on which the claim is (to be) filed'),
  from: maybe('date', 'first day of the period'),
  to: maybe('date', 'last day of the period'),
} as const satisfies Record<string, FactSpec>

type ClaimedAmounts = { readonly amount?: Cents | undefined; readonly claimedIn?: string | undefined; readonly claimedAmount?: Cents | undefined }

/**
 * What a claim of the item adds, in cents: the whole amount, or the difference to what an earlier claim holds of it. An
 * item that is claimed just as it is now has its amount, which no claim takes a second time (OVL-001).
 */
export function centsToClaim(item: ClaimedAmounts): Cents | undefined {
  return isCorrection(item) ? (item.amount as Cents) - (item.claimedAmount as Cents) : item.amount
}

/** Whether an earlier claim holds another amount of the item. */
export function isCorrection({ amount, claimedIn, claimedAmount }: ClaimedAmounts): boolean {
  return claimedIn !== undefined && claimedAmount !== undefined && amount !== undefined && claimedAmount !== amount
}

export const factSpecs = { item: itemFacts, case: caseFacts, claimant: claimantFacts, claim: claimFacts } as const
export type FactGroup = keyof typeof factSpecs

interface ValueOf {
  text: string
  date: IsoDate
  cents: Cents
  count: number
  'yes-no': boolean
  list: readonly string[]
}
type ValuesOf<Specs extends Record<string, FactSpec>> = {
  readonly [Key in keyof Specs as Specs[Key]['always'] extends true ? Key : never]: ValueOf[Specs[Key]['type']]
} & {
  readonly [Key in keyof Specs as Specs[Key]['always'] extends true ? never : Key]?: ValueOf[Specs[Key]['type']]
}

export type FactValue = ValueOf[FactType]
export type ItemFacts = ValuesOf<typeof itemFacts>
export type CaseFacts = ValuesOf<typeof caseFacts>
export type ClaimantFacts = ValuesOf<typeof claimantFacts>
export type ClaimFacts = ValuesOf<typeof claimFacts>
/** The claimant's choices where the law is uncertain; names and defaults are the rule book's. */
export type PolicyFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** Everything that a rule book needs to judge a claim; a packet carries it, so that anyone can judge again. */
export interface Facts {
  readonly claimant: ClaimantFacts
  readonly claim: ClaimFacts
  readonly policy: PolicyFacts
  readonly cases: readonly CaseFacts[]
  readonly items: readonly ItemFacts[]
}

/** Facts as they stand in `claim.json`: the same keys, cents as text. */
export type FactsJson = Readonly<Record<'claimant' | 'claim' | 'policy', Readonly<Record<string, unknown>>>> &
  Readonly<Record<'cases' | 'items', ReadonlyArray<Readonly<Record<string, unknown>>>>>

const jsonCents = z.codec(z.string().regex(/^-?\d+\.\d{2}$/), z.bigint(), {
  decode: (text) => parseCents(text) as Cents,
  encode: formatCents,
})
const jsonTypes = {
  text: z.string(),
  date: isoDateSchema,
  cents: jsonCents,
  count: z.int(),
  'yes-no': z.boolean(),
  list: z.array(z.string()),
} as const

function groupSchema(specs: Record<string, FactSpec>) {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(specs).map(([key, spec]) => {
        const type = jsonTypes[spec.type].meta({ description: spec.meaning })
        return [key, spec.always ? type : type.optional()]
      }),
    ),
  )
}

/** Facts as JSON (cents as `"123.45"`): `decode` reads what a packet holds, `encode` writes it. */
export const factsSchema = z.strictObject({
  claimant: groupSchema(claimantFacts),
  claim: groupSchema(claimFacts),
  policy: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  cases: z.array(groupSchema(caseFacts)),
  items: z.array(groupSchema(itemFacts)),
}) as unknown as z.ZodType<Facts, FactsJson>
