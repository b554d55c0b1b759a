import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { KorvausError } from '../model/errors.js'
import type { RuleBook } from './book.js'
import { ruleBookFromJson } from './book-json.js'
import { isFile } from './read-book-file.js'

/** What the build writes beside the files of a released book. */
export const builtBookName = 'resolved.json.gz'

const releasedBooks = join(dirname(fileURLToPath(import.meta.url)), 'books')

/** The versions that come with the program, oldest first. */
export async function releasedVersions(): Promise<string[]> {
  const names = await readdir(releasedBooks, { withFileTypes: true })
  const versions = names.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return versions.sort((left, right) => compareVersions(left, right))
}

/** The folder of a released book. Throws `book-not-found`. */
export async function folderOfVersion(version: string): Promise<string> {
  const versions = await releasedVersions()
  if (!versions.includes(version)) throw new KorvausError('book-not-found', { version, known: versions.join(', ') })
  return join(releasedBooks, version)
}

/** The version that is used when none is named. */
export async function newestVersion(): Promise<string> {
  return (await releasedVersions()).at(-1) as string
}

/** A released book as the build wrote it, resolved and checked, so that a run need not do it again. */
export async function builtBook(version: string): Promise<RuleBook | undefined> {
  const path = join(releasedBooks, version, builtBookName)
  return (await isFile(path)) ? ruleBookFromJson(gunzipSync(await readFile(path)).toString('utf8'), { trusted: true }) : undefined
}

function compareVersions(left: string, right: string): number {
  const [leftYear = 0, leftNumber = 0] = left.split('.').map(Number)
  const [rightYear = 0, rightNumber = 0] = right.split('.').map(Number)
  return leftYear - rightYear || leftNumber - rightNumber
}
