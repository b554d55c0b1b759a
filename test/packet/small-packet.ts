import { z } from 'zod'
import { claimSchema, type Claim, type ClaimJson } from '../../src/model/claim.js'
import type { Assessment } from '../../src/model/assessment.js'
import type { Language } from '../../src/model/language.js'
import type { Review } from '../../src/model/review.js'
import type { CostItem } from '../../src/model/service-log.js'
import type { PacketContent } from '../../src/packet/content.js'
import { loadRuleBook } from '../../src/rules/load-book.js'
import { assembleClaim } from '../../src/claim/assemble.js'
import { askedBy } from '../../src/claim/facts/asked.js'
import { scopeOf } from '../../src/claim/scope.js'
import { inputsKeyOf } from '../../src/model/inputs.js'
import { assess } from '../../src/claim/assess.js'
import { parsePeriod, type Period } from '../../src/model/period.js'
import { withPacketPseudonyms } from '../../src/packet/pseudonyms.js'
import { book, county, judged } from '../claim/judged.js'
import { aCase, aDecision, aLog, anItem, aResidence } from '../claim/log-builder.js'

export const ruleBook = await loadRuleBook({ version: '2026.1' })

const review: Review = { item: 'LEG-1', rule: 'CAT-005', answer: 'accept', reason: 'Not covered by legal aid', by: 'Head of finance', on: '2026-04-01', until: '2027-04-01' }

/** Items of four cases: claimable ones, one that needed a review, one without a decision, one under non-disclosure, a credit. */
export const smallLog = (more: readonly CostItem[] = []) =>
  aLog(
    [
      anItem({ id: 'HEA-1' }, 2),
      anItem({ id: 'SOC-1', category: 'SOCIAL', serviceDate: '2026-03-10', net: 25050n, gross: 25050n }, 3),
      anItem({ id: 'INT-1', category: 'INTERPRETING', case: 'B', decision: 'D2', serviceDate: '2026-03-12', net: 9360n, vat: 0n, gross: 9360n, quantity: '1.5', unit: 'h', unitPrice: '62.4' }, 4),
      anItem({ id: 'LEG-1', category: 'LEGAL', case: 'B', decision: 'D2', serviceDate: '2026-03-15', net: 30000n, gross: 30000n }, 5),
      anItem({ id: 'NOD-1', case: 'B', decision: 'D9', serviceDate: '2026-03-16' }, 6),
      anItem({ id: 'SAF-1', category: 'SAFETY', case: 'C', decision: 'D3', serviceDate: '2026-03-20', provider: 'Hidden shelter', description: 'Moved to Raisio', voucher: 'HID-1', worker: 'T9', need: 'The threat from the trafficker goes on' }, 7),
      anItem({ id: 'HEA-2', serviceDate: '2026-03-24', net: -2500n, gross: -2500n, credits: 'HEA-1' }, 8),
      ...more,
    ],
    {
      cases: [aCase(), aCase({ case: 'B' }), aCase({ case: 'C', nonDisclosure: true, personalId: '010190-901R' })],
      residences: [aResidence(), aResidence({ case: 'B' }), aResidence({ case: 'C', municipality: 'Raisio' })],
      decisions: [aDecision(), aDecision({ decision: 'D2', case: 'B' }), aDecision({ decision: 'D3', case: 'C' })],
    },
  )

/** The content of a small packet, in each language. */
export function smallContent({ language = 'en', log = smallLog(), reviews = [review], policy = {} }: { language?: Language; log?: ReturnType<typeof smallLog>; reviews?: Review[]; policy?: Record<string, string | number | boolean | string[]> } = {}): PacketContent {
  const { claim, assessment } = judged(log, { period: '2026-03', language, reviews, policy })
  return { claim, assessment, ruleBook, reviews }
}

/** The content of the same packet under pseudonyms of its own. */
export function pseudonymousContent({ log = smallLog(), secret = new Uint8Array(32), number = 1 } = {}): PacketContent {
  const own = judged(log, { period: '2026-03', reviews: [review] })
  const pseudonyms = withPacketPseudonyms(log, inputsKeyOf(secret, `2026-03/0${number}`), `2026-03/0${number}`)
  const period = parsePeriod('2026-03') as Period
  const [facts, reviews] = [pseudonyms.facts(own.facts, askedBy(ruleBook.rules, own.claim.asOf)), pseudonyms.reviews([review])]
  const assessment = assess({ log: pseudonyms.log, facts, book, claimant: county, reviews, language: 'en', period, toolVersion: '0.0.0' })
  return { claim: assembleClaim({ ...scopeOf({ log: pseudonyms.log, facts, assessment, reviews }), claimant: county, period, number, secret, pseudonyms: 'per-packet' }), assessment, ruleBook, reviews }
}

/** A claim changed as its JSON. */
export function changedClaim(claim: Claim, change: (json: Mutable<ClaimJson>) => void): Claim {
  const json = structuredClone(z.encode(claimSchema, claim)) as Mutable<ClaimJson>
  change(json)
  return z.decode(claimSchema, json as ClaimJson)
}

/** An assessment changed in a copy. */
export function changedAssessment(assessment: Assessment, change: (copy: Mutable<Assessment>) => void): Assessment {
  const copy = structuredClone(assessment) as Mutable<Assessment>
  change(copy)
  return copy as Assessment
}

export type Mutable<Value> = Value extends (infer One)[] | readonly (infer One)[] ? Mutable<One>[] : Value extends object ? { -readonly [Key in keyof Value]: Mutable<Value[Key]> } : Value
