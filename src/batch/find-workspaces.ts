import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { lstat, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { glob } from 'tinyglobby'
import { KorvausError } from '../model/errors.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import { configName } from '../workspace/load-workspace.js'

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
    const real = await realpath(folder).catch(() => folder)
    if (!found.has(real)) found.set(real, { name: shownPath(cwd, folder), folder })
  }
  for (const [pattern, cwd] of lists.flatMap(({ patterns: some, cwd: from }) => some.map((one) => [one, from] as const))) {
    const folders = isPattern(pattern) ? await foldersOf(pattern, cwd) : [resolve(cwd, pattern)]
    if (isPattern(pattern)) patterns.push({ pattern, cwd, folders })
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

function isPattern(path: string): boolean {
  return /[*?[{]/.test(path)
}

/** The workspaces of a pattern, and the folders in which nobody could look for them. */
async function foldersOf(pattern: string, cwd: string): Promise<string[]> {
  const closed = new Set<string>()
  const names = await glob(pattern.replaceAll('\\', '/').replace(/\/+$/, ''), { cwd, absolute: true, onlyFiles: false, followSymbolicLinks: false, expandDirectories: false, fs: noting(closed) })
  const paths = [...new Set(names.map((name) => resolve(name)))]
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

/** A file system that notes each folder that cannot be read, and shows a link as something of its own: the search itself passes over both in silence. */
function noting(closed: Set<string>): { readdir: typeof fs.readdir } {
  const readdir = (path: string, options: { withFileTypes: true }, done: (error: NodeJS.ErrnoException | null, entries: fs.Dirent[]) => void): void => {
    fs.readdir(path, options, (error, entries) => {
      if (error !== null && error.code !== 'ENOENT' && error.code !== 'ENOTDIR') closed.add(resolve(path))
      done(error, (entries ?? []).map((entry) => (entry.isSymbolicLink() ? Object.assign(Object.create(entry) as fs.Dirent, { isFile: () => true, isSymbolicLink: () => false }) : entry)))
    })
  }
  return { readdir: readdir as typeof fs.readdir }
}
