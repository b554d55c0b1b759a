import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** What people write for authorities: the words of each kind, and the short names of each code. */
interface AuthorityWords {
  readonly kinds: Readonly<Record<string, readonly string[]>>
  readonly codes: Readonly<Record<string, readonly string[]>>
}

let words: AuthorityWords | undefined

/** The words for authorities, read when a name is met that the dated tables do not have. */
export function authorityWords(): AuthorityWords {
  return (words ??= parse(readFileSync(new URL('./authorities.yaml', import.meta.url), 'utf8')) as AuthorityWords)
}
