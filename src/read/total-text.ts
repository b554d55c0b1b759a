import type { Cell } from './cells.js'
import { keyOf } from './headings.js'

const words = new Set(['yhteensä', 'yht', 'summa', 'välisumma', 'loppusumma', 'kokonaissumma', 'totalt', 'summe', 'delsumma', 'slutsumma', 'sammanlagt', 'total', 'totals', 'subtotal', 'sum'])
/** What every such word has; looked at first, because nearly no text is a total. */
const glance = /yht|sum|tot|sammanl/i
const longest = 40
const mostWords = 4

/** Whether a text names a sum: a word for it alone, or with a month, a page or a group beside it. */
export function isTotalText(cell: Cell | undefined): boolean {
  if (cell?.kind !== 'text' || cell.text.length >= longest || !glance.test(cell.text)) return false
  const parts = cell.text.split(/[\s:.,/()]+/).filter((part) => part !== '')
  return parts.length <= mostWords && parts.some((part) => words.has(keyOf(part)))
}
