import { posix } from 'node:path'
import { KorvausError } from '../../model/errors.js'
import type { CellRange, Row, Sheet } from '../cells.js'
import { readEntry, streamEntry, zipEntries, type ZipEntry } from '../zip.js'
import { readDateStyles, readRelations, readSharedStrings, readWorkbookPart } from './parts.js'
import { scanSheet } from './scan-sheet.js'

const largestPart = 64_000_000
const largestStrings = 200_000_000
const largestSheet = 2_000_000_000
const mostSheets = 250

/** Opens an xlsx workbook: its sheets in their order, each read when it is asked for. */
export function openWorkbook(bytes: Buffer, path: string): Sheet[] {
  const entries = zipEntries(bytes, path)
  const text = (entry: ZipEntry | undefined, limit = largestPart) => (entry === undefined ? undefined : readEntry(bytes, entry, path, limit).toString('utf8'))
  const named = (name: string) => entries.get(name) ?? [...entries.values()].find((entry) => entry.name.toLowerCase() === name.toLowerCase())

  const workbookName = mainPart(text(named('_rels/.rels'))) ?? 'xl/workbook.xml'
  const workbookXml = text(named(workbookName))
  if (workbookXml === undefined) throw new KorvausError('input-not-spreadsheet', { path, kind: 'zip' })
  const workbook = readWorkbookPart(workbookXml)
  if (workbook.sheets.length > mostSheets) throw new KorvausError('input-too-large', { path, limit: `${mostSheets} sheets` })

  const folder = posix.dirname(workbookName)
  const relations = readRelations(text(named(posix.join(folder, '_rels', `${posix.basename(workbookName)}.rels`))) ?? '')
  const partOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.target
  const target = (name: string | undefined) => (name === undefined ? undefined : named(name.startsWith('/') ? name.slice(1) : posix.join(folder, name)))
  const sharedStrings = readSharedStrings(text(target(partOf('sharedStrings')), largestStrings) ?? '')
  const dateStyles = readDateStyles(text(target(partOf('styles'))) ?? '')

  return workbook.sheets.flatMap((listed) => {
    const relation = relations.get(listed.relation)
    if (relation !== undefined && relation.type !== 'worksheet') return []
    const entry = target(relation?.target)
    if (entry === undefined) throw new KorvausError('input-damaged', { path, reason: 'a sheet without its part' })
    const hiddenColumns = new Set<number>()
    const merges: CellRange[] = []
    const context = { path, sharedStrings, dateStyles, datesFrom1904: workbook.datesFrom1904 }
    const rows = (): AsyncGenerator<Row> => scanSheet(streamEntry(bytes, entry, path, largestSheet), context, { hiddenColumns, merges })
    return [{ name: listed.name, hidden: listed.hidden, datesFrom1904: workbook.datesFrom1904, hiddenColumns, merges, rows }]
  })
}

function mainPart(relations: string | undefined): string | undefined {
  const target = relations === undefined ? undefined : [...readRelations(relations).values()].find(({ type }) => type === 'officeDocument')?.target
  return target?.replace(/^\//, '')
}
