import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { KorvausError } from '../model/errors.js'
import { problemText } from './book-problem.js'

const longestFile = 1_000_000

/** The text of a file of a book. Throws `book-invalid` when it is missing or too long; nothing too long is read at all. */
export async function readBookFile(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new KorvausError('book-invalid', { problems: problemText('file-missing', { file: basename(path) }) })
  if (found.size > longestFile) throw new KorvausError('book-invalid', { problems: problemText('file-long', { file: basename(path), limit: String(longestFile) }) })
  return readFile(path, 'utf8')
}

/** Whether a file stands at a path. */
export async function isFile(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isFile(), () => false)
}
