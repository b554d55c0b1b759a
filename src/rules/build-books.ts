import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ruleBookToJson } from './book-json.js'
import { builtBookName, folderOfVersion, releasedVersions } from './released-books.js'
import { resolveFolder } from './resolve-folder.js'

/** Writes every released book, resolved, checked and packed, beside its files; the build calls it. */
export async function buildBooks(): Promise<void> {
  for (const version of await releasedVersions()) {
    const folder = await folderOfVersion(version)
    await writeFile(join(folder, builtBookName), gzipSync(ruleBookToJson(await resolveFolder(folder)), { level: 9 }))
  }
}
