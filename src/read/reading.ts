import type { Cents } from '../model/money.js'

export type ReadValue = string | Cents | boolean | readonly string[]

/** A value, or the code of the reader's finding with what to say; a value may come with a remark, or with the words of a list that are not known. */
export type Reading =
  | { readonly value: ReadValue; readonly remark?: SourceCode; readonly unknown?: Readonly<Record<string, string>> }
  | { readonly problem: SourceCode; readonly values?: Readonly<Record<string, string>> }
export type SourceCode = `SRC-${string}`
