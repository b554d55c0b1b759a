import type { AssessedItem } from '../model/assessment.js'
import type { Claimant } from '../model/claimant.js'
import { claimSchemaName, type Claim, type ClaimTotals, type GroupTotal, type ItemDetails } from '../model/claim.js'
import { yearOf } from '../model/dates.js'
import { centsToClaim, type Facts, type ItemFacts, type PolicyFacts } from '../model/facts.js'
import { claimedRates, type ClaimedRates } from './claimed-rates.js'
import { correctionsOf } from './corrections.js'
import { protectedCases, withHiddenDecisions } from './hidden-decisions.js'
import type { TextMask } from './name-mask.js'
import { formatCents, type Cents } from '../model/money.js'
import type { HourlyRate } from '../model/hourly-rates.js'
import { inputMark, inputsKeyOf } from '../model/inputs.js'
import type { Period } from '../model/period.js'
import { detailColumns, shownOutside } from '../model/privacy.js'
import type { CostItem, Decision, ServiceLog } from '../model/service-log.js'
import { present } from './facts/present.js'
import type { ClaimScope } from './scope.js'

/** The scope of the claim, and what else it says. */
export interface AssembleInput extends Pick<ClaimScope, 'log' | 'facts' | 'assessment' | 'held' | 'mask'> {
  readonly claimant: Claimant
  readonly period: Period
  /** Running number of the claim within its period, from 1. */
  readonly number: number
  /** The claimant's own secret, from which the key of the inputs' hashes follows. */
  readonly secret: Uint8Array
  /** Name of the county or municipality that the claimant acts for. */
  readonly area?: string | undefined
  /** The hourly rate of own work that an item is priced with. */
  readonly rateOf?: ((item: CostItem) => HourlyRate | undefined) | undefined
  /** Whether log and facts bear pseudonyms that are good for this packet alone. */
  readonly pseudonyms?: 'as-given' | 'per-packet' | undefined
}

/**
 * Puts together the claim of a period from its scope: the claimable items, their sums, the decisions they rely on, and
 * the facts of every item that it claims or leaves out. Protected texts end here: nothing after this room ever sees them.
 */
export function assembleClaim(input: AssembleInput): Claim {
  const { assessment, facts, period, claimant, held, mask } = input
  const claimed = claimedItems(assessment.items, facts.items)
  const number = `${period.name}/${String(input.number).padStart(2, '0')}`
  const inputsKey = inputsKeyOf(input.secret, number)
  const log = input.pseudonyms === 'per-packet' ? input.log : withHiddenDecisions(input.log, facts.cases, inputsKey)
  const claimedIds = claimed.map(({ id }) => id)
  const rates = claimedRates(log.items, input.rateOf ?? (() => undefined), mask)
  const details = detailsOf(log, facts, mask, rates)
  const corrections = correctionsOf(claimedIds, facts.items, details)
  return {
    schema: claimSchemaName,
    tool: assessment.tool,
    ruleBook: assessment.ruleBook,
    language: assessment.language,
    asOf: assessment.asOf,
    number,
    period: { from: period.from, to: period.to, name: period.name },
    claimant: present({
      kind: claimant.kind,
      name: claimant.name,
      businessId: claimant.businessId,
      area: input.area,
      iban: claimant.iban,
      contact: claimant.contact,
      agreement: claimant.programme?.agreement,
    }) as Claim['claimant'],
    ...(input.pseudonyms === 'per-packet' ? { pseudonyms: 'per-packet' as const } : {}),
    inputsKey: inputsKey.mark,
    inputs: log.files.map((file) => inputMark(file, inputsKey)),
    ...(rates.rates.length === 0 ? {} : { rates: [...rates.rates] }),
    totals: claimTotals(claimed, assessment.items),
    claimed: claimedIds,
    ...(corrections.length === 0 ? {} : { corrections }),
    ...(held.length === 0 ? {} : { held }),
    decisions: decisionsOf(claimed, log, facts, mask),
    details,
    facts: { ...facts, policy: publicPolicy(facts.policy), items: facts.items.map((item) => present({ ...item })) },
  }
}

/** Which providers the claimant holds for unsafe is no matter of the packet: with a finding it would name a place. */
function publicPolicy({ unsafeAccommodation: _, ...policy }: PolicyFacts): PolicyFacts {
  return policy
}

