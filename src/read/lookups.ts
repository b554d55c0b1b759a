import { dirname, isAbsolute, join as joinPath, relative } from 'node:path'
import { KorvausError } from '../model/errors.js'
import type { Sheet } from './cells.js'
import { readLookup, type Lookups } from './joins.js'
import type { Join, Mapping } from './mapping.js'
import { openInput, type InputSpec } from './open-input.js'

/** Reads the tables that the joins of a mapping look up: sheets of the same workbook, or files beside the input. */
export async function openLookups(input: InputSpec, mapping: Mapping, sheets: readonly Sheet[]): Promise<Lookups> {
  const lookups = new Map<Join, Awaited<ReturnType<typeof readLookup>>>()
  for (const join of mapping.joins) {
    const path = join.file ?? input.name
    const sheet = await sheetOf(join, input, sheets)
    if (sheet === undefined) throw new KorvausError('input-without-sheet', { path, sheet: join.sheet ?? '' })
    lookups.set(join, await readLookup(join, sheet, path))
  }
  return lookups
}

async function sheetOf(join: Join, input: InputSpec, sheets: readonly Sheet[]): Promise<Sheet | undefined> {
  const found = join.file === undefined ? sheets : (await openInput({ path: besideInput(join.file, input), name: join.file })).sheets
  return join.sheet === undefined ? found[0] : found.find(({ name }) => name.toLowerCase() === join.sheet?.toLowerCase())
}

function besideInput(file: string, input: InputSpec): string {
  const folder = dirname(input.path)
  const path = joinPath(folder, file)
  const inside = relative(folder, path)
  if (isAbsolute(file) || isAbsolute(inside) || inside.startsWith('..')) throw new KorvausError('input-missing', { path: file })
  return path
}
