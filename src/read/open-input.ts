import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { withoutIdentifiers } from '../model/identifiers.js'
import { KorvausError } from '../model/errors.js'
import type { InputFile } from '../model/service-log.js'
import type { Sheet } from './cells.js'
import { openCsv } from './csv/open-csv.js'
import { fitsPattern } from './headings.js'
import { largestFile } from './limits.js'
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
}

export interface OpenInput {
  readonly file: InputFile
  readonly sheets: readonly Sheet[]
  /** Whether all cells are text, as in csv. */
  readonly isTextFile: boolean
}

const zipMark = Buffer.from('PK')
const oldExcelMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const encryptedName = Buffer.from('EncryptedPackage', 'utf16le')
const binaryMarks: ReadonlyArray<readonly [string, Buffer]> = [['PDF', Buffer.from('%PDF')], ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47])], ['GZIP', Buffer.from([0x1f, 0x8b])], ['RTF', Buffer.from('{\\rtf')]]

/** Opens an input by what it holds, whatever its name ends with. Throws one clear error for a file that is no service log. */
export async function openInput(input: InputSpec): Promise<OpenInput> {
  const bytes = await readBounded(input)
  const name = withoutIdentifiers(input.name)
  const file = { path: name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
  const { sheets, isTextFile } = await opened(bytes, name)
  return { file, isTextFile, sheets: sheets.map((sheet) => ({ ...sheet, name: withoutIdentifiers(sheet.name) })) }
}

/** Whether the mapping says that a sheet is none of the service log. */
export function isSkipped(sheet: Sheet, mapping: Mapping): boolean {
  return Object.entries(mapping.sheets).find(([pattern]) => fitsPattern(sheet.name, pattern))?.[1] === 'skip'
}

async function opened(bytes: Buffer, path: string): Promise<Pick<OpenInput, 'sheets' | 'isTextFile'>> {
  if (bytes.length === 0) throw new KorvausError('input-empty', { path })
  if (bytes.subarray(0, 4).equals(oldExcelMark)) throw new KorvausError(bytes.includes(encryptedName) ? 'input-encrypted' : 'input-legacy-xls', { path })
  const binary = binaryMarks.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark))
  if (binary) throw new KorvausError('input-not-spreadsheet', { path, kind: binary[0] })
  if (bytes.subarray(0, 2).equals(zipMark)) {
    const entries = zipEntries(bytes, path)
    if (isOds(bytes, entries, path)) return { sheets: await openOds(bytes, entries, path), isTextFile: false }
    if (entries.has('xl/workbook.bin')) throw new KorvausError('input-not-spreadsheet', { path, kind: 'xlsb' })
    return { sheets: await openWorkbook(bytes, entries, path), isTextFile: false }
  }
  if (/^\s*<(!doctype html|html|table|\?xml)/i.test(bytes.toString('latin1', 0, 200))) throw new KorvausError('input-not-spreadsheet', { path, kind: 'HTML' })
  return { sheets: openCsv(bytes, path), isTextFile: true }
}

async function readBounded({ path, name }: InputSpec): Promise<Buffer> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new KorvausError('input-missing', { path: name }) : new KorvausError('input-unreadable', { path: name, reason: error.code ?? '' })
  })
  try {
    const { size, mtimeMs } = await handle.stat()
    if (size > largestFile) throw new KorvausError('input-too-large', { path: name, limit: `${largestFile / 1_000_000} MB` })
    const bytes = await handle.readFile().catch((error: NodeJS.ErrnoException) => {
      throw new KorvausError('input-unreadable', { path: name, reason: error.code ?? '' })
    })
    const after = await handle.stat()
    if (after.size !== bytes.length || after.mtimeMs !== mtimeMs) throw new KorvausError('input-changed', { path: name })
    return bytes
  } finally {
    await handle.close()
  }
}
