import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ruleBookFromJson, ruleBookToJson } from '../../src/rules/book-json.js'
import { runExamples } from '../../src/rules/workbench/examples.js'
import { loadRuleBook } from '../../src/rules/load-book.js'
import { releasedVersions } from '../../src/rules/released-books.js'

const books = join(import.meta.dirname, '../../src/rules/books')
const versions = await releasedVersions()
const released = JSON.parse(await readFile(join(books, 'released.json'), 'utf8')) as Record<string, string>

/** Only the newest book may still be in the writing. */
function unfrozen(version: string, sha256: string): string | undefined {
  return version === versions.at(-1) ? sha256 : undefined
}

describe.each(versions)('rule book %s', (version) => {
  it('agrees with every example that stands in its rules', async () => {
    const book = await loadRuleBook({ version })
    const results = runExamples(book)
    expect(results.filter(({ passed }) => !passed).map(({ rule, example, found }) => `${rule} ${example.name}: ${JSON.stringify(found)}`)).toEqual([])
    expect(results.length).toBeGreaterThan(book.rules.length * 2)
  })

  it('has not changed since its release', async () => {
    const book = await loadRuleBook({ version })
    expect(book.sha256, 'a released book never changes; make a new one that extends it').toBe(released[version] ?? unfrozen(version, book.sha256))
  })

  it('comes back the same from the JSON that a packet carries', async () => {
    const book = await loadRuleBook({ version })
    expect(ruleBookFromJson(ruleBookToJson(book))).toEqual(book)
  })
})

describe('loadRuleBook', () => {
  it('gives the newest book when none is named', async () => {
    expect((await loadRuleBook()).version).toBe(versions.at(-1))
  })

  it('names the versions that there are when one is not', async () => {
    await expect(loadRuleBook({ version: '1999.1' })).rejects.toMatchObject({ code: 'book-not-found', values: { known: versions.join(', ') } })
  })
})
