import type { RuleBook } from './book.js'
import { builtBook, folderOfVersion, newestVersion } from './released-books.js'

/**
 * Loads a released book by version (the newest when none is named) or a book from a folder.
 * Throws `book-not-found`, or `book-invalid` with every problem at its file, line and column.
 */
export async function loadRuleBook(choice: { version?: string | undefined; folder?: string | undefined } = {}): Promise<RuleBook> {
  if (choice.folder !== undefined) return resolved(choice.folder)
  const version = choice.version ?? (await newestVersion())
  const folder = await folderOfVersion(version)
  return (await builtBook(version)) ?? resolved(folder)
}

/** What checks the files of a book is loaded only where a book is not built. */
async function resolved(folder: string): Promise<RuleBook> {
  const { resolveFolder } = await import('./resolve-folder.js')
  return resolveFolder(folder)
}
