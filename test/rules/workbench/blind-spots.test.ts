import { describe, expect, it } from 'vitest'
import { blindSpotsOf } from '../../../src/rules/workbench/blind-spots.js'
import { exampleProblemsOf } from '../../../src/rules/workbench/example-problems.js'
import { releasedVersions } from '../../../src/rules/released-books.js'
import { aBook, aRule } from '../small-book.js'

const versions = await releasedVersions()
const book = aBook()

describe('blindSpotsOf', () => {
  it('names the mistakes that no example notices, with an example that would', () => {
    const rule = aRule({
      when: { date: 'item.serviceDate', from: '2020-01-01' }, applies: 'item.hasVoucher', holds: 'item.net > 5',
      examples: [
        { name: 'well over', item: { serviceDate: '2020-01-01', hasVoucher: true, net: '1.00' }, expect: 'holds' },
        { name: 'well under', item: { serviceDate: '2020-01-01', hasVoucher: true, net: '-1.00' }, expect: 'fails' },
        { name: 'the day before', item: { serviceDate: '2019-12-31', hasVoucher: true, net: '-1.00' }, expect: 'inapplicable' },
      ],
    })
    const spots = blindSpotsOf(rule, book.policies, book.released, book.tables)
    expect(spots.map(({ path, change }) => [path.join('.'), change])).toEqual([['holds', 'item.net > 5 → item.net >= 5'], ['holds', '5 → 4'], ['holds', '5 → 6']])
    expect(spots[0]?.witness).toEqual({ like: 'well over', facts: { 'item.net': 5n }, expect: 'fails' })
  })

  it('is silent on changes that change nothing', () => {
    const rule = aRule({
      holds: 'item.hasVoucher || (item.hasVoucher && item.hasHours)',
      examples: [{ name: 'a voucher', item: { hasVoucher: true }, expect: 'holds' }, { name: 'no voucher', item: { hasVoucher: false, hasHours: true }, expect: 'fails' }],
    })
    expect(blindSpotsOf(rule, book.policies, book.released, book.tables).map(({ change }) => change)).toEqual([])
  })
})

describe.each(versions)('rule book %s', (version) => {
  it('has examples that notice every small mistake in its rules', async () => {
    expect((await exampleProblemsOf({ version }, [])).blind.map(({ file, line, problem }) => `${file}:${line} ${problem.en}`)).toEqual([])
  })
})
