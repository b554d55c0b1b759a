import type { Column } from '../../model/columns.js'
import { everyCode, vocabularyOf } from '../../model/words/vocabulary.js'
import type { Cell } from '../cells.js'
import { readValue } from '../values.js'

/** A value that a column does not know, how often it stands there, and what it probably means. */
export interface ProposedValue {
  readonly value: string
  readonly count: number
  readonly code?: string
}

const mostValues = 60

/** The values of a list column that are none of its own, the most frequent first, each with the code that its words tell. */
export function proposeValues(cells: readonly Cell[], column: Column): ProposedValue[] {
  if (column.choices === undefined || column.type !== 'choice') return []
  const counts = new Map<string, number>()
  for (const cell of cells) {
    const reading = readValue(cell, column)
    if (reading === undefined || 'value' in reading || cell.kind === 'error') continue
    const value = cell.text.trim()
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const frequent = [...counts].toSorted(([, left], [, right]) => right - left).slice(0, mostValues)
  return frequent.map(([value, count]) => {
    const code = codeOfValue(value, column)
    return { value, count, ...(code === undefined ? {} : { code }) }
  })
}

/** The one code that a value is probably meant for; nothing when its words tell none, or several. */
export function codeOfValue(value: string, column: Column): string | undefined {
  const code = vocabularyOf(column.key)?.likely(value)
  return code === everyCode ? undefined : code
}
