import { writtenDate } from '../model/dates.js'
import { findIdentifiers } from '../model/identifiers.js'
import { answerWords, reviewSheetKeys, reviewSheetName, type ReviewSheetKey } from '../model/review-sheet.js'
import type { CellSource, SheetAnswer } from '../model/service-log.js'
import { columnLetter, rowsOf, type Cell, type Row, type Sheet } from './cells.js'
import { keyOf } from './headings.js'

/** What is wrong with an answer that cannot be taken up. */
export type AnswerProblem = 'answer' | 'reason' | 'by' | 'until'

export interface ReviewSheetContent {
  readonly answers: readonly SheetAnswer[]
  readonly problems: readonly { readonly at: CellSource; readonly column: AnswerProblem }[]
}

const ruleId = /^[A-Z]{2,4}-\d{3}$/

/** Whether a sheet is one that lists findings and takes answers; an officer's own sheet of the same name is none. */
export async function isReviewSheet(sheet: Sheet): Promise<boolean> {
  if (!sheet.name.startsWith(reviewSheetName)) return false
  for await (const row of rowsOf(sheet)) return keyColumns(row) !== undefined
  return false
}

/** The sheet of a workbook that takes answers, where it has one. */
export async function reviewSheetOf(sheets: readonly Sheet[]): Promise<Sheet | undefined> {
  for (const sheet of sheets) if (await isReviewSheet(sheet)) return sheet
  return undefined
}

/** Reads the answers of a review sheet: rows without an answer ask nothing, an incomplete one is named at its cell. */
export async function readReviewSheet(sheet: Sheet, file: string): Promise<ReviewSheetContent> {
  const answers: SheetAnswer[] = []
  const problems: { at: CellSource; column: AnswerProblem }[] = []
  let columns: ReadonlyMap<ReviewSheetKey, number> | undefined
  for await (const row of rowsOf(sheet)) {
    if (columns === undefined) {
      columns = keyColumns(row)
      continue
    }
    const found = answerOf(row, columns, { file, sheet: sheet.name })
    if (found === undefined) continue
    if ('column' in found) problems.push(found)
    else answers.push(found)
  }
  return { answers, problems }
}

function keyColumns(row: Row): ReadonlyMap<ReviewSheetKey, number> | undefined {
  const columns = new Map(reviewSheetKeys.map((key) => [key, row.cells.findIndex((cell) => textOf(cell) === key)]))
  return [...columns.values()].every((index) => index >= 0) ? columns : undefined
}

function answerOf(row: Row, columns: ReadonlyMap<ReviewSheetKey, number>, place: { file: string; sheet: string }): SheetAnswer | { at: CellSource; column: AnswerProblem } | undefined {
  const cell = (key: ReviewSheetKey) => row.cells[columns.get(key) as number]
  const text = (key: ReviewSheetKey) => textOf(cell(key))
  const at = (key: ReviewSheetKey): CellSource => ({ ...place, cell: `${columnLetter(columns.get(key) as number)}${row.number}` })
  if (text('answer') === '' || text('item') === '' || !ruleId.test(text('rule'))) return undefined
  const answer = (['accept', 'leave-out'] as const).find((code) => [code, ...Object.values(answerWords[code])].some((word) => keyOf(word) === keyOf(text('answer'))))
  if (answer === undefined) return { at: at('answer'), column: 'answer' }
  for (const key of ['reason', 'by'] as const) if (text(key) === '' || findIdentifiers(text(key)).length > 0) return { at: at(key), column: key }
  const until = dateOf(cell('until'))
  if (text('until') !== '' && until === undefined) return { at: at('until'), column: 'until' }
  return { item: text('item'), rule: text('rule'), answer, reason: text('reason'), by: text('by'), ...(until ? { until } : {}), ...(text('facts') === '' ? {} : { facts: text('facts') }), at: at('answer') }
}

function dateOf(cell: Cell | undefined): string | undefined {
  return cell?.kind === 'date' ? cell.date : writtenDate(textOf(cell))
}

function textOf(cell: Cell | undefined): string {
  return cell === undefined || cell.kind === 'error' ? '' : cell.text.trim()
}
