import { formatDate } from '../../../templates/format.js'
import { formTexts } from '../../../templates/packet-form.js'
import { packetTexts } from '../../../templates/packet-texts.js'
import { claimantKindNames } from '../../../model/value-names.js'
import { fingerprintOf } from '../../key-fingerprint.js'
import type { PacketView } from '../../view.js'
import { heading } from '../../../formats/pdf/flow.js'
import type { Paper } from '../../../formats/pdf/paper.js'
import { table } from '../../../formats/pdf/table.js'

/** Who claims, from whom, and where the money goes. */
export function claimantSection(paper: Paper, view: PacketView): void {
  const { claim, language } = view
  const { claimant } = claim
  const contact = [claimant.contact?.name, claimant.contact?.email, claimant.contact?.phone].filter((part) => part !== undefined).join(', ')
  const rows = [
    [packetTexts.addressee[language], view.addressee],
    [packetTexts.number[language], claim.number],
    [packetTexts.dated[language], formatDate(claim.asOf, language)],
    [packetTexts.claimant[language], `${claimant.name} (${claimantKindNames[claimant.kind][language]})`],
    [packetTexts.businessId[language], claimant.businessId],
    [packetTexts.area[language], claimant.area ?? ''],
    [packetTexts.iban[language], claimant.iban ?? ''],
    [packetTexts.contact[language], contact],
    [packetTexts.agreement[language], claimant.agreement ?? ''],
    [packetTexts.signingKey[language], claim.signer === undefined ? '' : fingerprintOf(claim.signer)],
  ].filter(([, value]) => value !== '')
  heading(paper, 2, formTexts.claimAndClaimant[language])
  table(paper, {
    columns: [{ heading: '', share: 28 }, { heading: '', share: 72 }],
    rows: rows as string[][],
    rowHeadings: true,
    size: 9.5,
    summary: formTexts.claimAndClaimant[language],
  })
}
