import type { ItemFacts } from '../../model/facts.js'
import { findIdentifiers } from '../../model/identifiers.js'
import type { PolicyFacts } from '../../model/facts.js'
import { freeTextKeys } from '../../model/privacy.js'
import type { CostItem } from '../../model/service-log.js'

/** What may be said of the free texts of an item without showing them. */
export function textFacts(item: CostItem, policy: PolicyFacts): Pick<ItemFacts, 'needLength' | 'descriptionLength' | 'identifiersIn' | 'hasProvider' | 'providerAmongUnsafe'> {
  return {
    hasProvider: (item.provider ?? '').trim() !== '',
    providerAmongUnsafe: item.provider !== undefined && isAmong(item.provider, policy.unsafeAccommodation),
    needLength: known(item.need).length,
    descriptionLength: known(item.description).length,
    identifiersIn: identifiersIn(item),
  }
}

const noneFound: readonly string[] = []

function identifiersIn(item: CostItem): readonly string[] {
  const found = freeTextKeys.filter((key) => known(item[key]).identifies)
  return found.length === 0 ? noneFound : found
}

interface KnownText {
  readonly length: number
  /** Whether it holds an identifier. */
  readonly identifies: boolean
}
const knownTexts = new Map<string, KnownText>()
const mostKnown = 20_000

/** What is known of a text; logs say the same texts again and again. */
function known(text = ''): KnownText {
  const before = knownTexts.get(text)
  if (before !== undefined) return before
  if (knownTexts.size >= mostKnown) knownTexts.clear()
  const now = { length: lengthOf(text), identifies: findIdentifiers(text).length > 0 }
  knownTexts.set(text, now)
  return now
}

/** The account as it may be shown: for a person under non-disclosure a number, or a text that the claimant's own policies name. */
export function accountFact({ account }: CostItem, isProtected: boolean, policy: PolicyFacts, mask: (text: string) => string): string | undefined {
  if (account === undefined) return undefined
  const isPlain = /^[\d\s./-]+$/.test(account) || Object.values(policy).some((value) => Array.isArray(value) && (value as readonly string[]).includes(account))
  return isProtected && !isPlain ? undefined : mask(account)
}

function isAmong(name: string, names: PolicyFacts[string] | undefined): boolean {
  return Array.isArray(names) && names.length > 0 && (names as readonly string[]).map(nameKey).includes(nameKey(name))
}

function nameKey(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Signs as people count them; only those beyond the first plane take two places. */
function lengthOf(text: string): number {
  const trimmed = text.trim()
  return /[\uD800-\uDFFF]/.test(trimmed) ? [...trimmed].length : trimmed.length
}
