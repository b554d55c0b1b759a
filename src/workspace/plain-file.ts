import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/** A pipe without a writer would be waited for otherwise. */
const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
const noLink = constants.O_NOFOLLOW ?? 0

/**
 * The bytes of a plain file, at most `limit` of them. Throws as `node:fs` does: `ENOENT` where nothing is there, `EISDIR`
 * for a folder, `EINVAL` for a pipe or a device, `EFBIG` for a larger file, and `ELOOP` for a link where none is to be followed.
 */
export async function readPlainFile(path: string, limit: number, { followLinks = true }: { followLinks?: boolean } = {}): Promise<Buffer> {
  const handle = await open(path, followLinks ? readOnly : readOnly | noLink)
  try {
    const found = await handle.stat()
    if (!found.isFile()) throw refused(found.isDirectory() ? 'EISDIR' : 'EINVAL', path)
    if (found.size > limit) throw refused('EFBIG', path)
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** The text of a plain file that people write; the same errors. */
export async function readPlainText(path: string, limit = 1_000_000): Promise<string> {
  return (await readPlainFile(path, limit)).toString('utf8')
}

function refused(code: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${path}`), { code, path })
}
