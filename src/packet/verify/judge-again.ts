import { gravestFirst, outcomeOf } from '../../claim/assess.js'
import { words } from '../../claim/render-findings.js'
import { reviewBook, type ReviewBook } from '../../claim/reviews.js'
import type { AssessedItem, EvidenceProfile, Finding } from '../../model/assessment.js'
import { centsToClaim, type ItemFacts } from '../../model/facts.js'
import { formatCents } from '../../model/money.js'
import type { RuleBook } from '../../rules/book.js'
import { compileRuleBook } from '../../rules/engine/compile-book.js'
import { createJudge } from '../../rules/engine/judge.js'
import type { GeneralJudgement, ItemJudgement } from '../../rules/engine/judgement.js'
import type { PacketContent } from '../content.js'

export interface JudgedAgain {
  readonly items: ReadonlyMap<string, AssessedItem>
  readonly general: GeneralJudgement
  readonly profiles: Readonly<Record<string, EvidenceProfile>>
}

/** What a rule book says of a packet's facts: its own book, to prove it, or another one, to compare. */
export function judgeAgain(content: PacketContent, book: RuleBook): JudgedAgain {
  const { claim, assessment, reviews } = content
  const policy = { ...Object.fromEntries(book.policies.map((one) => [one.name, one.default])), ...claim.facts.policy }
  const judge = createJudge(compileRuleBook(book), { ...claim.facts, policy })
  const answers = reviewBook(reviews, claim.asOf)
  const blocked = blockedItems(content, judge.general)
  const facts = new Map(claim.facts.items.map((item) => [item.id, item]))
  const items = new Map<string, AssessedItem>()
  for (const item of assessment.items) {
    const itemFacts = facts.get(item.id)
    if (itemFacts !== undefined) items.set(item.id, judgedAgain(item, itemFacts, judge.judgeItem(itemFacts), answers, blocked(item), content))
  }
  return { items, general: judge.general, profiles: judge.profiles() }
}

/** What the reader noticed in the cells cannot be found again without the service log. */
export function isReaders({ rule }: { rule: string }): boolean {
  return rule.startsWith('SRC-')
}

function judgedAgain(item: AssessedItem, facts: ItemFacts, judgement: ItemJudgement, answers: ReviewBook, blocked: boolean, { assessment }: PacketContent): AssessedItem {
  const fromReader = item.findings.filter(isReaders).map(({ reviewed: _, ...finding }) => finding)
  const fromRules = judgement.findings.map((finding) => words(finding, assessment.language) as Finding)
  const findings = gravestFirst([...fromReader, ...fromRules].map((finding) => (finding.effect === 'review' ? answers.answered(item.id, finding, judgement) : finding)))
  const cents = centsToClaim(facts)
  return {
    ...(facts.case === undefined ? {} : { case: facts.case }),
    ...(cents === undefined ? {} : { amount: formatCents(cents) }),
    ...(judgement.regime === undefined ? {} : { regime: judgement.regime }),
    ...(judgement.decidedBy === undefined ? {} : { decidedBy: { ...judgement.decidedBy } }),
    id: item.id,
    outcome: outcomeOf(findings, blocked, facts),
    source: item.source,
    findings: [...findings],
    evidence: judgement.profile,
  }
}

/** Items that a rejecting finding about the claimant, the claim or their case keeps out. */
function blockedItems({ assessment }: PacketContent, judged: GeneralJudgement): (item: AssessedItem) => boolean {
  const all = rejects(judged.claimant) || rejects(judged.claim)
  const unread = assessment.findings.filter((finding) => isReaders(finding) && finding.effect === 'reject').flatMap((finding) => finding.case ?? [])
  const cases = new Set([...[...judged.cases].filter(([, findings]) => rejects(findings)).map(([id]) => id), ...unread])
  return ({ case: theCase }) => all || (theCase !== undefined && cases.has(theCase))
}

function rejects(findings: readonly { effect: string }[]): boolean {
  return findings.some(({ effect }) => effect === 'reject')
}
