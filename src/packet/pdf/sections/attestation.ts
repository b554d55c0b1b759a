import { formTexts } from '../../../templates/packet-form.js'
import type { PacketView } from '../../view.js'
import { drawLines, heading, lineHeight } from '../../../formats/pdf/flow.js'
import { contentWidth, ink, page, type Paper, type TextStyle } from '../../../formats/pdf/paper.js'

const gap = 18
const boxWidth = (contentWidth - gap) / 2
const padding = 10
const textStyle: TextStyle = { size: 8.5 }
const lineSpace = 36

/** Places where the finance office and the responsible professional sign. */
export function attestationSection(paper: Paper, { language, content }: PacketView): void {
  const texts = [
    [formTexts.attestFinance[language], formTexts.attestFinanceText[language]],
    [formTexts.attestProfessional[language], (content.ruleBook.scheme?.attestation ?? formTexts.attestProfessionalText)[language]],
  ] as const
  const wrapped = texts.map(([, text]) => paper.wrap(text, boxWidth - 2 * padding, textStyle))
  const textHeight = Math.max(...wrapped.map(({ length }) => length)) * lineHeight(textStyle)
  const height = padding * 2 + 18 + textHeight + 3 * lineSpace
  heading(paper, 2, formTexts.attestation[language], { keep: height + 20 })
  const top = paper.y
  texts.forEach(([title], index) => {
    const x = page.left + index * (boxWidth + gap)
    paper.artifact(() => drawBox(paper, x, top, height, textHeight))
    paper.y = top + padding
    paper.tagged(paper.root, 'H3', { title }, () => drawLines(paper, [title], x + padding, { size: 9.5, weight: 'bold' }))
    paper.y += 3
    paper.tagged(paper.root, 'P', {}, () => drawLines(paper, wrapped[index] ?? [], x + padding, textStyle))
    const places = [formTexts.placeAndDate[language], formTexts.signature[language], formTexts.nameAndTitle[language]]
    places.forEach((label, place) => {
      const y = lineAt(top, textHeight, place) + 2
      paper.tagged(paper.root, 'P', {}, () => paper.line(label, x + padding, y, { size: 7.5, color: ink.soft }))
    })
  })
  paper.y = top + height + 4
}

function drawBox(paper: Paper, x: number, top: number, height: number, textHeight: number) {
  paper.doc.rect(x, top, boxWidth, height).lineWidth(0.7).strokeColor(ink.line).stroke()
  for (const place of [0, 1, 2]) {
    const y = lineAt(top, textHeight, place)
    paper.doc.moveTo(x + padding, y).lineTo(x + boxWidth - padding, y).lineWidth(0.5).strokeColor(ink.soft).stroke()
  }
}

function lineAt(top: number, textHeight: number, place: number): number {
  return top + padding + 18 + textHeight + (place + 1) * lineSpace - 12
}
