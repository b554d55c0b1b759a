import type { Io } from '../../cli/io.js'
import { exitCodes } from '../../model/errors.js'
import type { Language } from '../../model/language.js'
import { showProblems, type BookProblem } from '../../rules/book-problem.js'
import { runExamples, type ExampleResult } from '../../rules/workbench/examples.js'
import { exampleProblemsOf, placeOf } from '../../rules/workbench/example-problems.js'
import { fill } from '../../templates/fill.js'
import { rulesTexts } from '../../templates/rules-texts.js'
import { languageOfWorkspace, type GlobalOptions } from '../../cli/options.js'
import { bookFor } from '../../desk/session.js'

/**
 * Runs the examples that stand in the rules of a book; 1 when one of them no longer agrees with its rule, or when a
 * small mistake could be put into a rule without any example noticing.
 */
export async function run(io: Io, options: GlobalOptions): Promise<number> {
  const book = await bookFor(options)
  const results = runExamples(book)
  const failed = results.filter(({ passed }) => !passed)
  const { failed: places, blind } = await exampleProblemsOf({ folder: options.book, version: options.rules }, failed)
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  if (options.format === 'json') {
    const shown = failed.map(({ rule, index, example, found }) => ({ rule, example: example.name, expected: example.expect, found: typeof found === 'string' ? found : { problem: found.problem[language] }, ...positionOf(places.get(placeOf(rule, index))) }))
    io.stdout(`${JSON.stringify({ schema: 'korvaus/rule-examples/1', ruleBook: { version: book.version, sha256: book.sha256 }, examples: results.length, failed: shown, unnoticed: blind.map((one) => ({ ...positionOf(one), problem: one.problem[language] })) }, null, 2)}\n`)
  } else {
    const lines = failed.map((result) => shownAt(places.get(placeOf(result.rule, result.index)), language) ?? fill(rulesTexts.exampleFailed[language], { rule: result.rule, name: result.example.name, expected: result.example.expect, found: foundText(result, language) }))
    io.stdout([...lines, ...(blind.length === 0 ? [] : [showProblems(blind, language)]), fill(rulesTexts.examplesRun[language], { rules: String(book.rules.length), examples: String(results.length), failed: String(failed.length) }), ''].join('\n'))
  }
  return failed.length + blind.length === 0 ? exitCodes.done : exitCodes.attention
}

function positionOf(problem: BookProblem | undefined): Partial<Pick<BookProblem, 'file' | 'line' | 'column'>> {
  return problem === undefined ? {} : { file: problem.file, line: problem.line, column: problem.column }
}

function shownAt(problem: BookProblem | undefined, language: Language): string | undefined {
  return problem === undefined ? undefined : showProblems([problem], language)
}

function foundText({ found }: ExampleResult, language: Language): string {
  return typeof found === 'string' ? found : found.problem[language]
}
