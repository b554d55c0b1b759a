// Writes docs/reference and docs/schemas from the built code and the newest rule book:
//   npm run build && node scripts/make-reference.js
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contractPages } from '../dist/commands/contracts.js'
import { referencePages } from '../dist/commands/reference.js'
import { loadRuleBook } from '../dist/rules/load-book.js'

const docs = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs')
writePages(join(docs, 'reference'), referencePages(await loadRuleBook({})))
writePages(join(docs, 'schemas'), contractPages())

function writePages(folder, pages) {
  for (const [name, text] of pages) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}
