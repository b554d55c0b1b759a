import { createHash } from 'node:crypto'
import { lstat, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { KorvausError } from '../model/errors.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import { findNames } from '../workspace/find-files.js'
import { configName } from '../workspace/load-workspace.js'
import { hasWildcards } from '../workspace/wildcards.js'

/** A workspace of a batch, before anything of it is read. */
export interface FoundWorkspace {
  /** Path from where the list stands, with `/`. */
  readonly name: string
  readonly folder: string
  /** An earlier run found it by a pattern, and this one does not. */
  readonly known?: boolean | undefined
}

/** A pattern with the folder from which it starts, and what it leads to. */
export interface FoundPattern {
  readonly pattern: string
  readonly cwd: string
  readonly folders: readonly string[]
}

/**
 * The workspaces that paths and patterns name, each once, in the order of naming; those of a pattern in the order of
 * their names. A path that is none stays, and so does what a pattern leads to and nobody can look into, a link that
 * leads nowhere, a pattern that leads to nothing beside others: each fails by itself. Throws `no-workspaces` where
 * patterns lead to nothing at all.
 */
export async function findWorkspaces(lists: readonly { readonly patterns: readonly string[]; readonly cwd: string }[]): Promise<{ workspaces: FoundWorkspace[]; patterns: FoundPattern[] }> {
  const found = new Map<string, FoundWorkspace>()
  const patterns: FoundPattern[] = []
  const take = async (cwd: string, folder: string): Promise<void> => {
    // One that leads nowhere or cannot be told stands for itself: it fails by itself.
    const real = await realpath(folder).catch(() => folder)
    if (!found.has(real)) found.set(real, { name: shownPath(cwd, folder), folder })
  }
  for (const [pattern, cwd] of lists.flatMap(({ patterns: some, cwd: from }) => some.map((one) => [one, from] as const))) {
    const folders = hasWildcards(pattern) ? await foldersOf(pattern, cwd) : [resolve(cwd, pattern)]
    if (hasWildcards(pattern)) patterns.push({ pattern, cwd, folders })
    for (const folder of folders) await take(cwd, folder)
  }
  const empty = patterns.filter(({ folders }) => folders.length === 0)
  if (empty.length > 0 && found.size === 0) throw new KorvausError('no-workspaces', { pattern: empty.map(({ pattern }) => pattern).join(', ') })
  for (const { pattern, cwd } of empty) await take(cwd, resolve(cwd, pattern))
  return { workspaces: [...found.values()], patterns }
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

/** The workspaces of a pattern, and the folders in which nobody could look for them. The operator's own patterns may go as far as they like. */
async function foldersOf(pattern: string, cwd: string): Promise<string[]> {
  const [, from = '', names = ''] = /^((?:[^*?[{]*[\\/])?)(.*)$/s.exec(pattern) ?? []
  const root = resolve(cwd, from)
  const closed = new Set<string>()
  const found = await findNames(root, names, { mostLooked: Infinity, deepest: Infinity, takes: (entry) => entry.isDirectory() || entry.isSymbolicLink(), follows: () => Promise.resolve(true), unread: (path) => closed.add(path) })
  const paths = (found ?? []).map((name) => join(root, name))
  const isOne = await Promise.all(paths.map(mayBeWorkspace))
  return [...paths.filter((_, index) => isOne[index]), ...closed].sort()
}

/** Whether something named by a pattern is a workspace, or cannot be told not to be one. */
async function mayBeWorkspace(path: string): Promise<boolean> {
  const config = await lstat(join(path, configName)).then(() => 'there', ({ code = '' }: NodeJS.ErrnoException) => code)
  if (config === 'ENOTDIR') return false
  if (config !== 'ENOENT') return true
  return stat(path).then(() => false, () => true)
}
