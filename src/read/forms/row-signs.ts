import type { Cents } from '../../model/money.js'
import type { Row } from '../cells.js'
import type { HeadingRow } from '../headings.js'
import type { Mapping } from '../mapping.js'
import type { ReadValue } from '../reading.js'
import { isEuro, partnersOf, signKey } from './sign-words.js'

/** Why the amounts of a row cannot be taken as they stand, and the cell that says so. */
export interface SignProblem {
  readonly rule: 'SRC-072' | 'SRC-076'
  readonly index: number
  readonly values: Readonly<Record<string, string>>
}

const moneyKeys = ['net', 'vat', 'gross'] as const
const countKeys = ['quantity', 'hours'] as const

/** Gives the amounts of a row the sign that another column says, and sees that they are euros. */
export class RowSigns {
  readonly #sign: { readonly index: number; readonly negative: ReadonlySet<string>; readonly positive: ReadonlySet<string> } | undefined
  readonly #currency: number | undefined
  readonly #texts: readonly string[]

  private constructor(heading: HeadingRow, mapping: Mapping, currencyColumn: string | undefined) {
    this.#texts = heading.texts
    this.#currency = currencyColumn === undefined ? undefined : placeOf(heading, currencyColumn)
    if (mapping.sign === undefined) return
    const negative = new Set([mapping.sign.negative].flat().map(signKey))
    const positive = mapping.sign.positive === undefined ? partnersOf(negative) : new Set([mapping.sign.positive].flat().map(signKey))
    this.#sign = { index: placeOf(heading, mapping.sign.column), negative, positive }
  }

  /** Nothing where the mapping names no such column. */
  static of(heading: HeadingRow, mapping: Mapping, currencyColumn: string | undefined): RowSigns | undefined {
    return heading.kind !== 'costs' || (mapping.sign === undefined && currencyColumn === undefined) ? undefined : new RowSigns(heading, mapping, currencyColumn)
  }

  /** Changes the amounts and counts of a row; what it cannot sign is a problem, and the amounts are no longer to be used. */
  apply({ cells }: Row, values: Record<string, ReadValue | undefined>): SignProblem | undefined {
    if (!moneyKeys.some((key) => values[key] !== undefined) && !countKeys.some((key) => values[key] !== undefined)) return undefined
    if (this.#currency !== undefined) {
      const unit = cells[this.#currency]?.text.trim() ?? ''
      if (unit !== '' && !isEuro(unit)) return this.#problem('SRC-076', this.#currency, unit)
    }
    if (this.#sign === undefined) return undefined
    const { index, negative, positive } = this.#sign
    const text = cells[index]?.text ?? ''
    const word = signKey(text)
    if (positive.has(word)) return undefined
    if (!negative.has(word) || moneyKeys.some((key) => isNegative(values[key]))) return this.#problem('SRC-072', index, text.trim())
    for (const key of moneyKeys) if (values[key] !== undefined) values[key] = -(values[key] as Cents)
    for (const key of countKeys) if (typeof values[key] === 'string' && !values[key].startsWith('-')) values[key] = `-${values[key]}`
    return undefined
  }

  #problem(rule: SignProblem['rule'], index: number, word: string): SignProblem {
    return { rule, index, values: rule === 'SRC-076' ? { sign: this.#texts[index] as string, unit: word.slice(0, longestWord) } : { sign: word.slice(0, longestWord) } }
  }
}

const longestWord = 20

/** The place of a heading in a row of headings, -1 where it is not there. */
export function placeOf({ texts }: Pick<HeadingRow, 'texts'>, heading: string): number {
  return texts.findIndex((text) => text !== '' && signKey(text) === signKey(heading))
}

/** The keys whose values a sign that is not understood takes with it. */
export const signedKeys: readonly string[] = moneyKeys

function isNegative(value: ReadValue | undefined): boolean {
  return typeof value === 'bigint' && value < 0n
}
