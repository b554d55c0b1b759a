import type { z } from 'zod'
import type { Localized } from '../model/language.js'
import { reasonOf } from '../model/reasons.js'
import { bookProblemTexts, type BookProblemCode } from '../templates/book-problem-texts.js'
import { problemText } from './book-problem.js'

/** What a schema of rule books finds wrong, with the way to it. A check of our own names a problem of the catalogue. */
export function schemaProblem(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, index = 0): Localized {
  if (issue.code === 'custom' && issue.message in bookProblemTexts) return problemText(issue.message as BookProblemCode)
  if (issue.code === 'unrecognized_keys') return problemText('unknown-key', { keys: issue.keys.map((key) => wayOf([...issue.path, key])).join(', ') })
  const reason = reasonOf(issue, schema, value, index)
  return problemText('at', { where: wayOf(issue.path) || '–', reason })
}

function wayOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.')
}
