import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Localized } from '../../src/model/language.js'
import { loadRuleBook } from '../../src/rules/load-book.js'
import { releasedVersions } from '../../src/rules/released-books.js'

const [oldest] = await releasedVersions()
const head = `version: "2030.1"
released: 2030-01-01
checkedOn: 2030-01-01
extends: "${oldest}"
title: { fi: kirja, sv: bok, en: book }
disclaimer: { fi: ei, sv: nej, en: none }
`
const sound = `rule: TST-001
title: { fi: a, sv: b, en: c }
summary: { fi: a, sv: b, en: c }
effect: reject
when: { date: item.serviceDate, from: 2020-01-01 }
holds: "claim.asOf <= endOfYear(addYears(item.serviceDate, years))"
parameters:
  years: [ { from: 2020-01-01, to: 2024-12-31, value: 2 }, { from: 2025-01-01, value: 3 } ]
basis: [ { act: 1/2020, section: "1", standing: statute } ]
checkedOn: 2030-01-01
message: { fi: "{years}", sv: "{years}", en: "{years}" }
remedy: { fi: a, sv: b, en: c }
examples:
  - { name: in time, item: { serviceDate: 2024-05-02 }, claim: { asOf: 2026-12-31 }, expect: holds }
  - { name: late, item: { serviceDate: 2024-05-02 }, claim: { asOf: 2027-01-01 }, expect: fails }
  - { name: before, item: { serviceDate: 2019-12-31 }, expect: inapplicable }
`
const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

/** What is said, without the lines of the file and the carets below them. */
function problemsAlone(text: string): string {
  return text.split('\n').filter((line) => !/^\s/.test(line)).join('\n')
}

describe('a book from a folder', () => {
  it('extends a released book: its own rules stand beside those of the other', async () => {
    const [book, base] = [await loadRuleBook({ folder: await bookFolder({ 'test/TST-001.yaml': sound }) }), await loadRuleBook({ version: oldest })]
    expect(book.rules.length).toBe(base.rules.length + 1)
    expect(book.tables).toEqual(base.tables)
    expect(book.sha256).not.toBe(base.sha256)
  })

  it.each([
    ['an unknown key', 'effect: reject', 'effect: reject\nsurprise: 1', 'test/TST-001.yaml:5:11', 'surprise'],
    ['a misspelt fact', 'claim.asOf <=', 'claim.asof <=', 'test/TST-001.yaml:6:15', 'asof'],
    ['another type', 'addYears(item.serviceDate, years)', 'addYears(item.serviceDate, "x")', 'test/TST-001.yaml:6:', 'addYears'],
    ['a holds that is no condition', '"claim.asOf <= endOfYear(addYears(item.serviceDate, years))"', '"years"', 'test/TST-001.yaml:6:', 'bool'],
    ['a missing translation', 'title: { fi: a, sv: b, en: c }', 'title: { fi: a, en: c }', 'test/TST-001.yaml:2:8', 'sv'],
    ['a gap in a parameter', 'from: 2025-01-01', 'from: 2025-01-02', 'test/TST-001.yaml:8:', 'gap'],
    ['an overlap in a parameter', 'from: 2025-01-01', 'from: 2024-12-31', 'test/TST-001.yaml:8:', 'overlaps'],
    ['a parameter that begins late', 'years: [ { from: 2020-01-01', 'years: [ { from: 2020-02-01', 'test/TST-001.yaml:8:', 'begins after'],
    ['texts that name different places', 'sv: "{years}"', 'sv: "{year}"', 'test/TST-001.yaml:11:', '{year}'],
    ['no failing example', 'expect: fails', 'expect: holds', 'test/TST-001.yaml:14:', 'fails'],
    ['a misspelt fact of an example', 'item: { serviceDate: 2024-05-02 }, claim: { asOf: 2026-12-31 }', 'item: { servicedate: 2024-05-02 }, claim: { asOf: 2026-12-31 }', 'test/TST-001.yaml:14:43', 'item.servicedate is no fact'],
    ['a fact of an example of another type', 'item: { serviceDate: 2019-12-31 }', 'item: { serviceDate: 31.12.2019 }', 'test/TST-001.yaml:16:', 'item.serviceDate is to be a date'],
    ['a policy of an example that the book has not', 'claim: { asOf: 2027-01-01 }', 'policy: { patience: 1 }', 'test/TST-001.yaml:15:', 'patience is not among the policies'],
    ['a day that does not exist', 'checkedOn: 2030-01-01', 'checkedOn: 2030-02-30', 'test/TST-001.yaml:', 'not a day'],
    ['a word where a list belongs', 'basis: [ { act: 1/2020, section: "1", standing: statute } ]', 'basis: law', 'test/TST-001.yaml:', 'list'],
    ['a word that is none of the choices', 'effect: reject', 'effect: refuse', 'test/TST-001.yaml:', 'choose one of'],
    ['an identifier of another form', 'rule: TST-001', 'rule: Tst1', 'test/TST-001.yaml:1:', 'rule'],
    ['broken YAML', 'basis: [', 'basis: [[', 'test/TST-001.yaml:', ''],
  ])('names %s with file, line, column and a caret', async (_, from, to, place, words) => {
    const folder = await bookFolder({ 'test/TST-001.yaml': sound.replace(from, to) })
    const said = await loadRuleBook({ folder }).then(() => ({ fi: '', sv: '', en: 'none' }), (error: { values: { problems: Localized } }) => error.values.problems)
    const problems = said.en
    for (const language of ['fi', 'sv'] as const) {
      expect(said[language]).toContain(place)
      expect(said[language]).not.toBe(problems)
      expect(problemsAlone(said[language])).not.toMatch(/\b(?:the|is|are|of|which|not|with|where|must|and|there|invalid|expected|received)\b/i)
    }
    expect(problems).toContain(place)
    expect(problems).toContain(words)
    expect(problems).toMatch(/\n\s+\^/)
  })

  it('wants each rule in the file of its own name', async () => {
    await expect(loadRuleBook({ folder: await bookFolder({ 'test/TST-002.yaml': sound }) })).rejects.toMatchObject({ code: 'book-invalid' })
  })

  it('never lets anchors blow a file up', async () => {
    const bomb = `a: &a [x,x,x]\nb: &b [*a,*a,*a]\nrule: *b\n`
    await expect(loadRuleBook({ folder: await bookFolder({ 'test/TST-001.yaml': bomb }) })).rejects.toMatchObject({ code: 'book-invalid' })
  })

  it('says when a folder holds no book', async () => {
    await expect(loadRuleBook({ folder: tmpdir() })).rejects.toMatchObject({ code: 'book-not-found' })
  })
})

async function bookFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'korvaus-book-'))
  folders.push(folder)
  for (const [name, text] of Object.entries({ 'book.yaml': head, ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}
