import { columnsOf, sheetKinds, type SheetKind } from '../model/columns.js'
import type { Sheet } from './cells.js'
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

/** Whether the mapping says that a sheet is none of the service log. */
export function isSkipped(sheet: Sheet, mapping: Mapping): boolean {
  return Object.entries(mapping.sheets).find(([pattern]) => fitsPattern(sheet.name, pattern))?.[1] === 'skip'
}

/** Whether a name fits a pattern in which `*` stands for any signs. */
export function fitsPattern(name: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*')
  const text = name.toLowerCase()
  if (rest.length === 0) return text === first
  const last = rest.pop() as string
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false
  let at = first.length
  return rest.every((part) => {
    const found = text.indexOf(part, at)
    at = found + part.length
    return found >= 0 && at <= text.length - last.length
  })
}
