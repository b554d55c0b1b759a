import { describe, expect, it } from 'vitest'
import { isBusinessId } from '../../src/model/business-id.js'
import { isIban } from '../../src/model/iban.js'

describe('isBusinessId', () => {
  it.each(['1234567-1', '0201256-6', '0116297-6'])('accepts %s', (text) => expect(isBusinessId(text)).toBe(true))
  it.each(['1234567-2', '1234567', '12345678', '0201256-0', 'FI12345671', ''])('refuses %j', (text) => expect(isBusinessId(text)).toBe(false))
})

describe('isIban', () => {
  it('accepts the printed and the electronic form', () => {
    expect(isIban('FI21 1234 5600 0007 85')).toBe(true)
    expect(isIban('FI2112345600000785')).toBe(true)
  })
  it.each(['FI21 1234 5600 0007 86', 'FI21', '', 'XX00 1234'])('refuses %j', (text) => expect(isIban(text)).toBe(false))
})
