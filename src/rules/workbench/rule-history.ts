import type { Localized } from '../../model/language.js'
import type { RuleBook } from '../book.js'
import { differingKeys } from './compare-books.js'

/** In which released books a rule came, and what later ones changed of it. */
export interface RuleHistory {
  readonly since: string
  readonly changed: readonly { readonly version: string; readonly what: Localized | undefined }[]
}

/** The history of each rule of the last of the books, which are given oldest first. */
export function ruleHistory(books: readonly RuleBook[]): Map<string, RuleHistory> {
  const history = new Map<string, RuleHistory>()
  books.forEach((book, index) => {
    const before = new Map((books[index - 1]?.rules ?? []).map((rule) => [rule.rule, rule]))
    for (const rule of book.rules) {
      const old = before.get(rule.rule)
      const known = history.get(rule.rule)
      if (old === undefined || known === undefined) history.set(rule.rule, { since: book.version, changed: [] })
      else if (differingKeys(old, rule).some((key) => key !== 'checkedOn')) history.set(rule.rule, { ...known, changed: [...known.changed, { version: book.version, what: book.changes.find((one) => one.rule === rule.rule)?.what }] })
    }
  })
  return history
}
