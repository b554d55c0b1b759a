import canonicalize from 'canonicalize'
import type { TextMask } from '../../claim/name-mask.js'
import { decisionColumns } from '../../model/columns.js'
import type { CaseFacts, Facts } from '../../model/facts.js'
import type { CostItem, Decision, ServiceLog } from '../../model/service-log.js'
import { ownValue } from '../../model/own-keys.js'
import type { PacketContent } from '../content.js'
import { creditCodes } from '../../claim/credits/held-by-credits.js'
import { proportionCodes } from '../../claim/proportion.js'
import { differs, unproven, type Difference } from './difference.js'
import { isReaders } from './judge-again.js'

interface Source {
  readonly log: ServiceLog
  /** The facts of the log, derived anew. */
  readonly facts: Facts
  /** Item of the packet → its row. */
  readonly rows: ReadonlyMap<string, CostItem>
  /** A text as the packet may show it. */
  readonly shown: TextMask
  /** Another version of the program may read a cell otherwise. */
  readonly sameTool: boolean
}

/** Whether cases, decisions and the reader's findings of a packet are those of its service log, as far as their items stand there. */
export function checkAround(content: PacketContent, source: Source): Difference[] {
  return [...checkCases(content, source), ...checkDecisions(content, source), ...checkReader(content, source)]
}

function checkCases({ claim }: PacketContent, { facts, rows }: Source): Difference[] {
  const ownCase = new Map(claim.facts.items.flatMap((item) => (item.case === undefined || !rows.has(item.id) ? [] : [[item.case, rows.get(item.id)?.case] as const])))
  const derived = new Map(facts.cases.map((one) => [one.id, one]))
  return claim.facts.cases.filter(({ id }) => ownCase.has(id)).flatMap((one) => {
    const own = derived.get(ownCase.get(one.id) ?? '')
    const keys = own === undefined ? ['case'] : differingKeys(one, own)
    return keys.length === 0 ? [] : [differs('source-case', { case: one.id, keys: keys.join(', ') })]
  })
}

function differingKeys(packet: CaseFacts, own: CaseFacts): string[] {
  const keys = [...new Set([...Object.keys(packet), ...Object.keys(own)])] as (keyof CaseFacts)[]
  return keys.filter((key) => key !== 'id' && packet[key] !== own[key]).sort()
}

const decidedKeys = decisionColumns.flatMap((column) => (column.privacy === 'plain' ? [column.key] : []))

/** Each decision relied on as the log has it; its authority may be withheld. */
function checkDecisions({ claim }: PacketContent, { log, rows, shown }: Source): Difference[] {
  const relying = new Map(claim.facts.items.filter(({ id }) => rows.has(id)).map((item) => [`${ownValue(claim.details, item.id)?.decision}\u0000${item.case}`, rows.get(item.id)]))
  return [...relying].flatMap(([key, row]) => {
    const stated = claim.decisions.filter(({ decision, case: theCase }) => `${decision}\u0000${theCase}` === key)
    if (stated.length === 0) return []
    const own = log.decisions.filter((one) => one.decision === row?.decision && one.case === row.case)
    const keys = keysApart(stated, own, shown)
    return keys.length === 0 ? [] : [differs('source-decision', { decision: stated[0]?.decision ?? '', keys: keys.join(', ') })]
  })
}

type Stated = PacketContent['claim']['decisions'][number]

/** Each row that is stated is compared with its own: the one that differs from it least of those not taken yet. */
function keysApart(stated: readonly Stated[], own: readonly Decision[], shown: TextMask): string[] {
  if (stated.length !== own.length) return ['decision']
  const left = [...own]
  const found = stated.toSorted((one, other) => least(one, own, shown) - least(other, own, shown)).map((one) => {
    const keys = left.map((row) => differingParts(one, row, shown))
    const nearest = keys.reduce((best, list, index) => (list.length < (keys[best]?.length ?? Infinity) ? index : best), 0)
    left.splice(nearest, 1)
    return keys[nearest] ?? []
  })
  return [...new Set(found.flat())]
}

function least(stated: Stated, own: readonly Decision[], shown: TextMask): number {
  return Math.min(...own.map((row) => differingParts(stated, row, shown).length))
}

function differingParts({ authority, ...stated }: Stated, own: Decision, shown: TextMask): string[] {
  const keys = decidedKeys.filter((key) => canonicalize(stated[key] ?? '') !== canonicalize(own[key] ?? ''))
  return authority === undefined || authority === shown(own.authority ?? '') ? keys : [...keys, 'authority']
}

/** What the reader noticed in the cells of each item, by its rules. */
function checkReader({ assessment }: PacketContent, { log, rows, sameTool }: Source): Difference[] {
  const noticed = new Map<string, string[]>()
  for (const { item, rule } of log.findings) if (item !== undefined) noticed.set(item, [...(noticed.get(item) ?? []), rule])
  return assessment.items.flatMap(({ id, findings }) => {
    const row = rows.get(id)
    if (row === undefined) return []
    const [packet, own] = [findings.filter((finding) => isReaders(finding) && !isOfRowsTogether(finding.rule)).map(({ rule }) => rule), noticed.get(row.id) ?? []].map((rules) => rules.toSorted().join(' ')) as [string, string]
    return packet === own ? [] : [(sameTool ? differs : unproven)('source-findings', { item: id, packet, own })]
  })
}

/** What the rows say together, and the reader of cells does not. */
function isOfRowsTogether(rule: string): boolean {
  return creditCodes.has(rule) || proportionCodes.has(rule)
}
