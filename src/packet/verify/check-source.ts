import canonicalize from 'canonicalize'
import { deadlineOf } from '../../claim/deadline.js'
import { deriveFacts } from '../../claim/derive-facts.js'
import { askedBy, type Asked } from '../../claim/facts/asked.js'
import { protectedCases, withHiddenDecisions } from '../../claim/hidden-decisions.js'
import { nameMask, textMask, type TextMask } from '../../claim/name-mask.js'
import type { Claim } from '../../model/claim.js'
import type { Claimant } from '../../model/claimant.js'
import type { Column } from '../../model/columns.js'
import { itemFacts, type Facts, type FactSpec, type ItemFacts } from '../../model/facts.js'
import { centsOf, formatCents } from '../../model/money.js'
import { periodContains } from '../../model/period.js'
import { isInput, type ClaimInput, type InputFile, type InputsKey } from '../../model/inputs.js'
import { detailColumns, isReference, isWithheld } from '../../model/privacy.js'
import type { CostItem, ServiceLog } from '../../model/service-log.js'
import type { RateOn } from '../../model/hourly-rates.js'
import { ownValue } from '../../model/own-keys.js'
import type { PacketContent } from '../content.js'
import { withNamelessPlaces } from '../nameless-places.js'
import { ownIdMask } from '../own-id-mask.js'
import { withPacketPseudonyms } from '../pseudonyms.js'
import { answersAtHand, checkAnswers, type RecordedAnswers } from './check-answers.js'
import { checkInputFiles } from './check-inputs.js'
import { checkAround } from './check-source-around.js'
import { differs, type Difference } from './difference.js'
import { asGiven, pseudonymPairs, type Pairs } from './pairs.js'

/** Facts that do not come from the log: providers held for unsafe and earlier claims are the claimant's own records. */
const ofRates = ['hasRate', 'ownWorkTotal']
const fromElsewhere = ['providerAmongUnsafe', 'claimedIn', 'claimedAmount', 'alsoClaimedIn', 'alsoClaimedAs', 'pairedWith', 'pairedIn', 'pairedDays', 'nearestWith', 'nearestIn', 'nearestDays', 'claimedAs']
/** Facts that name something of the log, each with what it names. */
const idFacts = Object.entries(itemFacts).flatMap(([key, { names }]: [string, FactSpec]) => (names === undefined || fromElsewhere.includes(key) ? [] : [[key as keyof ItemFacts, names] as const]))
const priced = ['net', 'vat', 'gross', 'amount', 'isCredit']

/** What a packet was made from, read again. */
export interface PacketSource {
  readonly log: ServiceLog
  /** The hourly rates of own work, where they are at hand. */
  readonly rateOn?: RateOn | undefined
  /** The answers that the claimant has recorded, where they are at hand. */
  readonly answers?: RecordedAnswers | undefined
  /** The key of the hashes by which the claim names its inputs, where it is at hand. */
  readonly inputsKey?: InputsKey | undefined
}

/** Whether the packet came from these inputs: the same files, and every item, case, decision and reader's finding as they have it. */
export function checkSource(content: PacketContent, source: PacketSource, sameTool = true): Difference[] {
  const rows = checkRows(content, source, sameTool)
  return [...checkInputFiles(content.claim, [...source.log.files, ...rows.answers], source.inputsKey), ...rows.differences]
}

