import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { alternativesOf, fitsWildcards } from './wildcards.js'

/** Folders and files that one search looks at; a workspace has a few hundred. */
const mostLooked = 50_000
const deepest = 20

/**
 * The files under a folder that fit a pattern of names with `*`, `?`, `[…]`, `{…}` and `**` for any folders, sorted, with
 * `/`. Links are not followed, nor is what begins with a dot unless the pattern says so. A search too large gives `undefined`.
 */
export async function findFiles(root: string, pattern: string): Promise<string[] | undefined> {
  const found = new Set<string>()
  const left = { looks: mostLooked }
  for (const one of alternativesOf(pattern.replaceAll('\\', '/'))) {
    await search({ root, left, found }, '', one.split('/').filter((part) => part !== '' && part !== '.'), deepest)
  }
  return left.looks < 0 ? undefined : [...found].sort()
}

interface Search {
  readonly root: string
  readonly left: { looks: number }
  readonly found: Set<string>
}

async function search(one: Search, folder: string, parts: readonly string[], depth: number): Promise<void> {
  const [part, ...rest] = parts
  if (part === undefined || part === '..' || depth < 0) return
  if (part === '**') await search(one, folder, rest.length === 0 ? ['*'] : rest, depth)
  const entries = one.left.looks < 0 ? [] : await readdir(join(one.root, folder), { withFileTypes: true }).catch(() => [])
  one.left.looks -= entries.length
  for (const entry of entries) {
    if (one.left.looks < 0) return
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (part === '**') {
      if (entry.isDirectory() && !entry.name.startsWith('.')) await search(one, path, parts, depth - 1)
    } else if ((entry.name.startsWith('.') && !part.startsWith('.')) || !fitsWildcards(part, entry.name)) continue
    else if (rest.length > 0) {
      if (entry.isDirectory()) await search(one, path, rest, depth - 1)
    } else if (entry.isFile()) one.found.add(path)
  }
}
