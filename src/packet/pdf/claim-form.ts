import type { PacketView } from '../view.js'
import { packetTexts } from '../../templates/packet-texts.js'
import { formTexts } from '../../templates/packet-form.js'
import { fill } from '../../templates/fill.js'
import { attachmentsSection, type Attachment } from './sections/attachments.js'
import { attestationSection } from './sections/attestation.js'
import { claimantSection } from './sections/claimant.js'
import { correctionsSection } from './sections/corrections.js'
import { decisionsSection } from './sections/decisions.js'
import { itemsSection } from './sections/items.js'
import { lawSection } from './sections/law.js'
import { leftOutSection } from './sections/left-out.js'
import { titleSection } from './sections/title.js'
import { totalsSection } from './sections/totals.js'
import { createPaper } from '../../formats/pdf/paper.js'

/**
 * `claim.pdf`: the claim form and its annex of items, tagged, PDF/A-3 marked, with `claim.json` attached. The other
 * files of the packet are listed with their hashes.
 */
export async function renderClaimForm(view: PacketView, files: ReadonlyMap<string, Uint8Array>, attachments: readonly Attachment[]): Promise<Uint8Array> {
  const { claim, language } = view
  const paper = createPaper({
    title: `${packetTexts.claimForm[language]} ${claim.number} \u2013 ${claim.claimant.name}`,
    author: claim.claimant.name,
    language,
    date: claim.asOf,
    producer: `korvaus ${claim.tool.version}`,
    attachment: { name: 'claim.json', bytes: files.get('claim.json') as Uint8Array, description: formTexts.embedded[language] },
  })
  titleSection(paper, view)
  claimantSection(paper, view)
  lawSection(paper, view)
  decisionsSection(paper, view)
  totalsSection(paper, view)
  correctionsSection(paper, view)
  leftOutSection(paper, view)
  attestationSection(paper, view)
  attachmentsSection(paper, view, attachments)
  itemsSection(paper, view)
  return paper.finish((page, pages) => fill(formTexts.page[language], { page: String(page), pages: String(pages) }))
}
