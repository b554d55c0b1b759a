import { categoryNames, outcomeNames, providerKindNames } from '../../model/value-names.js'
import { formatDate, formatEuros } from '../../templates/format.js'
import { formTexts } from '../../templates/packet-form.js'
import { packetTexts, reviewAnswerNames } from '../../templates/packet-texts.js'
import { pageTexts } from '../../templates/packet-page.js'
import { sheetTexts } from '../../templates/packet-sheets.js'
import { codeName, daysText } from '../labels.js'
import type { ClaimedRow, LeftOutRow, PacketView } from '../view.js'
import { findingLinks, type Anchors } from './findings.js'
import { html, type Markup } from '../../formats/html/markup.js'
import { pageTable } from './tables.js'

/** The claimed items; each leads to its findings. */
export function claimedSection(view: PacketView, anchors: Anchors): Markup {
  const { language, claimed, total } = view
  return html`<section aria-labelledby="items"><h2 id="items">${packetTexts.claimedItems[language]}</h2>
${claimed.some(({ withheld }) => withheld) && html`<p class="note">${packetTexts.withheldNote[language]}</p>`}
${pageTable({
    label: packetTexts.claimedItems[language],
    columns: [
      { heading: formTexts.item[language] },
      { heading: formTexts.case[language] },
      { heading: formTexts.day[language], kind: 'day' },
      { heading: packetTexts.category[language] },
      { heading: pageTexts.description[language] },
      { heading: packetTexts.providerKind[language] },
      { heading: formTexts.decisionNumber[language], kind: 'day' },
      { heading: pageTexts.findingsOf[language] },
      { heading: packetTexts.amount[language], kind: 'number' },
    ],
    rows: claimed.map((row) => claimedRow(row, view, anchors)),
    total: [packetTexts.total[language], '', '', '', '', '', '', '', formatEuros(total, language)],
  })}</section>`
}

/** The items left out, each with what keeps it out. */
export function leftOutSection(view: PacketView, anchors: Anchors): Markup {
  const { language, leftOut } = view
  return html`<section aria-labelledby="left-out"><h2 id="left-out">${packetTexts.leftOut[language]}</h2>
${leftOut.length === 0 ? html`<p>${packetTexts.none[language]}</p>` : pageTable({
    label: packetTexts.leftOut[language],
    columns: [
      { heading: formTexts.item[language] },
      { heading: formTexts.case[language] },
      { heading: formTexts.day[language], kind: 'day' },
      { heading: packetTexts.category[language] },
      { heading: packetTexts.outcome[language] },
      { heading: packetTexts.reason[language] },
      { heading: pageTexts.findingsOf[language] },
      { heading: packetTexts.amount[language], kind: 'number' },
    ],
    rows: leftOut.map((row) => leftOutRow(row, view, anchors)),
  })}</section>`
}

/** The recorded reviews that the claim rests on. */
export function reviewsSection({ language, reviews, content }: PacketView, anchors: Anchors): Markup | undefined {
  if (reviews.length === 0) return undefined
  const known = new Set(content.assessment.items.map(({ id }) => id))
  return html`<section aria-labelledby="reviews"><h2 id="reviews">${packetTexts.reviews[language]}</h2>${pageTable({
    label: packetTexts.reviews[language],
    columns: [
      { heading: formTexts.item[language] },
      { heading: packetTexts.rule[language] },
      { heading: sheetTexts.answer[language] },
      { heading: sheetTexts.why[language] },
      { heading: sheetTexts.by[language] },
      { heading: sheetTexts.on[language], kind: 'day' },
      { heading: sheetTexts.until[language], kind: 'day' },
    ],
    rows: reviews.map(({ item, rule, answer, reason, by, on, until }) => ({
      cells: [known.has(item) ? html`<a href="#${anchors.item(item)}">${item}</a>` : item, rule, reviewAnswerNames[answer][language], reason, by, formatDate(on, language), formatDate(until, language)],
    })),
  })}</section>`
}

function claimedRow({ id, case: theCase, facts, details, withheld, amount, assessed }: ClaimedRow, { language }: PacketView, anchors: Anchors) {
  return {
    id: anchors.item(id),
    cells: [
      id,
      theCase,
      daysText(facts.serviceDate, facts.serviceEnd, language),
      codeName(categoryNames, facts.category, language),
      details.description ?? (withheld ? html`<em>${packetTexts.withheld[language]}</em>` : ''),
      codeName(providerKindNames, facts.providerKind, language),
      details.decision ?? '',
      findingLinks(assessed, anchors),
      formatEuros(amount, language),
    ],
  }
}

function leftOutRow({ id, case: theCase, facts, amount, assessed, reasons }: LeftOutRow, { language }: PacketView, anchors: Anchors) {
  return {
    id: anchors.item(id),
    cells: [
      id,
      theCase,
      daysText(facts?.serviceDate, facts?.serviceEnd, language),
      codeName(categoryNames, facts?.category, language),
      outcomeNames[assessed.outcome][language],
      html`${[...new Set(reasons.map(({ message }) => message))].map((message) => html`<div>${message}</div>`)}`,
      findingLinks(assessed, anchors),
      amount === undefined ? '' : formatEuros(amount, language),
    ],
  }
}
