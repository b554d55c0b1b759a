import { z } from 'zod'
import type { IsoDate } from '../model/dates.js'
import { KorvausError } from '../model/errors.js'
import { claimStates, type ClaimState, type Decided, type DecidedPart, type Interest, type LedgerStep } from '../model/ledger.js'
import { formatCents, parseCents, type Cents } from '../model/money.js'
import { categorySchema } from '../model/values.js'
import type { StoredEvent } from './journal.js'

const centsSchema = z.string().regex(/^-?\d+\.\d\d$/).transform((text) => parseCents(text) as Cents)
const interestSchema = z.object({ amount: centsSchema, parts: z.array(z.object({ from: z.string(), to: z.string(), days: z.int(), percent: z.string() })) })
const partSchema = z.object({ item: z.string().optional(), category: categorySchema.optional(), claimed: centsSchema, granted: centsSchema, reason: z.string() })
const responsible = { by: z.string(), reference: z.string().optional() }

/** What the events of each kind tell. */
const detailsOf = {
  prepared: z.object({ content: z.string(), amount: centsSchema, items: z.int() }),
  replaced: z.object({ content: z.string(), amount: centsSchema, items: z.int() }),
  filed: z.object(responsible),
  decided: z.object({ ...responsible, noticeOn: z.string().optional(), granted: centsSchema, parts: z.array(partSchema) }),
  paid: z.object({ ...responsible, amount: centsSchema }),
  recovered: z.object({ ...responsible, noticeOn: z.string().optional(), reason: z.string(), amount: centsSchema, interest: interestSchema.optional() }),
  withdrawn: z.object({ ...responsible, reason: z.string() }),
  reversed: z.object({ ...responsible, reason: z.string(), reverses: z.int(), kind: z.string() }),
  scrubbed: z.object({ by: z.string(), state: z.enum(claimStates), amount: centsSchema, granted: centsSchema.optional(), paid: centsSchema, recovered: centsSchema, interest: centsSchema, items: z.int() }),
} as const
export type EventKind = keyof typeof detailsOf

/** Where a claim stands after its events. */
export interface Standing {
  readonly state: ClaimState
  readonly amount: Cents
  /** Packet's content of the last preparation; `undefined` once scrubbed. */
  readonly content: string | undefined
  readonly granted: Cents | undefined
  readonly paid: Cents
  readonly recovered: Cents
  readonly interest: Cents
  readonly parts: readonly DecidedPart[]
  /** The decisions on the claim: the first, and those on remedies against the one before. */
  readonly decisions: readonly Decided[]
  /** The last decision that money is paid back. */
  readonly recovery: Decided | undefined
  readonly paidOn: IsoDate | undefined
  readonly scrubbed: boolean
  readonly lastDate: IsoDate
  readonly steps: readonly LedgerStep[]
}

/** Follows a claim through its events, the earliest first. Throws `register-damaged` for one that cannot be read. */
export function standingAfter(events: readonly StoredEvent[], location: string): Standing {
  const undone = reversedBy(events, location)
  return events.reduce<Standing>((before, event) => (undone.has(Number(event.seq)) ? withUndone(before, event, location) : after(before, event, location)), beginning)
}

/** The events in force: those that no later event has reversed, and none of the reversals. */
export function eventsInForce(events: readonly StoredEvent[], location: string): StoredEvent[] {
  const undone = reversedBy(events, location)
  return events.filter(({ seq, kind }) => kind !== 'reversed' && !undone.has(Number(seq)))
}

/** The numbers of the events that later ones have reversed; what was scrubbed tells none, and its sums stand in the scrub. */
function reversedBy(events: readonly StoredEvent[], location: string): ReadonlySet<number> {
  return new Set(events.flatMap((event) => (event.kind === 'reversed' && event.details !== '' ? [detailsIn(event, 'reversed', location).reverses] : [])))
}

