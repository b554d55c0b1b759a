import { columnsOf, type Column } from '../../model/columns.js'
import { findIdentifiers } from '../../model/identifiers.js'
import type { Cents } from '../../model/money.js'
import type { Cell, Row } from '../cells.js'
import { readValue } from '../values.js'
import { codeOfValue } from './propose-values.js'

/** What the cells of one column of a sheet are like. */
export interface ColumnProfile {
  readonly cells: readonly Cell[]
  readonly distinct: number
  /** Share of the cells that hold an identity code, from 0 to 1. */
  readonly identityCodes: number
  /** The amounts of all rows in cents, row by row, `undefined` where a cell is none. */
  readonly cents: readonly (Cents | undefined)[]
}

/** Looks at the cells of a column. */
export function profileOf(rows: readonly Row[], index: number): ColumnProfile {
  const cells = rows.map((row) => row.cells[index]).filter((cell) => cell !== undefined)
  return {
    cells,
    distinct: new Set(cells.map(({ text }) => text.trim())).size,
    identityCodes: cells.length === 0 ? 0 : cells.filter(({ text }) => findIdentifiers(text).includes('identity-code')).length / cells.length,
    cents: rows.map((row) => centsOf(row.cells[index])),
  }
}

/** The share of the cells that a column could read, from 0 to 1; nothing can be said of an empty column. */
export function fitOf({ cells }: ColumnProfile, column: Column): number | undefined {
  if (column.type === 'text' || cells.length === 0) return undefined
  return cells.filter((cell) => fits(cell, column)).length / cells.length
}

/** Three columns of amounts of which the first two add up to the third in every row. */
export function sumsOf(profiles: readonly ColumnProfile[]): { net: number; vat: number; gross: number } | undefined {
  const amounts = profiles.map(({ cents }, index) => ({ index, cents })).filter(({ cents }) => cents.filter((one) => one !== undefined).length >= Math.max(3, cents.length * 0.8))
  for (const gross of amounts) {
    for (const net of amounts) {
      for (const vat of amounts) {
        if (new Set([gross, net, vat]).size === 3 && addsUp(net.cents, vat.cents, gross.cents)) return { net: net.index, vat: vat.index, gross: gross.index }
      }
    }
  }
  return undefined
}

const moneyColumn = columnsOf.costs.find(({ type }) => type === 'money') as Column
const largestVatShare = 40n

/** Whether net and tax make the gross sum in every row, with some tax somewhere and never more than tax can be. */
function addsUp(net: readonly (Cents | undefined)[], vat: readonly (Cents | undefined)[], gross: readonly (Cents | undefined)[]): boolean {
  let taxed = 0
  for (const [row, sum] of gross.entries()) {
    const [before, tax] = [net[row], vat[row]]
    if (sum === undefined || before === undefined || tax === undefined) continue
    if (before + tax !== sum || absolute(tax) * 100n > absolute(before) * largestVatShare) return false
    if (tax !== 0n) taxed += 1
  }
  return taxed >= 2
}

function fits(cell: Cell, column: Column): boolean {
  const reading = readValue(cell, column)
  if (reading !== undefined && 'value' in reading) return true
  /** A date of another fashion is still a date, and a person must decide what it says. */
  if (column.type === 'date') return cell.kind === 'text' && /^(\d{1,4}[./-]){2}\d{2,4}$/.test(cell.text.trim())
  return (column.type === 'choice' || column.type === 'choices') && codeOfValue(cell.text, column) !== undefined
}

function centsOf(cell: Cell | undefined): Cents | undefined {
  if (cell === undefined || (cell.kind !== 'number' && cell.kind !== 'text')) return undefined
  const reading = readValue(cell, moneyColumn)
  return reading !== undefined && 'value' in reading ? (reading.value as Cents) : undefined
}

function absolute(cents: Cents): Cents {
  return cents < 0n ? -cents : cents
}
