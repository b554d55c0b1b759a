import type { IsoDate } from '../../model/dates.js'
import type { Language } from '../../model/language.js'
import type { Effect } from '../../model/values.js'

/** What is said at one cell of a sheet. */
export interface Mark {
  readonly cell: string
  readonly effect: Effect
  readonly text: string
}

/** One row of the sheet that lists the findings. */
export interface ListedFinding {
  readonly rule: string
  readonly effect: Effect
  readonly item?: string
  readonly case?: string
  readonly sheet?: string
  readonly cell?: string
  /** The file that the cell is in, where it is not this workbook. */
  readonly elsewhere?: string
  readonly amount?: string
  readonly message: string
  readonly remedy?: string
  /** Hash of the facts that an answer rests on; only findings that ask a person have one. */
  readonly facts?: string
  /** What was answered before and counts no more, in words. */
  readonly lapsed?: string
  readonly reviewed?: { readonly answer: 'accept' | 'leave-out'; readonly reason: string; readonly by: string; readonly until: string }
}

/** The sheet of findings of a workbook: in which language and from which day, and what it is called. */
export interface ReviewSheetPlan {
  readonly language: Language
  readonly asOf: IsoDate
  readonly name: string
  /** Whether the workbook has it already, from an earlier run. */
  readonly isThere: boolean
}

/** Fill colours by effect: light enough to read what stands in the cell. */
export const colours: Record<Effect, string> = { reject: 'FFF8CBAD', review: 'FFFFE699', note: 'FFDDEBF7' }

/** Text as it stands in XML; characters that XML knows not are left out. */
export function xmlText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
