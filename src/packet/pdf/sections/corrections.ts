import { parseCents, type Cents } from '../../../model/money.js'
import { correctionTexts } from '../../../templates/correction-texts.js'
import { formatEuros } from '../../../templates/format.js'
import { formTexts } from '../../../templates/packet-form.js'
import type { PacketView } from '../../view.js'
import { heading, paragraph } from '../../../formats/pdf/flow.js'
import type { Paper } from '../../../formats/pdf/paper.js'
import { table } from '../../../formats/pdf/table.js'

/** What the claim corrects of earlier ones, with both amounts; nothing where it corrects nothing. */
export function correctionsSection(paper: Paper, { claim: { corrections = [] }, language }: PacketView): void {
  if (corrections.length === 0) return
  const euros = (text: string) => formatEuros(parseCents(text) as Cents, language)
  heading(paper, 2, correctionTexts.title[language], { keep: 110 })
  paragraph(paper, correctionTexts.text[language])
  table(paper, {
    columns: [
      { heading: formTexts.item[language], share: 16 },
      { heading: correctionTexts.claim[language], share: 18 },
      { heading: correctionTexts.credits[language], share: 14 },
      { heading: correctionTexts.claimedAmount[language], share: 18, align: 'right' },
      { heading: correctionTexts.amount[language], share: 18, align: 'right' },
      { heading: correctionTexts.difference[language], share: 16, align: 'right' },
    ],
    rows: corrections.map(({ item, claim, credits = '', claimedAmount, amount, difference }) => [item, claim, credits, euros(claimedAmount), euros(amount), euros(difference)]),
    rowHeadings: true,
    size: 8,
    summary: correctionTexts.title[language],
  })
}
