import { describe, expect, it } from 'vitest'
import { formatEuros, formatWholeEuros } from '../../src/templates/format.js'

describe('an amount in words', () => {
  it('is written to the cent as each language writes it', () => {
    expect([formatEuros(302_785n, 'fi'), formatEuros(-302_785n, 'sv'), formatEuros(302_785n, 'en')]).toEqual(['3\u00A0027,85\u00A0€', '\u22123\u00A0027,85\u00A0€', '€3,027.85'])
  })

  it('in whole euros is the nearest, and half a euro is rounded away from zero', () => {
    expect([302_785n, 302_749n, 302_750n, 49n, 50n, -302_750n].map((cents) => formatWholeEuros(cents, 'en'))).toEqual(['3,028', '3,027', '3,028', '0', '1', '-3,028'])
  })
})
