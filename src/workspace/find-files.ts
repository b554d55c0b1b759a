import type { Dirent } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { KorvausError } from '../model/errors.js'
import { isOutside } from './inside.js'
import { isAbsence, unreadable } from './present-file.js'
import { alternativesOf, fitsWildcards } from './wildcards.js'

/** Folders and files that one search of a workspace looks at; a workspace has a few hundred. */
const mostLooked = 50_000
const deepest = 20

/**
 * The files under a folder that fit a pattern of names with `*`, `?`, `[…]`, `{…}` and `**` for any folders, sorted, with
 * `/`. A link to a file is found like a file, and so is one that leads a pattern out of the folder: whoever opens them says
 * where they may lead. What begins with a dot is found only where the pattern says so. A search too large gives `undefined`. Throws `file-unreadable` for a folder that nobody can look into:
 * what fits in it would be left out in silence.
 */
export async function findFiles(root: string, pattern: string): Promise<string[] | undefined> {
  // Where the folder itself is not there or cannot be looked into, the search says so.
  const home = await realpath(root).catch(() => root)
  return findNames(root, pattern, {
    mostLooked,
    deepest,
    follows: async (path) => !isOutside(home, await realpath(path)),
    takes: (entry) => entry.isFile() || entry.isSymbolicLink(),
    unread: (path, error) => {
      throw unreadable(path, error)
    },
  })
}

/** How a search goes: how far, what it takes, which links it goes through, and what becomes of a folder that cannot be looked into. */
export interface Searching {
  readonly mostLooked: number
  readonly deepest: number
  takes(entry: Dirent): boolean
  follows(path: string): Promise<boolean>
  unread(path: string, error: NodeJS.ErrnoException): void
}

/** The names under a folder that fit a pattern, sorted, with `/`; `undefined` for a search that goes too far. Links are followed by `*`, not by `**`. */
export async function findNames(root: string, pattern: string, how: Searching): Promise<string[] | undefined> {
  const search = { root, how, left: { looks: how.mostLooked }, found: new Set<string>() }
  for (const one of alternativesOf(pattern.replaceAll('\\', '/'))) {
    await look(search, '', one.split('/').filter((part) => part !== '' && part !== '.'), how.deepest)
  }
  return search.left.looks < 0 ? undefined : [...search.found].sort()
}

interface Search {
  readonly root: string
  readonly how: Searching
  readonly left: { looks: number }
  readonly found: Set<string>
}

async function look(one: Search, folder: string, parts: readonly string[], depth: number): Promise<void> {
  const [part, ...rest] = parts
  if (part === undefined || part === '..' || one.left.looks < 0) return
  if (depth < 0) {
    one.left.looks = -1
    return
  }
  if (part === '**') await look(one, folder, rest.length === 0 ? ['*'] : rest, depth)
  const entries = await entriesOf(one, folder)
  one.left.looks -= entries.length
  for (const entry of entries) {
    if (one.left.looks < 0) return
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (part === '**') {
      if (entry.isDirectory() && !entry.name.startsWith('.')) await look(one, path, parts, depth - 1)
    } else if ((entry.name.startsWith('.') && !part.startsWith('.')) || !fitsWildcards(part, entry.name)) continue
    else if (rest.length > 0) {
      if (entry.isDirectory()) await look(one, path, rest, depth - 1)
      else if (entry.isSymbolicLink()) await lookBehind(one, path, rest, depth - 1)
    } else if (one.how.takes(entry)) one.found.add(path)
  }
}

/** A link that leads nowhere has nothing behind it; one that must not be gone through is found itself, to be refused by its name. */
async function lookBehind(one: Search, link: string, parts: readonly string[], depth: number): Promise<void> {
  const path = join(one.root, link)
  try {
    if (await one.how.follows(path)) await look(one, link, parts, depth)
    else one.found.add(link)
  } catch (error) {
    if (error instanceof KorvausError) throw error
    if (!isAbsence(error as NodeJS.ErrnoException)) one.how.unread(path, error as NodeJS.ErrnoException)
  }
}

async function entriesOf({ root, how }: Search, folder: string): Promise<Dirent[]> {
  const path = join(root, folder)
  return readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (!isAbsence(error)) how.unread(path, error)
    return []
  })
}
