import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { glob } from 'tinyglobby'
import { KorvausError } from '../model/errors.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import { configName } from '../workspace/load-workspace.js'

/** A workspace of a batch, before anything of it is read. */
export interface FoundWorkspace {
  /** Path from where the list stands, with `/`. */
  readonly name: string
  readonly folder: string
}

/**
 * The workspaces that paths and patterns name, each once, in the order of naming; those of a pattern in the order of
 * their names. A path that is none stays: it fails by itself. Throws `no-workspaces` for a pattern without any.
 */
export async function findWorkspaces(lists: readonly { readonly patterns: readonly string[]; readonly cwd: string }[]): Promise<FoundWorkspace[]> {
  const found = new Map<string, FoundWorkspace>()
  for (const [pattern, cwd] of lists.flatMap(({ patterns, cwd: from }) => patterns.map((one) => [one, from] as const))) {
    for (const folder of await foldersOf(pattern, cwd)) {
      const real = await realpath(folder).catch(() => folder)
      if (!found.has(real)) found.set(real, { name: shownPath(cwd, folder), folder })
    }
  }
  return [...found.values()]
}

/** A folder name of its own for the report of a workspace: readable, and never the same for two keys. */
export function reportName(folder: string, key: string): string {
  const readable = withoutIdentifiers(basename(folder) || 'workspace').normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '').slice(0, 60)
  return `${readable}-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`
}

/** A path as it is shown and kept: from a folder, with `/`. */
export function shownPath(from: string, path: string): string {
  return relative(from, path).split(sep).join('/') || '.'
}

async function foldersOf(pattern: string, cwd: string): Promise<string[]> {
  if (!/[*?[{]/.test(pattern)) return [resolve(cwd, pattern)]
  const configs = await glob(`${pattern.replaceAll('\\', '/').replace(/\/+$/, '')}/${configName}`, { cwd, absolute: true, onlyFiles: true, followSymbolicLinks: false, expandDirectories: false })
  if (configs.length === 0) throw new KorvausError('no-workspaces', { pattern })
  return configs.map((path) => resolve(dirname(path))).sort()
}
