import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { withAnswers } from '../../src/report/mapping-edit.js'

const before = `# What the columns of kulut.csv mean.

sheets:
  "*": costs

# What the words mean.
values:
  category:
    Tulkkikulut: INTERPRETING   # chosen by you
    # Kuljetus:   # HEALTH, OTHER
same:
`

test('answers are added, one is changed, and everything else stays with its comments', () => {
  const after = withAnswers(before, [
    { path: ['values', 'category', 'Kuljetus'], value: 'OTHER' },
    { path: ['same', 'case', '4711'], value: '004711' },
    { path: ['id'], value: ['voucher', 'Rivi'] },
  ], 'kulut.yaml')
  expect(parse(after)).toEqual({ sheets: { '*': 'costs' }, values: { category: { Tulkkikulut: 'INTERPRETING', Kuljetus: 'OTHER' } }, same: { case: { 4711: '004711' } }, id: ['voucher', 'Rivi'] })
  for (const comment of ['# What the columns of kulut.csv mean.', '# What the words mean.', '# chosen by you', '# Kuljetus:']) expect(after).toContain(comment)
  expect(parse(withAnswers(after, [{ path: ['values', 'category', 'Kuljetus'], value: 'HEALTH' }], 'kulut.yaml')).values.category.Kuljetus).toBe('HEALTH')
})

test('an empty mapping takes answers, and keys of somebody’s data are only keys', () => {
  expect(parse(withAnswers('# nothing yet\n', [{ path: ['same', 'case', '__proto__'], value: 'A-1' }], 'x.yaml'))).toEqual({ same: { case: Object.fromEntries([['__proto__', 'A-1']]) } })
})

test('a text that is no mapping is an error, and never overwritten', () => {
  expect(() => withAnswers('a: [', [], 'x.yaml')).toThrow()
})
