import type { Claimant } from '../model/claimant.js'
import type { IsoDate } from '../model/dates.js'
import type { CaseFacts, ClaimantFacts, Facts, ItemFacts, PolicyFacts } from '../model/facts.js'
import type { RateOn } from '../model/hourly-rates.js'
import { isBusinessId } from '../model/business-id.js'
import { isIban } from '../model/iban.js'
import type { Cents } from '../model/money.js'
import { periodContains, type Period } from '../model/period.js'
import type { Case, CostItem, ServiceLog } from '../model/service-log.js'
import type { Tables } from '../rules/tables/tables.js'
import { amountFacts } from './facts/amounts.js'
import type { Asked } from './facts/asked.js'
import { creditFacts } from './facts/credits.js'
import { decisionFacts } from './facts/decisions.js'
import { duplicateFinder } from './facts/duplicates.js'
import { nearDuplicateFinder, type NearDuplicates } from './facts/near-duplicates.js'
import { ageOnService, twinsAmong } from './facts/identity.js'
import { lumpSumFacts, type LumpSumBasis } from './facts/lump-sum.js'
import { areaOf, movedIntoAreaOn, residenceFacts, type Area } from './facts/residences.js'
import { unitPriceInBand } from './facts/price-bands.js'
import { permitRecorded, permitSection } from './facts/permit.js'
import { accountFact, textFacts } from './facts/texts.js'
import { nameMask, textMask } from './name-mask.js'
import type { LogIndex } from './facts/log-index.js'
import { indexLog } from './facts/log-index.js'
import { equalAmounts } from './facts/equal-amounts.js'
import { nearestFinder } from './facts/nearest.js'
import { pairFinder, type NearClaimed, type Pair } from './facts/pairs.js'
import { present } from './facts/present.js'
import { sharedVouchers } from './facts/shared-vouchers.js'

/** Which earlier claim holds an item of the log, as the register knows it. */
export type EarlierClaim = (item: CostItem) => EarlierItem | undefined

/** What the register knows of an item: the claim that holds it with its amount, or items of claims that are like it. */
export interface EarlierItem {
  readonly claim?: string
  /** The item as that claim names it. */
  readonly item?: string | undefined
  readonly amount?: Cents
  readonly like?: { readonly claim: string; readonly item: string }
  readonly near?: NearClaimed
  readonly nearest?: NearClaimed
}

export interface FactsContext {
  readonly claimant: Claimant
  readonly asOf: IsoDate
  readonly period?: Period
  readonly policy: PolicyFacts
  readonly tables: Tables
  /** The last day on which a service of a day can be claimed. */
  readonly deadline?: (day: IsoDate) => IsoDate | undefined
  readonly rateOn?: RateOn | undefined
  readonly earlier?: EarlierClaim
  /** What the rules ask of ages and first residences; without it they stand as they are, as in packets of the first versions. */
  readonly asked?: Asked | undefined
}

/** The facts of a service log: those of claimant, claim and cases at once, those of each item when they are asked for. */
export interface FactSource {
  readonly shared: Omit<Facts, 'items'>
  /** The facts of an item of the log; nothing of them is kept. */
  ofItem(item: CostItem): ItemFacts
}

/** Derives every fact of a service log and keeps them. */
export function deriveFacts(log: ServiceLog, context: FactsContext): Facts {
  const { shared, ofItem } = factsOf(log, context)
  return { ...shared, items: log.items.map(ofItem) }
}

/**
 * Derives from a service log every fact that rules may read. Identities end here: what follows knows identity codes,
 * municipalities and free texts only by what was derived from them.
 */
