import { z } from 'zod'
import type { Column } from './columns.js'
import { isoDateSchema } from './values.js'

type CellSchema<Type> = z.ZodOptional<Type extends 'choices' ? z.ZodArray<z.ZodString> : z.ZodString>
type CellSchemas<Columns extends readonly Column[]> = { [One in Columns[number] as One['key']]: CellSchema<One['type']> }

/** The cells of a row as a packet writes them, each of which may be absent: days and codes as texts, lists as lists. */
export function optionalCells<Columns extends readonly Column[]>(columns: Columns): CellSchemas<Columns> {
  return Object.fromEntries(columns.map(({ key, type }) => [key, schemaOf(type).optional()])) as CellSchemas<Columns>
}

function schemaOf(type: Column['type']): z.ZodType {
  if (type === 'choices') return z.array(z.string())
  return type === 'date' ? isoDateSchema : z.string()
}
