import { costColumns, type CostKey } from '../../model/columns.js'
import type { Language } from '../../model/language.js'
import { categoryNames, costBasisNames, providerKindNames, unitNames } from '../../model/value-names.js'
import { fill } from '../../templates/fill.js'
import { packetTexts } from '../../templates/packet-texts.js'
import { sheetTexts } from '../../templates/packet-sheets.js'
import { codeName } from '../labels.js'
import type { AssessedItem } from '../../model/assessment.js'
import type { ClaimedRow, PacketView } from '../view.js'
import type { CellValue, SheetColumn, SheetContent } from '../../formats/xlsx/sheet-content.js'

interface ClaimedColumn extends SheetColumn {
  readonly key: string
  readonly cell: (row: ClaimedRow, language: Language) => CellValue
}

const text = (value: string | undefined): CellValue => (value === undefined || value === '' ? undefined : { text: value })
const protectedText = (value: string | undefined, { withheld }: ClaimedRow, language: Language): CellValue => text(value ?? (withheld ? packetTexts.withheld[language] : undefined))
const decimal = (value: string | undefined): CellValue => (value === undefined ? undefined : { decimal: value })
const date = (value: string | undefined): CellValue => (value === undefined ? undefined : { date: value })
const euros = (value: bigint | undefined): CellValue => (value === undefined ? undefined : { euros: value })

function columnsIn(language: Language): ClaimedColumn[] {
  return [
    logColumn('id', 14, language, ({ id }) => text(id)),
    logColumn('case', 15, language, (row) => text(row.case)),
    logColumn('serviceDate', 12, language, ({ facts }) => date(facts.serviceDate)),
    logColumn('serviceEnd', 12, language, ({ facts }) => date(facts.serviceEnd)),
    logColumn('category', 20, language, ({ facts }) => text(codeName(categoryNames, facts.category, language))),
    logColumn('description', 30, language, (row) => protectedText(row.details.description, row, language)),
    logColumn('need', 36, language, (row) => protectedText(row.details.need, row, language)),
    logColumn('provider', 22, language, (row) => protectedText(row.details.provider, row, language)),
    logColumn('providerKind', 18, language, ({ facts }) => text(codeName(providerKindNames, facts.providerKind, language))),
    logColumn('quantity', 9, language, ({ details }) => decimal(details.quantity)),
    logColumn('unit', 9, language, ({ details }) => text(codeName(unitNames, details.unit, language))),
    logColumn('unitPrice', 11, language, ({ details }) => (details.unitPrice === undefined ? undefined : { decimal: details.unitPrice, price: true })),
    logColumn('hours', 9, language, ({ details }) => decimal(details.hours)),
    logColumn('worker', 14, language, (row) => text(row.details.worker ?? (row.withheld && row.facts.hasWorker ? packetTexts.withheld[language] : undefined))),
    { ...logColumn('net', 13, language, ({ facts }) => euros(facts.net)), sum: true },
    { ...logColumn('vat', 12, language, ({ facts }) => euros(facts.vat)), sum: true },
    { ...logColumn('gross', 13, language, ({ facts }) => euros(facts.gross)), sum: true },
    { ...logColumn('deductions', 13, language, ({ facts }) => euros(facts.deductions)), sum: true },
    { key: 'amount', heading: sheetTexts.claimedAmount[language], width: 14, sum: true, cell: ({ amount }) => euros(amount) },
    logColumn('costBasis', 18, language, ({ facts }) => text(codeName(costBasisNames, facts.costBasis, language))),
    logColumn('voucher', 18, language, (row) => protectedText(row.details.voucher, row, language)),
    logColumn('voucherDate', 12, language, ({ facts }) => date(facts.voucherDate)),
    logColumn('account', 10, language, ({ facts }) => text(facts.account)),
    logColumn('costCentre', 17, language, (row) => text(row.details.costCentre)),
    logColumn('decision', 16, language, ({ details }) => text(details.decision)),
    logColumn('credits', 14, language, ({ details }) => text(details.credits)),
    { key: 'regime', heading: sheetTexts.lawColumn[language], width: 9, cell: ({ regime }) => text(regime) },
    { key: 'lawDate', heading: sheetTexts.lawDate[language], width: 12, cell: ({ assessed }) => date(assessed.decidedBy?.date) },
    { key: 'notes', heading: sheetTexts.notes[language], width: 36, cell: ({ assessed }) => text(assessed.findings.map(({ rule, message }) => `${rule}: ${message}`).join('\n')) },
    { key: 'source', heading: sheetTexts.source[language], width: 28, cell: ({ assessed }) => text(sourceText(assessed, language)) },
  ]
}

/** Every claimed item with all that the handler needs. */
export function claimedSheet({ claimed, language }: PacketView): SheetContent {
  const columns = columnsIn(language)
  return { name: sheetTexts.claimedSheet[language], pagesWide: 3, columns, rows: claimed.map((row) => columns.map(({ cell }) => cell(row, language))) }
}

/** Number of the column of a key, from 1. */
export function claimedColumn(key: string): number {
  return columnsIn('en').findIndex((column) => column.key === key) + 1
}

/** Where an item stands in the service log. */
export function sourceText({ source }: AssessedItem, language: Language): string {
  return fill(sheetTexts.sourceRow[language], { file: source.file, sheet: source.sheet, row: String(source.row) })
}

function logColumn(key: CostKey, width: number, language: Language, cell: ClaimedColumn['cell']): ClaimedColumn {
  return { key, heading: costColumns.find((column) => column.key === key)?.heading[language] ?? key, width, cell }
}
