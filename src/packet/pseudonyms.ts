import { createHmac } from 'node:crypto'
import type { Facts } from '../model/facts.js'
import type { Review } from '../model/review.js'
import type { CostItem, ServiceLog, SourceFinding } from '../model/service-log.js'
import { ownIdMask } from './own-id-mask.js'

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const length = 7
const kinds = ['case', 'item', 'voucher', 'decision', 'worker'] as const

/** What the claimant's own numbers would link packets by. */
export type PseudonymKind = (typeof kinds)[number]

/** The identifiers of one packet, good for it alone, and the way back to the claimant's own. */
export interface PacketPseudonyms {
  readonly log: ServiceLog
  /** Facts derived from the claimant's own log, under the packet's identifiers. */
  facts(own: Facts): Facts
  /** Reviews of the claimant's own items, under the packet's identifiers. */
  reviews(own: readonly Review[]): Review[]
  /** Pseudonym → the claimant's own number. */
  readonly originals: Readonly<Record<PseudonymKind, ReadonlyMap<string, string>>>
  /** Pseudonym of an item → its row as the service log has it. */
  readonly ownItems: ReadonlyMap<string, CostItem>
}

/**
 * Gives each case, item, voucher, decision and worker a pseudonym that follows from the secret key, the claim and its
 * own number: the same again for the same packet, and nothing that an outsider could link with another packet. Where a
 * text mentions one of these numbers, the mention is withheld.
 */
export function withPacketPseudonyms(log: ServiceLog, key: Uint8Array, claimNumber: string): PacketPseudonyms {
  const [cases, items, vouchers, decisions, workers] = kinds.map((kind) => namer(key, `${claimNumber}\u0000${kind}`)) as [Namer, Namer, Namer, Namer, Namer]
  const mask = ownIdMask(log)
  const ofCase = <Row extends { readonly case: string }>(row: Row): Row => ({ ...row, case: cases.nameOf(row.case) })
  const ofItem = (item: CostItem): CostItem => ({
    ...item,
    id: items.nameOf(item.id),
    ...changed(item, 'case', cases.nameOf),
    ...changed(item, 'voucher', vouchers.nameOf),
    ...changed(item, 'decision', decisions.nameOf),
    ...changed(item, 'worker', workers.nameOf),
    ...changed(item, 'credits', items.nameOf),
    ...changed(item, 'description', mask),
    ...changed(item, 'need', mask),
    ...changed(item, 'provider', mask),
    ...changed(item, 'costCentre', mask),
  })
  const ofFinding = (finding: SourceFinding): SourceFinding => ({
    ...finding,
    ...changed(finding, 'item', items.nameOf),
    ...changed(finding, 'case', cases.nameOf),
    at: { ...finding.at, ...changed(finding.at, 'raw', mask) },
    values: Object.fromEntries(Object.entries(finding.values).map(([name, value]) => [name, name === 'column' || name === 'near' ? value : mask(value)])),
  })
  const pseudonymous = log.items.map(ofItem)
  return {
    log: {
      ...log,
      items: pseudonymous,
      cases: log.cases.map(ofCase),
      residences: log.residences.map(ofCase),
      decisions: log.decisions.map((row) => ({ ...ofCase(row), decision: decisions.nameOf(row.decision) })),
      findings: log.findings.map(ofFinding),
    },
    facts: (own) => ({
      ...own,
      cases: own.cases.map((one) => ({ ...one, id: cases.nameOf(one.id) })),
      items: own.items.map((item) => ({ ...item, id: items.nameOf(item.id), ...changed(item, 'case', cases.nameOf), ...changed(item, 'duplicateOf', items.nameOf), ...changed(item, 'sameVoucherAs', items.nameOf), ...changed(item, 'grossOf', items.nameOf), ...changed(item, 'alsoClaimedAs', items.nameOf), ...changed(item, 'pairedWith', items.nameOf), ...changed(item, 'nearestWith', items.nameOf), ...changed(item, 'claimedAs', items.nameOf), ...changed(item, 'account', mask) })),
    }),
    reviews: (own) => own.map((review) => ({ ...review, item: items.nameOf(review.item), reason: mask(review.reason) })),
    originals: { case: cases.originals, item: items.originals, voucher: vouchers.originals, decision: decisions.originals, worker: workers.originals },
    ownItems: new Map(log.items.map((item, index) => [(pseudonymous[index] as CostItem).id, item])),
  }
}

interface Namer {
  readonly nameOf: (own: string) => string
  readonly originals: ReadonlyMap<string, string>
}

/** Names of one kind: equal ones for equal numbers, different ones for different numbers. */
function namer(key: Uint8Array, scope: string): Namer {
  const names = new Map<string, string>()
  const originals = new Map<string, string>()
  return { originals, nameOf }

  function nameOf(own: string): string {
    const known = names.get(own)
    if (known !== undefined) return known
    const made = unused(own, 0)
    names.set(own, made)
    originals.set(made, own)
    return made
  }

  function unused(own: string, attempt: number): string {
    const made = pseudonym(key, `${scope}\u0000${own}\u0000${attempt}`)
    return originals.has(made) ? unused(own, attempt + 1) : made
  }
}

/** The key with its changed text, where there is one. */
function changed<Key extends string>(row: { readonly [One in Key]?: string | undefined }, key: Key, change: (text: string) => string): { [One in Key]?: string } {
  const value = row[key]
  return value === undefined ? {} : ({ [key]: change(value) } as { [One in Key]?: string })
}

function pseudonym(key: Uint8Array, text: string): string {
  const hash = createHmac('sha256', key).update(text).digest()
  return Array.from({ length }, (_, index) => letters[(hash[index] as number) % letters.length]).join('')
}
