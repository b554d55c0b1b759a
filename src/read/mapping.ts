import { z } from 'zod'
import { columnsOf, sheetKinds } from '../model/columns.js'
import type { ReasonCode } from '../model/errors.js'
import { isDateForm } from './forms/date-forms.js'

const keys = new Set(sheetKinds.flatMap((kind) => columnsOf[kind].map(({ key }) => key)))
const keySchema = z.string().refine((key) => keys.has(key), 'no-column' satisfies ReasonCode)
const plainSchema = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const headingSchema = z.string().min(1)

const joinSchema = z.strictObject({
  /** The column that the table lacks. */
  column: keySchema,
  /** The heading whose value is looked up. */
  by: headingSchema,
  /** Where it is looked up: a sheet of the same workbook, or a file beside the input. */
  sheet: z.string().min(1).optional(),
  file: z.string().min(1).optional(),
  /** The headings there: of the value looked up, and of the value taken. */
  match: headingSchema,
  take: headingSchema,
}).refine(({ sheet, file }) => sheet !== undefined || file !== undefined, 'join-without-source' satisfies ReasonCode)
export type Join = Readonly<z.output<typeof joinSchema>>

const wordSchema = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const wordsSchema = z.union([wordSchema, z.array(wordSchema).min(1)])
const dateFormSchema = z.string().refine(isDateForm, 'no-date-form' satisfies ReasonCode)

/**
 * How the columns of an export become those of a service log: what its headings mean (a heading may stand for several
 * columns, or for none), what its values are called here, what all its rows have in common, and what another table says.
 */
export const mappingSchema = z.strictObject({
  /** Sheet name, `*` for any signs → the table it holds, several of them, or `skip`. */
  sheets: orNothing(z.record(z.string(), z.union([z.enum([...sheetKinds, 'skip']), z.array(z.enum(sheetKinds)).min(1)])).default({})),
  headings: orNothing(z.record(headingSchema, z.union([z.literal('skip'), keySchema, z.array(keySchema).min(1)])).default({})),
  values: orNothing(z.record(z.string(), orNothing(z.record(z.string(), plainSchema).default({}))).superRefine(namesColumns).default({})),
  /** Sheet name, `*` for any signs → the row that holds its headings, where the first row that looks like headings holds none. */
  headingRows: orNothing(z.record(z.string(), z.int().min(1)).default({})),
  /** Column of IDs → an ID as it stands in cells → the listed one that it is. */
  same: orNothing(z.partialRecord(z.enum(['case', 'decision', 'credits']), z.record(z.string(), plainSchema)).default({})),
  /** The columns or headings whose values make the ID of a row together: `[voucher, line]`. */
  id: z.array(headingSchema).min(1).max(4).optional(),
  /** Column → the value of every row; `{row}` and `{sheet}` stand for where the row is. */
  constants: orNothing(z.record(z.string(), plainSchema).superRefine(namesColumns).default({})),
  /** The sign before the decimals in cells that are text; without it a number that could be read in two ways is a finding. */
  decimalMark: z.enum([',', '.']).optional(),
  /** The sign between thousands, where it is not the usual one; a point or a comma leaves the other for the decimals. */
  thousands: z.enum([' ', "'", '.', ',', '_']).optional(),
  /** Words for the euro beside an amount, other than €, EUR and e. */
  currency: wordsSchema.optional(),
  /** Two columns of which one is taken from the other: an amount is debit less credit. */
  amount: z.strictObject({ debit: headingSchema, credit: headingSchema }).optional(),
  /** A column that says which amounts are taken away: its words for that, and for costs where those are not known. */
  sign: z.strictObject({ column: headingSchema, negative: wordsSchema, positive: wordsSchema.optional() }).optional(),
  /** Orders and shapes of days: `d.m.yy`, `yyyymmdd`, `serial`. */
  dates: z.union([dateFormSchema, z.array(dateFormSchema).min(1)]).optional(),
  /** Words for an empty cell, for a time without end, for yes and for no, beside the usual ones. */
  empty: wordsSchema.optional(),
  openEnded: wordsSchema.optional(),
  yes: wordsSchema.optional(),
  no: wordsSchema.optional(),
  joins: z.array(joinSchema).max(20).default([]),
})
export type Mapping = Readonly<z.output<typeof mappingSchema>>

export const noMapping: Mapping = { sheets: {}, headings: {}, values: {}, headingRows: {}, same: {}, constants: {}, joins: [] }

/** A part whose lines are all comments is the same as none. */
function orNothing<Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema>> {
  return z.preprocess((value) => value ?? undefined, schema) as unknown as z.ZodType<z.output<Schema>>
}

function namesColumns(record: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void {
  for (const key of Object.keys(record)) if (!keys.has(key)) context.addIssue({ code: 'custom', path: [key], message: 'no-column' satisfies ReasonCode })
}
