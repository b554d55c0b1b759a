import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { glob } from 'tinyglobby'
import { KorvausError } from '../model/errors.js'
import { configSchema, type WorkspaceConfig } from './config.js'
import { readConfig } from './read-config.js'

export const configName = 'korvaus.yaml'

/** A folder with its `korvaus.yaml`. */
export interface Workspace {
  readonly root: string
  readonly configPath: string
  readonly config: WorkspaceConfig
}

/** An input file: where it lies, how it is named in findings, and the mapping of its headings. */
export interface WorkspaceInput {
  readonly path: string
  readonly name: string
  readonly mapping?: string
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
  return { root, configPath, config: readConfig(configName, await readFile(configPath, 'utf8'), configSchema) }
}

/**
 * The input files: those named on the command line, otherwise the configured ones with their patterns resolved inside
 * the workspace, in the order of their names. Throws `no-inputs` or `input-missing`.
 */
export async function resolveInputs(workspace: Workspace, cwd: string, files: readonly string[] = []): Promise<WorkspaceInput[]> {
  if (files.length > 0) return files.map((file) => ({ path: resolve(cwd, file), name: file.split(/[/\\]/).at(-1) ?? file }))
  if (workspace.config.inputs.length === 0) throw new KorvausError('no-inputs', { path: configName })
  const found = await Promise.all(workspace.config.inputs.map((input) => matching(workspace.root, input)))
  return found.flat()
}

/** A path of the configuration, which must stay inside the workspace. Throws `config-invalid`. */
export function pathInside(root: string, path: string, key: string): string {
  const full = resolve(root, path)
  const inside = relative(root, full)
  if (inside.startsWith(`..${sep}`) || inside === '..' || isAbsolute(inside)) {
    throw new KorvausError('config-invalid', { path: configName, line: '1', column: '1', key, reason: 'the path leads out of the workspace' })
  }
  return full
}

async function matching(root: string, input: WorkspaceConfig['inputs'][number]): Promise<WorkspaceInput[]> {
  const mapping = input.mapping === undefined ? {} : { mapping: await realPathInside(root, input.mapping, 'inputs.mapping') }
  pathInside(root, input.path, 'inputs.path')
  const names = /[*?[{]/.test(input.path) ? await glob(input.path, { cwd: root, onlyFiles: true, followSymbolicLinks: false }) : [input.path]
  if (names.length === 0) throw new KorvausError('input-missing', { path: input.path })
  return Promise.all(names.sort().map(async (name) => ({ path: await realPathInside(root, name, 'inputs.path'), name, ...mapping })))
}

/** The path inside the workspace, wherever links lead to; one that does not exist yet is left to whoever opens it. */
async function realPathInside(root: string, path: string, key: string): Promise<string> {
  const full = pathInside(root, path, key)
  const real = await realpath(full).catch(() => undefined)
  if (real !== undefined) pathInside(await realpath(root), real, key)
  return full
}

async function findUpwards(folder: string): Promise<string | undefined> {
  if (await isFile(join(folder, configName))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : findUpwards(parent)
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isFile(), () => false)
}
