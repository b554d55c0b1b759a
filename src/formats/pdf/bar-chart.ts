import type { Cents } from '../../model/money.js'
import { contentWidth, ink, page, type Paper } from './paper.js'

interface Bar {
  readonly label: string
  readonly amount: Cents
  readonly text: string
}

const row = 17
const labelWidth = 150

/** Horizontal bars with their values; the alternative text says the same in words. */
export function barChart(paper: Paper, bars: readonly Bar[], alt: string): void {
  const height = bars.length * row + 6
  paper.room(height)
  const top = paper.y
  const most = bars.reduce((highest, { amount }) => (amount > highest ? amount : highest), 1n)
  const valueWidth = Math.max(...bars.map(({ text }) => paper.width(text, { size: 8.5, weight: 'bold' }))) + 8
  const longest = contentWidth - labelWidth - valueWidth
  const bbox = [page.left, top, page.left + contentWidth, top + height]
  paper.tagged(paper.root, 'Figure', { alt, bbox }, () => {
    bars.forEach(({ label, amount, text }, index) => {
      const y = top + index * row
      const length = amount > 0n ? Math.max(1, Number((amount * 10000n) / most) / 10000 * longest) : 0
      paper.line(paper.wrap(label, labelWidth - 8, { size: 8.5 })[0] ?? '', page.left, y + 2, { size: 8.5 })
      paper.doc.rect(page.left + labelWidth, y + 2, length, row - 6).fill(ink.bar)
      paper.line(text, page.left + labelWidth + length + 6, y + 2, { size: 8.5, weight: 'bold' })
    })
  })
  paper.y = top + height
}
