import { columnsOf, type Column, type SheetKind } from '../model/columns.js'
import { nearestOf } from '../model/nearest.js'
import { keyOf } from './headings.js'

/** Longer texts are no heading that somebody misspelled, and are not compared with all that there are. */
const longestHeading = 60

/** The column that a heading was probably meant for: one that the table lacks and that is called almost so in some language. */
export function columnNear(heading: string, kind: SheetKind, present: ReadonlySet<string>): Column | undefined {
  if (heading.length > longestHeading) return undefined
  const free = columnsOf[kind].filter(({ key }) => !present.has(key))
  const named = free.flatMap((column) => Object.values(column.heading).map((name) => ({ column, name: keyOf(name) })))
  return nearestOf(keyOf(heading), named, ({ name }) => name)?.column
}

/** The heading of a row that was probably meant for a column that is lacking. */
export function headingNear(column: Column, headings: readonly string[]): string | undefined {
  const near = Object.values(column.heading).map((name) => nearestOf(keyOf(name), headings.filter((text) => text !== '' && text.length <= longestHeading), keyOf))
  return near.find((heading) => heading !== undefined)
}
