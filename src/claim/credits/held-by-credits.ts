import { createHash } from 'node:crypto'
import type { ItemFacts } from '../../model/facts.js'
import { formatCents, type Cents } from '../../model/money.js'
import { periodContains, type Period } from '../../model/period.js'
import { cellOf, type CostItem, type ServiceLog, type SourceFinding } from '../../model/service-log.js'
import type { Outcome } from '../../model/values.js'
import { costsItMayCorrect, takeAway, type OpenCost, type OpenCosts } from './may-correct.js'
import { centsTakenAway, isTakenAlready, negativeRow, type NegativeRow } from './negative-rows.js'

/** An item judged beforehand, as far as the credits need it. */
export interface JudgedBefore {
  readonly outcome: Outcome
  readonly facts: ItemFacts
  /** Whether a person has decided that the item is left out. */
  readonly isLeftOut: boolean
}

/** What negative rows outside the claim do to it: findings by item, and what they take away in all. */
export interface HeldByCredits {
  readonly findings: ReadonlyMap<string, readonly SourceFinding[]>
  /** Rows that take money away and are not in the claim, and the cents where they can be told. */
  readonly rows: number
  readonly cents: Cents
}

/** The codes of what is found here: from the rows together, and from no cell of a spreadsheet. */
export const creditCodes: ReadonlySet<string> = new Set(['SRC-070', 'SRC-071'])

/** Where no row takes anything away. */
export const nothingHeld: HeldByCredits = { findings: new Map(), rows: 0, cents: 0n }
const mostNamed = 5

/**
 * Finds the negative rows that are not in the claim, whatever the reason, and the costs that each may correct: a claim
 * that took those in full would ask for more than was paid. They wait until somebody answers, or until the row is in
 * the claim. What an earlier claim took away already, and what a person has left out, holds nothing.
 */
export function heldByCredits(log: ServiceLog, found: ReadonlyMap<string, readonly SourceFinding[]>, judge: (item: CostItem) => JudgedBefore, period: Period | undefined): HeldByCredits {
  const negative = log.items.flatMap((item) => negativeRow(item, found.get(item.id) ?? []) ?? [])
  if (negative.length === 0) return nothingHeld
  const judged = new Map(negative.map((row) => [row, judge(row.item)]))
  const isFallen = (row: NegativeRow) => fallsOut(row.item, judged.get(row) as JudgedBefore, period)
  const fallen = negative.filter(isFallen).sort((left, right) => (left.item.id < right.item.id ? -1 : 1))
  if (fallen.length === 0) return nothingHeld

  const listed = new Set(log.cases.map((one) => one.case))
  const known = openCosts(log, fallen, listed, judge)
  const costs = indexed([...known.keys()])
  for (const row of negative) if (!isFallen(row)) takeFromNamed(row, judged.get(row) as JudgedBefore, costs)
  const holders = new Map<OpenCost, NegativeRow[]>()
  const notes: SourceFinding[] = []
  let count = 0
  let cents = 0n
  for (const one of fallen) {
    const row = withCents(one, judged.get(one) as JudgedBefore)
    const held = costsItMayCorrect(row, costs, row.item.case !== undefined && listed.has(row.item.case))
    takeAway(held, row.cents ?? 0n)
    for (const cost of held) holders.set(cost, [...(holders.get(cost) ?? []), row])
    notes.push(creditNote(row, held))
    // What belongs to another period and concerns no cost of this one says nothing about this claim.
    if (!isInPeriod(row.item, period) && !held.some((cost) => isInClaim(cost.item, known.get(cost) as JudgedBefore, period))) continue
    count += 1
    cents += row.cents ?? 0n
  }
  const waiting = [...holders].filter(([cost]) => isInClaim(cost.item, known.get(cost) as JudgedBefore, period)).map(([cost, rows]) => waitingFinding(cost.item, rows))
  return { findings: byItem([...waiting, ...notes]), rows: count, cents }
}

function fallsOut(item: CostItem, { outcome, facts, isLeftOut }: JudgedBefore, period: Period | undefined): boolean {
  if (isLeftOut || isTakenAlready(facts)) return false
  return outcome !== 'claimable' || !isInPeriod(item, period)
}

