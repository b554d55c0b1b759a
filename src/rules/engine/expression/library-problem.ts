import type { Localized } from '../../../model/language.js'
import type { BookProblemCode } from '../../../templates/book-problem-texts.js'
import { problemText } from '../../book-problem.js'

/** What the expression library says, by the problem of the catalogue that it is; the part in brackets is shown. */
const saidByLibrary: readonly (readonly [RegExp, BookProblemCode])[] = [
  [/^Unknown variable: (.+)/, 'expression-variable'],
  [/^No such key: (.+)/, 'expression-field'],
  [/^no such overload: (.+)/, 'expression-overload'],
  [/^found no matching overload for '(.+)'/, 'expression-overload'],
  [/^Unexpected (?:token|character): '?(.+?)'?$/, 'expression-token'],
  [/^Expected \w+, got (\w+)/, 'expression-token'],
  [/^Invalid escape sequence: (.+)/, 'expression-token'],
  [/^Ternary branches .* got '(.+)'/, 'expression-types'],
  [/^List elements .* expected type '(.+)'/, 'expression-types'],
  [/^Exceeded (.+)/, 'expression-limit'],
  [/^Cannot index type '(.+)'/, 'expression-fact'],
]
const wantsCondition = /must (?:return|be) bool, got '(.+)'/

/** An error of the expression library in the words of the catalogue; one that is not known by its sign. */
export function libraryProblem(error: Error & { readonly code?: string }): Localized {
  const [said = ''] = error.message.split('\n').map((line) => line.trim())
  const type = wantsCondition.exec(said)?.[1]
  if (type !== undefined) return problemText('gives-type', { type, wanted: 'bool' })
  if (/(?:got|token:) EOF$|^Unterminated/.test(said)) return problemText('expression-ends')
  for (const [pattern, code] of saidByLibrary) {
    const name = pattern.exec(said)?.[1]
    if (name !== undefined) return problemText(code, { name: name.replace(/'[^']*'/, ', ').replaceAll("'", '') })
  }
  return problemText('expression', { sign: error.code ?? '–' })
}
