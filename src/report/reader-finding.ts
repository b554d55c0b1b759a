import type { Language } from '../model/language.js'
import { rulesTexts } from '../templates/rules-texts.js'
import { sourceTexts } from '../templates/source-findings.js'

/** What the reader means by one of its codes. */
export interface ReaderFindingExplanation {
  readonly schema: 'korvaus/reader-finding/1'
  readonly rule: string
  readonly title: string
  readonly message: string
  readonly remedy: string
}

/** Explains a code of the reader such as `SRC-010`; `undefined` for one that it never gives. */
export function explainReaderFinding(code: string, language: Language): ReaderFindingExplanation | undefined {
  const texts = sourceTexts[code]
  return texts && { schema: 'korvaus/reader-finding/1', rule: code, title: texts.title[language], message: texts.message[language], remedy: texts.remedy[language] }
}

/** The same for people to read; what stands in braces is filled in for each cell. */
export function renderReaderFinding({ rule, title, message, remedy }: ReaderFindingExplanation, language: Language): string {
  const { readerFinding, message: says, remedy: todo } = rulesTexts
  return [`${rule}  ${title}`, readerFinding[language], '', says[language], `  ${message}`, '', todo[language], `  ${remedy}`, ''].join('\n')
}
