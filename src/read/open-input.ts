import { withoutIdentifiers } from '../model/identifiers.js'
import { KorvausError } from '../model/errors.js'
import type { InputFile } from '../model/inputs.js'
import type { Sheet } from './cells.js'
import { openCsv } from './csv/open-csv.js'
import { TextFacts } from './csv/utf8-text.js'
import { FileBytes } from './file-bytes.js'
import type { Mapping } from './mapping.js'
import { isOds, openOds } from './ods/open-ods.js'
import { openWorkbook } from './xlsx/open-workbook.js'
import { zipEntries } from './zip.js'

/** A file of the service log: where it lies, and how the user named it. */
export interface InputSpec {
  readonly path: string
  readonly name: string
  /** What its headings and values mean, where they are not those of the service log. */
  readonly mapping?: Mapping
  /** The file of that mapping. */
  readonly mappingFile?: InputFile
}

export interface OpenInput {
  readonly file: InputFile
  readonly sheets: readonly Sheet[]
  /** Whether all cells are text, as in csv. */
  readonly isTextFile: boolean
}

const longestStart = 200
const zipMark = Buffer.from('PK')
const oldExcelMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const encryptedName = Buffer.from('EncryptedPackage', 'utf16le')
const binaryMarks: ReadonlyArray<readonly [string, Buffer]> = [['PDF', Buffer.from('%PDF')], ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47])], ['GZIP', Buffer.from([0x1f, 0x8b])], ['RTF', Buffer.from('{\\rtf')]]

/** Opens an input by what it holds, whatever its name ends with. Throws one clear error for a file that is no service log. */
export async function openInput(input: InputSpec): Promise<OpenInput> {
  const name = withoutIdentifiers(input.name)
  const facts = new TextFacts()
  const bytes = FileBytes.open(input.path, name, (block) => facts.take(block))
  const { sheets, isTextFile } = await opened(bytes, facts, name)
  return {
    file: { kind: 'log', path: name, sha256: bytes.sha256 },
    isTextFile,
    sheets: sheets.map((sheet) => ({ ...sheet, name: withoutIdentifiers(sheet.name) })),
  }
}

async function opened(bytes: FileBytes, facts: TextFacts, path: string): Promise<Pick<OpenInput, 'sheets' | 'isTextFile'>> {
  const start = bytes.read(0, longestStart)
  if (start.length === 0) throw new KorvausError('input-empty', { path })
  if (beginsWith(start, oldExcelMark)) throw new KorvausError(holds(bytes, encryptedName) ? 'input-encrypted' : 'input-legacy-xls', { path })
  const binary = binaryMarks.find(([, mark]) => beginsWith(start, mark))
  if (binary) throw new KorvausError('input-not-spreadsheet', { path, kind: binary[0] })
  if (beginsWith(start, zipMark)) {
    const entries = zipEntries(bytes, path)
    if (isOds(bytes, entries, path)) return { sheets: await openOds(bytes, entries, path), isTextFile: false }
    if (entries.has('xl/workbook.bin')) throw new KorvausError('input-not-spreadsheet', { path, kind: 'xlsb' })
    return { sheets: await openWorkbook(bytes, entries, path), isTextFile: false }
  }
  if (/^\s*<(!doctype html|html|table|\?xml)/i.test(start.toString('latin1'))) throw new KorvausError('input-not-spreadsheet', { path, kind: 'HTML' })
  return { sheets: openCsv(bytes, facts, path), isTextFile: true }
}

function beginsWith(start: Buffer, mark: Buffer): boolean {
  return start.subarray(0, mark.length).equals(mark)
}

/** Whether the bytes stand anywhere in the file, across the ends of its pieces too. */
function holds(bytes: FileBytes, wanted: Buffer): boolean {
  let rest = Buffer.alloc(0)
  for (const piece of bytes.pieces()) {
    const block = Buffer.concat([rest, piece])
    if (block.includes(wanted)) return true
    rest = block.subarray(-wanted.length)
  }
  return false
}
