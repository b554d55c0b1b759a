import { caseColumns, costColumns, residenceColumns, type Column } from './columns.js'
import { itemFacts } from './facts.js'

/** What stands in the place of a text, or of a part of one, that may not be shown. */
export const withheldMark = '[\u2026]'

type CostColumn = (typeof costColumns)[number]
type CaseColumn = (typeof caseColumns)[number]
type ResidenceColumn = (typeof residenceColumns)[number]

/** The columns of a cost item that no fact holds: what a handler reads of it beside the facts, and a packet carries as details. */
export const detailColumns = costColumns.filter((one): one is Exclude<CostColumn, { readonly key: keyof typeof itemFacts }> => !(one.key in itemFacts))

/** The free texts of a cost item: what anything may be written in. */
export const freeTextKeys = costColumns.filter((one): one is Extract<CostColumn, { readonly privacy: 'text' | 'place' }> => isFreeText(one)).map(({ key }) => key)

/** What the sealed annex says of a client beside the case ID: identities, codes and texts. */
export const sealedCaseColumns = caseColumns.filter((one): one is Exclude<CaseColumn, { readonly privacy: 'plain' } | { readonly names: 'case' }> => one.privacy !== 'plain' && !('names' in one))

/** What the sealed annex says of a residence. */
export const sealedResidenceColumns = residenceColumns.filter((one): one is Exclude<ResidenceColumn, { readonly names: 'case' }> => one.key !== 'case')

/** Whether anything may stand in the cells of a column. */
export function isFreeText({ privacy }: Column): boolean {
  return privacy === 'text' || privacy === 'place'
}

/** Whether a cell of the column is withheld from whoever may not know where the person is or who helps them. */
export function isWithheld({ privacy, names }: Column): boolean {
  return privacy !== 'plain' && names !== 'case' && names !== 'item' && names !== 'decision'
}

/** Whether the cells of a column are codes that stand for one thing wherever they stand. */
export function isReference({ names }: Column): boolean {
  return names === 'case' || names === 'item' || names === 'decision'
}

/** A cell as it may stand outside: as it is, masked, or not at all. */
export function shownOutside(column: Column, value: string | undefined, { isProtected, mask }: { readonly isProtected: boolean; readonly mask: (text: string) => string }): string | undefined {
  if (value === undefined || column.privacy === 'identity') return undefined
  if (!isWithheld(column)) return value
  return isProtected ? undefined : mask(value)
}
