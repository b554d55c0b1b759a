import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { optionalCells } from '../model/cell-schemas.js'
import { itemDetailsSchema, type Claim } from '../model/claim.js'
import { inputsKeyOf } from '../model/inputs.js'
import type { Case, CostItem, ServiceLog } from '../model/service-log.js'
import { isWithheld, detailColumns, sealedCaseColumns, sealedResidenceColumns } from '../model/privacy.js'
import { canonical } from './content.js'
import type { Manifest } from './manifest.js'
import type { PacketPseudonyms } from './pseudonyms.js'

export const personsSchemaName = 'korvaus/persons/1'

const residenceSchema = z.strictObject({ ...optionalCells(sealedResidenceColumns), municipality: z.string(), from: z.string() })
const ownNumbersSchema = z.record(z.string(), z.string())
const personSchema = z.strictObject({
  case: z.string(),
  /** The claimant's own case ID, where the packet has pseudonyms of its own. */
  ownCase: z.string().optional(),
  ...optionalCells(sealedCaseColumns),
  nonDisclosure: z.boolean(),
  residences: z.array(residenceSchema),
  /** Details of the items that are withheld from the other files, by item ID. */
  details: z.record(z.string(), itemDetailsSchema),
  /** The claimant's own numbers of the decisions relied on, by what the packet calls them; where other files withhold them. */
  decisions: z.record(z.string(), z.string()).optional(),
  /** The authorities of decisions relied on, which other files may withhold too, by decision number as the packet has it. */
  authorities: z.record(z.string(), z.string()).optional(),
})

/** The identity annex as it is before it is sealed: who stands behind each case of the claimed items. */
export const personsSchema = z.strictObject({
  schema: z.literal(personsSchemaName),
  claim: z.string(),
  businessId: z.string(),
  /** The key under which the manifest holds the hash of the annex. */
  key: z.string(),
  /** The key of the hashes by which the claim names its inputs. */
  inputsKey: z.string().regex(/^[0-9a-f]{64}$/).optional(),
  persons: z.array(personSchema),
  /** The claimant's own numbers of the claimed items, by what the packet calls them; where it has pseudonyms of its own. */
  ownNumbers: z.strictObject({ items: ownNumbersSchema, vouchers: ownNumbersSchema, decisions: ownNumbersSchema, workers: ownNumbersSchema }).optional(),
})
export type Persons = Readonly<z.infer<typeof personsSchema>>

export interface PersonsInput {
  readonly log: ServiceLog
  readonly claim: Claim
  /** A secret of the claimant, never written anywhere but into the sealed annex. */
  readonly secret: Uint8Array
  /** The packet's own identifiers, where it has them; the log is then under them too. */
  readonly pseudonyms?: PacketPseudonyms | undefined
}

const withheldKeys = detailColumns.filter(isWithheld).map(({ key }) => key)

/** What identifies the persons of the claimed items, and nobody else. */
export function personsOf({ log, claim, secret, pseudonyms }: PersonsInput): Persons {
  const claimed = new Set(claim.claimed)
  const claimedItems = log.items.filter(({ id }) => claimed.has(id))
  const items = byCase(claimedItems)
  const cases = log.cases.filter((one) => items.has(one.case)).sort((left, right) => (left.case < right.case ? -1 : 1))
  return {
    schema: personsSchemaName,
    claim: claim.number,
    businessId: claim.claimant.businessId,
    key: createHmac('sha256', secret).update(`persons\u0000${claim.number}`).digest('hex'),
    inputsKey: Buffer.from(inputsKeyOf(secret, claim.number).key).toString('hex'),
    persons: cases.map((one) => personOf(one, items.get(one.case) ?? [], log, { claim, pseudonyms })),
    ...(pseudonyms === undefined ? {} : { ownNumbers: ownNumbersOf(claimedItems, pseudonyms) }),
  }
}

/** The annex as bytes. */
export function personsToBytes(persons: Persons): Uint8Array {
  return canonical(persons)
}

/** The keyed hash of an annex: whoever holds the annex can check it, nobody else can guess what is in it. */
export function keyedHash({ key, ...rest }: Persons): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(canonical(rest)).digest('hex')
}

/** Whether an annex is the one that a packet's manifest names. */
export function isAnnexOf(persons: Persons, { claim, sealed }: Pick<Manifest, 'claim' | 'sealed'>): boolean {
  return sealed?.keyedHash === keyedHash(persons) && claim.number === persons.claim
}

function personOf(one: Case, items: readonly CostItem[], { residences, decisions }: ServiceLog, { claim, pseudonyms }: Pick<PersonsInput, 'claim' | 'pseudonyms'>): Persons['persons'][number] {
  const own = pseudonyms?.originals.case.get(one.case)
  const nonDisclosure = one.nonDisclosure === true || one.unreadable.includes('nonDisclosure')
  return {
    case: one.case,
    ...(own === undefined ? {} : { ownCase: own }),
    ...given(one, sealedCaseColumns.map(({ key }) => key)),
    nonDisclosure,
    residences: residences.filter((residence) => residence.case === one.case).map((residence) => ({ municipality: residence.municipality, from: residence.from, ...given(residence, sealedResidenceColumns.map(({ key }) => key)) })),
    details: nonDisclosure ? Object.fromEntries(items.map((item) => [item.id, given(pseudonyms?.ownItems.get(item.id) ?? item, withheldKeys)])) : {},
    ...(nonDisclosure ? numbersOf(one, items, decisions, { claim, pseudonyms }) : {}),
  }
}

function numbersOf({ case: theCase }: Case, items: readonly CostItem[], decisions: ServiceLog['decisions'], { claim, pseudonyms }: Pick<PersonsInput, 'claim' | 'pseudonyms'>): Pick<Persons['persons'][number], 'authorities' | 'decisions'> {
  const named = new Map(items.flatMap(({ id, decision }) => (decision === undefined ? [] : [[decision, claim.details[id]?.decision ?? decision] as const])))
  const authorities = decisions.flatMap((one) => (one.case === theCase && one.authority !== undefined && named.has(one.decision) ? [[named.get(one.decision) as string, one.authority] as const] : []))
  return { ...(pseudonyms === undefined ? { decisions: Object.fromEntries([...named].map(([own, shown]) => [shown, own])) } : {}), authorities: Object.fromEntries(authorities) }
}

function ownNumbersOf(items: readonly CostItem[], { originals }: PacketPseudonyms): NonNullable<Persons['ownNumbers']> {
  const own = (numbers: ReadonlyMap<string, string>, key: 'id' | 'voucher' | 'decision' | 'worker') => Object.fromEntries(items.flatMap((item) => (item[key] === undefined ? [] : [[item[key], numbers.get(item[key]) ?? item[key]] as const])))
  return { items: own(originals.item, 'id'), vouchers: own(originals.voucher, 'voucher'), decisions: own(originals.decision, 'decision'), workers: own(originals.worker, 'worker') }
}

function byCase(items: readonly CostItem[]): Map<string, CostItem[]> {
  const groups = new Map<string, CostItem[]>()
  for (const item of items) {
    if (item.case === undefined) continue
    const group = groups.get(item.case)
    if (group) group.push(item)
    else groups.set(item.case, [item])
  }
  return groups
}

/** The values that are there, of some keys. */
function given<Row, Key extends keyof Row>(row: Row, keys: readonly Key[]): { [One in Key]?: Exclude<Row[One], undefined> } {
  return Object.fromEntries(keys.filter((key) => row[key] !== undefined).map((key) => [key, row[key]])) as { [One in Key]?: Exclude<Row[One], undefined> }
}
