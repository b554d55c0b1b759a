import type { Answer } from './review.js'

/** The sheet of an annotated workbook that lists the findings and takes the answers, the same name in every language; a number follows it where the officer has such a sheet. Its first row tells it from others. */
export const reviewSheetName = 'Korvaus'

/** Keys of its first, hidden row: so the columns are found whatever their headings say. */
export const reviewSheetKeys = ['rule', 'effect', 'item', 'case', 'place', 'amount', 'message', 'remedy', 'answer', 'reason', 'by', 'until', 'facts'] as const
export type ReviewSheetKey = (typeof reviewSheetKeys)[number]

/** The words of the answer column in the three languages. */
export const answerWords: Record<Answer, { readonly fi: string; readonly sv: string; readonly en: string }> = {
  accept: { fi: 'hyväksy', sv: 'godkänn', en: 'accept' },
  'leave-out': { fi: 'jätä pois', sv: 'utelämna', en: 'leave out' },
}