export function factsOf(log: ServiceLog, context: FactsContext): FactSource {
  const index = indexLog(log)
  const area = areaOf(context.claimant, context.tables, context.asOf)
  const vouchers = sharedVouchers(log.items)
  const duplicateOf = duplicateFinder(vouchers)
  const nearDuplicates = nearDuplicateFinder(vouchers)
  const equal = equalAmounts(log.items)
  const pairOf = pairFinder(equal)
  const nearestOf = nearestFinder(equal, daysOfPolicy(context.policy), (item) => claimHolding(item, context))
  const withheld = new Set(log.cases.filter(mayBeWithheld).map(({ case: id }) => id))
  const mask = context.asked === undefined ? nameMask(log) : textMask(log)
  const account = (item: CostItem) => accountFact(item, item.case === undefined || !index.cases.has(item.case) || withheld.has(item.case), context.policy, mask)
  return {
    shared: {
      claimant: claimantFacts(context.claimant, area),
      claim: { asOf: context.asOf, ...(context.period ? { from: context.period.from, to: context.period.to } : {}) },
      policy: context.policy,
      cases: caseFacts(log.cases, { index, area }, context, withheld, servedDays(log, context)),
    },
    ofItem: (item) => {
      const earlier = context.earlier?.(item)
      const claimOf = (id: string | undefined) => (id === undefined || earlier?.claim !== undefined ? undefined : claimHolding(index.item(id), context))
      const [duplicate, near, pair] = [duplicateOf(item), nearDuplicates(item), pairOf(item, earlier?.near, claimOf)]
      const original = duplicate ?? near.sameVoucherAs ?? near.grossOf
      const claim = claimOf(original)
      const like = earlier?.like ?? (claim === undefined ? undefined : { claim, item: original as string })
      return itemFacts(item, index, area, context, earlier, duplicate, near, like, pair, nearestOf(item, earlier?.nearest), account(item))
    },
  }
}

/** The claim that holds another row of the log. */
function claimHolding(item: CostItem | undefined, { earlier }: FactsContext): string | undefined {
  return item === undefined ? undefined : earlier?.(item)?.claim
}

/** The days within which equal amounts are compared; none by a book that does not compare them. */
function daysOfPolicy({ nearDuplicateDays }: PolicyFacts): number | undefined {
  return typeof nearDuplicateDays === 'number' ? nearDuplicateDays : undefined
}

/**
 * Every fact by its name in one literal: the objects of many items then have one shape, absent facts included, and cost
 * a tenth of what spreading the parts would.
 */
function itemFacts(item: CostItem, index: LogIndex, area: Area, context: FactsContext, earlier: EarlierItem | undefined, duplicateOf: string | undefined, near: NearDuplicates, like: EarlierItem['like'], pair: Pair | undefined, nearest: Pair | undefined, account: string | undefined): ItemFacts {
  const theCase = item.case === undefined ? undefined : index.cases.get(item.case)
  const amounts = amountFacts(item, context)
  const texts = textFacts(item, context.policy)
  const residence = residenceFacts(item, index, area, context.tables)
  const decision = decisionFacts(item, index, area, context.tables)
  const credit = creditFacts(item, index)
  const facts: { [Key in keyof Required<ItemFacts>]: ItemFacts[Key] | undefined } = {
    id: item.id,
    case: item.case,
    serviceDate: item.serviceDate,
    serviceEnd: item.serviceEnd,
    category: item.category,
    providerKind: item.providerKind,
    hasProvider: texts.hasProvider,
    providerAmongUnsafe: texts.providerAmongUnsafe,
    costBasis: item.costBasis ?? 'actual',
    net: amounts.net,
    vat: amounts.vat,
    gross: amounts.gross,
    deductions: amounts.deductions,
    amount: amounts.amount,
    amountsGiven: amounts.amountsGiven,
    unitTotal: amounts.unitTotal,
    unitPriceInBand: unitPriceInBand(item, context.policy),
    ownWorkTotal: amounts.ownWorkTotal,
    hasHours: amounts.hasHours,
    hasWorker: amounts.hasWorker,
    hasRate: amounts.hasRate,
    needLength: texts.needLength,
    descriptionLength: texts.descriptionLength,
    hasVoucher: item.voucher !== undefined,
    voucherDate: item.voucherDate,
    account,
    identifiersIn: texts.identifiersIn,
    unreadable: item.unreadable,
    caseListed: theCase !== undefined,
    hasResidence: residence.hasResidence,
    residenceKnown: residence.residenceKnown,
    residenceInArea: residence.residenceInArea,
    residenceInAreaThroughout: residence.residenceInAreaThroughout,
    ageOnService: ageFact(item, theCase, context.asked),
    decisionGiven: decision.decisionGiven,
    decisionListed: decision.decisionListed,
    decisionForCase: decision.decisionForCase,
    decisionCoversDate: decision.decisionCoversDate,
    decisionCoversCategory: decision.decisionCoversCategory,
    decisionNamesCategories: decision.decisionNamesCategories,
    decisionValidityGiven: decision.decisionValidityGiven,
    decisionResult: decision.decisionResult,
    decidedOn: decision.decidedOn,
    decisionAuthority: decision.decisionAuthority,
    decisionAuthorityInRegion: decision.decisionAuthorityInRegion,
    isCredit: amounts.isCredit,
    creditsGiven: credit.creditsGiven,
    creditsListed: credit.creditsListed,
    creditsWithin: credit.creditsWithin,
    duplicateOf,
    sameVoucherAs: near.sameVoucherAs,
    grossOf: near.grossOf,
    alsoClaimedIn: like?.claim,
    alsoClaimedAs: like?.item,
    pairedWith: pair?.item,
    pairedIn: pair?.claim,
    pairedDays: pair?.days,
    nearestWith: nearest?.item,
    nearestIn: nearest?.claim,
    nearestDays: nearest?.days,
    claimedIn: earlier?.claim,
    claimedAs: earlier?.item,
    claimedAmount: earlier?.amount,
  }
  return facts as ItemFacts
}

