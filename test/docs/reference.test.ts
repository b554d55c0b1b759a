import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { contractPages } from '../../src/commands/contracts.js'
import { referencePages } from '../../src/commands/reference.js'
import { loadRuleBook } from '../../src/rules/load-book.js'

it('has reference pages that say what the code does; mend with: npm run build && node scripts/make-reference.js', async () => {
  for (const [name, text] of referencePages(await loadRuleBook({}))) {
    expect(await readFile(join(import.meta.dirname, '../../docs/reference', name), 'utf8'), name).toBe(text)
  }
})

it('has a JSON Schema for every JSON output; mend with: npm run build && node scripts/make-reference.js', async () => {
  const folder = join(import.meta.dirname, '../../docs/schemas')
  const pages = contractPages()
  for (const [name, text] of pages) expect(await readFile(join(folder, name), 'utf8'), name).toBe(text)
  expect((await readdir(folder)).toSorted()).toEqual([...pages.keys()].toSorted())
})
