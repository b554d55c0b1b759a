import type { ColumnType } from '../model/columns.js'
import type { exitCodes } from '../model/errors.js'

/** What each exit code says; the reference pages are in English. */
export const exitCodeTexts: Record<keyof typeof exitCodes, string> = {
  done: 'Nothing needs a person.',
  attention: 'Something does: items are rejected, in review or left out.',
  usage: 'Wrong usage or configuration.',
  input: 'An input cannot be read.',
  packet: 'A packet does not verify.',
  register: 'The register or the workspace is busy, or in conflict.',
  internal: 'A fault of the program itself.',
  interrupted: 'Stopped by SIGINT (Ctrl-C): what was under way is finished or undone, locks are released.',
  terminated: 'Stopped by SIGTERM: the same.',
}

/** What a column holds. */
export const typeTexts: Record<ColumnType, string> = {
  text: 'text',
  date: 'a day: a date cell, `2026-03-01` or `1.3.2026`',
  money: 'euros in whole cents: a number cell, `1 234,50` or `1234.50`',
  number: 'a number',
  'yes-no': 'kyllä/ei, ja/nej, yes/no, 1/0, TRUE/FALSE',
  choice: 'one of',
  choices: 'some of, with commas between',
}
