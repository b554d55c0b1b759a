import type { ItemFacts } from '../../model/facts.js'
import { findIdentifiers } from '../../model/identifiers.js'
import type { PolicyFacts } from '../../model/facts.js'
import type { Case, CostItem } from '../../model/service-log.js'

const freeTexts = ['description', 'need', 'provider'] as const

/** What may be said of the free texts of an item without showing them. */
export function textFacts(item: CostItem, policy: PolicyFacts): Pick<ItemFacts, 'needLength' | 'descriptionLength' | 'identifiersIn' | 'hasProvider' | 'providerAmongUnsafe'> {
  return {
    hasProvider: (item.provider ?? '').trim() !== '',
    providerAmongUnsafe: item.provider !== undefined && isAmong(item.provider, policy.unsafeAccommodation),
    needLength: lengthOf(item.need),
    descriptionLength: lengthOf(item.description),
    identifiersIn: identifiersIn(item),
  }
}

const noneFound: readonly string[] = []

function identifiersIn(item: CostItem): readonly string[] {
  const found = freeTexts.filter((key) => item[key] !== undefined && identifies(item[key]))
  return found.length === 0 ? noneFound : found
}

const searched = new Map<string, boolean>()
const mostSearched = 20_000

/** Whether a text holds an identifier; logs say the same texts again and again. */
function identifies(text: string): boolean {
  const known = searched.get(text)
  if (known !== undefined) return known
  if (searched.size >= mostSearched) searched.clear()
  const found = findIdentifiers(text).length > 0
  searched.set(text, found)
  return found
}

/** The account as it may be shown: for a person under non-disclosure a number, or a text that the claimant's own policies name. */
export function accountFact({ account }: CostItem, isProtected: boolean, policy: PolicyFacts, mask: (text: string) => string): string | undefined {
  if (account === undefined) return undefined
  const isPlain = /^[\d\s./-]+$/.test(account) || Object.values(policy).some((value) => Array.isArray(value) && (value as readonly string[]).includes(account))
  return isProtected && !isPlain ? undefined : mask(account)
}

/** The section of the permit basis, without the words around it: `52 a § 2 mom.` is `52a.2`. */
export function permitSection({ permitBasis }: Case): string | undefined {
  const match = /(\d+)(?:\s*([a-z])\b)?(?:\s*§)?(?:\s*(\d+))?/i.exec(permitBasis ?? '')
  if (!match) return undefined
  return `${match[1]}${(match[2] ?? '').toLowerCase()}${match[3] === undefined ? '' : `.${match[3]}`}`
}

function isAmong(name: string, names: PolicyFacts[string] | undefined): boolean {
  return Array.isArray(names) && names.length > 0 && (names as readonly string[]).map(nameKey).includes(nameKey(name))
}

function nameKey(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Signs as people count them; only those beyond the first plane take two places. */
function lengthOf(text = ''): number {
  const trimmed = text.trim()
  return /[\uD800-\uDFFF]/.test(trimmed) ? [...trimmed].length : trimmed.length
}