/** The rows of the packet against their own, and the recorded answers that lie behind it. */
function checkRows(content: PacketContent, { log: read, rateOn, inputsKey: given, answers: recorded }: PacketSource, sameTool: boolean): CheckedRows {
  const { claim, ruleBook } = content
  const inputsKey = given?.mark === claim.inputsKey ? given : undefined
  const asked = isExact(claim) ? undefined : askedBy(ruleBook.rules, claim.asOf)
  const derived = deriveFacts(read, { claimant: claimantOf(content), asOf: claim.asOf, period: claim.period, policy: claim.facts.policy, tables: ruleBook.tables, rateOn, asked, deadline: (day) => deadlineOf(day, ruleBook) })
  const named = underItsNumbers(content, { log: read, facts: derived, asked, inputsKey })
  if (named === undefined) return { differences: [], answers: [] }
  const { log, facts } = named
  const sources = facts.items.map((item, index) => ({ facts: item, row: log.items[index] as CostItem }))
  const names = isExact(claim) ? nameMask(log) : textMask(log)
  const isPlaced = claim.pseudonyms !== undefined && isExact(claim)
  const sourceOf = isPlaced ? byPlace(sources, content, { files: log.files, inputsKey }, names) : byId(sources)
  const pairs = isPlaced ? pseudonymPairs() : asGiven()
  const untold = named.isUntold === undefined ? undefined : { isUntold: named.isUntold, pairs: pseudonymPairs() }
  const mask = isPlaced ? ownIdMask(log) : mine
  const shown = (own: string) => names(mask(own))
  const found = claim.facts.items.map((item) => ({ item, source: sourceOf(item.id) }))
  for (const { item, source } of found) if (source) pairs.agree('item', item.id, source.row.id)
  const matched = new Set(found.flatMap(({ source }) => source ?? []))
  const rows = new Map(found.flatMap(({ item, source }) => (source ? [[item.id, source.row] as const] : [])))
  const answers = { recorded, log: read, ownItem: new Map([...rows].map(([item, row]) => [item, named.ownItems?.get(row.id)?.id ?? row.id])) }
  const differences = [
    ...found.flatMap(({ item, source }) => {
      if (source === undefined) return [differs('source-missing', { item: item.id })]
      const keys = [...differing(item, source.facts, pairs, mask, rateOn !== undefined), ...differingDetails(ownValue(claim.details, item.id), source.row, untold?.isUntold(source.row.case) ? { ...pairs, decisions: untold.pairs } : pairs, shown, isPlaced ? mine : names)]
      return keys.length === 0 ? [] : [differs('source-item', { item: item.id, keys: keys.join(', ') })]
    }),
    ...checkAround(content, { log, facts, rows, shown, sameTool }),
    ...checkHeld(claim, sources.filter((source) => !matched.has(source) && source.facts.serviceDate !== undefined && periodContains(claim.period, source.facts.serviceDate))),
    ...checkAnswers(content, answers, answerMask(claim, read)),
  ]
  return { differences, answers: answersAtHand(content, answers) }
}

interface CheckedRows {
  readonly differences: Difference[]
  readonly answers: InputFile[]
}

/** The reason of an answer as a packet shows it. */
function answerMask({ pseudonyms }: Claim, read: ServiceLog): TextMask {
  const [names, numbers] = [nameMask(read), pseudonyms === undefined ? mine : ownIdMask(read)]
  return (reason) => numbers(names(reason))
}

interface Named {
  readonly log: ServiceLog
  readonly facts: Facts
  /** Whose decisions bear names that cannot be told again, as the key is not at hand: they are paired. */
  readonly isUntold?: (theCase: string | undefined) => boolean
  /** Pseudonym of an item → its row as it was read. */
  readonly ownItems?: ReadonlyMap<string, CostItem>
}

/** The log under the numbers that the packet has: its pseudonyms, or other names for the decisions of protected clients. Without the key of the claim nothing is found again under pseudonyms. */
function underItsNumbers({ claim }: PacketContent, { log, facts, asked, inputsKey: key }: Named & { readonly asked: Asked | undefined; readonly inputsKey: InputsKey | undefined }): Named | undefined {
  if (asked === undefined) return { log, facts }
  if (claim.pseudonyms === undefined) return key === undefined ? { log, facts, isUntold: protectedCases(facts.cases) } : { log: withHiddenDecisions(log, facts.cases, key), facts }
  if (key === undefined) return undefined
  const pseudonyms = withPacketPseudonyms(withNamelessPlaces(log), key, claim.number)
  return { log: pseudonyms.log, facts: pseudonyms.facts(facts, asked), ownItems: pseudonyms.ownItems }
}

/** Rows of the period that are not in the packet are those that it says earlier claims hold, with their sum, or they were left out. */
function checkHeld({ held = [] }: Claim, left: readonly Source[]): Difference[] {
  const [stated, own] = [held.map(({ amount }) => centsOf(amount)), left.map(({ facts }) => facts.amount ?? 0n)].map((amounts) => amounts.reduce((sum, one) => sum + one, 0n))
  if (held.reduce((sum, { items }) => sum + items, 0) === left.length && stated === own) return []
  return left.length === 0 ? [differs('claim-differs', { key: 'held' })] : left.map(({ row }) => differs('source-unclaimed', { item: row.id }))
}

