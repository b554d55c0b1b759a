import { parseCents, type Cents } from '../../model/money.js'
import { correctionTexts } from '../../templates/correction-texts.js'
import { formatEuros } from '../../templates/format.js'
import { formTexts } from '../../templates/packet-form.js'
import type { PacketView } from '../view.js'
import { html, type Markup } from '../../formats/html/markup.js'
import { pageTable } from './tables.js'

/** What the claim corrects of earlier ones, with both amounts; nothing where it corrects nothing. */
export function correctionsSection({ claim: { corrections = [] }, language }: PacketView): Markup {
  if (corrections.length === 0) return html``
  const euros = (text: string) => formatEuros(parseCents(text) as Cents, language)
  return html`<section id="corrections"><h2>${correctionTexts.title[language]}</h2><p>${correctionTexts.text[language]}</p>
${pageTable({
    label: correctionTexts.title[language],
    columns: [
      { heading: formTexts.item[language] },
      { heading: correctionTexts.claim[language] },
      { heading: correctionTexts.credits[language] },
      { heading: correctionTexts.claimedAmount[language], kind: 'number' },
      { heading: correctionTexts.amount[language], kind: 'number' },
      { heading: correctionTexts.difference[language], kind: 'number' },
    ],
    rows: corrections.map(({ item, claim, credits = '', claimedAmount, amount, difference }) => ({ cells: [item, claim, credits, euros(claimedAmount), euros(amount), euros(difference)] })),
  })}</section>
`
}
