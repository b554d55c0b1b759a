/** Items of a claim by their IDs: fingerprints would stand in another order under another key of the register. */
export function byItem(left: { readonly item: string | null }, right: { readonly item: string | null }): number {
  return compareTexts(left.item ?? '', right.item ?? '')
}

/** The order of texts that no locale and no database changes. */
export function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
