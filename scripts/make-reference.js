// Makes all that is generated in docs: reference pages and schemas from the built code and the newest rule book, the
// picture of the rooms from the imports. npm run docs builds first.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contractPages } from '../dist/commands/contracts.js'
import { referencePages } from '../dist/commands/reference.js'
import { loadRuleBook } from '../dist/rules/load-book.js'
import { releasedVersions } from '../dist/rules/released-books.js'
import { withRooms } from './rooms.js'

const docs = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs')
writePages(join(docs, 'reference'), referencePages(await Promise.all((await releasedVersions()).map((version) => loadRuleBook({ version })))))
writePages(join(docs, 'schemas'), contractPages())
const architecture = join(docs, 'architecture.md')
writeFileSync(architecture, withRooms(readFileSync(architecture, 'utf8')))

function writePages(folder, pages) {
  for (const [name, text] of pages) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}
