import fc from 'fast-check'
import { FinnishSSN } from 'finnish-ssn'
import { describe, expect, it } from 'vitest'
import { readIdentityCode } from '../../src/model/identity-code.js'
import { findIdentifiers, withoutIdentifiers } from '../../src/model/identifiers.js'

describe('readIdentityCode', () => {
  it('reads the birth date through the separator of the century', () => {
    expect(readIdentityCode('131052-9083')).toMatchObject({ valid: false, problem: 'check-character' })
    expect(readIdentityCode(withCheck('131052', '-', '908'))).toMatchObject({ valid: true, birthDate: '1952-10-13', test: true, introducedIn2023: false })
    expect(readIdentityCode(withCheck('010594', 'Y', '902'))).toMatchObject({ valid: true, birthDate: '1994-05-01', introducedIn2023: true })
    expect(readIdentityCode(withCheck('020502', 'E', '902'))).toMatchObject({ valid: true, birthDate: '2002-05-02' })
  })

  it.each([['', 'form'], ['131052908T', 'form'], ['131052-908I', 'form'], ['311152-9086', 'date'], ['290201A9005', 'date'], ['010101a9005', 'form']])('names the problem of %j', (code, problem) => {
    expect(readIdentityCode(code)).toEqual({ valid: false, problem })
  })

  it('agrees with an independent reader on valid and damaged codes of living people', () => {
    const year = fc.oneof(
      fc.record({ separator: fc.constantFrom(...'-YXWVU'), year: fc.integer({ min: 10, max: 99 }) }),
      fc.record({ separator: fc.constantFrom(...'ABCDEF'), year: fc.integer({ min: 10, max: 26 }) }),
    )
    fc.assert(fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 }), year, fc.integer({ min: 900, max: 999 }), fc.boolean(), (day, month, born, number, damage) => {
      const separator = born.separator
      const code = withCheck(`${String(day).padStart(2, '0')}${String(month).padStart(2, '0')}${born.year}`, separator, String(number))
      const tried = damage ? `${code.slice(0, 9)}${code[9] === '0' ? '1' : '0'}${code.slice(10)}` : code
      expect(readIdentityCode(tried).valid).toBe(FinnishSSN.validate(tried))
    }), { seed: 3, numRuns: 1000 })
  })
})

describe('identifiers in texts', () => {
  it.each([
    ['asiakas 010594Y9021 kävi', 'identity-code'], ['020502E902X', 'identity-code'], ['maija.meikalainen@esimerkki.fi soitti', 'email'],
    ['puh. 040 123 4567', 'phone'], ['+358 50 1234567', 'phone'], ['0401234567', 'phone'], ['010594–9021', 'identity-code'],
  ])('%j holds one', (text, kind) => {
    expect(findIdentifiers(text)).toContain(kind)
    expect(findIdentifiers(withoutIdentifiers(text))).toEqual([])
  })

  it.each(['Tulkkaus 2.5 h viranomaistapaamisessa', 'lasku 20240315', 'tosite 4500012345', '1 234,50', 'päätös KEHA/1234/2025', '2026-03-01', '12.3.2026', 'tili 434000'])('%j holds none', (text) => {
    expect(findIdentifiers(text)).toEqual([])
  })
})

function withCheck(date: string, separator: string, number: string): string {
  return `${date}${separator}${number}${'0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(`${date}${number}`) % 31]}`
}
