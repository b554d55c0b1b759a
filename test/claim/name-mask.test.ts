import { describe, expect, it } from 'vitest'
import { nameMask } from '../../src/claim/name-mask.js'
import { aCase, aLog } from './log-builder.js'

const mask = nameMask(aLog([], { cases: [aCase({ name: 'Virtanen, Aino-Maria' }), aCase({ case: 'B', name: "O'Brien Lý" })] }))

describe('texts that go outside', () => {
  it.each([
    ['Virtasen käynti', '[…] käynti'],
    ['Tapaaminen: Aino, Maria', 'Tapaaminen: […], […]'],
    ['Ainolle ja Marialle tulkki', '[…] ja […] tulkki'],
    ["O'Brien tarvitsi tulkin", '[…] tarvitsi tulkin'],
    ['Ring Virtanen 040 123 4567', 'Ring […] […]'],
  ])('withhold the names of the log: %s', (text, shown) => {
    expect(mask(text)).toBe(shown)
  })

  it('keep words that are no names', () => {
    for (const text of ['Marjastus Ainutlaatuinenkin', 'sanoja on myös muita', 'Terapiakeskus Oy']) expect(mask(text)).toBe(text)
  })

  it('are left as they are where the log tells no names', () => {
    expect(nameMask(aLog([], { cases: [aCase()] }))('Virtanen')).toBe('Virtanen')
  })
})

it.each([
  ['Heikki Mäki', 'Mäen perheen luona, Heikin kanssa; mäelle', '[…] perheen luona, […] kanssa; […]'],
  ['Anna Virtanen', 'annavirtanen, VIRTASELLE, AnnaVirtaselta', '[…], […], […]'],
  ['José Lahti', 'Josén ja Lahden, JOSE\u0301', '[…] ja […], […]'],
  ['Bo Lind', 'Bos samtal med Linds, och boende', '[…] samtal med […], och boende'],
])('Of %s all forms are withheld: cases, small letters and capitals, accents, two letters, written together.', (name, text, shown) => {
  expect(nameMask(aLog([], { cases: [aCase({ name })] }))(text)).toBe(shown)
})
