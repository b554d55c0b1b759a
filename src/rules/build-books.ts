import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ruleBookToJson } from './book-json.js'
import { folderOfVersion, releasedVersions } from './released-books.js'
import { resolveFolder } from './resolve-folder.js'

/** Writes every released book, resolved and checked, beside its files; the build calls it. */
export async function buildBooks(): Promise<void> {
  for (const version of await releasedVersions()) {
    const folder = await folderOfVersion(version)
    await writeFile(join(folder, 'resolved.json'), ruleBookToJson(await resolveFolder(folder)))
  }
}
