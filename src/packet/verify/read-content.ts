import { z } from 'zod'
import { assessmentSchema, type Assessment } from '../../model/assessment.js'
import { claimSchema, type Claim, type ClaimJson } from '../../model/claim.js'
import { KorvausError } from '../../model/errors.js'
import { reviewSchema, type Review } from '../../model/review.js'
import type { RuleBook } from '../../rules/book.js'
import { ruleBookFromJson } from '../../rules/book-json.js'
import { contentFiles, type PacketContent } from '../content.js'
import { same } from './check-manifest.js'
import { differs, type Difference } from './difference.js'
import { parseModestJson } from './parse-json.js'

export interface ReadContent {
  /** Present when all four files could be read. */
  readonly content?: PacketContent
  readonly differences: readonly Difference[]
}

/** The content of a packet from its four JSON files, each checked against its schema and its one form of writing. */
export function readContent(files: ReadonlyMap<string, Uint8Array>): ReadContent {
  const differences: Difference[] = []
  const read = <Value>(file: string, decode: (bytes: Uint8Array) => Value): Value | undefined => {
    const bytes = files.get(file)
    if (bytes === undefined) return undefined
    try {
      return decode(bytes)
    } catch (error) {
      differences.push(differs('content-unreadable', { file, problem: problemOf(error) }))
      return undefined
    }
  }
  const claim: Claim | undefined = read('claim.json', (bytes) => z.decode(claimSchema, parseModestJson(bytes) as ClaimJson))
  const assessment: Assessment | undefined = read('assessment.json', (bytes) => assessmentSchema.parse(parseModestJson(bytes)))
  const ruleBook: RuleBook | undefined = read('rule-book.json', (bytes) => {
    parseModestJson(bytes)
    return ruleBookFromJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  })
  const reviews: Review[] | undefined = read('reviews.json', (bytes) => z.array(reviewSchema).parse(parseModestJson(bytes)))
  if (!claim || !assessment || !ruleBook || !reviews) return { differences }
  const content = { claim, assessment, ruleBook, reviews }
  return { content, differences: [...differences, ...checkForms(content, files)] }
}

/** JSON can be written in many ways; a packet's is written in the canonical one. */
function checkForms(content: PacketContent, files: ReadonlyMap<string, Uint8Array>): Difference[] {
  return [...contentFiles(content)].flatMap(([file, bytes]) => (same(files.get(file) as Uint8Array, bytes) ? [] : [differs('not-canonical', { file })]))
}

/** The key that is wrong, which is the same in every language. */
function problemOf(error: unknown): string {
  const cause = error instanceof KorvausError ? error.cause : error
  return cause instanceof z.ZodError ? (cause.issues[0]?.path.map(String).join('.') ?? '') : 'JSON'
}
