import type { AssessedItem, Finding } from '../model/assessment.js'
import type { Claim, ItemDetails } from '../model/claim.js'
import type { IsoDate } from '../model/dates.js'
import { centsToClaim, type ItemFacts } from '../model/facts.js'
import type { Language } from '../model/language.js'
import { parseCents, type Cents } from '../model/money.js'
import { ownValue } from '../model/own-keys.js'
import type { Review } from '../model/review.js'
import { packetTexts } from '../templates/packet-texts.js'
import { citation, type Basis, type RuleBook } from '../rules/book.js'
import { regimeOn } from '../rules/tables/regimes.js'
import type { Regime } from '../rules/tables/tables.js'
import type { PacketContent } from './content.js'
import { countPersons, summarise, type Group } from './small-groups.js'

/** A claimed item as the form, the specification and the page show it. */
export interface ClaimedRow {
  readonly id: string
  readonly case: string
  readonly facts: ItemFacts
  readonly details: ItemDetails
  /** Whether the details are withheld because the person is under non-disclosure. */
  readonly withheld: boolean
  readonly amount: Cents
  readonly regime: string
  readonly assessed: AssessedItem
}

/** An item of the period that is not claimed, with what keeps it out. */
export interface LeftOutRow {
  readonly id: string
  readonly case: string
  readonly facts: ItemFacts | undefined
  readonly amount: Cents | undefined
  readonly assessed: AssessedItem
  readonly reasons: readonly Finding[]
}

/** A decision relied on, with the items that rely on it. */
export interface DecisionUse {
  readonly decision: Claim['decisions'][number]
  /** The authority, or that it is withheld because the person is under non-disclosure. */
  readonly authority: string
  readonly items: number
  readonly amount: Cents
}

/** The law of a part of the claimed items. */
export interface RegimeUse {
  readonly regime: Regime | undefined
  readonly id: string
  readonly first: IsoDate
  readonly last: IsoDate
  readonly citations: readonly string[]
}

/** What is said of some claimed items. */
export interface FormNote {
  readonly text: string
  readonly items: readonly string[]
}

/** The sum in parts; each of them adds up to the total. */
export interface Sums {
  readonly category: readonly Group[]
  readonly year: readonly Group[]
  readonly providerKind: readonly Group[]
  readonly month: readonly Group[]
}

/** What the outputs for people show: computed once, so that they cannot disagree. */
export interface PacketView {
  readonly language: Language
  readonly claim: Claim
  readonly content: PacketContent
  readonly total: Cents
  readonly claimed: readonly ClaimedRow[]
  readonly leftOut: readonly LeftOutRow[]
  /** Groups of few persons are shown together; each summary adds up to the total all the same. */
  readonly summary: Sums
  readonly regimes: readonly RegimeUse[]
  readonly decisions: readonly DecisionUse[]
  /** Heading of the form, as the scheme of the book has it. */
  readonly title: string
  /** Where the claim goes by the law of the day on which it is filed. */
  readonly addressee: string
  /** What the form says of items that are claimed with a recorded answer to a rule that wants it said. */
  readonly notes: readonly FormNote[]
  readonly reviews: readonly Review[]
  /** Persons whose items are claimed. */
  readonly persons: number
  /** Groups of fewer persons are not shown in summaries, nor is how many they are. */
  readonly smallest: number
}

export function viewOf(content: PacketContent): PacketView {
  const { claim, assessment, ruleBook } = content
  const claimed = claimedRows(content)
  const smallest = Number(claim.facts.policy['smallestGroup'] ?? 1)
  return {
    language: claim.language,
    claim,
    content,
    total: claimed.reduce((sum, { amount }) => sum + amount, 0n),
    claimed,
    leftOut: assessment.items.filter(({ outcome }) => outcome !== 'claimable').map((item) => leftOutRow(item, content, factsById(claim))),
    summary: sumsOf(claimed, smallest),
    regimes: regimeUses(claimed, ruleBook),
    decisions: decisionUses(claim, claimed),
    title: (ruleBook.scheme?.claimTitle ?? ruleBook.title)[claim.language],
    addressee: regimeOn(ruleBook.tables, claim.asOf)?.addressee[claim.language] ?? '',
    notes: formNotes(claimed, content),
    reviews: content.reviews,
    persons: countPersons(claimed),
    smallest,
  }
}

/** Whether some summary shows groups together. */
export function hidesGroups({ summary: { category, year, providerKind, month } }: Pick<PacketView, 'summary'>): boolean {
  return [category, year, providerKind, month].some((groups) => groups.some(({ key }) => key === undefined))
}

