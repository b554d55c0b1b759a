import { columnsOf, namedThings, type Column, type NamedThing } from '../model/columns.js'
import { itemFacts, type Facts, type FactSpec, type ItemFacts } from '../model/facts.js'
import type { Review } from '../model/review.js'
import type { CostItem, ServiceLog, SourceFinding } from '../model/service-log.js'
import { namer, type Namer } from './namer.js'
import { ownIdMask } from './own-id-mask.js'

/** The identifiers of one packet, good for it alone, and the way back to the claimant's own. */
export interface PacketPseudonyms {
  readonly log: ServiceLog
  /** Facts derived from the claimant's own log, under the packet's identifiers. */
  facts(own: Facts): Facts
  /** Reviews of the claimant's own items, under the packet's identifiers. */
  reviews(own: readonly Review[]): Review[]
  /** Pseudonym → the claimant's own number. */
  readonly originals: Readonly<Record<NamedThing, ReadonlyMap<string, string>>>
  /** Pseudonym of an item → its row as the service log has it. */
  readonly ownItems: ReadonlyMap<string, CostItem>
}

/**
 * Gives each case, item, voucher, decision and worker a pseudonym that follows from the secret key, the claim and its
 * own number: the same again for the same packet, and nothing that an outsider could link with another packet. Where a
 * text mentions one of these numbers, the mention is withheld.
 */
export function withPacketPseudonyms(log: ServiceLog, key: Uint8Array, claimNumber: string): PacketPseudonyms {
  const namers = Object.fromEntries(namedThings.map((kind) => [kind, namer(key, `${claimNumber}\u0000${kind}`)])) as Record<NamedThing, Namer>
  const { case: cases, item: items } = namers
  const mask = ownIdMask(log)
  const rename = renaming(namers, mask)
  const ofFinding = (finding: SourceFinding): SourceFinding => ({
    ...finding,
    ...changed(finding, 'item', items.nameOf),
    ...changed(finding, 'case', cases.nameOf),
    at: { ...finding.at, ...changed(finding.at, 'raw', mask) },
    values: Object.fromEntries(Object.entries(finding.values).map(([name, value]) => [name, name === 'column' || name === 'near' ? value : mask(value)])),
  })
  const pseudonymous = log.items.map(rename(columnsOf.costs))
  return {
    log: {
      ...log,
      items: pseudonymous,
      cases: log.cases.map(rename(columnsOf.cases.filter(({ names }) => names !== undefined))),
      residences: log.residences.map(rename(columnsOf.residences.filter(({ names }) => names !== undefined))),
      decisions: log.decisions.map(rename(columnsOf.decisions)),
      findings: log.findings.map(ofFinding),
    },
    facts: (own) => ({
      ...own,
      cases: own.cases.map((one) => ({ ...one, id: cases.nameOf(one.id) })),
      items: own.items.map((item) => renamedFacts(item, namers, mask)),
    }),
    reviews: (own) => own.map((review) => ({ ...review, item: items.nameOf(review.item), reason: mask(review.reason) })),
    originals: Object.fromEntries(namedThings.map((kind) => [kind, namers[kind].originals])) as Record<NamedThing, ReadonlyMap<string, string>>,
    ownItems: new Map(log.items.map((item, index) => [(pseudonymous[index] as CostItem).id, item])),
  }
}

/** A row with its own numbers renamed, and mentions of them withheld in what else it tells. */
function renaming(namers: Readonly<Record<NamedThing, Namer>>, mask: (text: string) => string) {
  return (columns: readonly Column[]) => {
    const changes = columns.filter(({ privacy, names }) => names !== undefined || privacy !== 'plain').map(({ key, names }) => [key, names === undefined ? mask : namers[names].nameOf] as const)
    return <Row extends object>(row: Row): Row => ({ ...row, ...Object.assign({}, ...changes.map(([key, change]) => changed(row as Record<string, string | undefined>, key, change))) })
  }
}

const factChanges = Object.entries(itemFacts).flatMap(([key, spec]: [string, FactSpec]) => (spec.names === undefined ? [] : [[key, spec.names] as const]))

/** The facts of an item with its own numbers renamed; the account is the one text that they show. */
function renamedFacts(item: ItemFacts, namers: Readonly<Record<NamedThing, Namer>>, mask: (text: string) => string): ItemFacts {
  const texts = item as unknown as Readonly<Record<string, string | undefined>>
  return { ...item, ...Object.assign({}, ...factChanges.map(([key, names]) => changed(texts, key, namers[names].nameOf))), ...changed(item, 'account', mask) }
}

/** The key with its changed text, where there is one. */
function changed<Key extends string>(row: { readonly [One in Key]?: string | undefined }, key: Key, change: (text: string) => string): { [One in Key]?: string } {
  const value = row[key]
  return value === undefined ? {} : ({ [key]: change(value) } as { [One in Key]?: string })
}
