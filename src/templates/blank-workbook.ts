import ExcelJS from 'exceljs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { columnsOf, sheetKinds, sheetNames, type Column, type SheetKind } from '../model/columns.js'
import type { Language } from '../model/language.js'
import { fill } from './fill.js'
import { templateTexts } from './template-texts.js'

const lastRow = 2000
const listSheet = 'korvaus'
const fixedTime = new Date(Date.UTC(2026, 0, 1))

export interface BlankOptions {
  /** The tables that it holds; all of them by default. */
  readonly kinds?: readonly SheetKind[]
  /** Case IDs that stand in the tables of cases and residences already. */
  readonly cases?: readonly string[]
}

/** The blank service log: headings with help, drop-downs, date and amount checks; the same bytes for the same language. */
export async function blankWorkbook(language: Language, { kinds = sheetKinds, cases = [] }: BlankOptions = {}): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.created = fixedTime
  workbook.modified = fixedTime
  const lists = new Lists(language)
  for (const kind of kinds) {
    const sheet = workbook.addWorksheet(sheetNames[kind][language], { views: [{ state: 'frozen', ySplit: 1 }] })
    columnsOf[kind].forEach((column, index) => addColumn(sheet, column, index + 1, language, lists))
    if (kind === 'cases' || kind === 'residences') cases.forEach((id, row) => (sheet.getCell(row + 2, 1).value = id))
  }
  addGuide(workbook, language)
  lists.write(workbook)
  return reproducible(new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer))
}

function addColumn(sheet: ExcelJS.Worksheet, column: Column, index: number, language: Language, lists: Lists): void {
  const heading = sheet.getCell(1, index)
  heading.value = column.heading[language]
  heading.font = { bold: column.must }
  heading.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: column.must ? 'FFDCE6F1' : 'FFF2F2F2' } }
  heading.note = helpText(column, language)
  const letter = sheet.getColumn(index)
  letter.width = Math.max(12, Math.min(40, column.heading[language].length + 4))
  if (column.type === 'date') letter.numFmt = 'd.m.yyyy'
  if (column.type === 'money') letter.numFmt = '#,##0.00'
  const rule = validation(column, language, lists)
  if (rule) (sheet as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } }).dataValidations.add(`${letter.letter}2:${letter.letter}${lastRow}`, rule)
}

function helpText(column: Column, language: Language): string {
  const choices = (column.choices ?? []).map(([, names]) => names[language]).join(', ')
  const help = fill(templateTexts.typeHelp[column.type][language], { choices })
  return column.must ? `${templateTexts.required[language]} ${help}` : help
}

function validation(column: Column, language: Language, lists: Lists): ExcelJS.DataValidation | undefined {
  const common = { allowBlank: true, showErrorMessage: true, errorTitle: templateTexts.wrongTitle[language], error: helpText(column, language) }
  if (column.type === 'choice') return { type: 'list', formulae: [lists.range(column)], ...common }
  if (column.type === 'yes-no') return { type: 'list', formulae: [`"${templateTexts.yes[language]},${templateTexts.no[language]}"`], ...common }
  if (column.type === 'date') return { type: 'date', operator: 'greaterThan', formulae: [new Date(Date.UTC(1900, 2, 1))], ...common }
  if (column.type === 'money' || column.type === 'number') return { type: 'decimal', operator: 'between', formulae: [-100_000_000, 100_000_000], ...common }
  return undefined
}

/** The names of choices, on a sheet of their own that nobody needs to see. */
class Lists {
  readonly #language: Language
  readonly #columns: Column[] = []

  constructor(language: Language) {
    this.#language = language
  }

  range(column: Column): string {
    this.#columns.push(column)
    const letter = String.fromCharCode(64 + this.#columns.length)
    return `${listSheet}!$${letter}$1:$${letter}$${column.choices?.length ?? 1}`
  }

  write(workbook: ExcelJS.Workbook): void {
    const sheet = workbook.addWorksheet(listSheet, { state: 'veryHidden' })
    this.#columns.forEach((column, index) => column.choices?.forEach(([, names], row) => (sheet.getCell(row + 1, index + 1).value = names[this.#language])))
  }
}

function addGuide(workbook: ExcelJS.Workbook, language: Language): void {
  const sheet = workbook.addWorksheet(templateTexts.guideSheet[language])
  sheet.getColumn(1).width = 110
  templateTexts.guide[language].forEach((line, index) => {
    sheet.getCell(index + 1, 1).value = line
    sheet.getCell(index + 1, 1).alignment = { wrapText: true, vertical: 'top' }
  })
}

/** The library stamps times into the archive; parts sorted and times fixed give the same bytes each time. */
function reproducible(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const core = 'docProps/core.xml'
  if (parts[core]) parts[core] = strToU8(new TextDecoder().decode(parts[core]).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${fixedTime.toISOString().slice(0, 19)}Z`))
  const sorted = Object.fromEntries(Object.keys(parts).sort().map((name) => [name, parts[name] as Uint8Array]))
  return zipSync(sorted, { mtime: new Date(1980, 0, 1), level: 6 })
}
