import type { Reason } from '../model/errors.js'
import type { Language, Localized } from '../model/language.js'
import { languages } from '../model/language-codes.js'
import { bookProblemTexts, type BookProblemCode } from '../templates/book-problem-texts.js'
import { reasonIn } from '../templates/error-reasons.js'
import { fill } from '../templates/fill.js'

/** Something wrong in a file of a rule book, at its place. */
export interface BookProblem {
  /** Path of the file inside the book. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly problem: Localized
  /** The line itself with a caret under the place. */
  readonly excerpt: string
}

/** Problems as an author reads them: file:line:column, what is wrong, and the line with a caret. */
export function showProblems(problems: readonly BookProblem[], language: Language): string {
  return problems.map(({ file, line, column, problem, excerpt }) => `${file}:${line}:${column}: ${problem[language]}${excerpt === '' ? '' : `\n${excerpt}`}`).join('\n')
}

/** The same in each language, for an error that finds out later in which it is said. */
export function problemsInWords(problems: readonly BookProblem[]): Localized {
  return inEach((language) => showProblems(problems, language))
}

/** Several problems, one in a line. */
export function problemLines(problems: readonly Localized[]): Localized {
  return inEach((language) => problems.map((problem) => problem[language]).join('\n'))
}

/** A problem of the catalogue with its values. */
export function problemText(code: BookProblemCode, values: Readonly<Record<string, Reason>> = {}): Localized {
  return inEach((language) => fill(bookProblemTexts[code][language], Object.fromEntries(Object.entries(values).map(([name, value]) => [name, reasonIn(value, language)]))))
}

function inEach(said: (language: Language) => string): Localized {
  return Object.fromEntries(languages.map((language) => [language, said(language)])) as Localized
}

/** The problem at an offset into the text of a file. */
export function problemAt(file: string, text: string, offset: number, problem: Localized): BookProblem {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  const column = offset - (before.lastIndexOf('\n') + 1) + 1
  const wholeLine = text.split('\n')[line - 1] ?? ''
  const start = Math.max(0, column - 60)
  const excerpt = `    ${wholeLine.slice(start, start + 100)}\n    ${' '.repeat(column - 1 - start)}^`
  return { file, line, column, problem, excerpt }
}
