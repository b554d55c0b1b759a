import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, isAbsolute, join, relative, resolve } from 'node:path'
import type { Io } from '../../cli/io.js'
import { sheetKinds, sheetNames, type SheetKind } from '../../model/columns.js'
import { KorvausError } from '../../model/errors.js'
import type { Language } from '../../model/language.js'
import { keyOf } from '../../read/headings.js'
import { openInput } from '../../read/open-input.js'
import { proposeMapping, proposedAs } from '../../read/propose-mapping.js'
import { fill } from '../../templates/fill.js'
import { initTexts } from '../../templates/init-texts.js'
import { ask } from '../../cli/ask.js'
import { failureText } from '../../cli/failure.js'
import { findFiles } from '../../workspace/find-files.js'
import { hasWildcards } from '../../workspace/wildcards.js'
import { decisionsOf, unknownName, type OfferedInput, type TableDecisions } from './mapping.js'

const spreadsheet = /\.(xlsx|xlsm|csv|tsv|txt|ods)$/i
const mostListed = 20

/** Opens a spreadsheet inside the workspace and looks at its tables. Throws `input-…` for one that cannot be read, `input-outside` for one elsewhere. */
export async function lookAt(folder: string, cwd: string, given: string): Promise<OfferedInput> {
  const path = insideWorkspace(folder, cwd, given)
  const file = hasWildcards(path) ? (await findFiles(folder, path))?.[0] : path
  if (file === undefined) throw new KorvausError('input-missing', { path })
  const { sheets, isTextFile } = await openInput({ path: join(folder, file), name: file })
  const { tables, leftOut } = await proposeMapping(sheets)
  return { path, file, isTextFile, tables: tables.map(decisionsOf), leftOut, skipped: [] }
}

/** Asks which spreadsheets hold the service log, one after the other; each is opened as it is named, and one that cannot be used is said and asked for again. */
export async function askInputs(io: Io, folder: string, language: Language): Promise<OfferedInput[]> {
  const inputs: OfferedInput[] = []
  for (;;) {
    const path = await askPath(folder, inputs, language)
    if (path === undefined) return inputs
    try {
      const input = await lookAt(folder, io.cwd, path)
      if (input.tables.length > 0) inputs.push(input)
      else io.stderr(`${fill(initTexts.noTableHere[language], { file: input.file })}\n`)
    } catch (error) {
      if (!(error instanceof KorvausError)) throw error
      io.stderr(`${failureText(error, language)} ${initTexts.inputUnread[language]}\n`)
    }
  }
}

/** The next spreadsheet; nothing when there is none, or no more. */
async function askPath(folder: string, inputs: readonly OfferedInput[], language: Language): Promise<string | undefined> {
  const used = new Set(inputs.map(({ file }) => file))
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => spreadsheet.test(name) && !/^[~.]/.test(name) && !used.has(name)).sort().slice(0, mostListed) : []
  const isFirst = inputs.length === 0
  if (!isFirst && names.length === 0) return undefined
  const listed = [...names.map((value) => ({ value, name: value })), { value: '?', name: initTexts.inputOther[language] }]
  const choices = isFirst ? [...listed, { value: '', name: initTexts.inputNone[language] }] : [{ value: '', name: initTexts.inputEnough[language] }, ...listed]
  const { input } = await ask<{ input: string }>([{ type: 'select', name: 'input', message: initTexts[isFirst ? 'input' : 'inputMore'][language], choices, pageSize: 12 }], language)
  if (input !== '?') return input === '' ? undefined : input
  const { path } = await ask<{ path: string }>([{ type: 'input', name: 'path', message: initTexts.inputPath[language], validate: (text: string) => text.trim() !== '' || initTexts.lackingValueEmpty[language] }], language)
  return path.trim()
}

/** What options say of sheets: which table each is, or `skip`. A text file goes by its own name. Throws `usage`. */
export function applySheets(inputs: readonly OfferedInput[], texts: readonly string[]): void {
  for (const text of texts) {
    const [name, word] = [text.slice(0, text.lastIndexOf('=')).trim(), text.slice(text.lastIndexOf('=') + 1).trim()]
    const kind = sheetKinds.find((one) => [one, ...Object.values(sheetNames[one])].some((known) => keyOf(known) === keyOf(word)))
    if (kind === undefined && word !== 'skip') throw unknownName('--sheet', word, [...sheetKinds, 'skip'])
    const sheetNamed = (input: OfferedInput, { table }: TableDecisions) => [...table.sheets, ...(input.isTextFile ? [basename(input.file)] : [])].find((one) => keyOf(one) === keyOf(name))
    const found = inputs.flatMap((input) => input.tables.filter((table) => sheetNamed(input, table) !== undefined).map((table) => ({ input, table })))
    if (found.length === 0) throw unknownName('--sheet', name, inputs.flatMap((input) => input.tables.flatMap(({ table }) => table.sheets.map((sheet) => sheet || basename(input.file)))))
    for (const { input, table } of found) takeAs(input, kind === undefined ? apart(input, table, sheetNamed(input, table) as string) : table, kind)
  }
}

/** Takes a sheet for another table than proposed, or for none. */
export function takeAs(input: OfferedInput, decisions: TableDecisions, kind: SheetKind | undefined): TableDecisions | undefined {
  const again = kind === undefined ? undefined : { ...decisionsOf(proposedAs(decisions.table, kind)), isChosen: true }
  input.tables.splice(input.tables.indexOf(decisions), 1, ...(again === undefined ? [] : [again]))
  if (again === undefined) input.skipped.push(...decisions.table.sheets)
  return again
}

/** One of several sheets with the same headings by itself, so that it can be left out alone. */
function apart(input: OfferedInput, decisions: TableDecisions, sheet: string): TableDecisions {
  const { table } = decisions
  if (table.sheets.length === 1) return decisions
  const only = (keep: (one: string) => boolean): TableDecisions => ({ ...decisions, table: { ...table, sheets: table.sheets.filter(keep) } })
  const [alone, others] = [only((one) => one === sheet), only((one) => one !== sheet)] as const
  input.tables.splice(input.tables.indexOf(decisions), 1, alone, others)
  return alone
}

/** The tables that a service log has and none of the inputs. */
export function tablesLacking(inputs: readonly OfferedInput[]): SheetKind[] {
  const present = new Set(inputs.flatMap(({ tables }) => tables.map(({ table }) => table.kind)))
  return present.has('costs') ? sheetKinds.filter((kind) => !present.has(kind)) : []
}

function insideWorkspace(folder: string, cwd: string, given: string): string {
  const path = relative(folder, resolve(existsSync(resolve(cwd, given)) ? cwd : folder, given))
  if (path.startsWith('..') || isAbsolute(path)) throw new KorvausError('input-outside', { path: given, folder })
  return path.replaceAll('\\', '/')
}
