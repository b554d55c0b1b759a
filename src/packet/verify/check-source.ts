import canonicalize from 'canonicalize'
import { deriveFacts } from '../../claim/derive-facts.js'
import type { Claim } from '../../model/claim.js'
import type { Claimant } from '../../model/claimant.js'
import type { ItemFacts } from '../../model/facts.js'
import { withoutIdentifiers } from '../../model/identifiers.js'
import { formatCents } from '../../model/money.js'
import { periodContains } from '../../model/period.js'
import type { CostItem, ServiceLog } from '../../model/service-log.js'
import type { PacketContent } from '../content.js'
import { differs, type Difference } from './difference.js'

/** Facts that do not come from the log: hourly rates and earlier claims are the claimant's own records. */
const fromElsewhere = ['hasRate', 'ownWorkTotal', 'claimedIn', 'claimedAmount', 'case']
const priced = ['net', 'vat', 'gross', 'amount', 'isCredit']

/** Whether the packet came from these service logs: the same files, and every item with the same facts. */
export function checkSource(content: PacketContent, log: ServiceLog): Difference[] {
  return [...checkFiles(content.claim, log), ...checkItems(content, log)]
}

/** Files are known by their hash; what they are called does not matter. */
function checkFiles({ inputs }: Claim, { files }: ServiceLog): Difference[] {
  const [claimed, given] = [new Set(inputs.map(({ sha256 }) => sha256)), new Set(files.map(({ sha256 }) => sha256))]
  return [
    ...inputs.filter(({ sha256 }) => !given.has(sha256)).map(({ path }) => differs(files.length === inputs.length ? 'input-differs' : 'input-missing', { path })),
    ...files.filter(({ sha256 }) => !claimed.has(sha256) && files.length > inputs.length).map(({ path }) => differs('input-added', { path })),
  ]
}

function checkItems(content: PacketContent, log: ServiceLog): Difference[] {
  const { claim, ruleBook } = content
  const facts = deriveFacts(log, { claimant: claimantOf(content), asOf: claim.asOf, period: claim.period, policy: claim.facts.policy, tables: ruleBook.tables })
  const known = new Map(facts.items.map((item, index) => [item.id, { facts: item, row: log.items[index] as CostItem }]))
  const packet = new Set(claim.facts.items.map(({ id }) => id))
  const cases = new Map<string, string>()
  return [
    ...claim.facts.items.flatMap((item) => {
      const source = known.get(item.id)
      if (source === undefined) return [differs('source-missing', { item: item.id })]
      const keys = [...differing(item, source.facts), ...differingDetails(claim.details[item.id], source.row), ...(sameCase(item.case, source.facts.case, cases) ? [] : ['case'])]
      return keys.length === 0 ? [] : [differs('source-item', { item: item.id, keys: keys.join(', ') })]
    }),
    ...facts.items.filter(({ id, serviceDate }) => !packet.has(id) && serviceDate !== undefined && periodContains(claim.period, serviceDate)).map(({ id }) => differs('source-unclaimed', { item: id })),
  ]
}

function differing(packet: ItemFacts, source: ItemFacts): string[] {
  const keys = new Set([...Object.keys(packet), ...Object.keys(source)])
  const skipped = new Set(packet.amountsGiven === 0 ? [...fromElsewhere, ...priced] : fromElsewhere)
  return [...keys].filter((key) => !skipped.has(key) && text(packet[key as keyof ItemFacts]) !== text(source[key as keyof ItemFacts])).sort()
}

function differingDetails(details: Claim['details'][string] = {}, row: CostItem): string[] {
  const shown = (['description', 'need', 'provider', 'voucher', 'worker'] as const).filter((key) => details[key] !== undefined && details[key] !== withoutIdentifiers(row[key] ?? ''))
  return [...shown, ...(['quantity', 'unit', 'unitPrice', 'decision', 'credits', 'hours'] as const).filter((key) => details[key] !== row[key])]
}

/** Under pseudonyms of the packet the IDs differ, but one case of the packet is one case of the log. */
function sameCase(packet = '', source = '', cases: Map<string, string>): boolean {
  const known = cases.get(packet)
  cases.set(packet, known ?? source)
  return known === undefined || known === source
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
