import { expect, test } from 'vitest'
import { loadRuleBook } from '../../../src/rules/load-book.js'
import { findAuthority } from '../../../src/rules/tables/authorities.js'
import { disagreeing, findMunicipality } from '../../../src/rules/tables/municipalities.js'

const { tables } = (await loadRuleBook({ version: '2026.5' }))

test.each([
  ['Pohjois-Savon ELY-keskus', 'ELY-08'], ['POSELY', 'ELY-08'], ['ELY-keskus / Pohjois-Savo', 'ELY-08'], ['Pohjois-Savo ELY', 'ELY-08'], ['ely-keskus, pohjois-savo', 'ELY-08'], ['NTM-centralen i Norra Savolax', 'ELY-08'],
  ['NTM-central Norra Savolax', 'ELY-08'], ['Uudenmaan ELY', 'ELY-01'], ['ELY-keskus Uusimaa', 'ELY-01'], ['Pirkanmaa ELY-keskus', 'ELY-05'], ['ELY Häme', 'ELY-04'], ['ELY-keskus', 'ELY'], ['Itä-Suomi, elinvoimakeskus', 'EVK-06'], ['Livskraftscentralen Östra Finland', 'EVK-06'], ['KEHA-keskus', 'KEHA'], ['migri', 'MIGRI'],
])('%s is the authority %s', (name, code) => {
  expect(findAuthority(tables, name, '2025-06-01')?.code).toBe(code)
})

test.each(['ELY-keskus Atlantis', 'Pohjois-Savo', 'Kuopion kaupunki', ''])('%s is no authority that the tables know', (name) => {
  expect(findAuthority(tables, name, '2025-06-01')).toBeUndefined()
})

test('every authority is found by each of its own names, and by its kind and area', () => {
  for (const { code, nameFi, nameSv, otherNames, from } of tables.authorities) for (const name of [nameFi, nameSv, ...otherNames].filter((one) => one !== '')) expect([name, tables.authorities.filter((one) => [one.nameFi, one.nameSv, ...one.otherNames].includes(name)).map((one) => one.code)]).toEqual([name, expect.arrayContaining([findAuthority(tables, name, from)?.code ?? code])])
})

test.each([['Kuopio 297', '297'], ['297 Kuopio', '297'], ['Kuopio (297)', '297'], ['Kuopio, 297', '297'], ['Kuopio', '297'], ['297', '297'], ['Kuopion kaupunki', '297'], ['Åbo stad', '853'], ['Vaasan kaupunki 905', '905'], ['Iisalmi/140', '140']])('%s is the municipality %s', (text, code) => {
  expect(findMunicipality(tables, text, '2026-03-05')?.code).toBe(code)
  expect(disagreeing(tables, text)).toBe(false)
})

test('a name and a code that disagree are no municipality, and are told apart from an unknown one', () => {
  expect([findMunicipality(tables, 'Kuopio 091', '2026-03-05'), disagreeing(tables, 'Kuopio 091')]).toEqual([undefined, true])
  expect([findMunicipality(tables, 'Atlantis 297', '2026-03-05'), disagreeing(tables, 'Atlantis 297')]).toEqual([undefined, false])
})
