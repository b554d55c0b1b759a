/** Something wrong in a file of a rule book, at its place. */
export interface BookProblem {
  /** Path of the file inside the book. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly problem: string
  /** The line itself with a caret under the place. */
  readonly excerpt: string
}

/** Problems as an author reads them: file:line:column, what is wrong, and the line with a caret. */
export function showProblems(problems: readonly BookProblem[]): string {
  return problems.map(({ file, line, column, problem, excerpt }) => `${file}:${line}:${column}: ${problem}${excerpt === '' ? '' : `\n${excerpt}`}`).join('\n')
}

/** The problem at an offset into the text of a file. */
export function problemAt(file: string, text: string, offset: number, problem: string): BookProblem {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  const column = offset - (before.lastIndexOf('\n') + 1) + 1
  const wholeLine = text.split('\n')[line - 1] ?? ''
  const start = Math.max(0, column - 60)
  const excerpt = `    ${wholeLine.slice(start, start + 100)}\n    ${' '.repeat(column - 1 - start)}^`
  return { file, line, column, problem, excerpt }
}
