import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findIdentifiers, withoutIdentifiers } from '../../src/model/identifiers.js'
import { identityCodeChecks } from '../packet/planted-codes.js'

const code = fc.record({ day: fc.integer({ min: 1, max: 28 }), month: fc.integer({ min: 1, max: 12 }), year: fc.integer({ min: 0, max: 99 }), number: fc.integer({ min: 900, max: 999 }), separator: fc.constantFrom('', '-', '+', 'A', 'Y', ' ', '.', '/', '_', ' - ', '\u2013', '*') }).map(identityCodeChecks)
const around = fc.constantFrom('asiakas {} soitti', 'hetu{}', '{}uhri', '({})', 'x{}y')
const wide = (text: string) => [...text].map((sign) => (/[!-~]/.test(sign) ? String.fromCodePoint((sign.codePointAt(0) as number) + 0xfee0) : sign)).join('')
const hidden = fc.constantFrom<(text: string) => string>((text) => text, wide, (text) => [...text].join('\u200b'), (text) => `${text.slice(0, 3)}\u00ad${text.slice(3)}`, (text) => `\u202e${text}\u202c`, (text) => text.toLowerCase())
const phone = fc.tuple(fc.constantFrom('+358 40 ', '0040 7', '+46 70-', '+1 (212) ', '+7/495/', '050 ', '040-', '09 ', '(09) '), fc.integer({ min: 1_000_000, max: 9_999_999 }), fc.constantFrom('', ' ', '-')).map(([prefix, number, space]) => `${prefix}${String(number).replace(/(\d{3})(\d{2})/, `$1${space}$2${space}`)}`)
const email = fc.constantFrom('anna.uhri@esimerkki.fi', 'anna (at) esimerkki.fi', 'anna[at]esimerkki.fi', 'anna(at)esimerkki(piste)fi', 'anna＠esimerkki.fi', 'anna (ät) esimerkki.fi')

describe('what identifies somebody in a text', () => {
  it('is found and withheld, however codes, phone numbers and addresses are written', () => {
    fc.assert(
      fc.property(fc.oneof(code, phone, email), around, hidden, (secret, text, hide) => {
        const isPhone = /^[+0(]/.test(secret) && !/^\d{6}\D{0,3}\d{3}[0-9A-Z]$/.test(secret)
        const written = (isPhone ? 'numero {}, soita' : text).replace('{}', () => hide(secret))
        expect(findIdentifiers(written), written).not.toEqual([])
        const rest = withoutIdentifiers(written).normalize('NFKC').replace(/\p{Cf}/gu, '')
        expect(rest).toContain('[...]')
        expect(rest.replace(/\D/g, '').length).toBeLessThan(5)
      }),
      { numRuns: 3000, seed: 20_261_130 },
    )
  })

  it.each(['Tulkkaus 2 h 14.3.2026', 'lasku 202603-1234x', 'FI21 1234 5600 0007 85', 'tosite 40001, rivi 12', '1.3.–5.3.2026', '2026-03-04', '1 234,50 €', 'päätös 123/2026', 'ateria (at home)', '01-03-2026', 'Palvelu 09.03.2026'])('is not seen in %j', (text) => {
    expect(findIdentifiers(text)).toEqual([])
    expect(withoutIdentifiers(text)).toBe(text)
  })

  it('costs no more than its length, whatever is written', () => {
    const started = performance.now()
    for (const text of ['0'.repeat(100_000), 'a'.repeat(100_000), '1 '.repeat(50_000), '+1'.repeat(50_000), 'a.'.repeat(50_000), '0('.repeat(50_000), 'a@'.repeat(50_000)]) findIdentifiers(text)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
