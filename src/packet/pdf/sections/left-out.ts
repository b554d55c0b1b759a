import { formatCount, formatEuros } from '../../../templates/format.js'
import { fill } from '../../../templates/fill.js'
import { formTexts } from '../../../templates/packet-form.js'
import { packetTexts } from '../../../templates/packet-texts.js'
import { parseCents, type Cents } from '../../../model/money.js'
import type { PacketView } from '../../view.js'
import { heading, paragraph } from '../../../formats/pdf/flow.js'
import type { Paper } from '../../../formats/pdf/paper.js'
import { table } from '../../../formats/pdf/table.js'

/** How the items of the period were judged; those left out are in the specification. */
export function leftOutSection(paper: Paper, view: PacketView): void {
  const { language } = view
  const { totals } = view.content.assessment
  const reviewed = view.claimed.filter(({ assessed }) => assessed.findings.some((finding) => finding.reviewed !== undefined)).length
  heading(paper, 2, formTexts.assessed[language], { keep: 110 })
  paragraph(paper, formTexts.assessedText[language])
  table(paper, {
    columns: [
      { heading: packetTexts.outcome[language], share: 50 },
      { heading: packetTexts.items[language], share: 20, align: 'right' },
      { heading: packetTexts.amount[language], share: 30, align: 'right' },
    ],
    rows: [
      [formTexts.claimable[language], formatCount(totals.claimable, language), euros(totals.claimableAmount, language)],
      [formTexts.inReview[language], formatCount(totals.review, language), euros(totals.reviewAmount, language)],
      [formTexts.rejected[language], formatCount(totals.rejected, language), euros(totals.rejectedAmount, language)],
    ],
    rowHeadings: true,
    summary: formTexts.assessed[language],
  })
  if (reviewed > 0) paragraph(paper, fill(formTexts.reviewedText[language], { count: formatCount(reviewed, language) }))
  for (const { text, items } of view.notes) paragraph(paper, `${text}: ${items.join(', ')}`)
  if (view.leftOut.length > 0) paragraph(paper, formTexts.leftOutText[language])
}

function euros(text: string, language: PacketView['language']): string {
  return formatEuros(parseCents(text) as Cents, language)
}
