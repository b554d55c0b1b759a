import { judgeAll, type JudgedLog } from '../../claim/assess.js'
import type { AssessedItem, Assessment, Finding } from '../../model/assessment.js'
import { KorvausError } from '../../model/errors.js'
import { problemText } from '../../rules/book-problem.js'
import type { Facts } from '../../model/facts.js'
import type { RuleBook } from '../../rules/book.js'
import { compileRuleBook, stepsOfBook, type CompiledBook } from '../../rules/engine/compile-book.js'
import type { PacketContent } from '../content.js'

/**
 * What a rule book says of a packet's facts, by the very judging that `check` does: its own book, to prove it, or another
 * one, to compare. What the reader noticed in the cells is taken from the packet, in its words.
 */
export function judgeAgain({ claim, assessment, reviews }: PacketContent, book: RuleBook): Assessment {
  const known = new Map(claim.facts.items.map((item) => [item.id, item]))
  const stated = assessment.items.flatMap((item) => known.get(item.id) ?? [])
  const compiled = compileRuleBook(book)
  requireAffordable(compiled, stated.length)
  const log = { items: rowsOf(assessment.items, known), cases: claim.facts.cases.map(({ id }) => ({ case: id, source: nowhere })), findings: [] }
  return judgeAll({
    log,
    facts: { ...factsUnder(book, claim.facts), items: stated },
    book: compiled,
    claimant: assessment.claimant,
    reviews,
    language: assessment.language,
    toolVersion: assessment.tool.version,
    worded: { items: new Map(assessment.items.map(({ id, findings }) => [id, findings.filter(isReaders).map(unanswered)])), general: assessment.findings.filter(isReaders) },
  }).inWords(assessment.language)
}

/** Steps of judging that a packet may ask for: some for any, and for each item ten times those of a released book. */
const [stepsForAny, stepsForEach] = [100_000_000, 12_000]

/** A packet's own book is a stranger's: each expression is bounded where it is compiled, and here all of them for all items. Throws `book-invalid`. */
function requireAffordable(book: CompiledBook, items: number): void {
  if (stepsOfBook(book) * items <= stepsForAny + stepsForEach * items) return
  throw new KorvausError('book-invalid', { problems: problemText('book-large') })
}

/** The facts of a packet as a book reads them: where the packet names no choice of the claimant, the book's own holds. */
export function factsUnder(book: RuleBook, facts: Facts): Facts {
  return { ...facts, policy: { ...Object.fromEntries(book.policies.map((one) => [one.name, one.default])), ...facts.policy } }
}

/** What the reader noticed in the cells cannot be found again without the service log. */
export function isReaders({ rule }: { rule: string }): boolean {
  return rule.startsWith('SRC-')
}

function rowsOf(items: readonly AssessedItem[], facts: ReadonlyMap<string, PacketContent['claim']['facts']['items'][number]>): JudgedLog['items'] {
  return items.flatMap(({ id, source: { file, sheet, row } }) => {
    const known = facts.get(id)
    return known === undefined ? [] : [{ id, case: known.case, serviceDate: known.serviceDate, source: { table: { file, sheet, kind: 'costs' as const, columns: {} }, row } }]
  })
}

/** A packet does not say where its cases stand. */
const nowhere = { table: { file: '', sheet: '', kind: 'cases' as const, columns: {} }, row: 0 }

function unanswered({ reviewed: _, ...finding }: Finding): Finding {
  return finding
}
