import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ruleBookToJson } from './book-json.js'
import { releasedVersions } from './released-books.js'
import { resolveFolder } from './resolve-folder.js'

/** Writes every released book, resolved and checked, beside its files; the build calls it. */
export async function buildBooks(): Promise<void> {
  const books = join(dirname(fileURLToPath(import.meta.url)), 'books')
  for (const version of await releasedVersions()) {
    await writeFile(join(books, version, 'resolved.json'), ruleBookToJson(await resolveFolder(join(books, version))))
  }
}
