import { dirname, isAbsolute, join as joinPath, posix, relative } from 'node:path'
import { KorvausError } from '../model/errors.js'
import type { Sheet } from './cells.js'
import { readLookup, type Lookups } from './joins.js'
import type { InputFile } from '../model/inputs.js'
import type { Join, Mapping } from './mapping.js'
import { openInput, type InputSpec, type OpenInput } from './open-input.js'

/** Tables that are looked up, and the files that hold them. */
interface OpenLookups {
  readonly lookups: Lookups
  readonly files: readonly InputFile[]
}

/** Reads the tables that the joins of a mapping look up: sheets of the same workbook, or files beside the input. */
export async function openLookups(input: InputSpec, mapping: Mapping, sheets: readonly Sheet[]): Promise<OpenLookups> {
  const lookups = new Map<Join, Awaited<ReturnType<typeof readLookup>>>()
  const files: InputFile[] = []
  for (const join of mapping.joins) {
    const path = join.file ?? input.name
    const beside = join.file === undefined ? undefined : await openBeside(join.file, input)
    if (beside !== undefined) files.push(beside.file)
    const sheet = sheetOf(join, beside?.sheets ?? sheets)
    if (sheet === undefined) throw new KorvausError('input-without-sheet', { path, sheet: join.sheet ?? '' })
    lookups.set(join, await readLookup(join, sheet, path))
  }
  return { lookups, files }
}

function sheetOf(join: Join, sheets: readonly Sheet[]): Sheet | undefined {
  return join.sheet === undefined ? sheets[0] : sheets.find(({ name }) => name.toLowerCase() === join.sheet?.toLowerCase())
}

/** A file beside the input, named as the input is. */
async function openBeside(name: string, input: InputSpec): Promise<Pick<OpenInput, 'file' | 'sheets'>> {
  const { file, sheets } = await openInput({ path: besideInput(name, input), name: posix.join(posix.dirname(input.name), name) })
  return { file: { ...file, kind: 'lookup' }, sheets }
}

function besideInput(file: string, input: InputSpec): string {
  const folder = dirname(input.path)
  const path = joinPath(folder, file)
  const inside = relative(folder, path)
  if (isAbsolute(file) || isAbsolute(inside) || inside.startsWith('..')) throw new KorvausError('input-missing', { path: file })
  return path
}
