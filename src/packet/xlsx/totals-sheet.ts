import type { Workbook, Worksheet } from 'exceljs'
import { categoryNames, claimantKindNames, providerKindNames } from '../../model/value-names.js'
import { fill } from '../../templates/fill.js'
import { packetTexts } from '../../templates/packet-texts.js'
import { sheetTexts } from '../../templates/packet-sheets.js'
import { codeName, groupLabel, type GroupKind } from '../labels.js'
import type { Group } from '../small-groups.js'
import { hidesGroups, type PacketView } from '../view.js'
import { claimedColumn } from './claimed-sheet.js'
import { colors, columnLetter, euroFormat, font, euroNumber, putCell, setUpPrinting, styleHeading } from '../../formats/xlsx/sheet.js'
import type { CellValue } from '../../formats/xlsx/sheet-content.js'

/** The totals of the claim; every sum is a formula over the sheet of items. Groups of few persons are shown together. */
export function addTotalsSheet(workbook: Workbook, view: PacketView, title: string): void {
  const { language, claim } = view
  const sheet = workbook.addWorksheet(sheetTexts.totalsSheet[language], { views: [{ state: 'frozen', ySplit: 3, showGridLines: false }] })
  sheet.columns = [{ width: 42 }, { width: 18 }, { width: 26 }]
  sheet.getCell('A1').value = view.title
  sheet.getCell('A1').font = { ...font, bold: true, size: 14, color: { argb: colors.heading } }
  sheet.getCell('A2').value = packetTexts.claimed[language]
  sheet.getCell('A2').font = { ...font, color: { argb: colors.soft } }
  const total = sheet.getCell('A3')
  total.value = { formula: `SUM(${rangeOf(view, 'amount')})`, result: euroNumber(view.total) }
  total.numFmt = euroFormat
  total.font = { ...font, bold: true, size: 20, color: { argb: colors.heading } }
  total.alignment = { horizontal: 'left', vertical: 'middle' }
  for (const [row, height] of [[1, 24], [2, 18], [3, 34]] as const) sheet.getRow(row).height = height

  let row = addFacts(sheet, view, 5) + 1
  row = addBlock(sheet, view, row, 'category', packetTexts.byCategory[language], view.summary.category)
  row = addBlock(sheet, view, row, 'year', packetTexts.byYear[language], view.summary.year)
  row = addBlock(sheet, view, row, 'providerKind', packetTexts.byProviderKind[language], view.summary.providerKind)
  if (hidesGroups(view)) row = addNote(sheet, row - 1, fill(packetTexts.smallGroupsNote[language], { count: String(view.smallest) }))
  setUpPrinting(sheet, title, `A1:C${row}`, language)
  sheet.pageSetup.orientation = 'portrait'
  sheet.getCell(`A${row}`).value = `korvaus ${claim.tool.version} \u00B7 ${packetTexts.ruleBook[language]} ${claim.ruleBook.version}`
  sheet.getCell(`A${row}`).font = { ...font, size: 9, color: { argb: colors.soft } }
}

function addFacts(sheet: Worksheet, { claim, language }: PacketView, from: number): number {
  const { claimant } = claim
  const facts: [string, CellValue][] = [
    [packetTexts.claimant[language], { text: `${claimant.name} (${claimantKindNames[claimant.kind][language]})` }],
    [packetTexts.businessId[language], { text: claimant.businessId }],
    [packetTexts.number[language], { text: claim.number }],
    [packetTexts.period[language], { text: claim.period.name }],
    [packetTexts.dated[language], { date: claim.asOf }],
  ]
  facts.forEach(([name, value], index) => {
    sheet.getCell(from + index, 1).value = name
    Object.assign(sheet.getCell(from + index, 1), { font: { ...font, color: { argb: colors.soft } }, alignment: { vertical: 'middle' } })
    sheet.mergeCells(from + index, 2, from + index, 3)
    putCell(sheet.getCell(from + index, 2), value, language)
    sheet.getCell(from + index, 2).alignment = { horizontal: 'left', vertical: 'middle', wrapText: true }
  })
  return from + facts.length
}

function addNote(sheet: Worksheet, row: number, note: string): number {
  sheet.mergeCells(row, 1, row, 3)
  sheet.getCell(row, 1).value = note
  sheet.getCell(row, 1).font = { ...font, size: 9, color: { argb: colors.soft } }
  sheet.getCell(row, 1).alignment = { vertical: 'top', wrapText: true }
  sheet.getRow(row).height = 28
  return row + 2
}

function addBlock(sheet: Worksheet, view: PacketView, from: number, kind: GroupKind, title: string, groups: readonly Group[]): number {
  const { language } = view
  const headings = [title, packetTexts.items[language], packetTexts.amount[language]]
  headings.forEach((heading, index) => {
    sheet.getCell(from, index + 1).value = heading
  })
  styleHeading(sheet.getRow(from), 3, [false, true, true])
  groups.forEach((group, index) => {
    const row = from + 1 + index
    putCell(sheet.getCell(row, 1), { text: groupLabel(kind, group, language) }, language)
    sheet.getCell(row, 2).value = { formula: group.key === undefined ? `COUNTA(${rangeOf(view, 'id')})${lessAbove('B', from, row)}` : `COUNTIFS(${criteria(view, kind, group)})`, result: group.items }
    sheet.getCell(row, 3).value = { formula: group.key === undefined ? `SUM(${rangeOf(view, 'amount')})${lessAbove('C', from, row)}` : `SUMIFS(${rangeOf(view, 'amount')},${criteria(view, kind, group)})`, result: euroNumber(group.amount) }
    sheet.getCell(row, 3).numFmt = euroFormat
    for (const column of [2, 3]) Object.assign(sheet.getCell(row, column), { font, alignment: { vertical: 'middle', horizontal: 'right' } })
  })
  const last = from + groups.length
  const sum = last + 1
  styleHeading(sheet.getRow(sum), 3, [false, true, true])
  sheet.getRow(sum).height = 20
  sheet.getCell(sum, 1).value = packetTexts.total[language]
  sheet.getCell(sum, 2).value = { formula: `SUM(B${from + 1}:B${last})`, result: view.claimed.length }
  sheet.getCell(sum, 3).value = { formula: `SUM(C${from + 1}:C${last})`, result: euroNumber(view.total) }
  sheet.getCell(sum, 3).numFmt = euroFormat
  return sum + 2
}

/** What is shown together is what the lines above leave. */
function lessAbove(column: string, from: number, row: number): string {
  return row === from + 1 ? '' : `-SUM(${column}${from + 1}:${column}${row - 1})`
}

/** Which items belong to a group, as `COUNTIFS` and `SUMIFS` ask it. */
function criteria(view: PacketView, kind: GroupKind, { key = '' }: Group): string {
  const { language } = view
  if (kind === 'category') return `${rangeOf(view, 'category')},"${quoted(codeName(categoryNames, key, language))}"`
  if (kind === 'providerKind') return `${rangeOf(view, 'providerKind')},"${quoted(codeName(providerKindNames, key, language))}"`
  const days = rangeOf(view, 'serviceDate')
  return `${days},">="&DATE(${Number(key)},1,1),${days},"<="&DATE(${Number(key)},12,31)`
}

function rangeOf({ claimed, language }: PacketView, key: string): string {
  const letter = columnLetter(claimedColumn(key))
  return `'${sheetTexts.claimedSheet[language]}'!$${letter}$2:$${letter}$${Math.max(2, claimed.length + 1)}`
}

function quoted(text: string): string {
  return text.replaceAll('"', '""')
}
