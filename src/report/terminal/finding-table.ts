import type { Language } from '../../model/language.js'
import { reportTexts } from '../../templates/report-texts.js'
import type { FindingGroup } from '../summary.js'
import { placeOf } from '../text.js'
import { wrapped } from './layout.js'
import type { Palette, TerminalStyle } from './style.js'

const narrowest = 76
const indent = 4
const gap = 2
const borders = ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right', 'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle']

/** The first findings of a rule as a table that fits the terminal: cell, item, case, and what is said; under each other where it is narrow. */
export async function findingTable(shown: FindingGroup['shown'], language: Language, palette: Palette, { width }: TerminalStyle): Promise<string[]> {
  const rows = shown.map(({ item, finding }) => [placeOf({ item, finding }), item.id, item.case ?? '', finding.message] as const)
  if (width < narrowest) return rows.flatMap(([place, id, theCase, message]) => [...wrapped([place, id, theCase].filter((text) => text !== '').join('  '), width, '    '), ...wrapped(message, width, '      ')])
  const [same] = rows
  if (same !== undefined && rows.length > 1 && rows.every(([, , , message]) => message === same[3])) return [...wrapped(same[3], width, '    '), ...aligned(rows.map((row) => row.slice(0, 3)))]
  const headings = [reportTexts.cell, reportTexts.item, reportTexts.case, reportTexts.said].map((text) => text[language])
  const fixed = [0, 1, 2].map((column) => Math.min(30, Math.max(...[headings, ...rows].map((row) => (row[column] as string).length))) + gap)
  const rest = width - indent - fixed.reduce((sum, one) => sum + one, 0)
  const { default: Table } = await import('cli-table3')
  const table = new Table({
    head: headings.map((text) => palette.faint(text)),
    colWidths: [...fixed, rest],
    wordWrap: true,
    wrapOnWordBoundary: true,
    chars: Object.fromEntries(borders.map((name) => [name, ''])),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap, compact: true },
  })
  for (const row of rows) table.push([...row])
  return table.toString().split('\n').map((line) => `${' '.repeat(indent)}${line}`)
}

/** What is said of all rows alike stands once, over their places. */
function aligned(rows: ReadonlyArray<readonly string[]>): string[] {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] as string).length)) + gap)
  return rows.map((row) => `${' '.repeat(indent + gap)}${row.map((text, column) => text.padEnd(widths[column] as number)).join('')}`)
}
