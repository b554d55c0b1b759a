import { KorvausError } from '../../model/errors.js'
import type { RuleBook } from '../book.js'
import { problemLines, problemText } from '../book-problem.js'
import { compileRule, type CompiledRule } from './compile-rule.js'
import { createLayout, type Layout } from './row.js'

/** A book whose expressions are checked and compiled. */
export interface CompiledBook {
  readonly book: RuleBook
  readonly rules: readonly CompiledRule[]
  /** The place of each fact that the book reads. */
  readonly layout: Layout
}

/** Compiles a book. Throws `book-invalid` when an expression is wrong, as only a book from elsewhere can be. */
export function compileRuleBook(book: RuleBook): CompiledBook {
  const layout = createLayout()
  const compiled = book.rules.map((rule) => ({ rule, result: compileRule(rule, book.policies, layout) }))
  const problems = compiled.flatMap(({ rule, result }) =>
    'problems' in result ? result.problems.map(({ path, problem }) => problemText('at', { where: `${rule.rule} ${path.join('.')}`, reason: problem })) : [],
  )
  if (problems.length > 0) throw new KorvausError('book-invalid', { problems: problemLines(problems) })
  return { book, layout, rules: compiled.map(({ result }) => result as CompiledRule) }
}