/** The claimable items in the order of their days, cases and IDs, which no order of rows can change. */
export function claimedItems(assessed: readonly AssessedItem[], facts: readonly ItemFacts[]): ItemFacts[] {
  const claimable = new Set(assessed.filter(({ outcome }) => outcome === 'claimable').map(({ id }) => id))
  return facts.filter(({ id }) => claimable.has(id)).sort((left, right) => compare(left.serviceDate, right.serviceDate) || compare(left.case, right.case) || compare(left.id, right.id))
}

/** Sums of the claimed items by category, year, provider kind, regime and month. */
export function claimTotals(claimed: readonly ItemFacts[], assessed: readonly AssessedItem[]): ClaimTotals {
  const regimes = new Map(assessed.map(({ id, regime }) => [id, regime ?? '']))
  return {
    items: claimed.length,
    amount: formatCents(claimed.reduce((sum, item) => sum + (centsToClaim(item) ?? 0n), 0n)),
    byCategory: grouped(claimed, ({ category }) => category ?? ''),
    byYear: grouped(claimed, ({ serviceDate }) => (serviceDate === undefined ? '' : String(yearOf(serviceDate)))),
    byProviderKind: grouped(claimed, ({ providerKind }) => providerKind ?? ''),
    byRegime: grouped(claimed, ({ id }) => regimes.get(id) ?? ''),
    byMonth: grouped(claimed, ({ serviceDate }) => serviceDate?.slice(0, 7) ?? ''),
  }
}

function grouped(items: readonly ItemFacts[], keyOf: (item: ItemFacts) => string): GroupTotal[] {
  const groups = new Map<string, { items: number; amount: Cents }>()
  for (const item of items) {
    const { items: count, amount } = groups.get(keyOf(item)) ?? { items: 0, amount: 0n }
    groups.set(keyOf(item), { items: count + 1, amount: amount + (centsToClaim(item) ?? 0n) })
  }
  return [...groups].sort(([left], [right]) => compare(left, right)).map(([key, group]) => ({ key, items: group.items, amount: formatCents(group.amount) }))
}

function decisionsOf(claimed: readonly ItemFacts[], log: ServiceLog, { cases }: Facts, mask: TextMask): Claim['decisions'] {
  const items = new Map(log.items.map((item) => [item.id, item]))
  const keyOf = ({ id }: ItemFacts) => `${items.get(id)?.decision}\u0000${items.get(id)?.case}`
  const relied = new Set(claimed.map(keyOf))
  const inRegion = new Set(claimed.filter((item) => item.decisionAuthorityInRegion === true).map(keyOf))
  const withheld = new Set(cases.filter(({ nonDisclosure }) => nonDisclosure).map(({ id }) => id))
  return log.decisions
    .map((decision) => ({ decision, key: `${decision.decision}\u0000${decision.case}` }))
    .filter(({ key }) => relied.has(key))
    .sort(({ decision: left }, { decision: right }) => compare(left.decision, right.decision) || compare(left.case, right.case))
    .map(({ decision, key }) => publicDecision(withheld.has(decision.case) && !inRegion.has(key) ? { ...decision, authority: undefined } : decision, mask))
}

/** Under non-disclosure an authority of another region, or one that no table knows, could tell where the person comes from. */
type ShownDecision = Omit<Decision, 'authority'> & { readonly authority?: string | undefined }

function publicDecision(decision: ShownDecision, mask: TextMask): Claim['decisions'][number] {
  const { decision: number, case: theCase, authority, decidedOn, validFrom, validTo, categories, result } = decision
  return present({ decision: number, case: theCase, authority: authority === undefined ? undefined : mask(authority), decidedOn, validFrom, validTo, categories: categories && [...categories], result }) as Claim['decisions'][number]
}

/** What a handler reads of the items, less what protects a person. */
function detailsOf(log: ServiceLog, facts: Facts, mask: TextMask, rates: ClaimedRates): Claim['details'] {
  const isProtected = protectedCases(facts.cases)
  const items = log.items.toSorted((left, right) => compare(left.id, right.id))
  return Object.fromEntries(items.map((item) => [item.id, { ...shownDetails(item, isProtected(item.case), mask), ...present({ rate: rates.placeOf(item) }) }]))
}

/** The details of an item by the class of each: under non-disclosure what could lead to the person or the place is left out. */
function shownDetails(item: CostItem, isProtected: boolean, mask: TextMask): ItemDetails {
  return present(Object.fromEntries(detailColumns.map((column) => [column.key, shownOutside(column, item[column.key], { isProtected, mask })]))) as ItemDetails
}

function compare(left: string | undefined = '', right: string | undefined = ''): number {
  return left < right ? -1 : left > right ? 1 : 0
}