function caseFacts(cases: readonly Case[], { index, area }: { readonly index: LogIndex; readonly area: Area }, context: FactsContext, withheld: ReadonlySet<string>, served: ServedDays): CaseFacts[] {
  const { tables, deadline, asked } = context
  const twins = twinsAmong(cases)
  return [...index.cases.values()].map((one) => {
    const residences = index.residences.get(one.case) ?? []
    const basis = { permitSection: permitSection(one), permitFrom: one.permitFrom, firstResidenceOn: residences[0]?.from }
    return present({
      id: one.case,
      admittedOn: one.admittedOn,
      removedOn: one.removedOn,
      admissionGround: one.admissionGround,
      finnishCitizen: one.finnishCitizen,
      nonDisclosure: withheld.has(one.case),
      unaccompanied: one.unaccompanied,
      permitSection: basis.permitSection,
      permitRecorded: permitRecorded(one),
      permitFrom: basis.permitFrom,
      permitTo: one.permitTo,
      lumpSumFrom: one.lumpSumFrom,
      lumpSumTo: one.lumpSumTo,
      ...lumpSumFacts(basis as LumpSumBasis, tables, { told: (days) => asked?.lumpSum(days, served(one.case)) ?? days, deadline }),
      hasStatement: one.statement !== undefined,
      statementOn: one.statementOn,
      statementResult: one.statementResult,
      firstResidenceOn: basis.firstResidenceOn && (asked?.firstResidence(basis.firstResidenceOn, served(one.case)) ?? basis.firstResidenceOn),
      movedIntoAreaOn: movedIntoAreaOn(residences, area, tables),
      ...twins(one),
    }) as CaseFacts
  })
}

/** The age on the service day, as far as a rule asks for it. */
function ageFact(item: CostItem, theCase: Case | undefined, asked: Asked | undefined): number | undefined {
  const years = ageOnService(item, theCase)
  return years === undefined || asked === undefined || theCase === undefined ? years : asked.age(years, item, theCase)
}

type ServedDays = (theCase: string) => Iterable<IsoDate>

/** The service days of each case in the period: those with which rules compare what is told of the case. */
function servedDays({ items }: ServiceLog, { asked, period }: FactsContext): ServedDays {
  const days = new Map<string, Set<IsoDate>>()
  for (const { case: theCase, serviceDate } of asked === undefined ? [] : items) {
    if (theCase === undefined || serviceDate === undefined || (period !== undefined && !periodContains(period, serviceDate))) continue
    const known = days.get(theCase)
    if (known === undefined) days.set(theCase, new Set([serviceDate]))
    else known.add(serviceDate)
  }
  return (theCase) => days.get(theCase) ?? []
}

/** One row of a case that says so, or that cannot be read, protects the person whatever its other rows say. */
function mayBeWithheld({ nonDisclosure, unreadable }: Case): boolean {
  return nonDisclosure === true || unreadable.includes('nonDisclosure')
}

function claimantFacts(claimant: Claimant, area: Area): ClaimantFacts {
  return {
    kind: claimant.kind,
    businessIdValid: isBusinessId(claimant.businessId),
    hasIban: claimant.iban !== undefined,
    ibanValid: claimant.iban !== undefined && isIban(claimant.iban),
    programmeArranged: claimant.programme?.arranged === true,
    hasAgreement: (claimant.programme?.agreement ?? '') !== '',
    areaKnown: area.known,
  }
}
