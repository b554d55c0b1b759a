import { posix } from 'node:path'
import { KorvausError } from '../../model/errors.js'
import type { CellRange, Sheet } from '../cells.js'
import type { FileBytes } from '../file-bytes.js'
import { utf8Pieces, utf8PiecesAtOnce } from '../xml/encoding.js'
import type { ZipEntry } from '../zip.js'
import { readEntry, streamEntry } from '../zip-content.js'
import { readNumberFormats, readRelations, readTotalRows, readWorkbookPart, type Relation } from './parts.js'
import { scanSheet } from './scan-sheet.js'
import { SharedStrings } from './shared-strings.js'
import { mostHeld } from './text-blocks.js'

const largestPart = 16_000_000
const largestStrings = 600_000_000
const largestSheet = 1_500_000_000
const mostSheets = 250
const mostTables = 50

/** Opens an xlsx workbook: its sheets in their order, each read when it is asked for. Throws `input-…` errors. */
export async function openWorkbook(file: FileBytes, entries: ReadonlyMap<string, ZipEntry>, path: string): Promise<Sheet[]> {
  const parts = new Parts(file, entries, path)
  const workbookName = mainPart(readRelations(parts.read('_rels/.rels'), path)) ?? 'xl/workbook.xml'
  const workbookBytes = parts.read(workbookName)
  if (workbookBytes === undefined) throw new KorvausError('input-not-spreadsheet', { path, kind: 'zip' })
  const workbook = readWorkbookPart(workbookBytes, path)
  if (workbook.sheets.length > mostSheets) throw new KorvausError('input-too-large', { path, limit: { reason: 'limit-sheets', limit: String(mostSheets) } })

  const folder = posix.dirname(workbookName)
  const relations = readRelations(parts.read(posix.join(folder, '_rels', `${posix.basename(workbookName)}.rels`)), path)
  const named = ({ target }: Relation) => (target.startsWith('/') ? target.slice(1) : posix.join(folder, target))
  const partOf = (type: string) => [...relations.values()].filter((relation) => relation.type === type).map(named)[0]
  const sharedStrings = await readSharedStrings(parts, parts.find(partOf('sharedStrings')), path)
  const formats = readNumberFormats(parts.read(partOf('styles')), path)
  const { datesFrom1904, calculatesOnLoad } = workbook

  const totalRowsOf = (sheet: string) => {
    const home = posix.dirname(sheet)
    const tables = [...readRelations(parts.read(posix.join(home, '_rels', `${posix.basename(sheet)}.rels`)), path).values()].filter(({ type }) => type === 'table').slice(0, mostTables)
    return new Set(tables.flatMap(({ target }) => {
      const part = parts.read(target.startsWith('/') ? target.slice(1) : posix.join(home, target))
      return part === undefined ? [] : readTotalRows(part, path)
    }))
  }

  return workbook.sheets.flatMap((listed) => {
    const relation = relations.get(listed.relation)
    if (relation !== undefined && relation.type !== 'worksheet') return []
    const entry = relation && parts.find(named(relation))
    if (entry === undefined) throw new KorvausError('input-damaged', { path, reason: { reason: 'sheet-without-part' } })
    const hiddenColumns = new Set<number>()
    const merges: CellRange[] = []
    const rows = () => {
      // Each walk finds them anew.
      merges.length = 0
      return scanSheet(parts.stream(entry, largestSheet), { path, sharedStrings, formats, datesFrom1904, calculatesOnLoad }, { hiddenColumns, merges })
    }
    return [{ name: listed.name, hidden: listed.hidden, datesFrom1904, hiddenColumns, merges, totalRows: totalRowsOf(entry.name), rows }]
  })
}

async function readSharedStrings(parts: Parts, entry: ZipEntry | undefined, path: string): Promise<SharedStrings> {
  if (entry === undefined) return new SharedStrings(path)
  // Most workbooks have so few texts that all are held, whatever their encoding, and need no library to unpack them once more.
  const replay = entry.uncompressedSize < mostHeld / 4 ? undefined : await parts.replayer(entry)
  const strings = new SharedStrings(path, replay)
  await strings.read(parts.stream(entry, largestStrings))
  return strings
}

/** The parts of the file by name, whatever the capitals. */
class Parts {
  readonly #file: FileBytes
  readonly #path: string
  readonly #entries: ReadonlyMap<string, ZipEntry>

  constructor(file: FileBytes, entries: ReadonlyMap<string, ZipEntry>, path: string) {
    this.#file = file
    this.#path = path
    this.#entries = new Map([...entries.values()].map((entry) => [entry.name.toLowerCase(), entry]))
  }

  find(name: string | undefined): ZipEntry | undefined {
    return name === undefined ? undefined : this.#entries.get(name.toLowerCase())
  }

  /** A small part whole. */
  read(name: string | undefined): Buffer | undefined {
    const entry = this.find(name)
    return entry && readEntry(this.#file, entry, this.#path, largestPart)
  }

  stream(entry: ZipEntry, limit: number): AsyncGenerator<Buffer> {
    return utf8Pieces(streamEntry(this.#file, entry, this.#path, limit), this.#path)
  }

  /** Gives the pieces of a part at once, as often as it is asked, when the part was streamed before. */
  async replayer(entry: ZipEntry): Promise<() => Iterable<Buffer>> {
    const { replayEntry } = await import('../replay-entry.js')
    return () => utf8PiecesAtOnce(replayEntry(this.#file, entry), this.#path)
  }
}

function mainPart(relations: ReadonlyMap<string, Relation>): string | undefined {
  return [...relations.values()].find(({ type }) => type === 'officeDocument')?.target.replace(/^\//, '')
}
