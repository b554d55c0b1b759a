import { packetTexts } from '../../../templates/packet-texts.js'
import { daysText } from '../../labels.js'
import type { PacketView } from '../../view.js'
import { heading, paragraph } from '../../../formats/pdf/flow.js'
import { ink, type Paper } from '../../../formats/pdf/paper.js'
import { table } from '../../../formats/pdf/table.js'

/** The law that decides, by the days of the services. */
export function lawSection(paper: Paper, view: PacketView): void {
  const { language, claim } = view
  heading(paper, 2, packetTexts.legalBasis[language])
  table(paper, {
    columns: [
      { heading: packetTexts.services[language], share: 24 },
      { heading: packetTexts.law[language], share: 40 },
      { heading: packetTexts.legalBasis[language], share: 36 },
    ],
    rows: view.regimes.map(({ regime, id, first, last, citations }) => [daysText(first, last, language), regime === undefined ? id : `${id} \u00B7 ${regime.title[language]}`, citations.join(', ')]),
    summary: packetTexts.legalBasis[language],
  })
  paragraph(paper, `${packetTexts.ruleBook[language]} ${claim.ruleBook.version}. ${view.content.ruleBook.disclaimer[language]}`, { size: 8, color: ink.soft })
}