function sumsOf(claimed: readonly ClaimedRow[], smallest: number): Sums {
  return {
    category: summarise(claimed, ({ facts }) => facts.category ?? '', smallest),
    year: summarise(claimed, ({ facts }) => facts.serviceDate?.slice(0, 4) ?? '', smallest),
    providerKind: summarise(claimed, ({ facts }) => facts.providerKind ?? '', smallest),
    month: summarise(claimed, ({ facts }) => facts.serviceDate?.slice(0, 7) ?? '', smallest),
  }
}

function claimedRows({ claim, assessment }: PacketContent): ClaimedRow[] {
  const facts = factsById(claim)
  const assessed = new Map(assessment.items.map((item) => [item.id, item]))
  const open = new Set(claim.facts.cases.filter(({ nonDisclosure }) => !nonDisclosure).map(({ id }) => id))
  return claim.claimed.flatMap((id) => {
    const [item, judged] = [facts.get(id), assessed.get(id)]
    if (item === undefined || judged === undefined) return []
    const details = ownValue(claim.details, id) ?? {}
    return { id, case: item.case ?? '', facts: item, details, withheld: !open.has(item.case ?? ''), amount: centsToClaim(item) ?? 0n, regime: judged.regime ?? '', assessed: judged }
  })
}

const factMaps = new WeakMap<Claim, Map<string, ItemFacts>>()
function factsById(claim: Claim): Map<string, ItemFacts> {
  const known = factMaps.get(claim) ?? new Map(claim.facts.items.map((item) => [item.id, item]))
  factMaps.set(claim, known)
  return known
}

function leftOutRow(assessed: AssessedItem, { assessment }: PacketContent, facts: ReadonlyMap<string, ItemFacts>): LeftOutRow {
  const wide = assessment.findings.filter(({ effect, about, case: theCase }) => effect === 'reject' && (about === 'claimant' || about === 'claim' || (about === 'case' && theCase === assessed.case)))
  const own = assessed.findings.filter(({ effect, reviewed }) => effect === 'reject' || reviewed?.answer === 'leave-out' || (effect === 'review' && reviewed === undefined))
  const amount = assessed.amount === undefined ? undefined : parseCents(assessed.amount)
  return {
    id: assessed.id,
    case: assessed.case ?? '',
    facts: facts.get(assessed.id),
    amount: typeof amount === 'bigint' ? amount : undefined,
    assessed,
    reasons: [...own, ...wide],
  }
}

function decisionUses({ decisions, facts, language }: Claim, claimed: readonly ClaimedRow[]): DecisionUse[] {
  const withheld = new Set(facts.cases.filter(({ nonDisclosure }) => nonDisclosure).map(({ id }) => id))
  const relying = new Map<string, ClaimedRow[]>()
  for (const row of claimed) {
    const key = `${row.details.decision ?? ''}\u0000${row.case}`
    const known = relying.get(key)
    if (known) known.push(row)
    else relying.set(key, [row])
  }
  return decisions.map((decision) => {
    const rows = relying.get(`${decision.decision}\u0000${decision.case}`) ?? []
    const authority = decision.authority ?? (withheld.has(decision.case) ? packetTexts.withheld[language] : '')
    return { decision, authority, items: rows.length, amount: rows.reduce((sum, { amount }) => sum + amount, 0n) }
  })
}

function formNotes(claimed: readonly ClaimedRow[], { claim, ruleBook }: PacketContent): FormNote[] {
  return ruleBook.rules.flatMap(({ rule, formNote }) => {
    const items = formNote === undefined ? [] : claimed.filter(({ assessed }) => assessed.findings.some((finding) => finding.rule === rule && finding.reviewed !== undefined)).map(({ id }) => id)
    return formNote === undefined || items.length === 0 ? [] : [{ text: formNote[claim.language], items }]
  })
}

function regimeUses(claimed: readonly ClaimedRow[], book: RuleBook): RegimeUse[] {
  const days = new Map<string, IsoDate[]>()
  for (const { regime, facts } of claimed) {
    const known = days.get(regime) ?? []
    if (facts.serviceDate !== undefined) known.push(facts.serviceDate)
    days.set(regime, known)
  }
  return [...days].sort(([left], [right]) => (left < right ? -1 : 1)).map(([id, dates]) => {
    const regime = book.tables.regimes.find((one) => one.id === id)
    const sorted = dates.sort()
    const citations = [...new Set((regime?.basis ?? []).map((basis) => citation(basis as Basis)))]
    return { regime, id, first: sorted[0] ?? '', last: sorted.at(-1) ?? '', citations }
  })
}
