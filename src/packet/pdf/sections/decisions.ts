import { categoryNames, decisionResultNames } from '../../../model/value-names.js'
import { formatShortDate, formatEuros } from '../../../templates/format.js'
import { formTexts } from '../../../templates/packet-form.js'
import { packetTexts } from '../../../templates/packet-texts.js'
import { codeName, validityText } from '../../labels.js'
import type { DecisionUse, PacketView } from '../../view.js'
import { heading, paragraph } from '../../../formats/pdf/flow.js'
import type { Paper } from '../../../formats/pdf/paper.js'
import { table } from '../../../formats/pdf/table.js'

/** Each decision that claimed items rely on, with what is claimed on it. */
export function decisionsSection(paper: Paper, view: PacketView): void {
  const { language } = view
  heading(paper, 2, packetTexts.decisions[language])
  if (view.decisions.length === 0) return paragraph(paper, packetTexts.none[language])
  table(paper, {
    columns: [
      { heading: formTexts.decisionNumber[language], share: 17 },
      { heading: formTexts.case[language], share: 11 },
      { heading: formTexts.authority[language], share: 25 },
      { heading: formTexts.decidedOn[language], share: 13 },
      { heading: packetTexts.validity[language], share: 18 },
      { heading: formTexts.result[language], share: 14 },
      { heading: packetTexts.amount[language], share: 16, align: 'right' },
    ],
    rows: view.decisions.map((use) => decisionRow(use, view)),
    rowHeadings: true,
    size: 8,
    summary: packetTexts.decisions[language],
  })
}

function decisionRow({ decision, authority, amount }: DecisionUse, { language }: PacketView): string[] {
  const categories = (decision.categories ?? []).map((code) => codeName(categoryNames, code, language)).join(', ')
  const result = codeName(decisionResultNames, decision.result, language)
  return [
    decision.decision,
    decision.case,
    authority,
    decision.decidedOn === undefined ? '' : formatShortDate(decision.decidedOn, language),
    validityText(decision, language),
    categories === '' ? result : `${result} (${categories})`,
    formatEuros(amount, language),
  ]
}
