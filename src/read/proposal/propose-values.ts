import type { Column } from '../../model/columns.js'
import type { Cell } from '../cells.js'
import { readValue } from '../values.js'
import { valueStems } from './value-words.js'

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

/** The one code whose stems the words of a value begin with; nothing when none fits, or several do. */
export function codeOfValue(value: string, column: Column): string | undefined {
  const stems = valueStems[column.key]
  if (stems === undefined) return undefined
  const words = value.normalize('NFC').toLowerCase().split(/[^\p{L}]+/u).filter((word) => word !== '')
  const text = words.join(' ')
  const fitting = Object.entries(stems).filter(([, own]) => own.some((stem) => holds(words, text, stem))).map(([code]) => code)
  const meant = fitting.length > 1 ? fitting.filter((code) => code !== 'OTHER') : fitting
  return meant.length === 1 ? meant[0] : undefined
}

function holds(words: readonly string[], text: string, stem: string): boolean {
  if (stem.includes(' ')) return text.startsWith(stem)
  if (stem.startsWith('=')) return words.includes(stem.slice(1))
  return stem.startsWith('*') ? text.includes(stem.slice(1)) : words.some((word) => word.startsWith(stem))
}
