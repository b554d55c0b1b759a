import type { Asked } from '../claim/facts/asked.js'
import { namer, type Namer } from '../claim/namer.js'
import { columnsOf, namedThings, type Column, type NamedThing } from '../model/columns.js'
import type { IsoDate } from '../model/dates.js'
import { itemFacts, type CaseFacts, type Facts, type FactSpec, type ItemFacts } from '../model/facts.js'
import type { InputsKey } from '../model/inputs.js'
import { withheldMark } from '../model/privacy.js'
import type { Review } from '../model/review.js'
import type { CostItem, ServiceLog, SourceFinding } from '../model/service-log.js'
import { hiddenPlaces } from './hidden-places.js'
import { ownIdMask } from './own-id-mask.js'

/** The identifiers of one packet, good for it alone, and the way back to the claimant's own. */
export interface PacketPseudonyms {
  readonly log: ServiceLog
  /** Facts derived from the claimant's own log, under the packet's identifiers and in its order, with days of admission as the rules ask for them. */
  facts(own: Facts, asked: Asked): Facts
  /** Reviews of the claimant's own items, under the packet's identifiers. */
  reviews(own: readonly Review[]): Review[]
  /** Pseudonym → the claimant's own number. */
  readonly originals: Readonly<Record<NamedThing, ReadonlyMap<string, string>>>
  /** Pseudonym of an item → its row as the service log has it. */
  readonly ownItems: ReadonlyMap<string, CostItem>
}

/**
 * Gives each case, item, voucher, decision and worker a pseudonym that follows from the claim's own key and its own
 * number: the same again for the same packet, and nothing that an outsider could link with another packet. Where a
 * text mentions one of these numbers, the mention is withheld. Rows stand in the order of their pseudonyms, and where
 * they stand in the claimant's files is not told.
 */
export function withPacketPseudonyms(log: ServiceLog, { key }: InputsKey, claimNumber: string): PacketPseudonyms {
  const namers = Object.fromEntries(namedThings.map((kind) => [kind, namer(key, `${claimNumber}\u0000${kind}`)])) as Record<NamedThing, Namer>
  const { case: cases, item: items } = namers
  const mask = ownIdMask(log)
  const rename = renaming(namers, mask)
  const ofFinding = (finding: SourceFinding): SourceFinding => ({
    ...finding,
    ...changed(finding, 'item', items.nameOf),
    ...changed(finding, 'case', cases.nameOf),
    at: { ...places.cellOf(finding), ...changed(finding.at, 'raw', mask) },
    values: Object.fromEntries(Object.entries(finding.values).map(([name, value]) => [name, openValues.has(name) ? value : tracing.has(name) ? withheldMark : mask(value)])),
  })
  const pseudonymous = log.items.map(rename(columnsOf.costs))
  const places = hiddenPlaces(log, namer(key, `${claimNumber}\u0000place`), items)
  return {
    log: {
      ...log,
      files: log.files.map(places.fileOf),
      tables: log.tables.map(places.tableOf),
      items: pseudonymous.toSorted(byKey('id')).map(places.placed),
      cases: log.cases.map(rename(columnsOf.cases.filter(({ names }) => names !== undefined))).sort(byKey('case')).map(places.placed),
      residences: log.residences.map(rename(columnsOf.residences.filter(({ names }) => names !== undefined))).sort(byKey('case')).map(places.placed),
      decisions: log.decisions.map(rename(columnsOf.decisions)).sort(byKey('decision')).map(places.placed),
      findings: log.findings.map(ofFinding),
    },
    facts: (own, asked) => {
      const served = servedDays(own)
      const admission = (one: CaseFacts) => (one.admittedOn === undefined ? {} : { admittedOn: asked.admission(one.admittedOn, served(one.id), own.policy) })
      return {
        ...own,
        cases: own.cases.map((one) => ({ ...one, ...admission(one), id: cases.nameOf(one.id) })).sort(byKey('id')),
        items: own.items.map((item) => renamedFacts(item, namers, mask)).sort(byKey('id')),
      }
    },
    reviews: (own) => own.map((review) => ({ ...review, item: items.nameOf(review.item), reason: mask(review.reason) })),
    originals: Object.fromEntries(namedThings.map((kind) => [kind, namers[kind].originals])) as Record<NamedThing, ReadonlyMap<string, string>>,
    ownItems: new Map(log.items.map((item, index) => [(pseudonymous[index] as CostItem).id, item])),
  }
}

/** Values of findings that tell nothing of a person, and those that tell what or where a cell of the claimant's is. */
const openValues: ReadonlySet<string> = new Set(['column', 'near', 'key', 'why'])
const tracing: ReadonlySet<string> = new Set(['given', 'listed', 'other', 'line'])

function byKey<Key extends string>(key: Key): (left: { readonly [One in Key]: string }, right: { readonly [One in Key]: string }) => number {
  return (left, right) => (left[key] < right[key] ? -1 : left[key] > right[key] ? 1 : 0)
}

/** The days of each case in the period, with which rules compare what is told of it. */
function servedDays({ items, claim }: Facts): (theCase: string) => IsoDate[] {
  const days = new Map<string, Set<IsoDate>>()
  for (const { case: theCase, serviceDate } of items) {
    if (theCase === undefined || serviceDate === undefined || serviceDate < (claim.from ?? serviceDate) || serviceDate > (claim.to ?? serviceDate)) continue
    days.set(theCase, (days.get(theCase) ?? new Set()).add(serviceDate))
  }
  return (theCase) => [...(days.get(theCase) ?? [])]
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