/** Packets of the first versions, whose inputs name no kind, tell ages and first residences as they are. */
function isExact({ inputs }: Claim): boolean {
  return inputs.some(({ kind }) => kind === undefined)
}

interface Source {
  readonly facts: ItemFacts
  readonly row: CostItem
}

function byId(sources: readonly Source[]): (id: string) => Source | undefined {
  const known = new Map(sources.map((source) => [source.row.id, source]))
  return (id) => known.get(id)
}

/** Under pseudonyms an item is known by its row: the same file, whatever it is called, the same sheet, the same row. */
function byPlace(sources: readonly Source[], { claim, assessment }: PacketContent, { files, inputsKey }: Pick<ServiceLog, 'files'> & Pick<PacketSource, 'inputsKey'>, nameless: TextMask): (id: string) => Source | undefined {
  const logs = files.filter(({ kind }) => kind === 'log')
  const inputs = new Map(claim.inputs.map((input) => [input.path, input]))
  const fileOf = (input: ClaimInput | undefined) => input && logs.find((one) => isInput(input, one, inputsKey))
  const nameNow = (file: string) => fileOf(inputs.get(file))?.path ?? (logs.length === 1 ? logs[0]?.path : file)
  const known = new Map(sources.map((source) => [[source.row.source.table.file, nameless(source.row.source.table.sheet), source.row.source.row].join('\u0000'), source]))
  const places = new Map(assessment.items.map(({ id, source }) => [id, [nameNow(source.file), source.sheet, source.row].join('\u0000')]))
  return (id) => known.get(places.get(id) ?? '')
}

function differing(packet: ItemFacts, source: ItemFacts, pairs: Pairs, mask: TextMask, hasRates: boolean): string[] {
  const keys = new Set([...Object.keys(packet), ...Object.keys(source)])
  const notThere = hasRates ? [] : [...ofRates, ...(packet.amountsGiven === 0 ? priced : [])]
  const skipped = new Set([...fromElsewhere, ...notThere, ...idFacts.map(([key]) => key), 'account'])
  const facts = [...keys].filter((key) => !skipped.has(key) && text(packet[key as keyof ItemFacts]) !== text(source[key as keyof ItemFacts]))
  const ids = idFacts.filter(([key, kind]) => !pairs.agree(kind, packet[key] as string | undefined, source[key] as string | undefined)).map(([key]) => key)
  return [...facts, ...ids, ...(packet.account === (source.account === undefined ? undefined : mask(source.account)) ? [] : ['account'])].sort()
}

/** The details that are not what the row says: codes as they pair, texts as they are masked, what is withheld not at all. */
function differingDetails(details: Claim['details'][string] = {}, row: CostItem, pairs: Pairs & { readonly decisions?: Pairs }, mask: TextMask, plain: TextMask): string[] {
  return detailColumns.filter((column) => !agrees(column)).map(({ key }) => key)

  function agrees(column: (typeof detailColumns)[number]): boolean {
    const [packet, own] = [details[column.key], row[column.key]]
    if (isWithheld(column) && packet === undefined) return true
    const { names }: Column = column
    if (names !== undefined) return (names === 'decision' ? (pairs.decisions ?? pairs) : pairs).agree(names, packet, own === undefined || isReference(column) ? own : plain(own))
    return packet === (isWithheld(column) ? mask(own ?? '') : own)
  }
}

/** What stands in the log as it stands there. */
function mine(own: string): string {
  return own
}

function text(value: ItemFacts[keyof ItemFacts]): string {
  return typeof value === 'bigint' ? formatCents(value) : (canonicalize(value) ?? '')
}

/** The claimant as the workspace had it: the area is found by its name in the dated tables. */
function claimantOf({ claim, ruleBook: { tables } }: PacketContent): Claimant {
  const { kind, name, businessId, area, iban, agreement } = claim.claimant
  const county = tables.counties.find((one) => one.name[claim.language] === area)?.code
  const municipality = tables.municipalities.findLast(({ nameFi, nameSv }) => nameFi === area || nameSv === area)?.code
  const place = kind === 'municipality' || kind === 'aland-municipality' ? (municipality === undefined ? {} : { municipality }) : county === undefined ? {} : { county }
  return { kind, name, businessId, ...place, ...(iban === undefined ? {} : { iban }), programme: { arranged: claim.facts.claimant.programmeArranged, ...(agreement === undefined ? {} : { agreement }) } }
}
