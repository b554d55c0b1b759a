import { formatCount, formatDate, formatEuros } from '../../../templates/format.js'
import { packetTexts } from '../../../templates/packet-texts.js'
import type { PacketView } from '../../view.js'
import { personsText } from '../../labels.js'
import { drawLines, heading, lineHeight } from '../../../formats/pdf/flow.js'
import { contentWidth, ink, page, type Paper, type TextStyle } from '../../../formats/pdf/paper.js'

const boxHeight = 74

/** The head of the form: who claims, for which period, how much. */
export function titleSection(paper: Paper, view: PacketView): void {
  const { claim, language } = view
  const above: TextStyle = { size: 9.5, weight: 'bold', color: ink.soft }
  paper.tagged(paper.root, 'P', {}, () => drawLines(paper, [`${claim.claimant.name} \u00B7 ${packetTexts.claimForm[language]} ${claim.number}`], page.left, above))
  paper.y += 4
  heading(paper, 1, view.title)
  paper.y += 6
  amountBox(paper, view)
}

/** The total stands where nobody can miss it. */
function amountBox(paper: Paper, view: PacketView) {
  const { claim, language } = view
  const top = paper.y
  paper.artifact(() => {
    paper.doc.rect(page.left, top, contentWidth, boxHeight).fill(ink.fill)
    paper.doc.rect(page.left, top, 4, boxHeight).fill(ink.accent)
  })
  const left = page.left + 18
  paper.tagged(paper.root, 'P', {}, () => {
    paper.line(`${packetTexts.claimed[language]} `, left, top + 12, { size: 9.5, color: ink.soft })
    paper.line(formatEuros(view.total, language), left, top + 27, { size: 25, weight: 'bold', color: ink.accent })
  })
  const facts = [
    [packetTexts.period[language], `${formatDate(claim.period.from, language)}\u2013${formatDate(claim.period.to, language)}`],
    [packetTexts.items[language], formatCount(view.claimed.length, language)],
    [packetTexts.persons[language], personsText(view.persons, view.smallest, language)],
  ] as const
  const style = { size: 9.5 }
  const names = facts.map(([name]) => `${name}: `)
  const nameWidth = Math.max(...names.map((name) => paper.width(name, style))) + 8
  const valueWidth = Math.max(...facts.map(([, value]) => paper.width(value, { ...style, weight: 'bold' })))
  // Where days are written out they need more room than in numbers.
  const right = Math.min(page.left + contentWidth * 0.56, page.left + contentWidth - 12 - nameWidth - valueWidth)
  facts.forEach(([, value], index) => {
    const y = top + 14 + index * lineHeight(style) * 1.15
    paper.tagged(paper.root, 'P', {}, () => {
      paper.line(names[index] ?? '', right, y, { ...style, color: ink.soft })
      paper.line(value, right + nameWidth, y, { ...style, weight: 'bold' })
    })
  })
  paper.y = top + boxHeight + 4
}
