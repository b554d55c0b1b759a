import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { glob } from 'tinyglobby'
import { sheetKinds, type SheetKind } from '../model/columns.js'
import { KorvausError } from '../model/errors.js'
import type { Language } from '../model/language.js'
import { openInput } from '../read/open-input.js'
import { proposeMapping } from '../read/propose-mapping.js'
import { initTexts } from '../templates/init-texts.js'
import { ask } from './ask.js'
import { decisionsOf, type TableDecisions } from './init-mapping.js'

/** A spreadsheet that was offered, with what its tables probably hold. */
export interface OfferedInput {
  /** As `korvaus.yaml` names it. */
  readonly path: string
  /** The file that was looked at; the first of a pattern. */
  readonly file: string
  readonly isTextFile: boolean
  readonly tables: readonly TableDecisions[]
}

const spreadsheet = /\.(xlsx|xlsm|csv|tsv|txt|ods)$/i
const mostListed = 20

/** Opens a spreadsheet inside the workspace and looks at its tables. Throws `input-…` for one that cannot be read, `input-outside` for one elsewhere. */
export async function lookAt(folder: string, cwd: string, given: string): Promise<OfferedInput> {
  const path = insideWorkspace(folder, cwd, given)
  const file = /[*?[{]/.test(path) ? (await glob(path, { cwd: folder, onlyFiles: true, followSymbolicLinks: false })).sort()[0] : path
  if (file === undefined) throw new KorvausError('input-missing', { path })
  const { sheets, isTextFile } = await openInput({ path: join(folder, file), name: file })
  return { path, file, isTextFile, tables: (await proposeMapping(sheets)).map(decisionsOf) }
}

/** Asks which spreadsheet of the folder holds the costs; nothing when there is none yet. */
export async function askInput(folder: string, language: Language): Promise<string | undefined> {
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => spreadsheet.test(name) && !name.startsWith('~') && !name.startsWith('.')).sort().slice(0, mostListed) : []
  const choices = [...names.map((value) => ({ value, name: value })), { value: '?', name: initTexts.inputOther[language] }, { value: '', name: initTexts.inputNone[language] }]
  const { input } = await ask<{ input: string }>([{ type: 'select', name: 'input', message: initTexts.input[language], choices }])
  if (input !== '?') return input === '' ? undefined : input
  const { path } = await ask<{ path: string }>([{ type: 'input', name: 'path', message: initTexts.inputPath[language], validate: (text: string) => text.trim() !== '' }])
  return path.trim()
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
