import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { z } from 'zod'
import { KorvausError } from '../model/errors.js'
import { problemText } from './book-problem.js'
import { schemaProblem } from './schema-problem.js'
import { ruleBookSchema, type RuleBook, type RuleBookContent } from './book.js'

const longestBook = 4_000_000

/** A book as canonical JSON (RFC 8785), without its hash. */
export function ruleBookToJson({ sha256: _, ...content }: RuleBook): string {
  return canonicalize(content) as string
}

/**
 * Reads a book back from JSON. What comes from a packet is checked against the schema, its size bounded; a book that
 * the build wrote is trusted. Throws `book-invalid`.
 */
export function ruleBookFromJson(text: string, { trusted = false } = {}): RuleBook {
  if (text.length > longestBook) throw new KorvausError('book-invalid', { problems: problemText('book-large') })
  const content = trusted ? (JSON.parse(text) as RuleBookContent) : checked(text)
  return { ...content, sha256: createHash('sha256').update(trusted ? text : (canonicalize(content) as string)).digest('hex') }
}

/** SHA-256 of the canonical JSON of a resolved book. */
export function hashOfBook(content: RuleBookContent): string {
  return createHash('sha256').update(canonicalize(content) as string).digest('hex')
}

function checked(text: string): RuleBookContent {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new KorvausError('book-invalid', { problems: problemText('not-json') })
  }
  const parsed = ruleBookSchema.safeParse(json)
  if (!parsed.success) throw new KorvausError('book-invalid', { problems: schemaProblem(parsed.error.issues[0] as z.core.$ZodIssue, ruleBookSchema, json) }, { cause: parsed.error })
  return parsed.data
}
