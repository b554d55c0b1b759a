import canonicalize from 'canonicalize'
import { KorvausError } from '../../model/errors.js'
import type { RuleBook } from '../../rules/book.js'
import { loadRuleBook } from '../../rules/load-book.js'
import { differs, type Difference } from './difference.js'

/** The released book of a version, where it is known. */
export type ReleasedBook = (version: string) => Promise<RuleBook | undefined>

/** Whether the packet's rule book is the one that was released under its version; a book that nobody knows may be softened. */
export async function checkBook(book: RuleBook, releasedBook: ReleasedBook = bookOfThisProgram): Promise<Difference[]> {
  const released = await releasedBook(book.version)
  if (released === undefined) return [differs('book-unknown', { version: book.version })]
  if (released.sha256 === book.sha256) return []
  return [differs('book-altered', { version: book.version, rules: alteredRules(book, released).join(', ') })]
}

/** A book that this program carries. */
export async function bookOfThisProgram(version: string): Promise<RuleBook | undefined> {
  try {
    return await loadRuleBook({ version })
  } catch (error) {
    if (error instanceof KorvausError && error.code === 'book-not-found') return undefined
    throw error
  }
}

/** Rules added, left out or changed; when all rules are the same, the parts of the book that are not. */
function alteredRules(book: RuleBook, released: RuleBook): string[] {
  const texts = [book, released].map(({ rules }) => new Map(rules.map((rule) => [rule.rule, canonicalize(rule)]))) as [Map<string, string>, Map<string, string>]
  const rules = [...new Set([...texts[0].keys(), ...texts[1].keys()])].sort().filter((rule) => texts[0].get(rule) !== texts[1].get(rule))
  if (rules.length > 0) return rules
  const order = book.rules.some(({ rule }, index) => rule !== released.rules[index]?.rule) ? ['rules'] : []
  const parts = (['policies', 'tables', 'title', 'disclaimer', 'released', 'changes'] as const).filter((part) => canonicalize(book[part]) !== canonicalize(released[part]))
  return [...order, ...parts]
}
