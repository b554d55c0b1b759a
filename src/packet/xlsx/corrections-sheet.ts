import { parseCents, type Cents } from '../../model/money.js'
import { correctionTexts } from '../../templates/correction-texts.js'
import { formTexts } from '../../templates/packet-form.js'
import type { PacketView } from '../view.js'
import type { CellValue, SheetContent } from '../../formats/xlsx/sheet-content.js'

const text = (value: string | undefined): CellValue => (value === undefined ? undefined : { text: value })
const euros = (value: string): CellValue => ({ euros: parseCents(value) as Cents })

/** What the claim corrects of earlier ones, with both amounts. */
export function correctionsSheet({ claim: { corrections = [] }, language }: PacketView): SheetContent {
  return {
    name: correctionTexts.sheet[language],
    columns: [
      { heading: formTexts.item[language], width: 16 },
      { heading: correctionTexts.claim[language], width: 18 },
      { heading: correctionTexts.credits[language], width: 16 },
      { heading: correctionTexts.claimedAmount[language], width: 16, sum: true },
      { heading: correctionTexts.amount[language], width: 16, sum: true },
      { heading: correctionTexts.difference[language], width: 16, sum: true },
    ],
    rows: corrections.map(({ item, claim, credits, claimedAmount, amount, difference }) => [text(item), text(claim), text(credits), euros(claimedAmount), euros(amount), euros(difference)]),
  }
}
