import type { Column } from '../model/columns.js'
import { everyCode, vocabularyOf } from '../model/words/vocabulary.js'
import type { Cell } from './cells.js'
import { keyOf } from './headings.js'
import type { Reading } from './reading.js'

/** Reads a value of a list by its name in any of the three languages, or by a word that everybody knows for it. */
export function readChoice(cell: Cell, column: Column): Reading {
  const code = choiceOf(cell.text, column)
  return code === undefined || code === everyCode ? unknown(cell.text, column) : { value: code }
}

/** Reads a list of values; the known ones hold, and the others are named. Where none is known, the cell is unreadable. */
export function readChoices(cell: Cell, column: Column): Reading {
  const whole = choiceOf(cell.text, column)
  const parts = whole === undefined ? partsOf(cell.text, column) : [cell.text]
  const codes = new Set(parts.flatMap((part) => codesOf(choiceOf(part, column), column)))
  const others = parts.filter((part) => choiceOf(part, column) === undefined)
  if (codes.size === 0) return unknown(others.join(', '), column)
  return others.length === 0 ? { value: [...codes] } : { value: [...codes], unknown: { word: others.join(', '), ...likelyOf(others, column) } }
}

/** The code of a value of a list column; nothing for a word that is not known to mean one alone. */
export function choiceOf(text: string, column: Column): string | undefined {
  const known = choiceIndex(column)
  return known.get(text) ?? known.get(keyOf(text)) ?? vocabularyOf(column.key)?.known(text)
}

/** The parts of a list; what stands between words, such as “and”, parts only what is not known with it. */
function partsOf(text: string, column: Column): string[] {
  return text.split(/[,;\n]/).flatMap((part) => (choiceOf(part.trim(), column) === undefined ? part.split(/[/+&]|\s(?:ja|sekä|och|samt|and)\s/iu) : [part]))
    .map((part) => part.trim()).filter((part) => part !== '')
}

function codesOf(code: string | undefined, column: Column): readonly string[] {
  return code === everyCode ? (column.choices ?? []).map(([one]) => one) : code === undefined ? [] : [code]
}

function unknown(word: string, column: Column): Reading {
  return { problem: 'SRC-006', values: { word, ...likelyOf([word], column) } }
}

function likelyOf(words: readonly string[], column: Column): { likely?: string } {
  const likely = words.length === 1 ? vocabularyOf(column.key)?.likely(words[0] as string) : undefined
  return likely === undefined || likely === everyCode ? {} : { likely }
}

const choiceIndexes = new WeakMap<Column, Map<string, string>>()

/** The codes of a column by their names as written and as compared. */
function choiceIndex(column: Column): Map<string, string> {
  const known = choiceIndexes.get(column)
  if (known) return known
  const names = (column.choices ?? []).flatMap(([code, named]) => [code, ...Object.values(named)].flatMap((name) => [[name, code], [keyOf(name), code]] as const))
  const index = new Map(names)
  choiceIndexes.set(column, index)
  return index
}