/** The costs that a credit could be for: those of its client, or of all where its client is not known. */
function openCosts(log: ServiceLog, fallen: readonly NegativeRow[], listed: ReadonlySet<string>, judge: (item: CostItem) => JudgedBefore): Map<OpenCost, JudgedBefore> {
  const isEverywhere = fallen.some(({ item }) => item.case === undefined || !listed.has(item.case))
  const cases = new Set(fallen.map(({ item }) => item.case))
  const vouchers = new Set(fallen.flatMap(({ item }) => item.voucher ?? []))
  const providers = new Set(fallen.flatMap(({ item }) => item.provider ?? []))
  const credited = new Set(fallen.flatMap(({ item }) => item.credits ?? []))
  const costs = new Map<OpenCost, JudgedBefore>()
  for (const item of log.items) {
    const isNear = isEverywhere || cases.has(item.case) || credited.has(item.id) || vouchers.has(item.voucher ?? '') || providers.has(item.provider ?? '')
    if (!isNear) continue
    const one = judge(item)
    const { amount } = one.facts
    if (amount !== undefined && amount > 0n && (one.outcome !== 'rejected' || one.facts.claimedIn !== undefined)) costs.set({ item, left: amount }, one)
  }
  return costs
}

function indexed(all: readonly OpenCost[]): OpenCosts {
  const ofCase = new Map<string | undefined, OpenCost[]>()
  for (const cost of all) {
    const group = ofCase.get(cost.item.case)
    if (group === undefined) ofCase.set(cost.item.case, [cost])
    else group.push(cost)
  }
  return { all, ofCase, named: new Map(all.map((cost) => [cost.item.id, cost])) }
}

/** A credit that is in the claim and names its row leaves less of that row for others to correct. */
function takeFromNamed({ item }: NegativeRow, { outcome, facts }: JudgedBefore, costs: OpenCosts): void {
  if (outcome !== 'claimable' || item.credits === undefined || facts.amount === undefined || facts.amount >= 0n) return
  const cost = costs.named.get(item.credits)
  if (cost !== undefined) takeAway([cost], -facts.amount)
}

function withCents(row: NegativeRow, { facts }: JudgedBefore): NegativeRow {
  const cents = centsTakenAway(row, facts)
  return cents === undefined ? { item: row.item } : { item: row.item, cents }
}

/** Only a cost that this claim would ask for has to wait. */
function isInClaim(item: CostItem, { outcome }: JudgedBefore, period: Period | undefined): boolean {
  return outcome !== 'rejected' && isInPeriod(item, period)
}

function isInPeriod({ serviceDate }: CostItem, period: Period | undefined): boolean {
  return period === undefined || serviceDate === undefined || periodContains(period, serviceDate)
}

function waitingFinding(item: CostItem, rows: readonly NegativeRow[]): SourceFinding {
  const cents = rows.map((row) => row.cents)
  return {
    rule: 'SRC-070', effect: 'review', at: cellOf(item.source, 'net'), item: item.id, restsOn: restsOn(cents),
    values: { credits: named(rows.map((row) => row.item)), euros: cents.includes(undefined) ? '' : formatCents(cents.reduce<Cents>((sum, one) => sum + (one ?? 0n), 0n)) },
  }
}

function creditNote({ item, cents }: NegativeRow, held: readonly OpenCost[]): SourceFinding {
  return { rule: 'SRC-071', effect: 'note', at: cellOf(item.source, 'net'), item: item.id, values: { credits: held.length === 0 ? '–' : named(held.map((cost) => cost.item)), euros: cents === undefined ? '' : formatCents(cents) } }
}

function named(items: readonly CostItem[]): string {
  const ids = items.slice(0, mostNamed).map(({ id }) => id).join(', ')
  return items.length > mostNamed ? `${ids}, … (+${items.length - mostNamed})` : ids
}

/** An answer rests on what the credits take away: another credit, or another amount, asks again. */
function restsOn(cents: readonly (Cents | undefined)[]): string {
  return createHash('sha256').update(cents.map((one) => (one === undefined ? '?' : formatCents(one))).sort().join(' ')).digest('hex').slice(0, 16)
}

function byItem(findings: readonly SourceFinding[]): Map<string, SourceFinding[]> {
  const grouped = new Map<string, SourceFinding[]>()
  for (const finding of findings) grouped.set(finding.item as string, [...(grouped.get(finding.item as string) ?? []), finding])
  return grouped
}
