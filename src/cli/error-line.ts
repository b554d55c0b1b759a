/** What is said to people, a failure or any other word, as a line of JSON on the error stream. */
export function errorLine(text: string): string {
  const said = text.trim()
  if (said === '') return ''
  return `${isObject(said) ? said : JSON.stringify({ kind: 'message', message: said })}\n`
}

function isObject(text: string): boolean {
  try {
    return text.startsWith('{') && typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
