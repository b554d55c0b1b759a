import type { Column } from '../../model/columns.js'
import type { Language } from '../../model/language.js'

/** What the example row of a table holds in a column; nothing where it is left empty. */
export function exampleValue({ example, choices }: Column, language: Language, yesNo: { yes: string; no: string }): string | number | Date | undefined {
  if (example === undefined || typeof example === 'string' || typeof example === 'number' || example instanceof Date) return example
  if (typeof example === 'boolean') return example ? yesNo.yes : yesNo.no
  const named = (code: string) => choices?.find(([one]) => one === code)?.[1][language] ?? code
  if ('code' in example) return named(example.code)
  return 'codes' in example ? example.codes.map(named).join(', ') : example[language]
}
