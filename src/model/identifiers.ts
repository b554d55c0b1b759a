/** What in a text would identify a person: never shown, only named. */
export type IdentifierKind = 'identity-code' | 'email' | 'phone'

const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY'

interface Search {
  readonly kind: IdentifierKind
  readonly pattern: RegExp
  /** Whether what has the form is one; what has the form alone is one unless told. */
  readonly isOne?: (found: string) => boolean
}

/**
 * Identity codes with a separator, whatever it is; codes without one or grown together with letters, by date and check
 * character; addresses, also with `(at)`; phone numbers of any country, however their digits are spaced.
 */
const searches: readonly Search[] = [
  { kind: 'identity-code', pattern: /(?<![\p{L}\d])\d{6}\s?[-+\u2010-\u2015\u2212A-FU-Y]\s?\d{3}[0-9A-Z](?![\p{L}\d])/giu },
  { kind: 'identity-code', pattern: /(?<!\d)\d{6}(?:[^\p{L}\p{N}]{0,3}|\s?[A-FU-Y]\s?)\d{3}[^\p{L}\p{N}]?[0-9A-FHJ-NPR-Y](?!\d)/giu, isOne: hasDateAndCheck },
  {
    kind: 'email',
    pattern: /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|[([{<]\s?(?:at|ät|@|miu|miukumauku|kissanhäntä|snabel-?a)\s?[)\]}>])\s?[\p{L}\p{N}-]{1,63}(?:\s?(?:\.|[([{]\s?(?:dot|piste|punkt)\s?[)\]}])\s?[\p{L}\p{N}-]{1,63}){1,8}/giu,
  },
  { kind: 'phone', pattern: /(?:\+|(?<![\d.,/-])00)\s?[1-9](?:[\s()./\u2010-\u2015-]{0,3}\d){6,13}(?!\d)/gu },
  { kind: 'phone', pattern: /(?<![\d.,:/+\p{L}-])(?<!\d\s)\(?0\)?[1-9](?:[\s()/\u2010-\u2015-]{0,2}\d){5,10}(?![\d.,/]?\d)/gu, isOne: (found) => !isDay.test(found) },
]

const isDay = /^\d{1,2}[-/\u2010-\u2015]\d{1,2}[-/\u2010-\u2015]\d{2,4}$/
const mayHold = /[0-9@]|[([{<]\s?(?:at|ät|miu|kissan|snabel)/i

/** The kinds of identifiers that stand in a text, however it is written. */
export function findIdentifiers(text: string): IdentifierKind[] {
  const plain = plainText(text)
  if (!mayHold.test(plain)) return []
  return [...new Set(searches.filter((search) => holds(plain, search)).map(({ kind }) => kind))]
}

/** The text with every identifier replaced by `[…]`; one that is hidden by signs that nobody sees is shown without those signs. */
export function withoutIdentifiers(text: string): string {
  const plain = plainText(text)
  if (!mayHold.test(plain)) return text
  const masked = searches.reduce((rest, { pattern, isOne }) => rest.replace(pattern, (found) => (isOne?.(found) === false ? found : '[…]')), plain)
  return masked === plain ? text : masked
}

/** A text in its plainest form: wide, small and raised signs as ordinary ones, without signs that only steer how it is shown. */
function plainText(text: string): string {
  return isPlain.test(text) ? text : text.normalize('NFKC').replace(/\p{Cf}/gu, '')
}

const isPlain = /^[\x20-\x7e\xa1-\xa7\xa9\xab\xac\xae\xb0\xb1\xb6\xbb\xbf-\xff\u20ac\u2013\u2014]*$/

function holds(text: string, { pattern, isOne }: Search): boolean {
  for (const [found] of text.matchAll(pattern)) if (isOne?.(found) !== false) return true
  return false
}

/** Whether digits without the separator of an identity code are one: a day that there is, and the right check character. */
function hasDateAndCheck(found: string): boolean {
  const number = found.slice(0, -1).replace(/\D/g, '')
  const [day, month] = [Number(number.slice(0, 2)), Number(number.slice(2, 4))]
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && checkCharacters[Number(number) % checkCharacters.length] === found.slice(-1).toUpperCase()
}
