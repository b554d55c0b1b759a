import canonicalize from 'canonicalize'
import { z } from 'zod'
import type { Assessment } from '../model/assessment.js'
import { claimSchema, type Claim } from '../model/claim.js'
import type { Review } from '../model/review.js'
import type { RuleBook } from '../rules/book.js'
import { ruleBookToJson } from '../rules/book-json.js'

/** All that a packet says; every file of it is rendered from this alone. */
export interface PacketContent {
  readonly claim: Claim
  readonly assessment: Assessment
  readonly ruleBook: RuleBook
  readonly reviews: readonly Review[]
}

/** The four files that hold the content, as canonical JSON (RFC 8785). */
export function contentFiles({ claim, assessment, ruleBook, reviews }: PacketContent): Map<string, Uint8Array> {
  return new Map([
    ['claim.json', canonical(z.encode(claimSchema, claim))],
    ['assessment.json', canonical(assessment)],
    ['rule-book.json', bytesOf(ruleBookToJson(ruleBook))],
    ['reviews.json', canonical(reviews)],
  ])
}

/** A value as canonical JSON (RFC 8785) in UTF-8. */
export function canonical(value: unknown): Uint8Array {
  return bytesOf(canonicalize(value) as string)
}

/** A text in UTF-8. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
