/** Signs of a text that nobody sees, or that look like another: what they are by their code, and what people take them for. */
const unseen = /[\p{Cf}\p{Cc}\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u2800\u3164\u115F\u1160]|[\uFE00-\uFE0F]/gu
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D\u00AD\u2043]/g

/** The signs of a text that cannot be seen, as `U+200B`, each once. */
export function unseenIn(text: string): string[] {
  return [...new Set(text.trim().match(unseen) ?? [])].filter((sign) => !/[\n\r\t]/.test(sign)).map((sign) => `U+${(sign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`)
}

/** The same text with what cannot be seen taken out. */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '')
}

/** The same text with each kind of dash as the hyphen of the keyboard. */
export function withPlainDashes(text: string): string {
  return text.replace(dashes, '-')
}

/** What moves the cursor, hides, turns or vanishes: control signs but new lines and tabs, direction marks, zero-width signs. */
const unshowable = /(?!\r\n)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029](?<![\n\t])/gu

/**
 * The same text with each sign that a terminal or a page would obey or hide written out: `\u202e`. Written twice it stays
 * the same, and a JSON document still says the same.
 */
export function withUnseenShown(text: string): string {
  return text.replace(unshowable, codeUnits)
}

/** The same value with all its texts so. */
export function allUnseenShown<Value>(value: Value): Value {
  if (typeof value === 'string') return withUnseenShown(value) as Value
  if (Array.isArray(value)) return value.map(allUnseenShown) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, allUnseenShown(inner)])) as Value
}

/**
 * The same value with all its texts so, and each on one line: a new line in a cell would begin a line of its own in a text
 * that is laid out by lines, and look like one of ours.
 */
export function allOnOneLine<Value>(value: Value): Value {
  if (typeof value === 'string') return onOneLine(value) as Value
  if (Array.isArray(value)) return value.map(allOnOneLine) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, allOnOneLine(inner)])) as Value
}

function onOneLine(text: string): string {
  return withUnseenShown(text).replace(/[\r\n]/g, codeUnits)
}

/** A text between quotes with what cannot be seen written out: `"A-1\u200b"`; a line of YAML or JSON reads it back. */
export function writtenOut(text: string): string {
  return JSON.stringify(text).replace(unseen, codeUnits)
}

function codeUnits(sign: string): string {
  return Array.from({ length: sign.length }, (_, index) => `\\u${sign.charCodeAt(index).toString(16).padStart(4, '0')}`).join('')
}
