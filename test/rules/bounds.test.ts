import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileRule } from '../../src/rules/engine/compile-rule.js'
import { judge } from '../../src/rules/engine/judge.js'
import { loadRuleBook } from '../../src/rules/load-book.js'
import { aRule, compiled, factsWith } from './small-book.js'

describe('a book from elsewhere', () => {
  it('cannot make names that double each time, nor walk through lists inside lists inside lists', () => {
    const doubling = aRule({ let: Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`n${index}`, index === 0 ? 'item.needLength' : `n${index - 1} + n${index - 1}`])), holds: 'n19 > 0' })
    const nested = aRule({ holds: 'item.unreadable.exists(a, item.unreadable.exists(b, item.unreadable.all(c, a != b && b != c)))' })
    for (const rule of [doubling, nested]) {
      const result = compileRule(rule, [])
      expect('problems' in result ? result.problems[0]?.problem.en : undefined).toBe('may take more than 20000 steps')
    }
  })

  it('finds a value without bounds lacking instead of computing it', () => {
    const far = aRule({ rule: 'TST-001', holds: 'addDays(item.serviceDate, 999999999) > claim.asOf' })
    const large = aRule({ rule: 'TST-002', holds: 'item.net * item.net * item.net * item.net > 0' })
    const notADay = aRule({ rule: 'TST-003', holds: 'endOfYear("2020-02-31") > claim.asOf' })
    const { items, profiles } = judge(compiled(far, large, notADay), factsWith([{ serviceDate: '2020-01-01', net: 10n ** 12n }]))
    expect(profiles[items[0]?.profile ?? '']?.lacking.map(({ rule }) => rule)).toEqual(['TST-001', 'TST-002', 'TST-003'])
  })

  it('is refused unread when a file of it is too long', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'korvaus-long-'))
    await writeFile(join(folder, 'book.yaml'), '#'.repeat(1_000_001))
    await expect(loadRuleBook({ folder })).rejects.toMatchObject({ code: 'book-invalid', values: { problems: { en: expect.stringContaining('book.yaml is longer than') } } })
    await rm(folder, { recursive: true })
  })
})
