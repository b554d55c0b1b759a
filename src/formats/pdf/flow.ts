import { contentWidth, ink, page, type Paper, type TextStyle } from './paper.js'

const leading = 1.42

/** Height of a line of text in points. */
export function lineHeight({ size }: Pick<TextStyle, 'size'>): number {
  return size * leading
}

/** A heading of level 1 or 2; level 2 stands in the outline and keeps some of its text on the same page. */
export function heading(paper: Paper, level: 1 | 2 | 3, text: string, { keep = 60 } = {}): void {
  const style = { 1: { size: 19, weight: 'bold', color: ink.accent }, 2: { size: 12.5, weight: 'bold', color: ink.accent }, 3: { size: 9.5, weight: 'bold', color: ink.text } }[level] as TextStyle
  const lines = paper.wrap(text, contentWidth, style)
  const height = lines.length * lineHeight(style)
  const before = { 1: 0, 2: 18, 3: 8 }[level]
  if (!paper.room(before + height + keep) && paper.y > page.top) paper.y += before
  if (level === 2) paper.doc.outline.addItem(text)
  paper.tagged(paper.root, `H${level}`, { title: text }, () => drawLines(paper, lines, page.left, style))
  paper.y += level === 3 ? 2 : 5
}

/** A paragraph over the whole width. */
export function paragraph(paper: Paper, text: string, style: TextStyle = { size: 9.5 }): void {
  const lines = paper.wrap(text, contentWidth, style)
  paper.room(Math.min(lines.length, 3) * lineHeight(style))
  paper.tagged(paper.root, 'P', {}, () => drawLines(paper, lines, page.left, style))
  paper.y += 4
}

/** Lines one under the other from the cursor, which moves below them. */
export function drawLines(paper: Paper, lines: readonly string[], x: number, style: TextStyle): void {
  for (const line of lines) {
    paper.line(line, x, paper.y, style)
    paper.y += lineHeight(style)
  }
}
