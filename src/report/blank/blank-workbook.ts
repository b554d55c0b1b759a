import ExcelJS from 'exceljs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { columnsOf, sheetKinds, sheetNames, type Column, type SheetKind } from '../../model/columns.js'
import type { Language } from '../../model/language.js'
import { addGuide, fontOf, helpText } from './blank-guide.js'
import { addColours, lastRow, validationOf, type OfferedLists } from './blank-rules.js'
import { exampleValue } from './template-example.js'
import { templateTexts } from '../../templates/template-texts.js'

/** No name that the sheet of findings could have, whatever its capitals. */
const listSheet = 'lists'
const fixedTime = new Date(Date.UTC(2026, 0, 1))
const exampleFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFEFEF' } } as const

/** Names that columns of text offer, by the key of the column. */
export interface NamesOffered {
  readonly municipality: readonly string[]
  readonly authority: readonly string[]
}

export interface BlankOptions {
  /** The tables that it holds; all of them by default. */
  readonly kinds?: readonly SheetKind[]
  /** Case IDs that stand in the tables of cases and residences already, in the place of an example. */
  readonly cases?: readonly string[]
  readonly names?: NamesOffered
}

/**
 * The blank service log: a guide, headings with help, an example row, drop-downs, checks and colours for what is
 * missing; the same bytes for the same language.
 */
export async function blankWorkbook(language: Language, { kinds = sheetKinds, cases = [], names }: BlankOptions = {}): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.created = fixedTime
  workbook.modified = fixedTime
  const lists = new Lists(language, kinds, names)
  addGuide(workbook, kinds, language)
  for (const kind of kinds) addTable(workbook, kind, language, lists, cases)
  lists.write(workbook)
  return reproducible(new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer))
}

function addTable(workbook: ExcelJS.Workbook, kind: SheetKind, language: Language, lists: Lists, cases: readonly string[]): void {
  const columns = columnsOf[kind]
  const sheet = workbook.addWorksheet(sheetNames[kind][language], { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }], pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' } })
  columns.forEach((column, index) => addColumn(sheet, kind, column, index + 1, language, lists))
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  const isListed = cases.length > 0 && (kind === 'cases' || kind === 'residences')
  if (isListed) cases.forEach((id, row) => (sheet.getCell(row + 2, 1).value = id))
  else columns.forEach((column, index) => addExample(sheet.getCell(2, index + 1), column, language))
  addColours(sheet, kind, columns, language)
}

function addColumn(sheet: ExcelJS.Worksheet, kind: SheetKind, column: Column, index: number, language: Language, lists: Lists): void {
  const heading = sheet.getCell(1, index)
  heading.value = column.heading[language]
  heading.font = fontOf(column.must)
  heading.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: column.must ? 'FFDCE6F1' : 'FFF2F2F2' } }
  heading.note = helpText(column, language, true)
  const letter = sheet.getColumn(index)
  letter.width = Math.max(12, Math.min(40, column.heading[language].length + 4))
  if (column.type === 'date') letter.numFmt = 'd.m.yyyy'
  if (column.type === 'money') letter.numFmt = '#,##0.00'
  const rule = validationOf(kind, column, letter.letter, language, lists)
  if (rule) (sheet as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } }).dataValidations.add(`${letter.letter}2:${letter.letter}${lastRow}`, rule)
}

/** The example stands out as none of the log: grey and slanted, and its name says what it is. */
function addExample(cell: ExcelJS.Cell, column: Column, language: Language): void {
  const value = exampleValue(column, language, { yes: templateTexts.yes[language], no: templateTexts.no[language] })
  if (value !== undefined) cell.value = value
  cell.font = { ...fontOf(false), italic: true, color: { argb: 'FF7F7F7F' } }
  cell.fill = exampleFill
}

/** What columns offer: names of choices and of municipalities on a sheet of their own that nobody needs to see, and what stands in other tables. */
class Lists implements OfferedLists {
  readonly #language: Language
  readonly #kinds: readonly SheetKind[]
  readonly #names: NamesOffered | undefined
  readonly #written: (readonly string[])[] = []

  constructor(language: Language, kinds: readonly SheetKind[], names: NamesOffered | undefined) {
    this.#language = language
    this.#kinds = kinds
    this.#names = names
  }

  choices(column: Column): string {
    return this.#range((column.choices ?? []).map(([, names]) => names[this.#language]))
  }

  names(key: string): string | undefined {
    const offered = this.#names?.[key as keyof NamesOffered]
    return offered === undefined ? undefined : this.#range(offered)
  }

  rowsOf(kind: SheetKind): string | undefined {
    const first = `'${sheetNames[kind][this.#language]}'!$A$2`
    return this.#kinds.includes(kind) ? `OFFSET(${first},0,0,MAX(1,COUNTA(${first}:$A$${lastRow})),1)` : undefined
  }

  write(workbook: ExcelJS.Workbook): void {
    if (this.#written.length === 0) return
    const sheet = workbook.addWorksheet(listSheet, { state: 'veryHidden' })
    this.#written.forEach((names, index) => names.forEach((name, row) => (sheet.getCell(row + 1, index + 1).value = name)))
  }

  #range(names: readonly string[]): string {
    this.#written.push(names)
    const letter = String.fromCharCode(64 + this.#written.length)
    return `${listSheet}!$${letter}$1:$${letter}$${Math.max(1, names.length)}`
  }
}

/** The library stamps times into the archive; parts sorted and times fixed give the same bytes each time. */
function reproducible(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const core = 'docProps/core.xml'
  if (parts[core]) parts[core] = strToU8(new TextDecoder().decode(parts[core]).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${fixedTime.toISOString().slice(0, 19)}Z`))
  const sorted = Object.fromEntries(Object.keys(parts).sort().map((name) => [name, parts[name] as Uint8Array]))
  return zipSync(sorted, { mtime: new Date(1980, 0, 1), level: 6 })
}
