import { addYears, epochDay, type IsoDate } from '../../model/dates.js'
import { answerWords, reviewSheetKeys, type ReviewSheetKey } from '../../model/review-sheet.js'
import { effectNames } from '../../model/value-names.js'
import type { Effect } from '../../model/values.js'
import { annotateTexts } from '../../templates/annotate-texts.js'
import { columnLetter } from '../../read/cells.js'
import { linesOf } from '../../formats/xlsx/row-height.js'
import { xmlText, type ListedFinding, type ReviewSheetPlan } from './marks.js'
import type { SheetStyles } from './sheet-styles.js'

interface Context extends Pick<ReviewSheetPlan, 'language' | 'asOf'> {
  readonly datesFrom1904: boolean
}

/** A cell as it is written: a text, or a number that its style shows as an amount or a day. */
interface WrittenCell {
  readonly value: string | number
  readonly style: number
}

const firstFinding = 3
const widths: Record<ReviewSheetKey, number> = { rule: 10, effect: 13, item: 12, case: 12, place: 22, amount: 12, message: 60, remedy: 50, answer: 14, reason: 36, by: 20, until: 13, facts: 4 }
const answerKeys = ['answer', 'reason', 'by', 'until'] as const
const order: Record<Effect, number> = { reject: 1, review: 2, note: 3 }
/** Points of a line of the workbook's usual typeface, and of the highest row there can be. */
const [lineHeight, highest] = [15, 409]
/** Days from the first day that a workbook counts to the first of 1970. */
const [daysBefore1970, daysFrom1904] = [25_569, 24_107]

