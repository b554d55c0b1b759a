import type { AssessedItem, Finding } from '../../model/assessment.js'
import type { Language } from '../../model/language.js'
import { effectNames } from '../../model/value-names.js'
import { formatDate } from '../../templates/format.js'
import { packetTexts, reviewAnswerNames } from '../../templates/packet-texts.js'
import { pageTexts } from '../../templates/packet-page.js'
import type { PacketView } from '../view.js'
import { html, type Markup } from '../../formats/html/markup.js'

/** Places on the page: of each item, of each of its findings, and of those about its case, its claimant or the claim. */
export interface Anchors {
  readonly item: (id: string) => string
  readonly finding: (id: string, index: number) => string
  readonly general: (index: number) => string
  /** The findings about more than the item that concern it all the same: about its case, or rejecting every item. */
  readonly concerning: (theCase: string | undefined) => readonly GeneralPlace[]
}

interface GeneralPlace {
  readonly place: string
  readonly rule: string
}

export function anchorsOf({ content }: PacketView): Anchors {
  const order = new Map(content.assessment.items.map(({ id }, index) => [id, index + 1]))
  const ofCase = new Map<string, GeneralPlace[]>()
  const ofAll: GeneralPlace[] = []
  content.assessment.findings.forEach(({ about, case: theCase, effect, rule }, index) => {
    const place = { place: generalPlace(index), rule }
    if (about === 'case' && theCase !== undefined) ofCase.set(theCase, [...(ofCase.get(theCase) ?? []), place])
    else if (effect === 'reject') ofAll.push(place)
  })
  return {
    item: (id) => `item-${order.get(id) ?? 0}`,
    finding: (id, index) => `finding-${order.get(id) ?? 0}-${index + 1}`,
    general: generalPlace,
    concerning: (theCase) => [...(ofCase.get(theCase ?? '') ?? []), ...ofAll],
  }
}

function generalPlace(index: number): string {
  return `finding-about-${index + 1}`
}

/** Links from an item to its findings, to those about its case, and to those that reject every item. */
export function findingLinks({ id, case: theCase, findings }: AssessedItem, anchors: Anchors): Markup {
  const own = findings.map(({ rule }, index) => ({ place: anchors.finding(id, index), rule }))
  return html`${[...own, ...anchors.concerning(theCase)].map(({ place, rule }) => html`<a href="#${place}">${rule}</a> `)}`
}

/** All findings by rule, each with a link back to its item. */
export function findingsSection(view: PacketView, anchors: Anchors): Markup {
  const { language, content } = view
  const rules = new Map(content.ruleBook.rules.map((rule) => [rule.rule, rule]))
  const entries = content.assessment.items.flatMap(({ id, findings }) => findings.map((finding, index) => ({ id, index, finding })))
  const byRule = groupByRule(entries)
  const general = content.assessment.findings
  return html`<section aria-labelledby="findings"><h2 id="findings">${pageTexts.findings[language]}</h2>
${general.length > 0 && html`<h3>${pageTexts.general[language]}</h3><ul class="findings">${general.map((finding, index) => html`<li id="${anchors.general(index)}">${finding.rule}${finding.case !== undefined && html` \u00B7 ${finding.case}`}: ${words(finding, language)}</li>`)}</ul>`}
${entries.length > 0 ? html`<p>${pageTexts.findingsText[language]}</p>` : general.length === 0 && html`<p>${packetTexts.none[language]}</p>`}
${byRule.map(([rule, found]) => html`<h3 id="rule-${rule}">${rule}${rules.has(rule) && html` \u00B7 ${rules.get(rule)?.title[language]}`}</h3><ul class="findings">${found.map(({ id, index, finding }) => html`<li id="${anchors.finding(id, index)}"><a href="#${anchors.item(id)}">${id}</a>: ${words(finding, language)}</li>
`)}</ul>`)}</section>`
}

interface Entry {
  readonly id: string
  readonly index: number
  readonly finding: Finding
}

function groupByRule(entries: readonly Entry[]): [string, Entry[]][] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const group = groups.get(entry.finding.rule)
    if (group) group.push(entry)
    else groups.set(entry.finding.rule, [entry])
  }
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1))
}

function words({ effect, message, remedy, basis, reviewed }: Finding, language: Language): Markup {
  return html`<span class="tag">${effectNames[effect][language]}</span> ${message}${remedy && html` <span class="remedy">${remedy}</span>`}${basis && basis.length > 0 && html` <span class="soft">(${basis.join(', ')})</span>`}${reviewed && html` <strong>${reviewAnswerNames[reviewed.answer][language]}</strong>: ${reviewed.reason} <span class="soft">(${reviewed.by}, ${formatDate(reviewed.on, language)})</span>`}`
}
