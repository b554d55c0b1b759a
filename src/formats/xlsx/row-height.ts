import type { CellValue, SheetColumn } from './sheet-content.js'

/** Points of one line of the sheets' typeface (Arial 10), and what stands above and below the lines. */
const lineHeight = 12.75
const room = 3
/** No spreadsheet makes a row higher. */
const highest = 409

/** Height in points at which every text of a row can be read whole; programs that open a file do not compute it themselves. */
export function rowHeight(cells: readonly CellValue[], columns: readonly SheetColumn[]): number {
  const lines = cells.map((cell, index) => (cell !== undefined && 'text' in cell ? linesOf(cell.text, columns[index]?.width ?? 9) : 1))
  return Math.min(highest, Math.max(1, ...lines) * lineHeight + room)
}

/** How many lines an indented text takes in a column of so many characters, broken between words. */
export function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((lines, part) => lines + wrapped(part, Math.max(1, width - 2)), 0)
}

function wrapped(text: string, width: number): number {
  let [lines, used] = [1, 0]
  for (const word of text.split(/(?<=[ \-\u2013/])/)) {
    const length = widthOf(word)
    if (used > 0 && used + widthOf(word.trimEnd()) > width) {
      lines += 1
      used = 0
    }
    lines += Math.max(0, Math.ceil(length / width) - 1)
    used = length > width ? length % width : used + length
  }
  return lines
}

const narrow = /[ijltfrI.,:;'|!()[\] ]/
const wide = /[mwMWÅÄÖ@%\u2E80-\uFFEF]/
const capital = /\p{Lu}/u

/** In widths of a digit. */
function widthOf(text: string): number {
  let sum = 0
  for (const sign of text) sum += narrow.test(sign) ? 0.6 : wide.test(sign) ? 1.5 : capital.test(sign) ? 1.25 : 1
  return sum
}
