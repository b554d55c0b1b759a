import type { Localized } from '../../model/language.js'

/** What the reader says of a cell; `{column}` is the heading of the column. */
export interface SourceText {
  readonly title: Localized
  readonly message: Localized
  readonly remedy: Localized
  /** Instead, where a value `near` says what was probably meant. */
  readonly nearRemedy?: Localized
}
