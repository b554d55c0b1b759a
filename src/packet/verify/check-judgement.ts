import canonicalize from 'canonicalize'
import { words } from '../../claim/render-findings.js'
import type { AssessedItem, Finding } from '../../model/assessment.js'
import type { GeneralJudgement, RuleFinding } from '../../rules/engine/judgement.js'
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
  const { items, general, profiles } = judgeAgain(content, ruleBook)
  return [
    ...checkItems(content),
    ...assessment.items.flatMap((item) => compareItem(item, items.get(item.id), sameTool)),
    ...compareEvidence(assessment.evidence, profiles),
    ...compareGeneral(content, general, sameTool),
    ...checkSums(content, [...items.values()]),
  ]
}

/** Whether facts and assessment are of the same items, once each and in the same order. */
function checkItems({ claim, assessment }: PacketContent): Difference[] {
  const ids = [claim.facts.items.map(({ id }) => id), assessment.items.map(({ id }) => id)] as const
  const sets = ids.map((list) => new Set(list)) as [Set<string>, Set<string>]
  const twice = ids.flatMap((list) => list.filter((id, index) => list.indexOf(id) !== index && list.length !== new Set(list).size))
  const only = [...ids[0].filter((id) => !sets[1].has(id)), ...ids[1].filter((id) => !sets[0].has(id))]
  const found: Difference[] = [...[...new Set(twice)].map((item) => differs('item-twice', { item })), ...only.map((item) => differs('items-differ', { item }))]
  if (found.length === 0 && ids[0].some((id, index) => id !== ids[1][index])) found.push(differs('items-reordered', { file: 'assessment.json' }))
  return found
}

function compareItem(item: AssessedItem, judged: AssessedItem | undefined, sameTool: boolean): Difference[] {
  if (judged === undefined) return []
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
  return keys.filter((key) => canonicalize(packet[key] ?? {}) !== canonicalize(judged[key] ?? {})).map((key) => differs('evidence-differs', { item: key }))
}

/** What the book says of claimant, claim and cases; the reader's own findings are taken as they stand. */
function compareGeneral({ assessment }: PacketContent, judged: GeneralJudgement, sameTool: boolean): Difference[] {
  const told = (about: string, theCase: string, said: Pick<Finding, 'rule' | 'effect'>) => canonicalize([about, theCase, sameTool ? said : { rule: said.rule, effect: said.effect }]) as string
  const tell = (about: string, theCase: string, finding: RuleFinding) => told(about, theCase, words(finding, assessment.language))
  const expected = [
    ...judged.claimant.map((finding) => tell('claimant', '', finding)),
    ...judged.claim.map((finding) => tell('claim', '', finding)),
    ...[...judged.cases].flatMap(([theCase, findings]) => findings.map((finding) => tell('case', theCase, finding))),
  ]
  const stated = assessment.findings
    .filter((finding) => !isReaders(finding))
    .map(({ about, case: theCase, file: _file, sheet: _sheet, cell: _cell, reviewed: _reviewed, ...said }) => told(about, theCase ?? '', said))
  const odd = [...expected.filter((one) => !stated.includes(one)), ...stated.filter((one) => !expected.includes(one))]
  const rules = new Set(odd.map((one) => (JSON.parse(one) as [string, string, { rule: string }])[2].rule))
  return [...rules].map((rule) => differs('general-findings', { rule }))
}

function rulesIn(findings: readonly Finding[]): string {
  return findings.map(({ rule, effect }) => `${rule} ${effect}`).join(', ')
}

function lawOf({ regime, decidedBy }: AssessedItem): string {
  return [regime, decidedBy?.fact, decidedBy?.date].filter((part) => part !== undefined).join(' ')
}

function wordsOf({ message, remedy, basis }: Finding): string {
  return canonicalize([message, remedy ?? '', basis ?? []]) as string
}
