import canonicalize from 'canonicalize'
import type { AssessedItem, Finding, GeneralFinding } from '../../model/assessment.js'
import { periodContains } from '../../model/period.js'
import { ownValue } from '../../model/own-keys.js'
import type { PacketContent } from '../content.js'
import { checkSums } from './check-sums.js'
import { differs, unproven, type Difference } from './difference.js'
import { isReaders, judgeAgain } from './judge-again.js'

/**
 * Judges every item again by the packet's own rule book from the packet's own facts, and names each item whose
 * outcome, amount, law, findings, words or evidence are not what the packet says.
 */
export function checkJudgement(content: PacketContent, sameTool = true): Difference[] {
  const { assessment, ruleBook } = content
  const judged = judgeAgain(content, ruleBook)
  const items = new Map(judged.items.map((item) => [item.id, item]))
  return [
    ...checkItems(content),
    ...assessment.items.flatMap((item) => compareItem(item, items.get(item.id), sameTool)),
    ...compareEvidence(assessment.evidence, judged.evidence),
    ...compareGeneral(assessment.findings, judged.findings, sameTool),
    ...checkSums(content, judged.items),
  ]
}

/** Whether facts and assessment are of the same items of the period, once each and in the same order. */
function checkItems({ claim, assessment }: PacketContent): Difference[] {
  const ids = [claim.facts.items.map(({ id }) => id), assessment.items.map(({ id }) => id)] as const
  const sets = ids.map((list) => new Set(list)) as [Set<string>, Set<string>]
  const twice = ids.flatMap((list) => repeated(list))
  const outside = claim.facts.items.flatMap(({ id, serviceDate }) => (serviceDate === undefined || periodContains(claim.period, serviceDate) ? [] : [id]))
  const only = [...outside, ...ids[0].filter((id) => !sets[1].has(id)), ...ids[1].filter((id) => !sets[0].has(id))]
  const found: Difference[] = [...[...new Set(twice)].map((item) => differs('item-twice', { item })), ...only.map((item) => differs('items-differ', { item }))]
  if (found.length === 0 && ids[0].some((id, index) => id !== ids[1][index])) found.push(differs('items-reordered', { file: 'assessment.json' }))
  return found
}

function compareItem(item: AssessedItem, judged: AssessedItem | undefined, sameTool: boolean): Difference[] {
  if (judged === undefined) return [differs('items-differ', { item: item.id })]
  const found: Difference[] = []
  if (item.outcome !== judged.outcome) found.push(differs('item-outcome', { item: item.id, packet: item.outcome, judged: judged.outcome }))
  if (item.amount !== judged.amount) found.push(differs('item-amount', { item: item.id, packet: item.amount ?? '\u2013', judged: judged.amount ?? '\u2013' }))
  if (item.case !== judged.case) found.push(differs('items-differ', { item: item.id }))
  if (lawOf(item) !== lawOf(judged)) found.push(differs('item-law', { item: item.id, packet: lawOf(item), judged: lawOf(judged) }))
  if (item.evidence !== judged.evidence) found.push(differs('evidence-differs', { item: item.id }))
  if (rulesIn(item.findings) !== rulesIn(judged.findings)) found.push(differs('item-findings', { item: item.id, packet: rulesIn(item.findings), judged: rulesIn(judged.findings) }))
  else found.push(...item.findings.flatMap((finding, index) => compareFinding(item.id, finding, judged.findings[index] as Finding, sameTool)))
  return found
}

/** Another version of the program may put the same finding in other words. */
function compareFinding(item: string, finding: Finding, judged: Finding, sameTool: boolean): Difference[] {
  const found: Difference[] = []
  if (wordsOf(finding) !== wordsOf(judged)) found.push((sameTool ? differs : unproven)('item-words', { item, rule: finding.rule }))
  if (canonicalize(finding.reviewed ?? {}) !== canonicalize(judged.reviewed ?? {})) found.push(differs('item-review', { item, rule: finding.rule }))
  return found
}

function compareEvidence(packet: PacketContent['assessment']['evidence'], judged: PacketContent['assessment']['evidence']): Difference[] {
  const keys = [...new Set([...Object.keys(packet), ...Object.keys(judged)])].sort()
  return keys.filter((key) => canonicalize(ownValue(packet, key) ?? {}) !== canonicalize(ownValue(judged, key) ?? {})).map((key) => differs('evidence-differs', { item: key }))
}

/** What the book says of claimant, claim and cases; the reader's own findings are taken as they stand. */
function compareGeneral(stated: readonly GeneralFinding[], judged: readonly GeneralFinding[], sameTool: boolean): Difference[] {
  const told = ({ about, case: theCase, rule, effect, message, remedy, basis }: GeneralFinding) => canonicalize([about, theCase ?? '', rule, effect, ...(sameTool ? [message, remedy ?? '', basis ?? []] : [])]) as string
  const [packet, again] = [stated, judged].map((findings) => findings.filter((finding) => !isReaders(finding)).map((finding) => [finding.rule, told(finding)] as const)) as unknown as [Told, Told]
  const without = (list: Told, other: Told) => {
    const texts = new Set(other.map(([, text]) => text))
    return list.filter(([, text]) => !texts.has(text))
  }
  const rules = new Set([...without(again, packet), ...without(packet, again)].map(([rule]) => rule))
  return [...rules].map((rule) => differs('general-findings', { rule }))
}

type Told = readonly (readonly [rule: string, text: string])[]

function rulesIn(findings: readonly Finding[]): string {
  return findings.map(({ rule, effect }) => `${rule} ${effect}`).join(', ')
}

function lawOf({ regime, decidedBy }: AssessedItem): string {
  return [regime, decidedBy?.fact, decidedBy?.date].filter((part) => part !== undefined).join(' ')
}

function wordsOf({ message, remedy, basis }: Finding): string {
  return canonicalize([message, remedy ?? '', basis ?? []]) as string
}

/** What stands in a list more than once, each further time. */
function repeated(list: readonly string[]): string[] {
  const seen = new Set<string>()
  return list.filter((one) => seen.size === seen.add(one).size)
}
