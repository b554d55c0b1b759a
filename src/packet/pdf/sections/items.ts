import { categoryNames, providerKindNames } from '../../../model/value-names.js'
import { formatEuros } from '../../../templates/format.js'
import { formTexts } from '../../../templates/packet-form.js'
import { packetTexts } from '../../../templates/packet-texts.js'
import { codeName, daysText } from '../../labels.js'
import type { ClaimedRow, PacketView } from '../../view.js'
import { heading, paragraph } from '../../../formats/pdf/flow.js'
import { ink, type Paper } from '../../../formats/pdf/paper.js'
import { table } from '../../../formats/pdf/table.js'

/** Every claimed item, so that each euro of the sum can be reached. */
export function itemsSection(paper: Paper, view: PacketView): void {
  const { language } = view
  paper.room(Number.MAX_SAFE_INTEGER)
  heading(paper, 2, formTexts.specification[language])
  if (view.claimed.some(({ withheld }) => withheld)) paragraph(paper, packetTexts.withheldNote[language], { size: 8, color: ink.soft })
  if (view.claimed.length === 0) return paragraph(paper, packetTexts.none[language])
  table(paper, {
    columns: [
      { heading: formTexts.item[language], share: 10 },
      { heading: formTexts.case[language], share: 9 },
      { heading: formTexts.day[language], share: 14 },
      { heading: packetTexts.category[language], share: 17 },
      { heading: packetTexts.providerKind[language], share: 14 },
      { heading: formTexts.decisionNumber[language], share: 13 },
      { heading: formTexts.voucher[language], share: 17 },
      { heading: packetTexts.amount[language], share: 13, align: 'right' },
    ],
    rows: view.claimed.map((row) => itemRow(row, view)),
    total: [packetTexts.total[language], '', '', '', '', '', '', formatEuros(view.total, language)],
    rowHeadings: true,
    size: 7.5,
    summary: packetTexts.claimedItems[language],
  })
}

function itemRow({ id, case: theCase, facts, details, withheld, amount }: ClaimedRow, { language }: PacketView): string[] {
  return [
    id,
    theCase,
    daysText(facts.serviceDate, facts.serviceEnd, language),
    codeName(categoryNames, facts.category, language),
    codeName(providerKindNames, facts.providerKind, language),
    details.decision ?? '',
    details.voucher ?? (withheld ? packetTexts.withheld[language] : ''),
    formatEuros(amount, language),
  ]
}
