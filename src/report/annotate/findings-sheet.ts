import type { Language } from '../../model/language.js'
import { answerWords, reviewSheetKeys, type ReviewSheetKey } from '../../model/review-sheet.js'
import { effectNames } from '../../model/value-names.js'
import { annotateTexts } from '../../templates/annotate-texts.js'
import { columnLetter } from '../../read/cells.js'
import { xmlText, type ListedFinding } from './marks.js'

/** Numbers of the cell formats that the sheet uses. */
export interface SheetStyles {
  readonly heading: number
  readonly wrapped: number
  readonly answer: number
}

const firstFinding = 3
const widths: Record<ReviewSheetKey, number> = { rule: 10, effect: 12, item: 12, case: 12, place: 22, amount: 12, message: 60, remedy: 50, answer: 14, reason: 36, by: 20, until: 13, facts: 4 }
const answerColumns: ReadonlySet<ReviewSheetKey> = new Set(['answer', 'reason', 'by', 'until'])

/** The sheet that lists every finding, leads to its cell, and takes the answers. */
export function findingsSheet(findings: readonly ListedFinding[], styles: SheetStyles, language: Language): string {
  const last = firstFinding + findings.length - 1
  const rows = findings.map((finding, index) => row(firstFinding + index, reviewSheetKeys.map((key) => [valueOf(finding, key, language), answerColumns.has(key) && finding.facts !== undefined ? styles.answer : styles.wrapped] as const)))
  const asking = findings.flatMap(({ facts }, index) => (facts === undefined ? [] : [firstFinding + index]))
  const answerLetter = letterOf('answer')
  const list = `&quot;${answerWords.accept[language]},${answerWords['leave-out'][language]}&quot;`
  const links = findings.flatMap(({ sheet, cell }, index) => (sheet && cell ? [`<hyperlink ref="${letterOf('place')}${firstFinding + index}" location="${xmlText(`'${sheet.replaceAll("'", "''")}'!${cell}`)}"/>`] : []))
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${reviewSheetKeys.map((key, index) => `<col min="${index + 1}" max="${index + 1}" width="${widths[key]}" customWidth="1"${key === 'facts' ? ' hidden="1"' : ''}/>`).join('')}</cols>`,
    `<sheetData>${row(1, reviewSheetKeys.map((key) => [key, 0] as const), ' hidden="1"')}${row(2, reviewSheetKeys.map((key) => [annotateTexts.headings[key][language], styles.heading] as const))}${rows.join('')}</sheetData>`,
    findings.length === 0 ? '' : `<autoFilter ref="A2:${letterOf('facts')}${last}"/>`,
    asking.length === 0 ? '' : `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${asking.map((number) => `${answerLetter}${number}`).join(' ')}"><formula1>${list}</formula1></dataValidation></dataValidations>`,
    links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`,
    '<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('')
}

function valueOf(finding: ListedFinding, key: ReviewSheetKey, language: Language): string {
  if (key === 'effect') return effectNames[finding.effect][language]
  if (key === 'place') return finding.sheet ? `${finding.sheet}${finding.cell ? `!${finding.cell}` : ''}` : ''
  if (key === 'answer') return finding.reviewed ? answerWords[finding.reviewed.answer][language] : ''
  if (key === 'reason' || key === 'by' || key === 'until') return finding.reviewed?.[key] ?? ''
  return finding[key] ?? ''
}

function row(number: number, cells: readonly (readonly [text: string, style: number])[], attributes = ''): string {
  const written = cells.map(([text, style], index) => {
    const start = `<c r="${columnLetter(index)}${number}" s="${style}"`
    return text === '' ? `${start}/>` : `${start} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
  })
  return `<row r="${number}"${attributes}>${written.join('')}</row>`
}

function letterOf(key: ReviewSheetKey): string {
  return columnLetter(reviewSheetKeys.indexOf(key))
}
