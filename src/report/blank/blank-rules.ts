import type ExcelJS from 'exceljs'
import { namingKeys, referenceOf, sheetNames, type Column, type SheetKind } from '../../model/columns.js'
import type { Language } from '../../model/language.js'
import { providerKindNames } from '../../model/value-names.js'
import { helpText } from './blank-guide.js'
import { fill } from '../../templates/fill.js'
import { templateTexts } from '../../templates/template-texts.js'

/** The last row that is checked while it is typed. */
export const lastRow = 2000
const missing = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } } as const
const doubled = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFEB9C' } } as const
/** The rows of a table that name something once. */
const onceOnly: ReadonlySet<SheetKind> = new Set(['costs', 'cases'])

/** Where the lists stand that cells choose from. */
export interface OfferedLists {
  choices(column: Column): string
  names(key: string): string | undefined
  /** What names the rows of another table of the workbook. */
  rowsOf(kind: SheetKind): string | undefined
}

/** Columns whose other names a person may know better than the tables. */
const openNames: ReadonlySet<string> = new Set(['authority'])
/** What a cell of a column may hold as it is typed: no more and no less than what the reader reads. */
export function validationOf(kind: SheetKind, column: Column, letter: string, language: Language, lists: OfferedLists): ExcelJS.DataValidation | undefined {
  const isName = column.key === namingKeys[kind] && onceOnly.has(kind)
  const error = isName ? `${templateTexts.once[language]} ${helpText(column, language)}` : helpText(column, language)
  const common = { allowBlank: true, showErrorMessage: true, errorTitle: templateTexts.wrongTitle[language], error, showInputMessage: true, promptTitle: column.heading[language].slice(0, 32), prompt: helpText(column, language).slice(0, 255) }
  const first = `${letter}2`
  /** The rows may be filled in in any order, so that a name that is not there yet is only warned of. */
  const reference = referenceOf(kind, column)
  const others = reference === undefined ? undefined : lists.rowsOf(reference)
  if (others !== undefined) return { type: 'list', formulae: [others], ...common, errorStyle: 'warning', error: fill(templateTexts.notListed[language], { sheet: sheetNames[reference as SheetKind][language] }) }
  const names = lists.names(column.key)
  if (names !== undefined) return { type: 'list', formulae: [names], ...common, ...(openNames.has(column.key) ? { errorStyle: 'warning' } : {}) }
  if (column.type === 'choice') return { type: 'list', formulae: [lists.choices(column)], ...common }
  if (column.type === 'choices') return { type: 'custom', formulae: [everyPartIsIn(first, lists.choices(column))], ...common, error: common.error.slice(0, 225) }
  if (column.type === 'yes-no') return { type: 'list', formulae: [`"${templateTexts.yes[language]},${templateTexts.no[language]}"`], ...common }
  if (column.type === 'date') return { type: 'date', operator: 'between', formulae: [new Date(Date.UTC(1900, 2, 1)), new Date(Date.UTC(2100, 11, 31))], ...common }
  if (column.type === 'money') return { type: 'custom', formulae: [`AND(ISNUMBER(${first}),ROUND(${first},2)=${first},ABS(${first})<=100000000)`], ...common }
  if (column.type === 'number') return { type: 'custom', formulae: [`AND(ISNUMBER(${first}),ROUND(${first},4)=${first},ABS(${first})<=1000000)`], ...common }
  if (isName) return { type: 'custom', formulae: [`COUNTIF($${letter}$2:$${letter}$${lastRow},${first})=1`], ...common }
  return undefined
}

/** Whether each part of a cell between commas is in a list: as many of the list are among the parts as there are parts. */
function everyPartIsIn(cell: string, list: string): string {
  return `SUMPRODUCT(--ISNUMBER(SEARCH(","&${list}&",",","&SUBSTITUTE(${cell},", ",",")&",")))=LEN(${cell})-LEN(SUBSTITUTE(${cell},",",""))+1`
}

/** Colours what is missing in a row that has begun (the provider's name only where the service was bought), and a name that stands there twice. */
export function addColours(sheet: ExcelJS.Worksheet, kind: SheetKind, columns: readonly Column[], language: Language): void {
  const last = sheet.getColumn(columns.length).letter
  const begun = `COUNTA($A2:$${last}2)>0`
  const letterOf = (key: string) => sheet.getColumn(columns.findIndex((column) => column.key === key) + 1).letter
  let priority = 1
  const colour = (letter: string, formula: string, paint: typeof missing | typeof doubled) =>
    sheet.addConditionalFormatting({ ref: `${letter}2:${letter}${lastRow}`, rules: [{ type: 'expression', priority: priority++, formulae: [formula], style: { fill: paint } }] })
  for (const [index, column] of columns.entries()) {
    const { letter } = sheet.getColumn(index + 1)
    if (column.must || column.asked === true) colour(letter, `AND(${begun},LEN(TRIM(${letter}2))=0)`, missing)
  }
  if (kind === 'costs') {
    const [net, vat, gross, worker, provider, providerKind] = ['net', 'vat', 'gross', 'worker', 'provider', 'providerKind'].map(letterOf) as [string, string, string, string, string, string]
    colour(provider, `AND(LEN(TRIM(${provider}2))=0,LEN(TRIM(${providerKind}2))>0,TRIM(${providerKind}2)<>"${providerKindNames.own[language]}")`, missing)
    for (const letter of [net, vat, gross]) colour(letter, `AND(${begun},ISBLANK(${letter}2),COUNT($${net}2,$${vat}2,$${gross}2)<2,ISBLANK($${worker}2))`, missing)
  }
  if (onceOnly.has(kind)) {
    const letter = letterOf(namingKeys[kind])
    colour(letter, `AND(LEN(${letter}2)>0,COUNTIF($${letter}$2:$${letter}$${lastRow},${letter}2)>1)`, doubled)
  }
}
