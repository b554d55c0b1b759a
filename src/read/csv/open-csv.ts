import { KorvausError } from '../../model/errors.js'
import type { Row, Sheet } from '../cells.js'
import type { FileBytes } from '../file-bytes.js'
import { scanRows } from './scan-rows.js'
import { TableTexts } from './text-cells.js'
import { utf8Text, type TextFacts, type Utf8Text } from './utf8-text.js'

const delimiters = [';', ',', '\t', '|'].map((sign) => sign.charCodeAt(0))
const rowsToLookAt = 20
/** The first line by which Excel is told the delimiter; it is no row of the table, there or here. */
const saidDelimiter = /^"?sep=([;,\t|])"?\r?\n/i
const longestSaid = 16

/** Opens a text table, of whose bytes the facts are known: encoding, delimiter and line ends are found out, every cell is text, rows come as they are asked for. */
export function openCsv(file: FileBytes, facts: TextFacts, path: string): Sheet[] {
  const whole = utf8Text(file, facts, path)
  const [line = '', said] = saidDelimiter.exec(startOf(whole)) ?? []
  const text = line === '' ? whole : withoutStart(whole, line.length)
  const texts = new TableTexts(file.length)
  const delimiter = said?.charCodeAt(0) ?? delimiterOf(text, path, texts)
  return [{ name: '', hidden: false, datesFrom1904: false, hiddenColumns: new Set(), merges: [], rows: () => scanRows(text, delimiter, path, texts) }]
}

function startOf({ pieces }: Utf8Text): string {
  let start = ''
  for (const piece of pieces()) {
    start += piece.toString('latin1', 0, longestSaid)
    if (start.length >= longestSaid) break
  }
  return start
}

function withoutStart({ pieces, lineEnd, lastQuote }: Utf8Text, length: number): Utf8Text {
  return { pieces: () => after(pieces(), length), lineEnd, lastQuote: lastQuote - length }
}

function* after(pieces: Iterable<Buffer>, length: number): Generator<Buffer> {
  let left = length
  for (const piece of pieces) {
    yield piece.subarray(left)
    left = Math.max(0, left - piece.length)
  }
}

/** The delimiter that cuts the most of the first rows into the same number of cells, two or more. */
function delimiterOf(text: Utf8Text, path: string, texts: TableTexts): number {
  const scores = delimiters.map((delimiter) => {
    const counts = firstRows(text, delimiter, path, texts).map(({ cells }) => cells.length).filter((count) => count > 1)
    const most = Math.max(0, ...counts)
    return { delimiter, score: counts.filter((count) => count === most).length * 1000 + most }
  })
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}

/** A delimiter that cuts through quotation marks cannot be the one. */
function firstRows(text: Utf8Text, delimiter: number, path: string, texts: TableTexts): readonly Row[] {
  try {
    for (const rows of scanRows(text, delimiter, path, texts, rowsToLookAt)) return rows
    return []
  } catch (error) {
    if (error instanceof KorvausError && error.code === 'csv-quote') return []
    throw error
  }
}
