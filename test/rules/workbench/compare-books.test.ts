import { describe, expect, it } from 'vitest'
import type { Rule, RuleBook } from '../../../src/rules/book.js'
import { compareRuleBooks } from '../../../src/rules/workbench/compare-books.js'
import { aBook, aRule } from '../small-book.js'

const text = (words: string) => ({ fi: words, sv: words, en: words })
const base = aRule({
  when: { date: 'item.serviceDate', from: '2011-09-01' }, holds: 'item.net > limit',
  parameters: { limit: [{ from: '2011-09-01', to: '2014-12-31', value: 1 }, { from: '2015-01-01', value: 2 }] },
})

function changesTo(next: Partial<Rule>, more: Partial<RuleBook> = {}) {
  return compareRuleBooks(aBook(base), { ...aBook({ ...base, ...next } as Rule), ...more }).changes
}

describe('compareRuleBooks', () => {
  it('finds nothing between a book and itself', () => {
    expect(compareRuleBooks(aBook(base), aBook(base)).changes).toEqual([])
  })

  it('names the days on which the value of a parameter differs, and no others', () => {
    const moved = { limit: [{ from: '2011-09-01', to: '2015-06-30', value: 1 }, { from: '2015-07-01', value: 2 }] }
    expect(changesTo({ parameters: moved })).toMatchObject([{ name: 'TST-001', change: 'changed', parts: ['parameters.limit'], decides: true, days: [{ from: '2015-01-01', to: '2015-06-30' }] }])
    const later = { limit: [{ from: '2011-09-01', to: '2014-12-31', value: 1 }, { from: '2015-01-01', to: '2019-12-31', value: 2 }, { from: '2020-01-01', value: 3 }] }
    expect(changesTo({ parameters: later })[0]?.days).toEqual([{ from: '2020-01-01' }])
  })

  it('names the days that a moved border lets in or out', () => {
    expect(changesTo({ when: { date: 'item.serviceDate', from: '2012-01-01' } })[0]?.days).toEqual([{ from: '2011-09-01', to: '2011-12-31' }])
    expect(changesTo({ when: { date: 'item.serviceDate', from: '2011-09-01', to: '2024-12-31' } })[0]?.days).toEqual([{ from: '2025-01-01' }])
  })

  it('names all days of the rule when its condition changes', () => {
    expect(changesTo({ holds: 'item.net >= limit' })[0]).toMatchObject({ parts: ['holds'], decides: true, days: [{ from: '2011-09-01' }] })
  })

  it('tells words that changed from what decides', () => {
    expect(changesTo({ message: text('other words') })[0]).toMatchObject({ parts: ['message'], decides: false, days: [] })
  })

  it('names rules that came and went, policies and rows of tables, and what the later book says of a change', () => {
    const added = aRule({ rule: 'TST-002', when: { date: 'item.serviceDate', from: '2020-01-01', to: '2020-12-31' } })
    const to = { ...aBook(added), policies: [], changes: [{ rule: 'TST-002', what: text('a new rule'), from: '2020-01-01' }] }
    const withRow = { ...to, tables: { ...to.tables, recovery: [{ from: '2020-01-01', calendarYears: 3, basis: { act: '1/2020', certainty: 'verified' as const } }] } }
    expect(compareRuleBooks(aBook(base), withRow).changes.map(({ kind, name, change, days, stated }) => [kind, name, change, days, stated.length])).toEqual([
      ['rule', 'TST-001', 'removed', [{ from: '2011-09-01' }], 0], ['rule', 'TST-002', 'added', [{ from: '2020-01-01', to: '2020-12-31' }], 1],
      ['policy', 'warningDays', 'removed', [{}], 0], ['table', 'recovery', 'changed', [{ from: '2020-01-01' }], 0],
    ])
  })
})
