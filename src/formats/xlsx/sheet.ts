import type { Workbook, Worksheet } from 'exceljs'
import type { Language } from '../../model/language.js'
import type { Cents } from '../../model/money.js'
import { packetTexts } from '../../templates/packet-texts.js'
import { sheetTexts } from '../../templates/packet-sheets.js'
import { linesOf, rowHeight } from './row-height.js'
import { safeText } from './safe-text.js'
import type { CellValue, SheetContent } from './sheet-content.js'

/** Named in every style: a style without a name is shown in another typeface. */
export const font = { name: 'Arial', family: 2, size: 10 } as const
export const colors = { heading: 'FF12476B', fill: 'FFEEF3F7', line: 'FFC3CDD6', soft: 'FF51606E' } as const
export const euroFormat = '#,##0.00\\ "€"'
/** Prices of a unit may have more decimals than cents. */
const priceFormat = '#,##0.00##'
const dateFormats: Record<Language, string> = { fi: 'd\\.m\\.yyyy', sv: 'd\\.m\\.yyyy', en: 'd\\ mmm\\ yyyy' }

/** A sheet with a frozen heading row, a filter, a sum under each column that wants one, and a print area. */
export function addListSheet(workbook: Workbook, content: SheetContent, title: string, language: Language): Worksheet {
  const sheet = workbook.addWorksheet(content.name, { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] })
  sheet.columns = content.columns.map(({ width }) => ({ width }))
  const head = sheet.getRow(1)
  content.columns.forEach(({ heading }, index) => {
    head.getCell(index + 1).value = heading
  })
  styleHeading(head, content.columns.length, content.columns.map((_, index) => content.rows.some((cells) => isNumber(cells[index]))))
  head.height = Math.max(32, ...content.columns.map(({ heading, width }) => linesOf(heading, width * 0.9) * 13 + 6))
  content.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const target = sheet.getCell(row + 2, column + 1)
      putCell(target, cell, language)
      target.border = { bottom: { style: 'hair', color: { argb: colors.line } } }
    })
    sheet.getRow(row + 2).height = rowHeight(cells, content.columns)
  })
  const last = content.rows.length + 1
  const [columnCount, lastLetter] = [content.columns.length, columnLetter(content.columns.length)]
  if (content.rows.length > 0) {
    addSums(sheet, content, last, language)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: last, column: columnCount } }
  }
  const summed = content.rows.length > 0 && content.columns.some(({ sum }) => sum)
  setUpPrinting(sheet, title, `A1:${lastLetter}${summed ? last + 1 : last}`, language, content.pagesWide)
  sheet.pageSetup.printTitlesColumn = 'A:A'
  sheet.pageSetup.printTitlesRow = '1:1'
  return sheet
}

/** A4 across, fitted to the width of the pages, with the name of the claim and the page number. */
export function setUpPrinting(sheet: Worksheet, title: string, area: string, language: Language, pagesWide = 1): void {
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: pagesWide,
    fitToHeight: 0,
    printArea: area,
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  }
  sheet.headerFooter.oddHeader = `&L${title.replaceAll('&', '&&')}&R${sheet.name}`
  sheet.headerFooter.oddFooter = `&R${sheetTexts.page[language]} &P / &N`
}

/** The letters of a column by its number, from 1. */
export function columnLetter(number: number): string {
  const rest = (number - 1) % 26
  const letter = String.fromCharCode(65 + rest)
  return number > 26 ? `${columnLetter((number - 1 - rest) / 26)}${letter}` : letter
}

/** Cents as the number of a cell; two decimals of euros are exact when shown. */
export function euroNumber(cents: Cents): number {
  return Number(cents) / 100
}

type Cell = ReturnType<Worksheet['getCell']>

/** Writes a value with the format of its kind; texts can never act as formulas. */
export function putCell(cell: Cell, value: CellValue, language: Language): void {
  cell.font = font
  // To the left with some room, so that it does not run into the number before it.
  cell.alignment = { vertical: 'middle', horizontal: 'left', wrapText: true, indent: 1 }
  if (value === undefined) return
  if ('text' in value) {
    cell.numFmt = '@'
    cell.value = safeText(value.text)
    return
  }
  cell.alignment = { vertical: 'middle', horizontal: 'right' }
  if ('date' in value) {
    cell.alignment = { vertical: 'middle', horizontal: 'left', indent: 1 }
    cell.numFmt = dateFormats[language]
    cell.value = new Date(`${value.date}T00:00:00Z`)
  } else if ('euros' in value) {
    cell.numFmt = euroFormat
    cell.value = euroNumber(value.euros)
  } else if ('count' in value) {
    cell.value = value.count
  } else {
    if (value.price) cell.numFmt = priceFormat
    cell.value = Number(value.decimal)
  }
}

function isNumber(cell: CellValue): boolean {
  return cell !== undefined && !('text' in cell) && !('date' in cell)
}

/** A row of headings or sums; those of numbers stand to the right, as their numbers do. */
export function styleHeading(row: ReturnType<Worksheet['getRow']>, columns: number, numbers: readonly boolean[] = []): void {
  row.height = 32
  for (let column = 1; column <= columns; column += 1) {
    const cell = row.getCell(column)
    cell.font = { ...font, bold: true, color: { argb: colors.heading } }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colors.fill } }
    cell.border = { bottom: { style: 'thin', color: { argb: colors.line } } }
    cell.alignment = { vertical: 'middle', wrapText: true, ...(numbers[column - 1] ? { horizontal: 'right' } : { horizontal: 'left', indent: 1 }) }
  }
}

function addSums(sheet: Worksheet, { columns, rows }: SheetContent, last: number, language: Language) {
  if (!columns.some(({ sum }) => sum)) return
  const row = sheet.getRow(last + 1)
  styleHeading(row, columns.length)
  row.height = 22
  row.getCell(1).value = packetTexts.total[language]
  columns.forEach(({ sum }, index) => {
    if (!sum) return
    const letter = columnLetter(index + 1)
    const total = rows.reduce((cents, cells) => cents + eurosOf(cells[index]), 0n)
    const cell = row.getCell(index + 1)
    cell.numFmt = euroFormat
    cell.alignment = { vertical: 'middle', horizontal: 'right' }
    cell.value = { formula: `SUM(${letter}2:${letter}${last})`, result: euroNumber(total) }
  })
}

function eurosOf(cell: CellValue): Cents {
  return cell !== undefined && 'euros' in cell ? cell.euros : 0n
}
