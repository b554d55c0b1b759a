import { KorvausError } from '../../model/errors.js'
import type { RuleBook } from '../book.js'
import { problemLines, problemText } from '../book-problem.js'
import { compileRule, type CompiledRule } from './compile-rule.js'
import type { Expression } from './expression/cel.js'
import { stepsOf } from './expression/steps.js'
import { createLayout, type Layout } from './row.js'

/** A book whose expressions are checked and compiled. */
export interface CompiledBook {
  readonly book: RuleBook
  readonly rules: readonly CompiledRule[]
  /** The place of each fact that the book reads. */
  readonly layout: Layout
}

/** What a book from elsewhere may ask of the compiler: ten times what any released book does. */
const [mostRules, mostExpressions, mostCharacters] = [1000, 3000, 150_000]

/** Compiles a book. Throws `book-invalid` when an expression is wrong, as only a book from elsewhere can be. */
export function compileRuleBook(book: RuleBook): CompiledBook {
  requireModest(book)
  const layout = createLayout()
  const compiled = book.rules.map((rule) => ({ rule, result: compileRule(rule, book.policies, layout) }))
  const problems = compiled.flatMap(({ rule, result }) =>
    'problems' in result ? result.problems.map(({ path, problem }) => problemText('at', { where: `${rule.rule} ${path.join('.')}`, reason: problem })) : [],
  )
  if (problems.length > 0) throw new KorvausError('book-invalid', { problems: problemLines(problems) })
  return { book, layout, rules: compiled.map(({ result }) => result as CompiledRule) }
}

/** The steps that judging one item by all rules takes at most. */
export function stepsOfBook({ rules }: CompiledBook): number {
  return rules.reduce((sum, { trees }) => {
    const steps = new Map<string, number>()
    const count = (tree: Expression) => stepsOf(tree, (name) => steps.get(name) ?? 1)
    for (const [name, tree] of Object.entries(trees.let)) steps.set(name, count(tree))
    return sum + count(trees.applies) + count(trees.holds)
  }, 0)
}

/** Throws `book-invalid` before any work for a book that asks for too much of it. */
function requireModest({ rules }: RuleBook): void {
  const texts = rules.flatMap((rule) => [rule.applies, rule.holds, ...Object.values(rule.let)])
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  if (rules.length > mostRules || texts.length > mostExpressions || characters > mostCharacters) throw new KorvausError('book-invalid', { problems: problemText('book-large') })
}
