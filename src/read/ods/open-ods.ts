import { KorvausError } from '../../model/errors.js'
import type { CellRange, Sheet } from '../cells.js'
import type { FileBytes } from '../file-bytes.js'
import { utf8Pieces } from '../xml/encoding.js'
import { visitTags } from '../xml/tags.js'
import type { ZipEntry } from '../zip.js'
import { readEntry, streamEntry } from '../zip-content.js'
import { CellFormats } from './cell-formats.js'
import { listTables, scanTable } from './scan-content.js'
import { readNamedFormats } from './scan-styles.js'

const spreadsheetType = 'application/vnd.oasis.opendocument.spreadsheet'
const largestManifest = 1_000_000
const largestContent = 1_500_000_000
const largestStyles = 16_000_000
const mostSheets = 250
/** All tables lie in one part, and each is found by walking over those before it. */
const mostScanned = 1_000_000_000

/** Whether a zip archive is an OpenDocument spreadsheet, by the type that it names. */
export function isOds(file: FileBytes, entries: ReadonlyMap<string, ZipEntry>, path: string): boolean {
  const entry = entries.get('mimetype')
  return entry !== undefined && entry.uncompressedSize < 200 && readEntry(file, entry, path, 200).toString('latin1').trim().startsWith(spreadsheetType)
}

/** Opens an OpenDocument spreadsheet: its sheets in their order, each read when it is asked for. Throws `input-…` errors. */
export async function openOds(file: FileBytes, entries: ReadonlyMap<string, ZipEntry>, path: string): Promise<Sheet[]> {
  requireReadable(file, entries, path)
  const entry = entries.get('content.xml')
  if (entry === undefined) throw new KorvausError('input-not-spreadsheet', { path, kind: 'zip' })
  const content = () => utf8Pieces(streamEntry(file, entry, path, largestContent), path)
  const tables = await listTables(content(), path)
  if (tables.length > mostSheets) throw new KorvausError('input-too-large', { path, limit: { reason: 'limit-sheets', limit: String(mostSheets) } })
  if (tables.length * entry.uncompressedSize > mostScanned) throw new KorvausError('input-too-large', { path, limit: `${mostScanned / 1_000_000} MB` })
  const styles = entries.get('styles.xml')
  const named = styles === undefined ? new CellFormats(path) : await readNamedFormats(utf8Pieces(streamEntry(file, styles, path, largestStyles), path), path)
  return tables.map(({ name, hidden }, index) => {
    const hiddenColumns = new Set<number>()
    const merges: CellRange[] = []
    const rows = () => {
      // Each walk finds them anew.
      merges.length = 0
      return scanTable(content(), index, path, { hiddenColumns, merges }, named)
    }
    return { name, hidden, datesFrom1904: false, hiddenColumns, merges, rows }
  })
}

/** A file under a password lists how each part is encrypted. */
function requireReadable(file: FileBytes, entries: ReadonlyMap<string, ZipEntry>, path: string): void {
  const manifest = entries.get('META-INF/manifest.xml')
  if (manifest === undefined) return
  visitTags(readEntry(file, manifest, path, largestManifest), path, {
    open(name) {
      if (name === 'encryption-data') throw new KorvausError('input-encrypted', { path })
    },
  })
}
