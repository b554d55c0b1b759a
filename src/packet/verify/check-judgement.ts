import canonicalize from 'canonicalize'
import { gravestFirst, outcomeOf } from '../../claim/assess.js'
import { words } from '../../claim/render-findings.js'
import { reviewBook, type ReviewBook } from '../../claim/reviews.js'
import type { AssessedItem, Finding } from '../../model/assessment.js'
import type { ItemFacts } from '../../model/facts.js'
import { formatCents } from '../../model/money.js'
import { compileRuleBook } from '../../rules/compile-book.js'
import { createJudge } from '../../rules/judge.js'
import type { GeneralJudgement, ItemJudgement, RuleFinding } from '../../rules/judgement.js'
import type { PacketContent } from '../content.js'
import { checkSums } from './check-sums.js'
import { differs, type Difference } from './difference.js'

/**
 * Judges every item again by the packet's own rule book from the packet's own facts, and names each item whose
 * outcome, amount, law, findings, words or evidence are not what the packet says.
 */
export function checkJudgement(content: PacketContent): Difference[] {
  const { claim, assessment, ruleBook, reviews } = content
  const judge = createJudge(compileRuleBook(ruleBook), claim.facts)
  const answers = reviewBook(reviews, claim.asOf)
  const blocked = blockedItems(content, judge.general)
  const facts = new Map(claim.facts.items.map((item) => [item.id, item]))
  const judged: AssessedItem[] = []
  const differences = checkItems(content)
  for (const item of assessment.items) {
    const itemFacts = facts.get(item.id)
    if (itemFacts === undefined) continue
    const judgement = judge.judgeItem(itemFacts)
    const again = judgedAgain(item, itemFacts, judgement, answers, blocked(item), content)
    judged.push(again)
    differences.push(...compareItem(item, again))
  }
  return [
    ...differences,
    ...compareEvidence(assessment.evidence, judge.profiles()),
    ...compareGeneral(content, judge.general),
    ...checkSums(content, judged),
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

function judgedAgain(item: AssessedItem, facts: ItemFacts, judgement: ItemJudgement, answers: ReviewBook, blocked: boolean, { assessment }: PacketContent): AssessedItem {
  const fromReader = item.findings.filter(isReaders).map(({ reviewed: _, ...finding }) => finding)
  const fromRules = judgement.findings.map((finding) => words(finding, assessment.language) as Finding)
  const findings = gravestFirst([...fromReader, ...fromRules].map((finding) => (finding.effect === 'review' ? answers.answered(item.id, finding, judgement) : finding)))
  return {
    ...(facts.case === undefined ? {} : { case: facts.case }),
    ...(facts.amount === undefined ? {} : { amount: formatCents(facts.amount) }),
    ...(judgement.regime === undefined ? {} : { regime: judgement.regime }),
    ...(judgement.decidedBy === undefined ? {} : { decidedBy: { ...judgement.decidedBy } }),
    id: item.id,
    outcome: outcomeOf(findings, blocked, facts),
    source: item.source,
    findings,
    evidence: judgement.profile,
  }
}

function compareItem(item: AssessedItem, judged: AssessedItem): Difference[] {
  const found: Difference[] = []
  if (item.outcome !== judged.outcome) found.push(differs('item-outcome', { item: item.id, packet: item.outcome, judged: judged.outcome }))
  if (item.amount !== judged.amount) found.push(differs('item-amount', { item: item.id, packet: item.amount ?? '\u2013', judged: judged.amount ?? '\u2013' }))
  if (item.case !== judged.case) found.push(differs('items-differ', { item: item.id }))
  if (lawOf(item) !== lawOf(judged)) found.push(differs('item-law', { item: item.id, packet: lawOf(item), judged: lawOf(judged) }))
  if (item.evidence !== judged.evidence) found.push(differs('evidence-differs', { item: item.id }))
  if (rulesIn(item.findings) !== rulesIn(judged.findings)) found.push(differs('item-findings', { item: item.id, packet: rulesIn(item.findings), judged: rulesIn(judged.findings) }))
  else found.push(...item.findings.flatMap((finding, index) => compareFinding(item.id, finding, judged.findings[index] as Finding)))
  return found
}

function compareFinding(item: string, finding: Finding, judged: Finding): Difference[] {
  const found: Difference[] = []
  if (wordsOf(finding) !== wordsOf(judged)) found.push(differs('item-words', { item, rule: finding.rule }))
  if (canonicalize(finding.reviewed ?? {}) !== canonicalize(judged.reviewed ?? {})) found.push(differs('item-review', { item, rule: finding.rule }))
  return found
}

function compareEvidence(packet: PacketContent['assessment']['evidence'], judged: PacketContent['assessment']['evidence']): Difference[] {
  const keys = [...new Set([...Object.keys(packet), ...Object.keys(judged)])].sort()
  return keys.filter((key) => canonicalize(packet[key] ?? {}) !== canonicalize(judged[key] ?? {})).map((key) => differs('evidence-differs', { item: key }))
}

/** What the book says of claimant, claim and cases; the reader's own findings are taken as they stand. */
function compareGeneral({ assessment }: PacketContent, judged: GeneralJudgement): Difference[] {
  const tell = (about: string, theCase: string, finding: RuleFinding) => canonicalize([about, theCase, words(finding, assessment.language)]) as string
  const expected = [
    ...judged.claimant.map((finding) => tell('claimant', '', finding)),
    ...judged.claim.map((finding) => tell('claim', '', finding)),
    ...[...judged.cases].flatMap(([theCase, findings]) => findings.map((finding) => tell('case', theCase, finding))),
  ]
  const stated = assessment.findings
    .filter((finding) => !isReaders(finding))
    .map(({ about, case: theCase, file: _file, sheet: _sheet, cell: _cell, reviewed: _reviewed, ...said }) => canonicalize([about, theCase ?? '', said]) as string)
  const odd = [...expected.filter((one) => !stated.includes(one)), ...stated.filter((one) => !expected.includes(one))]
  const rules = new Set(odd.map((one) => (JSON.parse(one) as [string, string, { rule: string }])[2].rule))
  return [...rules].map((rule) => differs('general-findings', { rule }))
}

/** Items that a rejecting finding about the claimant, the claim or their case keeps out. */
function blockedItems({ assessment }: PacketContent, judged: GeneralJudgement): (item: AssessedItem) => boolean {
  const all = rejects(judged.claimant) || rejects(judged.claim)
  const unread = assessment.findings.filter((finding) => isReaders(finding) && finding.effect === 'reject').flatMap((finding) => finding.case ?? [])
  const cases = new Set([...[...judged.cases].filter(([, findings]) => rejects(findings)).map(([id]) => id), ...unread])
  return ({ case: theCase }) => all || (theCase !== undefined && cases.has(theCase))
}

/** What the reader noticed in the cells cannot be found again without the service log. */
function isReaders({ rule }: { rule: string }): boolean {
  return rule.startsWith('SRC-')
}

function rejects(findings: readonly { effect: string }[]): boolean {
  return findings.some(({ effect }) => effect === 'reject')
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
