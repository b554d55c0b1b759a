import { expect, test } from 'vitest'
import type { Cell } from '../../src/read/cells.js'
import { readHeadings } from '../../src/read/headings.js'
import { mappingSchema } from '../../src/read/mapping.js'

const row = (...texts: string[]) => ({ number: 1, hidden: false, cells: texts.map((text): Cell => ({ kind: 'text', text })) })
const keysOf = (texts: string[], sheet = '', mapping: object = {}) => readHeadings(row(...texts) as Parameters<typeof readHeadings>[0], sheet, mappingSchema.parse(mapping))?.columns.map(({ index, column }) => [texts[index], column.key])

test('what client systems and decisions call a column is known without a mapping', () => {
  expect(keysOf(['Asiakasnumero', 'Otettu pvm', 'Poistettu pvm', 'Hetu', 'Turvakielto'], 'Asiakkaat')).toEqual([['Asiakasnumero', 'case'], ['Otettu pvm', 'admittedOn'], ['Poistettu pvm', 'removedOn'], ['Hetu', 'personalId'], ['Turvakielto', 'nonDisclosure']])
  expect(keysOf(['Dnro', 'Asiakastunnus', 'Päätöspvm', 'Voim. alk.', 'Voim. päätt.', 'Palvelut', 'Ratkaisu'], 'Päätökset')).toEqual([['Dnro', 'decision'], ['Asiakastunnus', 'case'], ['Päätöspvm', 'decidedOn'], ['Voim. alk.', 'validFrom'], ['Voim. päätt.', 'validTo'], ['Palvelut', 'categories'], ['Ratkaisu', 'result']])
})

test('a column’s own heading goes before a synonym, and of two synonyms the surer one is read', () => {
  expect(keysOf(['Rivitunnus', 'Asiakastunnus', 'Netto', 'Nettosumma'], 'Kustannukset')).not.toContainEqual(['Nettosumma', 'net'])
  expect(keysOf(['Rivitunnus', 'Asiakastunnus', 'Nettosumma', 'Veroton'], 'Kustannukset')).toContainEqual(['Veroton', 'net'])
})

test('a heading under which names of persons may stand is never taken for a code, and one of several meanings for none', () => {
  expect(keysOf(['Rivitunnus', 'Asiakas', 'Kuvaus', 'Summa'], 'Kustannukset')).toEqual([['Rivitunnus', 'id'], ['Kuvaus', 'description']])
})

test('what the mapping says of a heading, or fills, is not read from a synonym', () => {
  expect(keysOf(['Rivitunnus', 'Asiakastunnus', 'Selite'], '', { headings: { Selite: 'need' } })).toContainEqual(['Selite', 'need'])
  expect(keysOf(['Rivitunnus', 'Asiakastunnus', 'Palvelulaji'], '', { constants: { category: 'INTERPRETING' } })).not.toContainEqual(['Palvelulaji', 'category'])
})
