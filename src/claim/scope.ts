import type { Assessment } from '../model/assessment.js'
import type { Claim } from '../model/claim.js'
import { isCorrection, type Facts, type ItemFacts } from '../model/facts.js'
import { formatCents, type Cents } from '../model/money.js'
import type { Review } from '../model/review.js'
import type { CostItem, ServiceLog } from '../model/service-log.js'
import { textMask, type TextMask } from './name-mask.js'
import { totalsOf } from './totals.js'

/** A judged period: everything that the log and the book say of it. */
export interface JudgedPeriod {
  readonly log: ServiceLog
  readonly facts: Facts
  readonly assessment: Assessment
  readonly reviews: readonly Review[]
}

/** As much of a judged period as belongs to its claim. */
export interface ClaimScope extends JudgedPeriod {
  /** What earlier claims hold of the period just as it is, which this claim neither claims nor leaves out. */
  readonly held: NonNullable<Claim['held']>
  /** How texts are shown outside, by the names of the whole log. */
  readonly mask: TextMask
}

/**
 * The scope of a claim, decided here and nowhere else: the items of the period that it claims or leaves out, with the
 * items that its credits are of; the cases of these items, and what is said of either. Claim, assessment, reviews and
 * sealed annex are made from what this gives, so that nothing of anybody else can be in them.
 */
export function scopeOf({ log, facts, assessment, reviews }: JudgedPeriod): ClaimScope {
  const { items, held } = itemsOf(log, facts, assessment)
  const ofItem = ({ id }: { readonly id: string }) => items.has(id)
  const rows = log.items.filter(ofItem)
  const cases = new Set(rows.flatMap((row) => row.case ?? []))
  const ofCase = (row: { readonly case: string }) => cases.has(row.case)
  const relied = new Set(rows.map(decisionKey))
  const assessed = assessment.items.filter(ofItem)
  const evidence = new Set(assessed.map((item) => item.evidence))
  return {
    held,
    mask: textMask(log),
    log: {
      ...log,
      items: rows,
      cases: log.cases.filter(ofCase),
      residences: log.residences.filter(ofCase),
      decisions: log.decisions.filter((row) => relied.has(decisionKey(row))),
      findings: log.findings.filter((finding) => (finding.item === undefined || items.has(finding.item)) && (finding.case === undefined || cases.has(finding.case))),
      answers: log.answers.filter(({ item }) => items.has(item)),
    },
    facts: { ...facts, items: facts.items.filter(ofItem), cases: facts.cases.filter(({ id }) => cases.has(id)) },
    assessment: {
      ...assessment,
      items: assessed,
      totals: totalsOf(assessed),
      evidence: Object.fromEntries(Object.entries(assessment.evidence).filter(([key]) => evidence.has(key))),
      findings: assessment.findings.filter((finding) => finding.case === undefined || cases.has(finding.case)),
    },
    reviews: reviews.filter(({ item }) => items.has(item)),
  }
}

/** The items of the claim, and how many with how much each earlier claim holds just as they are. */
function itemsOf(log: ServiceLog, facts: Facts, { items: assessed }: Assessment): { items: ReadonlySet<string>; held: ClaimScope['held'] } {
  const known = new Map(facts.items.map((item) => [item.id, item]))
  const isHeld = (id: string) => isHeldAsItIs(known.get(id))
  const claimed = new Set(assessed.filter(({ outcome }) => outcome === 'claimable').map(({ id }) => id))
  const credited = new Set(log.items.flatMap(({ id, credits }) => (claimed.has(id) && credits !== undefined ? [credits] : [])))
  const items = new Set(assessed.filter(({ id }) => claimed.has(id) || credited.has(id) || !isHeld(id)).map(({ id }) => id))
  return { items, held: heldBy(assessed.flatMap(({ id }) => (items.has(id) ? [] : (known.get(id) as ItemFacts)))) }
}

/** Whether an earlier claim holds the item with the amount that it has now. */
function isHeldAsItIs(item: ItemFacts | undefined): boolean {
  return item?.claimedIn !== undefined && item.amount !== undefined && !isCorrection(item)
}

function heldBy(items: readonly ItemFacts[]): ClaimScope['held'] {
  const claims = new Map<string, { items: number; amount: Cents }>()
  for (const { claimedIn = '', amount = 0n } of items) {
    const before = claims.get(claimedIn) ?? { items: 0, amount: 0n }
    claims.set(claimedIn, { items: before.items + 1, amount: before.amount + amount })
  }
  return [...claims].sort(([left], [right]) => (left < right ? -1 : 1)).map(([claim, { items: count, amount }]) => ({ claim, items: count, amount: formatCents(amount) }))
}

function decisionKey(row: Pick<CostItem, 'decision' | 'case'>): string {
  return `${row.decision ?? ''}\u0000${row.case ?? ''}`
}
