import canonicalize from 'canonicalize'
import { KorvausError } from '../model/errors.js'
import { formatCents } from '../model/money.js'
import type { EventDetails, StoredEvent } from './journal.js'
import type { Standing } from './life.js'
import { numberOf } from './numbers.js'
import type { RegisterDb } from './schema.js'
import type { Step } from './steps.js'

interface Claim {
  readonly id: number
  readonly number: string
  readonly businessId: string
  readonly period: { readonly name: string }
  readonly compensation: string | undefined
  readonly standing: Standing
}

/** What tells two steps of a kind apart beside their day and reference; who recorded them, and what the journal adds, does not. */
const tellingParts = ['amount', 'parts', 'interest'] as const

/**
 * Refuses a step that stands already: the same filing, or a decision, payment or recovery of the same day, reference and
 * sums. Where nothing is open any more, a payment of the rest repeats any payment of its day and reference, and one of a
 * sum that of the same sum. Throws `step-repeated` with the first.
 */
export function requireFirst(step: Step, { number: claim, standing }: Pick<Claim, 'number' | 'standing'>, inForce: readonly StoredEvent[], details?: EventDetails): void {
  const isPaid = standing.state === 'paid'
  const first = inForce.find((event) => event.kind === step.kind && repeats(step, event, details, isPaid))
  if (first === undefined) return
  const { by } = detailsIn(first)
  throw new KorvausError('step-repeated', { claim, step: step.kind, date: first.on_date, by: typeof by === 'string' ? by : '–' })
}

function repeats(step: Step, event: StoredEvent, details: EventDetails | undefined, isPaid: boolean): boolean {
  if (step.kind === 'filed') return true
  const told = detailsIn(event)
  if (step.kind === 'withdrawn' || event.on_date !== step.onDate || (told.reference ?? '') !== (step.reference ?? '')) return false
  if (details === undefined) return step.kind === 'paid' && isPaid && (step.amount === undefined || formatCents(step.amount) === told.amount)
  return tellingParts.every((name) => canonical(told[name]) === canonical(details[name]))
}

/** The parts of a decision in any order, with their keys in any order. */
function canonical(value: unknown): string {
  return Array.isArray(value) ? value.map((part: unknown) => canonicalize(part)).sort().join() : String(canonicalize(value))
}

/** The latest step in force, which alone can be reversed: what was before it can be reached by reversing one after the other. Throws `nothing-to-undo`. */
export function requireReversible(last: StoredEvent | undefined, { number, standing, compensation }: Claim): StoredEvent {
  const kinds = compensation === undefined ? ['filed', 'decided', 'paid', 'recovered'] : []
  if (last === undefined || standing.scrubbed || !kinds.includes(last.kind)) throw new KorvausError('nothing-to-undo', { claim: number, state: standing.state })
  return last
}

/** A claim that others build upon stays filed. Throws `claim-built-upon` with the first later claim of the period, or that holds one of its costs. */
export async function requireNothingUpon(db: RegisterDb, { id, number, businessId, period }: Claim): Promise<void> {
  const later = () => db.selectFrom('claims').select(['claims.period', 'claims.running']).where('claims.id', '>', id).where('state', '<>', 'withdrawn').orderBy('claims.id')
  const ofPeriod = await later().where('business_id', '=', businessId).where('claims.period', '=', period.name).executeTakeFirst()
  const ofCosts = await later().innerJoin('claim_items as theirs', 'theirs.claim_id', 'claims.id').innerJoin('claim_items as mine', 'mine.thread', 'theirs.thread').where('mine.claim_id', '=', id).executeTakeFirst()
  const found = ofPeriod ?? ofCosts
  if (found !== undefined) throw new KorvausError('claim-built-upon', { claim: number, later: numberOf(found) })
}

function detailsIn({ details }: StoredEvent): EventDetails {
  return details === '' ? {} : (JSON.parse(details) as EventDetails)
}
