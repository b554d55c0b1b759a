import { expect, test } from 'vitest'
import { columnsOf } from '../../../src/model/columns.js'
import { languages } from '../../../src/model/language-codes.js'
import { codesIn, everyCode, vocabularyOf } from '../../../src/model/words/vocabulary.js'

const listColumns = Object.values(columnsOf).flat().filter(({ choices }) => choices !== undefined)
const files = { category: 'category', categories: 'category', providerKind: 'provider-kind', unit: 'unit', costBasis: 'cost-basis', admissionGround: 'admission-ground', statementResult: 'statement-result', result: 'decision-result' } as const

test.each(listColumns.map((column) => [column.key, column] as const))('every word of %s means the code that it stands under, in three languages', (key, column) => {
  const codes = codesIn(files[key as keyof typeof files])
  expect(Object.keys(codes).filter((code) => code !== everyCode).sort()).toEqual(column.choices?.map(([code]) => code).sort())
  for (const [code, own] of Object.entries(codes)) {
    for (const language of languages) {
      expect(own[language]?.length ?? 0, `${code} in ${language}`).toBeGreaterThan(0)
      for (const word of own[language] ?? []) expect([word, vocabularyOf(key)?.known(word)]).toEqual([word, code])
    }
  }
})

test.each(listColumns.map((column) => [column.key, column] as const))('the names of the values of %s in the blank workbook are known words', (key, column) => {
  for (const [code, names] of column.choices ?? []) for (const name of Object.values(names)) expect([name, vocabularyOf(key)?.known(name)]).toEqual([name, code])
})

test.each([
  ['category', 'Tulkkauksen', 'INTERPRETING'], ['category', 'tulkkipalvelut', 'INTERPRETING'], ['category', 'Puhelintulkkaus', 'INTERPRETING'], ['category', 'tulkk.', 'INTERPRETING'], ['category', 'tulk.', 'INTERPRETING'],
  ['category', 'Lääkäripalvelut', 'HEALTH'], ['category', 'tolkningar', 'INTERPRETING'], ['category', 'Hälso-  och sjukvården', 'HEALTH'], ['category', 'KÄÄNNÖKSET', 'TRANSLATION'],
  ['category', 'Psykoterapia', 'HEALTH'], ['category', 'interpreters', 'INTERPRETING'], ['result', 'myönteinen', 'granted'], ['result', 'Osittain myönteinen', 'partly'],
  ['result', 'Hyväksytty', 'granted'], ['result', 'ei myönnetty', 'denied'], ['result', 'Avslås', 'denied'], ['providerKind', 'Savon Tulkit Oy', 'company'], ['providerKind', 'Naisten apu ry', 'ngo'],
] as const)('knows %s: %s', (column, text, code) => {
  expect(vocabularyOf(column)?.known(text)).toBe(code)
})

test.each([['category', 'kuljetus'], ['category', 'turv.'], ['category', 'ei tulkkausta'], ['result', 'ei'], ['result', 'ei myönteinen'], ['providerKind', 'Yhdistys ry Oy'], ['category', '']] as const)('never guesses at %s: %s', (column, text) => {
  expect(vocabularyOf(column)?.known(text)).toBeUndefined()
})

test('an unknown text has a likely meaning where its words point to one code alone', () => {
  expect(vocabularyOf('category')?.likely('Tulkkauksen matkakulut, somali')).toBe('INTERPRETING')
  expect(vocabularyOf('category')?.likely('Tulkkaus ja kääntäminen')).toBeUndefined()
  expect(vocabularyOf('category')?.likely('tulkaus')).toBe('INTERPRETING')
  expect(vocabularyOf('category')?.likely('kuljetus')).toBeUndefined()
})
