import type ExcelJS from 'exceljs'
import { columnsOf, sheetNames, type Column, type SheetKind } from '../../model/columns.js'
import type { Language } from '../../model/language.js'
import { fill } from '../../templates/fill.js'
import { templateTexts } from '../../templates/template-texts.js'

const longestLine = 88
const headFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCE6F1' } } as const

/** The first sheet: how the workbook is filled in, and what each column holds. */
export function addGuide(workbook: ExcelJS.Workbook, kinds: readonly SheetKind[], language: Language): void {
  const sheet = workbook.addWorksheet(templateTexts.guideSheet[language], { views: [{ showGridLines: false }], pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } })
  for (const [index, width] of [20, 32, 14, 80].entries()) sheet.getColumn(index + 1).width = width
  const title = sheet.addRow([templateTexts.guideTitle[language]])
  title.font = { ...fontOf(true), size: 16 }
  sheet.addRow([])
  for (const [index, line] of templateTexts.guide[language].entries()) {
    const row = sheet.addRow([`${index + 1}. ${line}`])
    sheet.mergeCells(row.number, 1, row.number, 4)
    row.getCell(1).alignment = { wrapText: true, vertical: 'top' }
    row.height = line.length > 140 ? 32 : 17
  }
  sheet.addRow([])
  for (const kind of kinds) {
    const head = sheet.addRow([sheetNames[kind][language], ...templateTexts.guideHead[language]])
    head.eachCell((cell) => Object.assign(cell, { font: fontOf(true), fill: headFill }))
    for (const column of columnsOf[kind]) {
      const row = sheet.addRow(['', column.heading[language], column.must ? templateTexts.must[language] : '', helpText(column, language, true)])
      row.getCell(2).font = fontOf(column.must)
      if (String(row.getCell(4).value).length > longestLine) row.height = 31
      for (const cell of [2, 3, 4]) row.getCell(cell).alignment = { wrapText: cell === 4, vertical: 'top' }
    }
    sheet.addRow([])
  }
}

/** A font with its name: without one each program takes another. */
export function fontOf(bold: boolean): Partial<ExcelJS.Font> {
  return { name: 'Calibri', size: 11, bold }
}

/** What a column holds, in words: whether it is required, of what form, and which values it knows. */
export function helpText(column: Column, language: Language, withChoices = false): string {
  const choices = (column.choices ?? []).map(([, names]) => names[language]).join(', ')
  const type = fill(templateTexts.typeHelp[column.type][language], { choices })
  const listed = withChoices && column.type === 'choice' ? ` ${choices}.` : ''
  const about = column.help?.[language]
  const form = about !== undefined && column.type === 'text' ? [about] : [...(about === undefined ? [] : [about]), type + listed]
  return [...(column.must && !withChoices ? [templateTexts.required[language]] : []), ...form].join(' ')
}
