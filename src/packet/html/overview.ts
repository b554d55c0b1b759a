import { claimantKindNames } from '../../model/value-names.js'
import { parseCents, type Cents } from '../../model/money.js'
import { fill } from '../../templates/fill.js'
import { formatCount, formatDate, formatEuros, formatItems, formatWholeEuros } from '../../templates/format.js'
import { packetTexts } from '../../templates/packet-texts.js'
import { pageTexts } from '../../templates/packet-page.js'
import { groupLabel, personsText, type GroupKind } from '../labels.js'
import { percentOf } from '../shares.js'
import type { Group } from '../small-groups.js'
import { hidesGroups, type PacketView } from '../view.js'
import { barChart, columnChart, type Bar } from '../../formats/html/charts.js'
import { html, type Markup } from '../../formats/html/markup.js'
import { pageTable } from './tables.js'

/** The sum where nobody can miss it, with the figures that explain it. */
export function sumBox({ claim, language, total, claimed, persons, smallest, content }: PacketView): Markup {
  const { totals } = content.assessment
  const figures: readonly (readonly [string, string])[] = [
    [packetTexts.period[language], `${formatDate(claim.period.from, language)}\u2013${formatDate(claim.period.to, language)}`],
    [packetTexts.items[language], formatCount(claimed.length, language)],
    [packetTexts.persons[language], personsText(persons, smallest, language)],
    [pageTexts.inReview[language], `${formatItems(totals.review, language)}, ${euros(totals.reviewAmount, language)}`],
    [pageTexts.leftOutItems[language], `${formatItems(totals.rejected, language)}, ${euros(totals.rejectedAmount, language)}`],
  ]
  return html`<div class="sum"><div><p class="soft">${packetTexts.claimed[language]}</p><p class="big">${formatEuros(total, language)}</p></div><dl>${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></div>`
}

/** Charts by month and category, and the same sums as tables. */
export function overviewSection(view: PacketView): Markup {
  const { language, summary } = view
  return html`<section aria-labelledby="overview"><h2 id="overview">${pageTexts.overview[language]}</h2>
<div class="charts">${columnChart(pageTexts.monthChart[language], monthBars(view))}${barChart(pageTexts.categoryChart[language], bars('category', summary.category, view))}</div>
${hidesGroups(view) && html`<p class="note">${fill(packetTexts.smallGroupsNote[language], { count: String(view.smallest) })}</p>`}
${sumTable(view, 'year', packetTexts.byYear[language], packetTexts.year[language], summary.year)}
${sumTable(view, 'providerKind', packetTexts.byProviderKind[language], packetTexts.providerKind[language], summary.providerKind)}
${sumTable(view, 'category', packetTexts.byCategory[language], packetTexts.category[language], summary.category)}</section>`
}

/** The claimant's line under the title. */
export function claimantLine({ claim, language }: PacketView): string {
  return `${claim.claimant.name} (${claimantKindNames[claim.claimant.kind][language]}) \u00B7 ${packetTexts.claimForm[language]} ${claim.number}`
}

function sumTable({ language, total, claimed }: PacketView, kind: GroupKind, title: string, heading: string, groups: readonly Group[]): Markup {
  const numbers = [packetTexts.items[language], packetTexts.share[language], packetTexts.amount[language]].map((text) => ({ heading: text, kind: 'number' as const }))
  return html`<h3>${title}</h3>${pageTable({
    label: title,
    columns: [{ heading }, ...numbers],
    rows: groups.map((group) => ({ cells: [groupLabel(kind, group, language), formatCount(group.items, language), percentOf(group.amount, total, language), formatEuros(group.amount, language)] })),
    total: [packetTexts.total[language], formatCount(claimed.length, language), '', formatEuros(total, language)],
  })}`
}

function bars(kind: GroupKind, groups: readonly Group[], { language }: PacketView): Bar[] {
  return groups.map((group) => ({ label: groupLabel(kind, group, language), cents: group.amount, value: formatEuros(group.amount, language), together: group.key === undefined }))
}

function monthBars({ summary, language }: PacketView): Bar[] {
  return summary.month.map(({ key, amount }) => ({
    label: key === undefined ? pageTexts.smallGroupsShort[language] : `${Number(key.slice(5))}/${key.slice(2, 4)}`,
    cents: amount,
    value: formatWholeEuros(amount, language),
    together: key === undefined,
  }))
}

function euros(text: string, language: PacketView['language']): string {
  return formatEuros(parseCents(text) as Cents, language)
}
