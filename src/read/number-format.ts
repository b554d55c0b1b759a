/** What a number is once its format has been laid over it: itself, a day, or another number than the one that is stored. */
export type NumberFormat = 'number' | 'date' | { readonly unit: string }

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** The sign or code of a currency other than the euro in the words of a format. */
export function foreignCurrency(words: string): string | undefined {
  const [sign] = /(?!€)\p{Sc}/u.exec(words) ?? []
  return sign ?? words.match(/[\p{L}]+/gu)?.find((word) => word.toLowerCase() === 'kr' || (word !== 'EUR' && currencies.has(word)))
}
