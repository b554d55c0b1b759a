// Writes docs/reference from the built code and the newest rule book:
//   npm run build && node scripts/make-reference.js
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { referencePages } from '../dist/commands/reference.js'
import { loadRuleBook } from '../dist/rules/load-book.js'

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs/reference')
mkdirSync(folder, { recursive: true })
for (const [name, text] of referencePages(await loadRuleBook({}))) writeFileSync(join(folder, name), text)
