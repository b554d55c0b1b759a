import type { ItemFacts } from '../../model/facts.js'
import type { CostItem, Decision } from '../../model/service-log.js'
import { findAuthority, servesArea } from '../../rules/tables/authorities.js'
import type { Tables } from '../../rules/tables/tables.js'
import type { LogIndex } from './log-index.js'
import type { Area } from './residences.js'

type DecisionFacts = Pick<ItemFacts, 'decisionGiven' | 'decisionListed' | 'decisionForCase' | 'decisionCoversDate' | 'decisionCoversCategory' | 'decisionNamesCategories'> & {
  [Key in 'decisionValidityGiven' | 'decisionResult' | 'decidedOn' | 'decisionAuthority' | 'decisionAuthorityInRegion']: ItemFacts[Key] | undefined
}

/** What the decision that an item names says of its case, days and category. */
export function decisionFacts(item: CostItem, index: LogIndex, area: Area, tables: Tables): DecisionFacts {
  const named = item.decision === undefined ? [] : (index.decisions.get(item.decision) ?? [])
  const decision = bestOf(named, item)
  const authority = decision && authorityFacts(decision, area, tables)
  return {
    decisionGiven: item.decision !== undefined,
    decisionListed: decision !== undefined,
    decisionForCase: decision !== undefined && decision.case === item.case,
    decisionCoversDate: decision !== undefined && coversDays(decision, item),
    decisionCoversCategory: decision !== undefined && coversCategory(decision, item),
    decisionNamesCategories: (decision?.categories ?? []).length > 0,
    decisionValidityGiven: decision && (decision.validFrom !== undefined || decision.validTo !== undefined),
    decisionResult: decision?.result,
    decidedOn: decision?.decidedOn,
    decisionAuthority: authority?.kind,
    decisionAuthorityInRegion: authority?.inRegion,
  }
}

/** Of several rows of one decision the one that fits the item best: its case, then its days, then its category. */
function bestOf(rows: readonly Decision[], item: CostItem): Decision | undefined {
  if (rows.length < 2) return rows[0]
  const fit = (row: Decision) => Number(row.case === item.case) * 4 + Number(coversDays(row, item)) * 2 + Number(coversCategory(row, item))
  return rows.reduce((best, row) => (fit(row) > fit(best) ? row : best))
}

function coversDays({ validFrom, validTo = '9999', unreadable }: Decision, item: CostItem): boolean {
  if (item.serviceDate === undefined || unreadable.includes('validFrom') || unreadable.includes('validTo')) return false
  return (validFrom ?? '0000') <= item.serviceDate && (item.serviceEnd ?? item.serviceDate) <= validTo
}

function coversCategory({ categories = [], unreadable }: Decision, { category }: CostItem): boolean {
  if (unreadable.includes('categories')) return false
  return categories.length === 0 || (category !== undefined && categories.includes(category))
}

const otherAuthority = 'other'

interface AuthorityFacts {
  readonly kind: string
  readonly inRegion: boolean | undefined
}
const knownAuthorities = new WeakMap<Area, Map<Decision, AuthorityFacts | undefined>>()

/** Many items name one decision, whose authority is looked up once for each area. */
function authorityFacts(decision: Decision, area: Area, tables: Tables): AuthorityFacts | undefined {
  const known = knownAuthorities.get(area) ?? new Map<Decision, AuthorityFacts | undefined>()
  if (!knownAuthorities.has(area)) knownAuthorities.set(area, known)
  if (!known.has(decision)) known.set(decision, lookUpAuthority(decision, area, tables))
  return known.get(decision)
}

function lookUpAuthority({ authority, decidedOn }: Decision, area: Area, tables: Tables): AuthorityFacts | undefined {
  if (authority === undefined || decidedOn === undefined) return undefined
  const found = findAuthority(tables, authority, decidedOn)
  if (found === undefined) return { kind: otherAuthority, inRegion: undefined }
  return { kind: found.kind, inRegion: servesArea(tables, found.code, area.municipalities(decidedOn), decidedOn) }
}
