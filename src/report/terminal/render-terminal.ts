import type { GeneralFinding } from '../../model/assessment.js'
import type { Language } from '../../model/language.js'
import { centsOf, type Cents } from '../../model/money.js'
import { allOnOneLine, allUnseenShown } from '../../model/unseen.js'
import { effectNames, outcomeNames } from '../../model/value-names.js'
import type { Effect, Outcome } from '../../model/values.js'
import { citation } from '../../rules/book.js'
import { fill } from '../../templates/fill.js'
import { formatCount, formatEuros, formatItems } from '../../templates/format.js'
import { reportTexts } from '../../templates/report-texts.js'
import { cellOf, headingOf, mendable, placeOf, titled, type TextReportOptions, type TitledGroup } from '../text.js'
import type { AssessmentSummary } from '../summary.js'
import { unsettledLines } from '../unsettled.js'
import { findingTable } from './finding-table.js'
import { shareBar, shownLength, wrapped } from './layout.js'
import { effectSigns, linked, outcomeSigns, paintOf, paletteOf, type Palette, type TerminalStyle } from './style.js'

const mostFirst = 3
const mostGeneral = 8
/** A note asks for nothing, so that a few of its rows are enough to see what it is about. */
const mostOfNote = 2
const order: Record<Effect, number> = { reject: 0, review: 1, note: 2 }

/** The assessment for the person at a terminal: euros first, then what to mend first, then the findings by rule in tables. */
export async function renderTerminal(summaryAsIs: AssessmentSummary, optionsAsIs: TextReportOptions, style: TerminalStyle): Promise<string> {
  const [summary, options] = cleaned(summaryAsIs, optionsAsIs)
  const palette = await paletteOf(style)
  const groups = titled(summary.groups, options)
  const tables = await Promise.all(groups.map((group) => groupLines(group, options, palette, style)))
  return [
    ...wrapped(headingOf(summary, options), style.width),
    '',
    ...unsettledLines(summary.unsettled, options.language).flatMap((line) => wrapped(line, style.width)),
    ...outcomeLines(summary, options.language, palette, style),
    ...(summary.outsidePeriod > 0 ? [fill(reportTexts.outsidePeriod[options.language], { count: formatItems(summary.outsidePeriod, options.language) })] : []),
    '',
    ...firstLines(summary.findings, groups, options.language, palette, style),
    ...generalLines(summary.findings, options.language, palette, style),
    ...tables.flat(),
    '',
  ].map((line) => line.trimEnd()).join('\n')
}

/** Every text of others as it may stand beside our colours and links, before any of these are added. */
function cleaned({ asOf, ruleBook, period, totals, unsettled, outsidePeriod, findings, groups }: AssessmentSummary, { language, claimant, book }: TextReportOptions): [AssessmentSummary, TextReportOptions] {
  const rules = book.rules.map((rule) => ({ ...rule, title: allUnseenShown(rule.title), basis: allUnseenShown(rule.basis) }))
  return [allOnOneLine({ asOf, ruleBook, period, totals, unsettled, outsidePeriod, findings, groups }), { language, claimant: allOnOneLine(claimant), book: { version: allUnseenShown(book.version), rules } }]
}

function outcomeLines({ totals }: AssessmentSummary, language: Language, palette: Palette, style: TerminalStyle): string[] {
  const rows: [Outcome, number, Cents, string][] = [
    ['claimable', totals.claimable, centsOf(totals.claimableAmount), '█'], ['review', totals.review, centsOf(totals.reviewAmount), '▒'], ['rejected', totals.rejected, centsOf(totals.rejectedAmount), '░'],
  ]
  const amounts = rows.map(([, , amount]) => formatEuros(amount, language))
  const names = rows.map(([outcome]) => outcomeNames[outcome][language])
  const [amountWidth, nameWidth] = [amounts, names].map((texts) => Math.max(...texts.map(({ length }) => length))) as [number, number]
  const lines = rows.map(([outcome, count, , sign], index) => {
    const paint = paintOf(palette, outcome)
    return `  ${paint(outcomeSigns[outcome])} ${palette.bold((amounts[index] as string).padStart(amountWidth))}  ${paint((names[index] as string).padEnd(nameWidth))}  ${paint(sign)} ${formatItems(count, language)}`
  })
  const bar = shareBar(rows.map(([outcome, , amount, sign]) => ({ amount, sign, paint: paintOf(palette, outcome) })), Math.min(60, style.width - 4))
  return bar === '' ? lines : [...lines, `  ${bar}`]
}

