/** Spreadsheets take a text that begins so for a formula when it is typed again or saved as csv. */
const actsAsFormula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const longestCell = 32_000

/** A text that can never act as a formula: an apostrophe stands before one that might. */
export function safeText(text: string): string {
  const clean = text.replace(/[^\P{Cc}\t\n\r]/gu, ' ').slice(0, longestCell)
  return actsAsFormula.test(clean) ? `'${clean}` : clean
}
