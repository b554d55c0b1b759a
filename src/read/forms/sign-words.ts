/** What ledgers write for a cost and for what is taken from it, in pairs; compared as `signKey` has them. */
const pairs: ReadonlyArray<readonly [positive: string, negative: string]> = [
  ['d', 'k'], ['d', 'c'], ['dr', 'cr'], ['deb', 'kred'], ['debet', 'kredit'], ['debit', 'credit'], ['debiitti', 'kreditti'], ['debet', 'kreditering'], ['debit', 'kredit'],
  ['+', '-'], ['plus', 'miinus'], ['plus', 'minus'], ['lasku', 'hyvitys'], ['lasku', 'hyvityslasku'], ['faktura', 'kreditfaktura'], ['invoice', 'credit note'], ['kulu', 'hyvitys'], ['veloitus', 'hyvitys'], ['debitering', 'kreditering'], ['charge', 'credit'],
]
/** Headings of columns that hold nothing but a sign. */
const headings = new Set(['d/k', 'dk', 'd/c', 'dr/cr', 'debet/kredit', 'debit/credit', 'debit/kredit', 'deb/kred', 'd/k-koodi', 'd/k-merkki', 'dk-koodi', '+/-', '-/+', '±', 'etumerkki', 'merkki', 'tecken', 'förtecken', 'sign', 'd k', 'debet-kredit'])
const debitHeadings = /^(?:debet|debit|debiitti|debetbelopp|debet belopp)(?: ?\(?(?:eur|€)\)?)?$/
const creditHeadings = /^(?:kredit|credit|kreditti|kreditbelopp|kredit belopp)(?: ?\(?(?:eur|€)\)?)?$/
const currencyHeadings = new Set(['valuutta', 'valuuttakoodi', 'val', 'valuta', 'valutakod', 'currency', 'currency code', 'curr'])
const euroWords = new Set(['eur', '€', 'euro', 'euroa', 'euros', 'e'])
const dashes = /[\u2010-\u2015\u2212\uFE63\uFF0D]/g

/** A word for a sign as compared: without capitals, spaces around it and dots; every dash is one. */
export function signKey(text: string): string {
  return text.trim().toLowerCase().replace(dashes, '-').replace(/\.+$/, '').replace(/\s*\/\s*/g, '/').replace(/\s+/g, ' ')
}

/** The pair of words that all the values of a column come from; nothing when they come from none, or no pair is whole and the heading says nothing. */
export function signPairOf(values: ReadonlySet<string>, heading: string): { positive: string; negative: string } | undefined {
  const isNamed = isSignHeading(heading)
  const fitting = pairs.filter(([positive, negative]) => [...values].every((value) => value === positive || value === negative) && (isNamed || (values.has(positive) && values.has(negative))))
  const [pair] = fitting.toSorted((left, right) => Number(right.every((word) => values.has(word))) - Number(left.every((word) => values.has(word))))
  return pair === undefined || values.size === 0 ? undefined : { positive: pair[0], negative: pair[1] }
}

export function isSignHeading(heading: string): boolean {
  return headings.has(signKey(heading))
}

export function isDebitHeading(heading: string): boolean {
  return debitHeadings.test(signKey(heading))
}

export function isCreditHeading(heading: string): boolean {
  return creditHeadings.test(signKey(heading))
}

export function isCurrencyHeading(heading: string): boolean {
  return currencyHeadings.has(signKey(heading))
}

/** Whether a cell names the euro. */
export function isEuro(text: string): boolean {
  return euroWords.has(signKey(text))
}

/** The words that take away or add where nobody has said which: those that stand in a pair with a word that was said. */
export function partnersOf(words: Iterable<string>): Set<string> {
  const said = new Set(words)
  return new Set(pairs.filter(([, negative]) => said.has(negative)).map(([positive]) => positive))
}
