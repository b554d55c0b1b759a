/** What in a text would identify a person: never shown, only named. */
export type IdentifierKind = 'identity-code' | 'email' | 'phone'

const searches: ReadonlyArray<readonly [IdentifierKind, RegExp]> = [
  ['identity-code', /(?<![0-9A-Za-z])\d{6}\s?[-+\u2010-\u2015\u2212A-FU-Ya-fu-y]\s?\d{3}[0-9A-Za-z](?![0-9A-Za-z])/g],
  ['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['phone', /(?<![\d.,A-Za-z-]|\d\/)(?:\+358|00358|0)\s?(?:\(0\)\s?)?(?:4\d|50|[1-9]\d?)[\s-]?\d{3,4}[\s-]?\d{2,4}(?:[\s-]?\d{1,3})?(?![\d.,/]?\d)/g],
]

/** The kinds of identifiers that stand in a text: identity codes of any separator, e-mail addresses, phone numbers. */
export function findIdentifiers(text: string): IdentifierKind[] {
  if (!/[0-9@]/.test(text)) return []
  const possible = text.includes('@') ? searches : searches.filter(([kind]) => kind !== 'email')
  return possible.filter(([, pattern]) => text.search(pattern) >= 0).map(([kind]) => kind)
}

/** The text with every identifier replaced by `[…]`. */
export function withoutIdentifiers(text: string): string {
  return searches.reduce((rest, [, pattern]) => rest.replace(pattern, '[…]'), text)
}
