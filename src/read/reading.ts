import type { IsoDate } from '../model/dates.js'
import type { Cents } from '../model/money.js'

export type ReadValue = string | Cents | boolean | readonly string[]

/** A value, or the code of the reader's finding with what to say; a value may come with a remark, with the last day of a range, or with the words of a list that are not known. */
export type Reading =
  | { readonly value: ReadValue; readonly remark?: SourceCode; readonly until?: IsoDate; readonly unknown?: Readonly<Record<string, string>> }
  | { readonly problem: SourceCode; readonly values?: Readonly<Record<string, string>> }
export type SourceCode = `SRC-${string}`
