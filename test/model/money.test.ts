import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCents, formatDecimal, multiplyToCents, parseCents, parseDecimal } from '../../src/model/money.js'

describe('parseCents', () => {
  it.each([
    ['1234.50', 123450n], ['-12', -1200n], ['7.100', 710n], ['1E2', 10000n], ['1.5E-1', 15n], ['+3.', 300n], ['.5', 50n], ['123456789012345.67', 12345678901234567n],
  ])('reads %s of a data file exactly', (text, cents) => {
    expect(parseCents(text)).toBe(cents)
  })

  it.each([
    ['', 'empty'], ['  ', 'empty'], ['abc', 'not-a-number'], ['1,5', 'not-a-number'], ['1 234', 'not-a-number'], ['12.34.5', 'not-a-number'], ['.', 'not-a-number'], ['0x10', 'not-a-number'],
    ['1.005', 'too-many-decimals'], ['1.4210854715202E-14', 'too-many-decimals'], ['9'.repeat(30), 'too-large'], ['1E99', 'too-large'], ['NaN', 'not-a-number'], ['Infinity', 'not-a-number'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(parseCents(text)).toBe(problem)
  })

  it('reads back every amount that it writes', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (cents) => {
      expect(parseCents(formatCents(cents))).toBe(cents)
    }), { seed: 1 })
  })
})

describe('decimals', () => {
  it('keep every decimal of a quantity', () => {
    expect(parseDecimal('0.5535')).toEqual({ units: 5535n, scale: 4 })
    expect(formatDecimal({ units: 7500n, scale: 3 })).toBe('7.5')
    expect(formatDecimal({ units: -5n, scale: 2 })).toBe('-0.05')
  })

  it('multiply into cents, half a cent away from zero', () => {
    expect(product('2.5', '62.40')).toBe(15600n)
    expect(product('0.5', '0.01')).toBe(1n)
    expect(product('-0.5', '0.01')).toBe(-1n)
    expect(product('133', '0.5535')).toBe(7362n)
  })
})

function product(left: string, right: string) {
  return multiplyToCents(decimal(left), decimal(right))
}

function decimal(text: string) {
  const read = parseDecimal(text)
  if (typeof read === 'string') throw new Error(read)
  return read
}