/** The sheet that lists every finding, those that wait for an answer first, leads to its cell, and takes the answers. */
export function findingsSheet(unsorted: readonly ListedFinding[], styles: SheetStyles, context: Context): string {
  const findings = unsorted.toSorted((left, right) => rank(left) - rank(right))
  const last = firstFinding + findings.length - 1
  const headings = reviewSheetKeys.map((key): WrittenCell => ({ value: annotateTexts.headings[key][context.language], style: styles.heading }))
  const rows = findings.map((finding, index) => {
    const cells = reviewSheetKeys.map((key) => cellOf(finding, key, styles, context))
    return row(firstFinding + index, cells, ` ht="${heightOf(cells)}" customHeight="1"`)
  })
  const links = findings.flatMap((finding, index) => (hasCell(finding) ? [`<hyperlink ref="${letterOf('place')}${firstFinding + index}" location="${xmlText(`'${(finding.sheet as string).replaceAll("'", "''")}'!${finding.cell}`)}"/>`] : []))
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><tabColor rgb="FFFFC000"/><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${reviewSheetKeys.map((key, index) => `<col min="${index + 1}" max="${index + 1}" width="${widths[key]}" customWidth="1"${key === 'facts' ? ' hidden="1"' : ''}/>`).join('')}</cols>`,
    `<sheetData>${row(1, reviewSheetKeys.map((key) => ({ value: key, style: 0 })), ' hidden="1"')}${row(2, headings, ` ht="${lineHeight + 3}" customHeight="1"`)}${rows.join('')}</sheetData>`,
    findings.length === 0 ? '' : `<autoFilter ref="A2:${letterOf('facts')}${last}"/>`,
    validations(findings, context),
    links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`,
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('')
}

function rank({ facts, reviewed, effect }: ListedFinding): number {
  return facts !== undefined && reviewed === undefined ? 0 : order[effect]
}

/** What may be answered, with the help that shows when a cell is entered; days must not have passed. */
function validations(findings: readonly ListedFinding[], context: Context): string {
  const asking = findings.flatMap(({ facts }, index) => (facts === undefined ? [] : [firstFinding + index]))
  if (asking.length === 0) return ''
  const { language } = context
  const rules: Record<(typeof answerKeys)[number], string> = {
    answer: ` type="list" showErrorMessage="1" error="${xmlText(annotateTexts.help.answer[language])}"><formula1>&quot;${answerWords.accept[language]},${answerWords['leave-out'][language]}&quot;</formula1>`,
    reason: '>',
    by: '>',
    until: ` type="date" operator="greaterThanOrEqual" showErrorMessage="1" error="${xmlText(annotateTexts.help.until[language])}"><formula1>${serial(context.asOf, context)}</formula1>`,
  }
  const written = answerKeys.map((key) => {
    const cells = runs(asking).map(([from, to]) => `${letterOf(key)}${from}:${letterOf(key)}${to}`).join(' ')
    return `<dataValidation sqref="${cells}" allowBlank="1" showInputMessage="1" promptTitle="${xmlText(annotateTexts.headings[key][language])}" prompt="${xmlText(annotateTexts.help[key][language])}"${rules[key]}</dataValidation>`
  })
  return `<dataValidations count="${written.length}">${written.join('')}</dataValidations>`
}

function cellOf(finding: ListedFinding, key: ReviewSheetKey, styles: SheetStyles, context: Context): WrittenCell {
  const { effect, facts, reviewed, sheet, cell, elsewhere, amount, message, lapsed } = finding
  const { language, asOf } = context
  switch (key) {
    case 'effect': return { value: effectNames[effect][language], style: styles.effect[effect] }
    case 'place': return { value: elsewhere ?? (sheet ? `${sheet}${cell ? `!${cell}` : ''}` : ''), style: hasCell(finding) ? styles.link : styles.text }
    case 'amount': return { value: amount === undefined ? '' : Number(amount), style: styles.amount }
    case 'message': return { value: [message, lapsed].filter((part) => part !== undefined).join('\n'), style: styles.text }
    case 'answer': return { value: reviewed ? answerWords[reviewed.answer][language] : '', style: facts === undefined ? styles.text : styles.answer }
    case 'reason': case 'by': return { value: reviewed?.[key] ?? '', style: facts === undefined ? styles.text : styles.answer }
    case 'until': return { value: facts === undefined && reviewed === undefined ? '' : serial(reviewed?.until ?? addYears(asOf, 1), context), style: facts === undefined ? styles.day : styles.answerDay }
    default: return { value: finding[key] ?? '', style: styles.text }
  }
}

/** Rows that follow each other, each run as its first and its last. */
function runs(rows: readonly number[]): [from: number, to: number][] {
  const found: [number, number][] = []
  for (const one of rows) {
    const latest = found.at(-1)
    if (latest !== undefined && latest[1] === one - 1) latest[1] = one
    else found.push([one, one])
  }
  return found
}

/** Whether the finding has a cell in this workbook to jump to. */
function hasCell({ sheet, cell, elsewhere }: ListedFinding): boolean {
  return Boolean(sheet && cell) && elsewhere === undefined
}

/** A day as workbooks count it. */
function serial(day: IsoDate, { datesFrom1904 }: Context): number {
  return epochDay(day) + (datesFrom1904 ? daysFrom1904 : daysBefore1970)
}

/** Points at which the texts of a row can be read whole; programs that open a workbook do not all compute it. */
function heightOf(cells: readonly WrittenCell[]): number {
  const lines = cells.map(({ value }, index) => (typeof value === 'string' ? linesOf(value, widths[reviewSheetKeys[index] as ReviewSheetKey] * 0.9) : 1))
  return Math.min(highest, Math.max(...lines.slice(0, -1)) * lineHeight + 2)
}

function row(number: number, cells: readonly WrittenCell[], attributes = ''): string {
  const written = cells.map(({ value, style }, index) => {
    const start = `<c r="${columnLetter(index)}${number}" s="${style}"`
    if (value === '') return `${start}/>`
    return typeof value === 'number' ? `${start}><v>${value}</v></c>` : `${start} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
  })
  return `<row r="${number}"${attributes}>${written.join('')}</row>`
}

function letterOf(key: ReviewSheetKey): string {
  return columnLetter(reviewSheetKeys.indexOf(key))
}
