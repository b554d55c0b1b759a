import { join, resolve } from 'node:path'
import { KorvausError, type Reason } from '../model/errors.js'
import { languages } from '../model/language-codes.js'
import { configSchema, type WorkspaceConfig } from './config.js'
import { findFiles } from './find-files.js'
import { findRoot } from './find-root.js'
import { configName, pathInside, type Meant } from './inside.js'
import { readPlainText } from './plain-file.js'
import { placeOfKey, readConfig } from './read-config.js'
import { alternativesOf, fitsWildcards, hasWildcards } from './wildcards.js'

export { configName, packetInside, pathInside } from './inside.js'

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
  const root = await findRoot(options)
  if (root === undefined) throw new KorvausError('workspace-not-found', { folder: resolve(options.cwd, options.workspace ?? '.') })
  const configPath = join(root, configName)
  const text = await readPlainText(configPath).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EFBIG') throw new KorvausError('config-unreadable', { path: configName, line: '1', column: '1', reason: { reason: 'too-long' } })
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
  return { path, name, ...(mapping === undefined ? {} : { mapping: mappingFile(workspace, mapping, index) }) }
}

function mappingFile(workspace: Workspace, name: string, index: number): NamedFile {
  return { path: insideAt(workspace, name, ['inputs', index, 'mapping']), name }
}

function fitsName(pattern: string, name: string): boolean {
  const last = pattern.split('/').at(-1) ?? pattern
  return alternativesOf(last.toLowerCase()).some((one) => fitsWildcards(one, name.toLowerCase()))
}

/** What is wrong with a setting, at its line and column in `korvaus.yaml`. */
export function invalidSetting({ text }: Pick<Workspace, 'text'>, keys: readonly PropertyKey[], reason: Reason): KorvausError {
  return new KorvausError('config-invalid', { path: configName, ...placeOfKey(text, keys), key: keys.map(String).join('.'), reason })
}

/** Paths of the configuration are known to stay inside before anything is done with any of them. */
function requirePathsInside(workspace: Workspace): void {
  const { register, packets, signing, policies } = workspace.config
  const settings: [readonly string[], string | undefined, Meant][] = [
    [['register'], register.includes('://') ? undefined : register, 'file'], [['packets'], packets, 'folder'],
    [['signing', 'key'], signing?.key, 'file'], [['policies', 'ownWorkRates'], policies.ownWorkRates, 'file'],
  ]
  for (const [keys, path, meant] of settings) if (path !== undefined) insideAt(workspace, path, keys, meant)
}

/** The path of a setting where it really is; what is wrong with it is told at the setting's place. */
function insideAt(workspace: Pick<Workspace, 'text' | 'root'>, path: string, keys: readonly PropertyKey[], meant: Meant = 'file'): string {
  try {
    return pathInside(workspace.root, path, keys.map(String).join('.'), meant)
  } catch (error) {
    throw error instanceof KorvausError && error.code === 'config-invalid' ? invalidSetting(workspace, keys, (error.values as { reason: Reason }).reason) : error
  }
}

async function matching(workspace: Workspace, input: WorkspaceConfig['inputs'][number], index: number): Promise<WorkspaceInput[]> {
  const mapping = input.mapping === undefined ? {} : { mapping: mappingFile(workspace, input.mapping, index) }
  const keys = ['inputs', index, 'path']
  if (!hasWildcards(input.path)) return [{ path: insideAt(workspace, input.path, keys), name: input.path, ...mapping }]
  insideAt(workspace, input.path.slice(0, input.path.search(/[^/]*[*?[{]/)) || '.', keys, 'folder')
  const names = await findFiles(workspace.root, input.path)
  if (names === undefined) throw invalidSetting(workspace, keys, { reason: 'too-wide' })
  if (names.length === 0) throw new KorvausError('input-missing', { path: input.path })
  return names.map((name) => ({ path: insideAt(workspace, name, keys), name, ...mapping }))
}
