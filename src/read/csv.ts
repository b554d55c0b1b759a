import papaparse from 'papaparse'
import { KorvausError } from '../model/errors.js'
import type { Cell, Row, Sheet } from './cells.js'

const delimiters = [';', ',', '\t', '|'] as const
const linesToLookAt = 20

/** Opens a text table: delimiter and encoding are found out, every cell is text. */
export function openCsv(bytes: Buffer, path: string): Sheet[] {
  const text = decode(bytes)
  if (text.includes('\u0000')) throw new KorvausError('input-not-spreadsheet', { path, kind: 'binary' })
  const { data } = papaparse.parse<string[]>(text, { delimiter: delimiterOf(text) })
  return [{ name: '', hidden: false, datesFrom1904: false, hiddenColumns: new Set(), merges: [], rows: () => rowsOf(data) }]
}

function* rowsOf(data: readonly (readonly string[])[]): Generator<readonly Row[]> {
  for (const [index, texts] of data.entries()) {
    const cells = texts.map((text): Cell | undefined => (text.trim() === '' ? undefined : { kind: 'text', text }))
    if (cells.some((cell) => cell !== undefined)) yield [{ number: index + 1, hidden: false, cells }]
  }
}

/** UTF-8 with or without a mark, UTF-16 with one, otherwise Windows-1252. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The delimiter that cuts the most of the first lines into the same number of cells, two or more. */
function delimiterOf(text: string): string {
  const scores = delimiters.map((delimiter) => {
    const counts = papaparse.parse<string[]>(text, { delimiter, preview: linesToLookAt }).data.filter((row) => row.length > 1).map((row) => row.length)
    const most = Math.max(0, ...counts)
    return { delimiter, score: counts.filter((count) => count === most).length * 1000 + most }
  })
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}