/** A step that was reversed stays to be seen, and changes nothing else. */
function withUndone(before: Standing, event: StoredEvent, location: string): Standing {
  const { steps } = after(before, event, location)
  return { ...before, steps: [...steps.slice(0, -1), { ...(steps.at(-1) as LedgerStep), undone: true }] }
}

const beginning: Standing = {
  state: 'prepared', amount: 0n, content: undefined, granted: undefined, paid: 0n, recovered: 0n, interest: 0n, parts: [],
  decisions: [], recovery: undefined, paidOn: undefined, scrubbed: false, lastDate: '', steps: [],
}

function after(before: Standing, event: StoredEvent, location: string): Standing {
  const kind = event.kind as EventKind
  const onDate = event.on_date
  const common = (step: Omit<LedgerStep, 'kind' | 'onDate'>) => ({ lastDate: onDate, steps: [...before.steps, { kind, onDate, ...step }] })
  if (event.details === '') return { ...before, ...common({}) }
  const read = <Kind extends EventKind>(name: Kind): z.output<(typeof detailsOf)[Kind]> => detailsIn(event, name, location)
  switch (kind) {
    case 'prepared':
    case 'replaced': {
      const { content, amount } = read('prepared')
      return { ...before, content, amount, ...common({ amount }) }
    }
    case 'filed':
      return { ...before, state: 'filed', ...common(read('filed')) }
    case 'decided': {
      const { granted, parts, noticeOn, by, reference } = read('decided')
      return { ...before, state: stateOf(before, granted), granted, parts, decisions: [...before.decisions, { onDate, noticeOn }], ...common({ by, reference, amount: granted }) }
    }
    case 'paid': {
      const details = read('paid')
      const paid = before.paid + details.amount
      return { ...before, state: stateOf({ ...before, paid }, before.granted ?? 0n), paid, paidOn: onDate, ...common(details) }
    }
    case 'recovered': {
      const details = read('recovered')
      const { noticeOn, ...told } = details
      return { ...before, state: 'recovered', recovery: { onDate, noticeOn }, recovered: before.recovered + details.amount, interest: before.interest + (details.interest?.amount ?? 0n), ...common(told) }
    }
    case 'withdrawn':
      return { ...before, state: 'withdrawn', ...common(read('withdrawn')) }
    case 'reversed': {
      const { by, reference, reason, kind: reverses } = read('reversed')
      return { ...before, steps: [...before.steps, { kind, onDate, by, reference, reason, reverses }] }
    }
    case 'scrubbed': {
      const { state, amount, granted, paid, recovered, interest, by } = read('scrubbed')
      return { ...before, state, amount, granted, paid, recovered, interest, content: undefined, parts: [], scrubbed: true, ...common({ by }) }
    }
    default:
      throw damaged(event, location)
  }
}

/** Where a claim stands by what was granted, paid and paid back. */
function stateOf({ paid, recovered }: Pick<Standing, 'paid' | 'recovered'>, granted: Cents): ClaimState {
  if (granted !== 0n && isSettled(paid - recovered, granted)) return 'paid'
  return recovered > 0n ? 'recovered' : 'decided'
}

/** Whether all that was granted is paid; of a correction below zero, whether all of it is paid back or set off. */
export function isSettled(paid: Cents, granted: Cents): boolean {
  return granted < 0n ? paid <= granted : paid >= granted
}

function detailsIn<Kind extends EventKind>(event: StoredEvent, kind: Kind, location: string): z.output<(typeof detailsOf)[Kind]> {
  try {
    return detailsOf[kind].parse(JSON.parse(event.details)) as z.output<(typeof detailsOf)[Kind]>
  } catch {
    throw damaged(event, location)
  }
}

function damaged({ seq, kind }: StoredEvent, location: string): KorvausError {
  return new KorvausError('register-damaged', { path: location, reason: `journal ${seq}: ${kind}` })
}

/** Interest as it stands in the journal. */
export function storedInterest({ amount, parts }: Interest) {
  return { amount: formatCents(amount), parts }
}
