import type ExcelJS from 'exceljs'
import { namingKeys, type Column, type SheetKind } from '../model/columns.js'
import type { Language } from '../model/language.js'
import { helpText } from './blank-guide.js'
import { templateTexts } from './template-texts.js'

/** The last row that is checked while it is typed. */
export const lastRow = 2000
const missing = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } } as const
const doubled = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFEB9C' } } as const
/** The rows of a table that name something once. */
const onceOnly: ReadonlySet<SheetKind> = new Set(['costs', 'cases'])

/** What a cell of a column may hold as it is typed: no more and no less than what the reader reads. */
export function validationOf(kind: SheetKind, column: Column, letter: string, language: Language, listOf: (column: Column) => string): ExcelJS.DataValidation | undefined {
  const isName = column.key === namingKeys[kind] && onceOnly.has(kind)
  const error = isName ? `${templateTexts.once[language]} ${helpText(column, language)}` : helpText(column, language)
  const common = { allowBlank: true, showErrorMessage: true, errorTitle: templateTexts.wrongTitle[language], error, showInputMessage: true, promptTitle: column.heading[language].slice(0, 32), prompt: helpText(column, language).slice(0, 255) }
  const first = `${letter}2`
  if (column.type === 'choice') return { type: 'list', formulae: [listOf(column)], ...common }
  if (column.type === 'yes-no') return { type: 'list', formulae: [`"${templateTexts.yes[language]},${templateTexts.no[language]}"`], ...common }
  if (column.type === 'date') return { type: 'date', operator: 'between', formulae: [new Date(Date.UTC(1900, 2, 1)), new Date(Date.UTC(2100, 11, 31))], ...common }
  if (column.type === 'money') return { type: 'custom', formulae: [`AND(ISNUMBER(${first}),ROUND(${first},2)=${first},ABS(${first})<=100000000)`], ...common }
  if (column.type === 'number') return { type: 'custom', formulae: [`AND(ISNUMBER(${first}),ROUND(${first},4)=${first},ABS(${first})<=1000000)`], ...common }
  if (isName) return { type: 'custom', formulae: [`COUNTIF($${letter}$2:$${letter}$${lastRow},${first})=1`], ...common }
  return undefined
}

/** Colours what is missing in a row that has begun, and a name that stands there twice. */
export function addColours(sheet: ExcelJS.Worksheet, kind: SheetKind, columns: readonly Column[]): void {
  const last = sheet.getColumn(columns.length).letter
  const begun = `COUNTA($A2:$${last}2)>0`
  const letterOf = (key: string) => sheet.getColumn(columns.findIndex((column) => column.key === key) + 1).letter
  let priority = 1
  const colour = (letter: string, formula: string, fill: typeof missing | typeof doubled) =>
    sheet.addConditionalFormatting({ ref: `${letter}2:${letter}${lastRow}`, rules: [{ type: 'expression', priority: priority++, formulae: [formula], style: { fill } }] })
  for (const [index, column] of columns.entries()) {
    const { letter } = sheet.getColumn(index + 1)
    if (column.must) colour(letter, `AND(${begun},LEN(TRIM(${letter}2))=0)`, missing)
  }
  if (kind === 'costs') {
    const [net, vat, gross, worker] = ['net', 'vat', 'gross', 'worker'].map(letterOf) as [string, string, string, string]
    for (const letter of [net, vat, gross]) colour(letter, `AND(${begun},ISBLANK(${letter}2),COUNT($${net}2,$${vat}2,$${gross}2)<2,ISBLANK($${worker}2))`, missing)
  }
  if (onceOnly.has(kind)) {
    const letter = letterOf(namingKeys[kind])
    colour(letter, `AND(LEN(${letter}2)>0,COUNTIF($${letter}$2:$${letter}$${lastRow},${letter}2)>1)`, doubled)
  }
}
