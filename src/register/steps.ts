import type { IsoDate } from '../model/dates.js'
import { KorvausError } from '../model/errors.js'
import type { ClaimState, DecidedPart, Interest } from '../model/ledger.js'
import { formatCents, type Cents } from '../model/money.js'
import type { Category } from '../model/values.js'
import type { EventDetails } from './journal.js'
import { storedInterest, type Standing } from './life.js'

interface Responsible {
  readonly onDate: IsoDate
  readonly by: string
  readonly reference?: string | undefined
}

/** A part of the claim as a decision names it: an item, a category, or neither for the claim as a whole. */
export interface GrantedPart {
  readonly item?: string | undefined
  readonly category?: Category | undefined
  readonly granted: Cents
  readonly reason: string
}

/** What somebody does with a claim. */
export type Step = Responsible & (
  | { readonly kind: 'filed' }
  | { readonly kind: 'decided'; readonly noticeOn?: IsoDate | undefined; readonly parts: readonly GrantedPart[] }
  /** Below zero where the sum of a correction is paid back or set off. */
  | { readonly kind: 'paid'; readonly amount?: Cents | undefined }
  | { readonly kind: 'recovered'; readonly noticeOn?: IsoDate | undefined; readonly amount: Cents; readonly reason: string; readonly interest?: Interest | undefined }
  | { readonly kind: 'withdrawn'; readonly reason: string }
  /** Reverses the latest step in force. */
  | { readonly kind: 'reversed'; readonly reason: string }
)

/** An item of a claim as the register knows it. */
export interface ClaimItem {
  readonly item: string | null
  readonly category: string | null
  readonly amount: Cents
}

/** From which states a step can be taken. A decision can be followed by another: on a request for review, or on appeal. What was recovered can be paid again when such a decision says so. */
const startsFrom: Readonly<Record<Step['kind'], readonly ClaimState[]>> = {
  filed: ['prepared'],
  decided: ['filed', 'decided', 'paid', 'recovered'],
  paid: ['decided', 'recovered'],
  recovered: ['decided', 'paid', 'recovered'],
  withdrawn: ['prepared', 'filed'],
  reversed: ['filed', 'decided', 'paid', 'recovered'],
}

/**
 * The event that a step makes of a claim. Throws `claim-state` when the claim is not there yet or beyond it,
 * `claim-date` when the step would come before the one before it, `claim-amount`, `claim-part` or `part-repeated`.
 */
export function eventOf(step: Exclude<Step, { kind: 'reversed' }>, number: string, standing: Standing, items: readonly ClaimItem[]): EventDetails {
  if (!startsFrom[step.kind].includes(standing.state) || standing.scrubbed) throw new KorvausError('claim-state', { claim: number, state: standing.state, step: step.kind })
  if (step.onDate < standing.lastDate) throw new KorvausError('claim-date', { claim: number, date: step.onDate, last: standing.lastDate })
  const common = { by: step.by, ...(step.reference === undefined ? {} : { reference: step.reference }) }
  switch (step.kind) {
    case 'filed':
      return common
    case 'decided': {
      const parts = decidedParts(step.parts, number, standing, items)
      const granted = parts.reduce((sum, part) => sum - part.claimed + part.granted, standing.amount)
      return { ...common, ...noticeOf(step), granted: formatCents(granted), parts: parts.map((part) => ({ ...part, claimed: formatCents(part.claimed), granted: formatCents(part.granted) })) }
    }
    case 'paid': {
      const { granted = 0n, paid, recovered } = standing
      const due = granted - paid
      return { ...common, amount: formatCents(granted < 0n ? -within(-(step.amount ?? due), -due, number, -1n) : within(step.amount ?? due, due + recovered, number)) }
    }
    case 'recovered':
      return { ...common, ...noticeOf(step), reason: step.reason, amount: formatCents(within(step.amount, standing.paid - standing.recovered, number)), ...(step.interest === undefined ? {} : { interest: storedInterest(step.interest) }) }
    case 'withdrawn':
      return { ...common, reason: step.reason }
  }
}

function noticeOf({ noticeOn }: { readonly noticeOn?: IsoDate | undefined }): { readonly noticeOn?: IsoDate } {
  return noticeOn === undefined ? {} : { noticeOn }
}

/** An amount of at least a cent and at most what is open; `sign` is that of the amounts in an error. */
function within(amount: Cents, most: Cents, claim: string, sign: 1n | -1n = 1n): Cents {
  if (amount <= 0n || amount > most) throw new KorvausError('claim-amount', { claim, amount: formatCents(sign * amount), most: formatCents(sign * most) })
  return amount
}

/** The parts with what was claimed for each; no euro may belong to two of them. */
function decidedParts(parts: readonly GrantedPart[], claim: string, { amount }: Standing, items: readonly ClaimItem[]): DecidedPart[] {
  const taken = new Set<ClaimItem>()
  return parts.map(({ item, category, granted, reason }) => {
    const name = item ?? category ?? claim
    const isWhole = item === undefined && category === undefined
    const chosen = items.filter((one) => isWhole || (item === undefined ? one.category === category : one.item === item))
    if (!isWhole && chosen.length === 0) throw new KorvausError('claim-part', { claim, part: name, categories: [...new Set(items.flatMap((one) => one.category ?? []))].sort().join(', ') || '–' })
    if ((isWhole && parts.length > 1) || chosen.some((one) => taken.has(one))) throw new KorvausError('part-repeated', { claim, part: name })
    for (const one of chosen) taken.add(one)
    const claimed = isWhole ? amount : chosen.reduce((sum, one) => sum + one.amount, 0n)
    const [least, most] = claimed < 0n ? [claimed, 0n] : [0n, claimed]
    if (granted < least || granted > most) throw new KorvausError('claim-amount', { claim: `${claim} ${name}`, amount: formatCents(granted), most: formatCents(most) })
    return { ...(item === undefined ? {} : { item }), ...(category === undefined ? {} : { category }), claimed, granted, reason }
  })
}
