import { fileDescriptions, formTexts } from '../../../templates/packet-form.js'
import type { PacketView } from '../../view.js'
import { groupsOfEight } from '../../labels.js'
import { heading, paragraph } from '../../../formats/pdf/flow.js'
import type { Paper } from '../../../formats/pdf/paper.js'
import { table } from '../../../formats/pdf/table.js'

export interface Attachment {
  readonly path: string
  readonly sha256: string
}

/** The other files of the packet with their hashes. */
export function attachmentsSection(paper: Paper, { language }: PacketView, attachments: readonly Attachment[]): void {
  heading(paper, 2, formTexts.attachments[language], { keep: 120 })
  paragraph(paper, formTexts.attachmentsText[language])
  table(paper, {
    columns: [
      { heading: formTexts.file[language], share: 19 },
      { heading: formTexts.content[language], share: 19 },
      { heading: formTexts.hash[language], share: 62 },
    ],
    rows: attachments.map(({ path, sha256 }) => [path, fileDescriptions[path]?.[language] ?? '', groupsOfEight(sha256)]),
    rowHeadings: true,
    size: 7,
    summary: formTexts.attachments[language],
  })
}
