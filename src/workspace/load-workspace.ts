import { readFile, realpath } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { glob } from 'tinyglobby'
import { KorvausError, type Reason } from '../model/errors.js'
import { languages } from '../model/language-codes.js'
import { configSchema, type WorkspaceConfig } from './config.js'
import { isThere, statIfThere } from './present-file.js'
import { placeOfKey, readConfig } from './read-config.js'

export const configName = 'korvaus.yaml'
const leadsOut: Reason = { reason: 'leads-out' }

/** A folder with its `korvaus.yaml`. */
export interface Workspace {
  readonly root: string
  readonly configPath: string
  readonly config: WorkspaceConfig
  /** The text of `korvaus.yaml`, to name the place of what is wrong in it. */
  readonly text: string
}

/** An input file: where it lies, how it is named in findings, and the mapping of its headings. */
export interface WorkspaceInput {
  readonly path: string
  readonly name: string
  readonly mapping?: NamedFile
}

/** A file of the workspace: where it lies, and how the configuration names it. */
export interface NamedFile {
  readonly path: string
  readonly name: string
}

/**
 * Finds `korvaus.yaml` in the named folder, or upwards from where the command stands.
 * Throws `workspace-not-found`, `config-unreadable` or `config-invalid`.
 */
export async function loadWorkspace(options: { cwd: string; workspace?: string | undefined }): Promise<Workspace> {
  const start = resolve(options.cwd, options.workspace ?? '.')
  const root = options.workspace === undefined ? await findUpwards(start) : (await isFile(join(start, configName))) ? start : undefined
  if (root === undefined) throw new KorvausError('workspace-not-found', { folder: start })
  const configPath = join(root, configName)
  const text = await readFile(configPath, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new KorvausError('file-unreadable', { path: configPath, reason: error.code ?? '' }, { cause: error })
  })
  try {
    const workspace = { root, configPath, text, config: readConfig(configName, text, configSchema) }
    requirePathsInside(workspace)
    return workspace
  } catch (error) {
    const language = languages.find((one) => new RegExp(`^language:\\s*["']?${one}\\b`, 'm').test(text))
    if (error instanceof KorvausError && language !== undefined) error.language = language
    throw error
  }
}

/**
 * The input files: those named on the command line, otherwise the configured ones with their patterns resolved inside
 * the workspace, in the order of their names and not of the configuration, which must not change a packet. Throws `no-inputs` or `input-missing`.
 */
export async function resolveInputs(workspace: Workspace, cwd: string, files: readonly string[] = []): Promise<WorkspaceInput[]> {
  if (files.length > 0) return Promise.all(files.map((file) => namedInput(workspace, resolve(cwd, file), file.split(/[/\\]/).at(-1) ?? file)))
  if (workspace.config.inputs.length === 0) throw new KorvausError('no-inputs', { path: configName })
  const found = await Promise.all(workspace.config.inputs.map((input, index) => matching(workspace, input, index)))
  return found.flat().sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0))
}

/** A file that stands in for the configured inputs has the mapping of the one whose name it fits. */
async function namedInput(workspace: Workspace, path: string, name: string): Promise<WorkspaceInput> {
  const index = workspace.config.inputs.findIndex((input) => input.mapping !== undefined && fitsName(input.path, name))
  const mapping = workspace.config.inputs[index]?.mapping
  return { path, name, ...(mapping === undefined ? {} : { mapping: await mappingFile(workspace, mapping, index) }) }
}

async function mappingFile(workspace: Workspace, name: string, index: number): Promise<NamedFile> {
  return { path: await realPathInside(workspace, name, ['inputs', index, 'mapping']), name }
}

function fitsName(pattern: string, name: string): boolean {
  const last = pattern.split('/').at(-1) ?? pattern
  return new RegExp(`^${last.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i').test(name)
}

/** A path of the configuration, which must stay inside the workspace. Throws `config-invalid`. */
export function pathInside(root: string, path: string, key: string): string {
  const full = resolve(root, path)
  const inside = relative(root, full)
  if (inside.startsWith(`..${sep}`) || inside === '..' || isAbsolute(inside)) {
    throw new KorvausError('config-invalid', { path: configName, line: '1', column: '1', key, reason: leadsOut })
  }
  return full
}

/** What is wrong with a setting, at its line and column in `korvaus.yaml`. */
export function invalidSetting({ text }: Pick<Workspace, 'text'>, keys: readonly PropertyKey[], reason: Reason): KorvausError {
  return new KorvausError('config-invalid', { path: configName, ...placeOfKey(text, keys), key: keys.map(String).join('.'), reason })
}

/** Paths to files of the workspace are known to stay inside before anything is done with any of them. */
function requirePathsInside(workspace: Workspace): void {
  const { register, packets, signing, policies } = workspace.config
  const settings: [readonly string[], string | undefined][] = [
    [['register'], register.includes('://') ? undefined : register], [['packets'], packets], [['signing', 'key'], signing?.key], [['policies', 'ownWorkRates'], policies.ownWorkRates],
  ]
  for (const [keys, path] of settings) if (path !== undefined) atSetting(workspace, keys, () => pathInside(workspace.root, path, keys.join('.')))
}

/** Names the place of the setting when its path leads out of the workspace. */
function atSetting<Result>(workspace: Pick<Workspace, 'text'>, keys: readonly PropertyKey[], look: () => Result): Result {
  try {
    return look()
  } catch (error) {
    throw error instanceof KorvausError && error.code === 'config-invalid' ? invalidSetting(workspace, keys, leadsOut) : error
  }
}

async function matching(workspace: Workspace, input: WorkspaceConfig['inputs'][number], index: number): Promise<WorkspaceInput[]> {
  const { root } = workspace
  const mapping = input.mapping === undefined ? {} : { mapping: await mappingFile(workspace, input.mapping, index) }
  atSetting(workspace, ['inputs', index, 'path'], () => pathInside(root, input.path, 'inputs.path'))
  const names = /[*?[{]/.test(input.path) ? await glob(input.path, { cwd: root, onlyFiles: true, followSymbolicLinks: false }) : [input.path]
  if (names.length === 0) throw new KorvausError('input-missing', { path: input.path })
  return Promise.all(names.sort().map(async (name) => ({ path: await realPathInside(workspace, name, ['inputs', index, 'path']), name, ...mapping })))
}

/** The path inside the workspace, wherever links lead to; one that does not exist yet is left to whoever opens it. */
async function realPathInside(workspace: Workspace, path: string, keys: readonly PropertyKey[]): Promise<string> {
  const full = atSetting(workspace, keys, () => pathInside(workspace.root, path, keys.join('.')))
  const real = (await isThere(full)) ? await realpath(full) : undefined
  const root = await realpath(workspace.root)
  if (real !== undefined) atSetting(workspace, keys, () => pathInside(root, real, keys.join('.')))
  return full
}

async function findUpwards(folder: string): Promise<string | undefined> {
  if (await isFile(join(folder, configName))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : findUpwards(parent)
}

async function isFile(path: string): Promise<boolean> {
  return (await statIfThere(path))?.isFile() === true
}
