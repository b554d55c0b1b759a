import { fill } from '../../../templates/fill.js'
import { formatCount, formatEuros } from '../../../templates/format.js'
import { formTexts } from '../../../templates/packet-form.js'
import { packetTexts } from '../../../templates/packet-texts.js'
import { groupLabel, type GroupKind } from '../../labels.js'
import { percentOf } from '../../shares.js'
import type { Group } from '../../small-groups.js'
import { hidesGroups, type PacketView } from '../../view.js'
import { heading, paragraph } from '../../../formats/pdf/flow.js'
import { ink, type Paper } from '../../../formats/pdf/paper.js'
import { table } from '../../../formats/pdf/table.js'
import { barChart } from '../../../formats/pdf/bar-chart.js'

/** The sum in parts, each of which adds up to the total; groups of few persons are shown together. */
export function totalsSection(paper: Paper, view: PacketView): void {
  const { language, summary } = view
  heading(paper, 2, formTexts.summary[language], { keep: 120 })
  const values = summary.category.map((group) => ({ label: groupLabel('category', group, language), amount: group.amount, text: formatEuros(group.amount, language) }))
  if (values.length > 1) barChart(paper, values, fill(formTexts.chartAlt[language], { values: values.map(({ label, text }) => `${label} ${text}`).join(', ') }))
  groupTable(paper, view, 'category', packetTexts.byCategory[language], packetTexts.category[language], summary.category)
  groupTable(paper, view, 'year', packetTexts.byYear[language], packetTexts.year[language], summary.year)
  groupTable(paper, view, 'providerKind', packetTexts.byProviderKind[language], packetTexts.providerKind[language], summary.providerKind)
  if (hidesGroups(view)) paragraph(paper, fill(packetTexts.smallGroupsNote[language], { count: String(view.smallest) }), { size: 8, color: ink.soft })
}

function groupTable(paper: Paper, view: PacketView, kind: GroupKind, title: string, keyHeading: string, groups: readonly Group[]) {
  const { language, total } = view
  heading(paper, 3, title, { keep: 60 })
  table(paper, {
    columns: [
      { heading: keyHeading, share: 46 },
      { heading: packetTexts.items[language], share: 16, align: 'right' },
      { heading: packetTexts.share[language], share: 14, align: 'right' },
      { heading: packetTexts.amount[language], share: 24, align: 'right' },
    ],
    rows: groups.map((group) => [groupLabel(kind, group, language), formatCount(group.items, language), percentOf(group.amount, total, language), formatEuros(group.amount, language)]),
    total: [packetTexts.total[language], formatCount(view.claimed.length, language), '', formatEuros(total, language)],
    rowHeadings: true,
    summary: title,
  })
}
