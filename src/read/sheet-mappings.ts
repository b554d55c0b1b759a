import { columnsOf, sheetKinds, type SheetKind } from '../model/columns.js'
import type { Sheet } from './cells.js'
import { fitsPattern } from './headings.js'
import type { Mapping } from './mapping.js'

/**
 * The mappings by which a sheet is read: one for each of its tables. A client list often has the municipalities of
 * residence in it; such a sheet is read once as each table, and the columns of the other tables are not unknown to it.
 */
export function sheetMappings(sheet: Sheet, mapping: Mapping): readonly Mapping[] {
  const kinds = Object.entries(mapping.sheets).find(([pattern]) => fitsPattern(sheet.name, pattern))?.[1]
  return Array.isArray(kinds) ? kinds.map((kind) => ({ ...mapping, sheets: { '*': kind }, headings: headingsFor(kind, kinds, mapping) })) : [mapping]
}

function headingsFor(kind: SheetKind, kinds: readonly SheetKind[], mapping: Mapping): Mapping['headings'] {
  const own = new Set<string>(columnsOf[kind].flatMap(({ key, heading }) => [key, ...Object.values(heading)]))
  const others = sheetKinds.filter((one) => one !== kind && kinds.includes(one)).flatMap((one) => columnsOf[one].flatMap(({ heading }) => Object.values(heading)))
  const elsewhere = others.filter((heading) => !own.has(heading)).map((heading) => [heading, 'skip' as const])
  const mapped = Object.entries(mapping.headings).map(([heading, keys]) => [heading, [keys].flat().some((key) => own.has(key)) ? keys : 'skip' as const])
  return Object.fromEntries([...elsewhere, ...mapped]) as Mapping['headings']
}
