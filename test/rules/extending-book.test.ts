import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RuleBook } from '../../src/rules/book.js'
import { ruleBookFromJson, ruleBookToJson } from '../../src/rules/book-json.js'
import { compareRuleBooks } from '../../src/rules/workbench/compare-books.js'
import { loadRuleBook } from '../../src/rules/load-book.js'

const released = join(import.meta.dirname, '../../src/rules/books/2026.1')
let folder = ''
let base: RuleBook
let correction: RuleBook

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-correction-'))
  const words = '{ fi: korjaus, sv: rättelse, en: correction }'
  await write('book.yaml', `version: "2099.1"\nreleased: 2026-11-24\ncheckedOn: 2026-11-24\nextends: "2026.1"\ntitle: ${words}\ndisclaimer: ${words}\nchanges: [{ rule: DL-001, what: ${words}, from: 2025-01-01 }]\n`)
  const rule = await readFile(join(released, 'deadline/DL-001.yaml'), 'utf8')
  const three = rule.replace('years: [ { from: 2011-09-01, value: 2 } ]', 'years: [ { from: 2011-09-01, to: 2024-12-31, value: 2 }, { from: 2025-01-01, value: 3 } ]')
  expect(three).not.toBe(rule)
  await write('deadline/DL-001.yaml', three)
  ;[base, correction] = [await loadRuleBook({ version: '2026.1' }), await loadRuleBook({ folder })]
})
afterAll(() => rm(folder, { recursive: true }))

describe('a book that extends another', () => {
  it('differs in what it lists and nowhere else', () => {
    const { changes } = compareRuleBooks(base, correction)
    expect(changes.map(({ name, parts, decides, days, stated }) => ({ name, parts, decides, days, stated: stated.length }))).toEqual([
      { name: 'DL-001', parts: ['parameters.years'], decides: true, days: [{ from: '2025-01-01' }], stated: 1 },
    ])
    expect(correction.rules.length).toBe(base.rules.length)
    expect(correction.tables).toEqual(base.tables)
  })

  it('stands by itself in a packet, and leaves the book that it extends as it was', async () => {
    expect(ruleBookFromJson(ruleBookToJson(correction))).toEqual(correction)
    expect(correction.sha256).not.toBe(base.sha256)
    expect((await loadRuleBook({ version: '2026.1' })).sha256).toBe(base.sha256)
  })
})

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}
