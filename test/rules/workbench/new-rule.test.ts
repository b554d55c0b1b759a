import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runExamples } from '../../../src/rules/workbench/examples.js'
import { exampleProblemsOf } from '../../../src/rules/workbench/example-problems.js'
import { loadRuleBook } from '../../../src/rules/load-book.js'
import { newBookHead, newRule } from '../../../src/rules/workbench/new-rule.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-book-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('newRule', () => {
  it.each(['fi', 'sv', 'en'] as const)('makes a rule that loads in a book of its own, whose examples pass and notice every small mistake: in %s', async (language) => {
    const rule = newRule('AMT-900', 'amount', '2026-11-23', language)
    if (!rule) throw new Error('no rule')
    await writeFile(join(folder, 'book.yaml'), newBookHead('2026.1', '2026-11-23', language))
    await mkdir(dirname(join(folder, rule.path)))
    await writeFile(join(folder, rule.path), rule.text)
    const book = await loadRuleBook({ folder })
    expect(book.rules.some((one) => one.rule === 'AMT-900')).toBe(true)
    expect(runExamples(book, book.rules.filter((one) => one.rule === 'AMT-900')).map(({ passed }) => passed)).toEqual([true, true, true, true])
    expect((await exampleProblemsOf({ folder }, [])).blind).toEqual([])
  })

  it('makes nothing of an ID that is none or a folder that leads elsewhere', () => {
    expect([newRule('amt1', 'amount', '2026-11-23', 'en'), newRule('AMT-900', '../amount', '2026-11-23', 'en')]).toEqual([undefined, undefined])
  })
})
