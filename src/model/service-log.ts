import { z } from 'zod'
import type { SheetKind } from './columns.js'
import type { InputFile } from './inputs.js'
import type { Review } from './review.js'
import {
  admissionGroundSchema, categorySchema, costBasisSchema, decisionResultSchema, effectSchema, isoDateSchema, providerKindSchema, statementResultSchema, unitSchema,
} from './values.js'

/** Exact cents. */
export const centsSchema = z.bigint()
/** An exact decimal number as plain text: `7.5`. */
export const decimalTextSchema = z.string().regex(/^-?\d+(\.\d+)?$/)

/** A table of the service log as it was found: one sheet of one file, with the column letter of each key. */
export interface TableSource {
  /** The file as the user named it. */
  readonly file: string
  readonly sheet: string
  readonly kind: SheetKind
  /** Column key → column letter. */
  readonly columns: Readonly<Record<string, string>>
}

/** Where a row stands. `raw` keeps the cell texts that differ from the value read from them. */
export interface RowSource {
  readonly table: TableSource
  readonly row: number
  readonly raw?: Readonly<Record<string, string>>
}

/** One cell, as findings name it. */
export interface CellSource {
  readonly file: string
  readonly sheet?: string
  /** `C7`; only the row or only the column where the finding is about one of those. */
  readonly cell?: string
  readonly raw?: string
}

/** One cost item: one service to one case, one voucher line. Absent keys are empty or unreadable cells. */
export const costItemSchema = z.object({
  id: z.string().min(1),
  case: z.string().optional(),
  serviceDate: isoDateSchema.optional(),
  serviceEnd: isoDateSchema.optional(),
  category: categorySchema.optional(),
  description: z.string().optional(),
  need: z.string().optional(),
  provider: z.string().optional(),
  providerKind: providerKindSchema.optional(),
  quantity: decimalTextSchema.optional(),
  unit: unitSchema.optional(),
  unitPrice: decimalTextSchema.optional(),
  net: centsSchema.optional(),
  vat: centsSchema.optional(),
  gross: centsSchema.optional(),
  deductions: centsSchema.optional(),
  costBasis: costBasisSchema.optional(),
  voucher: z.string().optional(),
  voucherDate: isoDateSchema.optional(),
  account: z.string().optional(),
  costCentre: z.string().optional(),
  decision: z.string().optional(),
  credits: z.string().optional(),
  worker: z.string().optional(),
  hours: decimalTextSchema.optional(),
})

export const caseSchema = z.object({
  case: z.string().min(1),
  name: z.string().optional(),
  personalId: z.string().optional(),
  birthDate: isoDateSchema.optional(),
  admittedOn: isoDateSchema.optional(),
  removedOn: isoDateSchema.optional(),
  admissionGround: admissionGroundSchema.optional(),
  finnishCitizen: z.boolean().optional(),
  nonDisclosure: z.boolean().optional(),
  unaccompanied: z.boolean().optional(),
  permitBasis: z.string().optional(),
  permitFrom: isoDateSchema.optional(),
  lumpSumFrom: isoDateSchema.optional(),
  lumpSumTo: isoDateSchema.optional(),
  statement: z.string().optional(),
  statementOn: isoDateSchema.optional(),
  statementResult: statementResultSchema.optional(),
})

export const residenceSchema = z.object({
  case: z.string().min(1),
  municipality: z.string().min(1),
  from: isoDateSchema,
  to: isoDateSchema.optional(),
})

export const decisionSchema = z.object({
  decision: z.string().min(1),
  case: z.string().min(1),
  authority: z.string().optional(),
  decidedOn: isoDateSchema.optional(),
  validFrom: isoDateSchema.optional(),
  validTo: isoDateSchema.optional(),
  categories: z.array(categorySchema).optional(),
  result: decisionResultSchema.optional(),
})

/** A row that was read: its source, and the keys of the cells that hold something unreadable. */
interface Read {
  readonly source: RowSource
  readonly unreadable: readonly string[]
}
export type CostItem = Readonly<z.infer<typeof costItemSchema>> & Read
export type Case = Readonly<z.infer<typeof caseSchema>> & Read
export type Residence = Readonly<z.infer<typeof residenceSchema>> & Read
export type Decision = Readonly<z.infer<typeof decisionSchema>> & Read

/** What the reader noticed: code, cell and values for the message; the texts are in the catalogues. */
export interface SourceFinding {
  readonly rule: `SRC-${string}`
  readonly effect: z.infer<typeof effectSchema>
  readonly at: CellSource
  /** The item, case or decision that the cell belongs to, where it has one. */
  readonly item?: string
  readonly case?: string
  readonly values: Readonly<Record<string, string>>
}

/** An answer that an officer wrote into the review sheet. */
export interface SheetAnswer extends Pick<Review, 'item' | 'rule' | 'answer' | 'reason' | 'by' | 'facts'> {
  readonly until?: string
  readonly at: CellSource
}

/** What an organisation's spreadsheets say: every row that could be told apart, nothing judged. */
export interface ServiceLog {
  /** Every file that was read for it: the logs, their mappings and the tables that these look up. */
  readonly files: readonly InputFile[]
  readonly tables: readonly TableSource[]
  readonly items: readonly CostItem[]
  readonly cases: readonly Case[]
  readonly residences: readonly Residence[]
  readonly decisions: readonly Decision[]
  readonly findings: readonly SourceFinding[]
  /** Answers that an officer wrote into the review sheet of an annotated workbook. */
  readonly answers: readonly SheetAnswer[]
}

/** The cell of a key in a row: file, sheet and `C7`. */
export function cellOf(source: RowSource, key: string): CellSource {
  const letter = source.table.columns[key]
  const raw = source.raw?.[key]
  const cell = letter === undefined ? String(source.row) : `${letter}${source.row}`
  const { file, sheet } = source.table
  return raw === undefined ? { file, sheet, cell } : { file, sheet, cell, raw }
}
