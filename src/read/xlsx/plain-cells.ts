import type { Cell } from '../cells.js'
import { mostColumns } from '../limits.js'
import { doubleQuote, greaterThan, lessThan, slash, space } from '../xml/signs.js'
import type { CellValues } from './cell-values.js'
import type { RowCells } from '../row-cells.js'

/** The signs of a plain cell, four at a time: so many are compared in one step. */
const [startOfCell, style, shared, valueOfShared, value, endOfValue, endOfCell] = ['<c r', ' s="', ' t="', 's"><', '><v>', '</v>', '</c>'].map((signs) => Buffer.from(signs.padEnd(4, '\0')).readInt32LE()) as [number, number, number, number, number, number, number]
const equalsQuote = Buffer.from('="').readUInt16LE()
const endOfOpening = Buffer.from('v>').readUInt16LE()
/** The longest head of a cell, and the longest value; nearer to the end of the block none is begun. */
const longestHead = 48
const longestValue = 32
const lastColumn = mostColumns - 1

/**
 * Reads cells in the one form in which nearly all writers write nearly all cells, `<c r="B7" s="1" t="s"><v>12</v></c>`,
 * as many as follow each other from the mark on, into the row. Returns the place behind the last of them: the mark itself
 * when none begins there. Whatever differs by a sign, stands in another row or is not whole in the block is left to the
 * scanner, which understands all of XML and says what is wrong.
 */
export function readPlainCells(block: Buffer, view: DataView, mark: number, row: number, values: CellValues, cells: RowCells): number {
  const last = block.length - longestHead - longestValue
  let start = mark
  while (start < last && view.getInt32(start, true) === startOfCell && view.getUint16(start + 4, true) === equalsQuote) {
    let at = start + 6
    let column = -1
    for (let letter = (block[at] as number) - 65; letter >= 0 && letter < 26 && column <= lastColumn; letter = (block[++at] as number) - 65) column = (column + 1) * 26 + letter
    let number = 0
    for (let digit = (block[at] as number) - 48; digit >= 0 && digit < 10 && number <= row; digit = (block[++at] as number) - 48) number = number * 10 + digit
    // Cells in their order go to the end of the row; others, and columns beyond any sheet, take the long way.
    if (block[at] !== doubleQuote || number !== row || column < cells.count || column > lastColumn) return start
    at += 1

    let styleIndex = -1
    if (view.getInt32(at, true) === style) {
      styleIndex = 0
      at += 4
      for (let digit = (block[at] as number) - 48; digit >= 0 && digit < 10 && styleIndex < 100_000; digit = (block[++at] as number) - 48) styleIndex = styleIndex * 10 + digit
      if (block[at] !== doubleQuote) return start
      at += 1
    }
    let cell: Cell | undefined
    if (view.getInt32(at, true) === shared) {
      if (view.getInt32(at + 4, true) !== valueOfShared || view.getUint16(at + 8, true) !== endOfOpening) return start
      const from = at + 10
      let index = 0
      at = from
      for (let digit = (block[at] as number) - 48; digit >= 0 && digit < 10 && at < from + longestValue; digit = (block[++at] as number) - 48) index = index * 10 + digit
      if (at === from || !isEnd(view, at)) return start
      cell = values.shared(index)
      at += 8
    } else if (view.getInt32(at, true) === value) {
      const from = at + 4
      at = from
      while ((block[at] as number) > space && block[at] !== lessThan && at < from + longestValue) at++
      if (at === from || !isEnd(view, at)) return start
      cell = values.number(styleIndex, block, from, at)
      at += 8
    } else if (block[at] === slash && block[at + 1] === greaterThan) at += 2
    else return start
    // An empty cell keeps its place: the next may say none and stand beside it.
    cells.append(column, cell)
    start = at
  }
  return start
}

function isEnd(view: DataView, at: number): boolean {
  return view.getInt32(at, true) === endOfValue && view.getInt32(at + 4, true) === endOfCell
}
