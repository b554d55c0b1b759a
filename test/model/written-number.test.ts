import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecimal } from '../../src/model/money.js'
import { readWrittenCents, readWrittenDecimal, type DecimalMark } from '../../src/model/written-number.js'

describe('an amount as people write it', () => {
  it.each([
    ['1234.50', 123450n], ['1234,5', 123450n], ['0,05', 5n], ['-12', -1200n], ['\u22125,5', -550n], ['- 3,20', -320n], ['+3,20', 320n],
    ['1 234,50', 123450n], ['1\u00A0234,50', 123450n], ['1\u202F234\u202F567', 123456700n], ['1.234,50', 123450n], ['1,234.50', 123450n], ['1.234.567,89', 123456789n], ['1.234.567', 123456700n], ['12 345.6', 1234560n],
    ['12,00 €', 1200n], ['€12,00', 1200n], ['EUR -5', -500n], ['12,50EUR', 1250n], ['0,500', 50n], ['1234,500', 123450n], ['1 234,500', 123450n],
    ['12,00-', -1200n], ['12,00 -', -1200n], ['1.234,50-', -123450n], ['(12,00)', -1200n], ['( 1 234,50 )', -123450n], ['\u201312,00', -1200n], ['\u20145', -500n], ['12,00\u2013', -1200n], ['\u20101,50', -150n], ['\uFF0D2', -200n],
    ['-€5', -500n], ['(12,00 €)', -1200n], ['12,00 €-', -1200n], ['12,00- €', -1200n], ['(EUR 5)', -500n], ["1'234,50", 123450n], ['1\u2019234.50', 123450n], ["1'234'567", 123456700n],
  ])('such as %j is read exactly', (text, cents) => {
    expect(readWrittenCents(text)).toBe(cents)
  })

  it.each(['1.500', '1,500', '12.345', '999,000', '-1.200', '1.500 €', ' 1,234 '])('such as %j is two amounts to two readers, and none here', (text) => {
    expect(readWrittenCents(text)).toBe('ambiguous')
  })

  it.each<[string, DecimalMark, unknown]>([
    ['1.500', ',', 150000n], ['1.500', '.', 150n], ['1,500', '.', 150000n], ['1,500', ',', 150n], ['1.234', '.', 'too-many-decimals'],
    ['12.50', ',', 'not-a-number'], ['12,50', '.', 'not-a-number'], ['1.234,50', '.', 'not-a-number'], ['1 234,50', ',', 123450n], ['1.234.567', ',', 123456700n], ['1.234.567', '.', 'not-a-number'],
  ])('such as %j under the decimal mark %j', (text, mark, expected) => {
    expect(readWrittenCents(text, mark)).toBe(expected)
  })

  it.each([
    '1€23', '12€50', '€12€', '-12,00-', '(-12,00)', '(12,00', '12,00)', '(12,00)-', '120,-', '12,', '12.', ',5', '.5', '1 2', '12 50', '1234 567', '1 23,4', '12\n50', '12\t50', '1  234', '1.23,456.7', '1,2,3', '12.34.5', '1.2345.678', '1 234.567,8',
    '1E3', '1,23E+05', '٣٤', '１２', "1'23,50", '24 %', '7:30', '100 kr', '$5', 'NaN', '--5', '5 EUR/h', '0x10', '½',
  ])('such as %j is no number', (text) => {
    expect(readWrittenCents(text)).toBe('not-a-number')
  })

  it('keeps its cents and never rounds', () => {
    expect(readWrittenCents('1,005')).toBe('ambiguous')
    expect(readWrittenCents('10,0051')).toBe('too-many-decimals')
    expect(readWrittenCents('')).toBe('empty')
    expect(readWrittenCents('9'.repeat(60))).toBe('too-large')
  })

  it('is the same number in every way of writing it, or ambiguous', () => {
    const ways = fc.record({ group: fc.constantFrom('', ' ', '\u00A0', '\u202F', '.', ','), mark: fc.constantFrom<DecimalMark>(',', '.'), known: fc.boolean() }).filter(({ group, mark }) => group !== mark)
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), fc.integer({ min: 0, max: 4 }), ways, (units, scale, { group, mark, known }) => {
      const read = readWrittenDecimal(written(units, scale, group, mark), known ? mark : undefined)
      if (!known && read === 'ambiguous') return
      expect(typeof read === 'string' ? read : formatDecimal(read)).toBe(formatDecimal({ units, scale }))
    }), { seed: 20261128, numRuns: 3000 })
  })
})

function written(units: bigint, scale: number, group: string, mark: string): string {
  const digits = String(units).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale).replace(/\B(?=(\d{3})+$)/g, group)
  return scale === 0 ? whole : `${whole}${mark}${digits.slice(-scale)}`
}
