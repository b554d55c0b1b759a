import { categoryNames, decisionResultNames } from '../../model/value-names.js'
import { formatDate, formatEuros, formatShortDate } from '../../templates/format.js'
import { formTexts } from '../../templates/packet-form.js'
import { packetTexts } from '../../templates/packet-texts.js'
import { codeName, daysText, validityText } from '../labels.js'
import type { PacketView } from '../view.js'
import { html, type Markup } from '../../formats/html/markup.js'
import { factTable, pageTable } from './tables.js'

/** Who claims from whom, by which law, on which decisions. */
export function basisSection(view: PacketView): Markup {
  const { claim, language, regimes, decisions } = view
  const { claimant } = claim
  return html`<section aria-labelledby="basis"><h2 id="basis">${formTexts.claimAndClaimant[language]}</h2>
${factTable([
    [packetTexts.addressee[language], view.addressee],
    [packetTexts.claimant[language], claimant.name],
    [packetTexts.businessId[language], claimant.businessId],
    [packetTexts.area[language], claimant.area ?? ''],
    [packetTexts.iban[language], claimant.iban ?? ''],
    [packetTexts.agreement[language], claimant.agreement ?? ''],
    [packetTexts.dated[language], formatDate(claim.asOf, language)],
  ])}
${view.notes.map(({ text, items }) => html`<p>${text}: ${items.join(', ')}</p>`)}
<h3>${packetTexts.legalBasis[language]}</h3>
${pageTable({
    label: packetTexts.legalBasis[language],
    columns: [{ heading: packetTexts.services[language], kind: 'day' }, { heading: packetTexts.law[language] }, { heading: packetTexts.legalBasis[language] }],
    rows: regimes.map(({ regime, id, first, last, citations }) => ({ cells: [daysText(first, last, language), regime === undefined ? id : `${id} \u00B7 ${regime.title[language]}`, citations.join(', ')] })),
  })}
<h3>${packetTexts.decisions[language]}</h3>
${decisions.length === 0 ? html`<p>${packetTexts.none[language]}</p>` : pageTable({
    label: packetTexts.decisions[language],
    columns: [
      { heading: formTexts.decisionNumber[language] },
      { heading: formTexts.case[language] },
      { heading: formTexts.authority[language] },
      { heading: formTexts.decidedOn[language], kind: 'day' },
      { heading: packetTexts.validity[language], kind: 'day' },
      { heading: packetTexts.category[language] },
      { heading: formTexts.result[language] },
      { heading: packetTexts.amount[language], kind: 'number' },
    ],
    rows: decisions.map(({ decision, authority, amount }) => ({
      cells: [
        decision.decision,
        decision.case,
        authority,
        decision.decidedOn === undefined ? '' : formatShortDate(decision.decidedOn, language),
        validityText(decision, language),
        (decision.categories ?? []).map((code) => codeName(categoryNames, code, language)).join(', '),
        codeName(decisionResultNames, decision.result, language),
        formatEuros(amount, language),
      ],
    })),
  })}</section>`
}