/** What holds the whole claim up comes first, then the rules with the most euros: there the next hour is spent best. */
function firstLines(findings: readonly GeneralFinding[], groups: readonly TitledGroup[], language: Language, palette: Palette, { width }: TerminalStyle): string[] {
  const blocking = findings.filter(({ effect }) => effect === 'reject').map(({ rule, message, remedy }) => ({ head: `${rule}  ${message}`, remedy }))
  const byEuros = mendable(groups).map(({ rule, title, amount, findings: count, shown }) => ({ head: `${rule}  ${title} – ${formatItems(count, language)}, ${formatEuros(amount, language)} – ${shown[0] ? placeOf(shown[0]) : ''}`, remedy: shown[0]?.finding.remedy }))
  const first = [...blocking, ...byEuros].slice(0, mostFirst)
  if (first.length === 0) return [palette.good(`${outcomeSigns.claimable} ${reportTexts.nothingToMend[language]}`)]
  return [palette.bold(reportTexts.mendFirst[language]), ...first.flatMap(({ head, remedy }, index) => [
    ...wrapped(head, width, '     ', `  ${index + 1}. `),
    ...(remedy ? wrapped(remedy, width, '       ', '     → ') : []),
  ])]
}

function generalLines(findings: readonly GeneralFinding[], language: Language, palette: Palette, { width }: TerminalStyle): string[] {
  if (findings.length === 0) return []
  const sorted = findings.toSorted((left, right) => order[left.effect] - order[right.effect])
  const lines = sorted.slice(0, mostGeneral).flatMap((finding) => {
    const place = [finding.case, cellOf(finding)].filter((part) => part).join('  ')
    const head = `  ${paintOf(palette, finding.effect)(`${effectSigns[finding.effect]} ${finding.rule}  ${effectNames[finding.effect][language]}`)}  ${place}`
    return [head, ...wrapped(finding.message, width, '    '), ...(finding.remedy ? wrapped(finding.remedy, width, '      ', '    → ') : [])]
  })
  const more = findings.length - mostGeneral
  return ['', palette.bold(reportTexts.general[language]), ...lines, ...(more > 0 ? [palette.faint(`    ${fill(reportTexts.more[language], { count: formatCount(more, language) })}`)] : [])]
}

async function groupLines(group: TitledGroup, { language, book }: TextReportOptions, palette: Palette, style: TerminalStyle): Promise<string[]> {
  const { rule, title, effect, findings, amount } = group
  const shown = effect === 'note' ? group.shown.slice(0, mostOfNote) : group.shown
  const paint = paintOf(palette, effect)
  const bases = new Map(book.rules.find((one) => one.rule === rule)?.basis.map((basis) => [citation(basis), basis.url]))
  const cited = [...bases].map(([words, url]) => palette.link(linked(words, url, style)))
  const more = findings - shown.length
  const remedy = shown[0]?.finding.remedy
  const [headLine = '', ...headRest] = wrapped(`${title} (${effectNames[effect][language]})`, style.width, '    ', `${effectSigns[effect]} ${rule}  `)
  return [
    '',
    paint(palette.bold(headLine)), ...headRest.map((line) => paint(palette.bold(line))),
    ...countLine(`${formatItems(findings, language)}, ${formatEuros(amount, language)}`, cited, style),
    ...(await findingTable(shown, language, palette, style)),
    ...(more > 0 ? [palette.faint(`    ${fill(reportTexts.more[language], { count: formatCount(more, language) })}`)] : []),
    ...(remedy ? wrapped(remedy, style.width, '      ', '    → ') : []),
  ]
}

/** The count and the sum of a rule, and as many of its sources as fit beside them, the newest first of all. */
function countLine(count: string, cited: readonly string[], { width }: TerminalStyle): string[] {
  const fitting = cited.map((_, index) => cited.slice(index)).find((some) => shownLength(['    ' + count, ...some].join('  ·  ')) <= width) ?? []
  return [['    ' + count, ...fitting].join('  ·  ')]
}
