import type { Finding } from '../model/assessment.js'
import type { Claim, ItemDetails } from '../model/claim.js'
import { ownValue } from '../model/own-keys.js'
import { compileRuleBook } from '../rules/engine/compile-book.js'
import { explainItem, type ItemExplanation } from '../rules/workbench/explain-item.js'
import type { PacketContent } from './content.js'
import { factsUnder } from './verify/judge-again.js'

/** One item as a packet has it, walked through every rule of the packet's own book. */
export interface PacketItem {
  readonly claim: Pick<Claim, 'number' | 'ruleBook' | 'asOf'>
  readonly assessed: PacketContent['assessment']['items'][number]
  readonly facts: Claim['facts']['items'][number]
  readonly details: ItemDetails
  /** Whether details are withheld because the person is under non-disclosure, or may be. */
  readonly withheld: boolean
  /** The decision that the item names, where the claim relies on it; it may stand on several rows. */
  readonly decisions: Claim['decisions']
  /** What the item corrects of earlier claims. */
  readonly corrections: NonNullable<Claim['corrections']>
  readonly findings: readonly Finding[]
  readonly walked: ItemExplanation
}

/** Everything that a packet says of an item; nothing when it has no such item. */
export function packetItem({ claim, assessment, ruleBook }: PacketContent, id: string): PacketItem | undefined {
  const assessed = assessment.items.find((item) => item.id === id)
  const facts = claim.facts.items.find((item) => item.id === id)
  const walked = facts && explainItem(compileRuleBook(ruleBook), factsUnder(ruleBook, claim.facts), id)
  if (assessed === undefined || facts === undefined || walked === undefined) return undefined
  const theCase = claim.facts.cases.find((one) => one.id === facts.case)
  const details = ownValue(claim.details, id) ?? {}
  return {
    claim: { number: claim.number, ruleBook: claim.ruleBook, asOf: claim.asOf },
    assessed,
    facts,
    details,
    withheld: theCase === undefined || theCase.nonDisclosure === true,
    decisions: claim.decisions.filter((one) => one.decision === details.decision && one.case === facts.case),
    corrections: (claim.corrections ?? []).filter(({ item }) => item === id),
    findings: assessed.findings,
    walked,
  }
}
