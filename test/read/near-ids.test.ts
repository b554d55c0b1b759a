import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NearIds } from '../../src/read/near-ids.js'

test.each<[string, string, string[]]>([
  ['4711', '004711', ['zeros-missing']],
  ['0004711', '004711', ['zeros-added']],
  ['a-1', 'A-1', ['letter-case']],
  ['A - 1', 'A-1', ['spaces']],
  ['A–1', 'A-1', ['dash']],
  ['A−1', 'A-1', ['dash']],
  ['A-1\u200B', 'A-1', ['unseen']],
  ['A\u00AD-1', 'A-1', ['unseen']],
  ['a–01', 'A-1', ['dash', 'letter-case', 'zeros-added']],
  ['Ａ-1', 'A-1', ['unseen']],
])('%s is near %s and says why', (given, listed, why) => {
  expect(new NearIds(new Set([listed, 'B-9'])).nearTo(given)).toEqual({ id: listed, why })
})

test('an ID that is near several listed ones, or near none, is no near miss', () => {
  expect(new NearIds(new Set(['A-1', 'a-1'])).nearTo('A -1')).toBeUndefined()
  expect(new NearIds(new Set(['A-1'])).nearTo('A-2')).toBeUndefined()
  expect(new NearIds(new Set(['100'])).nearTo('10')).toBeUndefined()
})

test('several listed numbers in one cell are found, and only listed ones', () => {
  const known = new NearIds(new Set(['P-1', 'P-2', 'OL 26/19']))
  expect(known.namedIn('P-1, P-2')).toEqual(['P-1', 'P-2'])
  expect(known.namedIn('P-1 ja P-2')).toEqual(['P-1', 'P-2'])
  expect(known.namedIn('P-1, P-3')).toEqual([])
  expect(known.namedIn('OL 26/19')).toEqual([])
})

test('whatever is added that nobody sees, the listed ID is found, and a listed ID is never near another', () => {
  const id = fc.stringMatching(/^[A-Z]{1,3}-[1-9]\d{0,5}$/)
  fc.assert(fc.property(id, fc.constantFrom('\u200B', '\u00A0', '\uFEFF', '\u2060', ' '), fc.nat(5), (listed, sign, at) => {
    const place = Math.min(at, listed.length - 1) + 1
    const given = listed.slice(0, place) + sign + listed.slice(place)
    const near = new NearIds(new Set([listed]))
    expect(near.nearTo(given)?.id ?? near.nearTo(given.trim())?.id ?? (given.trim() === listed ? listed : undefined)).toBe(listed)
    expect(near.nearTo(listed)).toBeUndefined()
  }))
})
