import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sheetKinds, columnsOf, sheetNames } from '../../src/model/columns.js'
import { failureText } from '../../src/cli/failure.js'
import { KorvausError, type ReasonCode } from '../../src/model/errors.js'
import type { Localized } from '../../src/model/language.js'
import * as valueNames from '../../src/model/value-names.js'
import { loadRuleBook } from '../../src/rules/load-book.js'
import { problemText } from '../../src/rules/book-problem.js'
import { bookProblemTexts, type BookProblemCode } from '../../src/templates/book-problem-texts.js'
import { reasonTexts } from '../../src/templates/error-reasons.js'
import { fill, placesOf } from '../../src/templates/fill.js'
import { glossary, wrongTerms } from './glossary.js'

interface Text {
  readonly where: string
  readonly text: Localized
}

const folder = join(import.meta.dirname, '../../src/templates')
const modules = await Promise.all((await readdir(folder)).filter((name) => name.endsWith('.ts')).map(async (name) => [name, (await import(join(folder, name))) as object] as const))
const book = await loadRuleBook({})
const catalogues = [...modules.flatMap(([name, module]) => textsIn(module, name)), ...textsIn(valueNames, 'value-names'), ...textsIn({ columnsOf, sheetNames, sheetKinds }, 'columns')]
const everything = [...catalogues, ...textsIn({ rules: book.rules, title: book.title, disclaimer: book.disclaimer }, 'rule book')]

/** Everything in three languages inside a value, with the way to it. */
function textsIn(value: unknown, where: string): Text[] {
  if (typeof value !== 'object' || value === null) return []
  const { fi, sv, en } = value as Partial<Localized>
  if ([fi, sv, en].some((one) => typeof one === 'string')) return [{ where, text: value as Localized }]
  // Synonyms are words that are recognised, as many as a language has; nobody is told them.
  return Object.entries(value).flatMap(([key, one]) => (key === 'synonyms' ? [] : textsIn(one, `${where} ${key}`)))
}

describe('the catalogues of texts', () => {
  it('hold every text in the three languages, with the same places to fill', () => {
    expect(catalogues.length).toBeGreaterThan(700)
    for (const { where, text } of everything) {
      expect(Object.keys(text).toSorted(), where).toEqual(['en', 'fi', 'sv'])
      for (const language of ['fi', 'sv', 'en'] as const) expect(text[language].trim(), `${where} ${language}`).not.toBe('')
      expect([placesOf(text.fi), placesOf(text.sv)], where).toEqual([placesOf(text.en), placesOf(text.en)])
    }
  })

  it('leave no sentence in another language', () => {
    const sentences = everything.filter(({ text }) => (text.en.replace(/\{[^}]*\}|`[^`]*`/g, '').match(/\p{L}{2,}/gu) ?? []).length >= 4)
    for (const { where, text } of sentences) expect(new Set([text.fi, text.sv, text.en]).size, where).toBe(3)
  })
})

/** Where English stands in the code for others than the people at the desk: meanings in JSON Schemas, help of metrics, words that are recognised. */
const forMachines = /^(?:model\/(?:facts|columns(?:\/[\w-]+)?|value-names)|batch\/render-metrics|rules\/engine\/expression\/(?:functions|compile|generate|remembered)|read\/proposal\/[\w-]+|report\/pdf\/unclaimed-form)\.ts$/
const englishWords = /(?:^|[ (])(?:the|is|are|of|which|not|with|has|must|where|that|an?|no|more|than|too|cannot|without|missing|rows|items|columns|sheets|bytes)(?=[ ,.;:)]|$)/
const ofOtherGrammar = /[<{]\w+|\n {2}en: |\b(?:join|select|where|order by|is not|__fish\w*)\b/

/** The texts in quotation marks of a file, with their lines; what stands between them is taken out of templates. */
function textsWritten(code: string): { text: string; line: number }[] {
  return code.split('\n').flatMap((line, index) => {
    if (/^\s*(?:\*|\/\/|\/\*|import |export .* from )/.test(line)) return []
    const quoted = [...line.replaceAll(/\$\{[^{}]*\}/g, '\u0000').matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`([^`]*)`/g)]
    return quoted.flatMap(([, one, two, three]) => (one ?? two ?? three ?? '').split('\u0000')).map((text) => ({ text, line: index + 1 }))
  })
}

describe('the code outside the catalogues', () => {
  const source = join(folder, '..')
  const english = (text: string) => englishWords.test(text) && /[a-z]{2,} [a-z]{2,}|^ [a-z]{2,}/i.test(text) && !ofOtherGrammar.test(text)

  it('holds no words for people', async () => {
    const files = (await readdir(source, { recursive: true })).map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.ts') && !/^(?:templates|rules\/books)\//.test(name) && !forMachines.test(name))
    expect(files.length).toBeGreaterThan(250)
    const worded = await Promise.all(files.map(async (file) => textsWritten(await readFile(join(source, file), 'utf8')).filter(({ text }) => english(text)).map(({ text, line }) => `${file}:${line}: ${text}`)))
    expect(worded.flat()).toEqual([])
  })

  it('would be found out', () => {
    for (const code of ["fail('a part of the wrong size')", 'fail({ limit: `${most} rows` })', "fail({ problems: 'the file is too long' })"]) expect(textsWritten(code).some(({ text }) => english(text)), code).toBe(true)
  })
})

describe('what stops a command', () => {
  it('has no English word left in Finnish and Swedish, neither in itself nor in the reasons put into it', () => {
    const said = catalogues.filter(({ where }) => /^(?:errors|error-reasons|book-problem-texts|packet-differences)\.ts/.test(where))
    expect(said.length).toBeGreaterThan(200)
    for (const { where, text } of said) for (const language of ['fi', 'sv'] as const) expect(text[language].replaceAll(/\{[^}]*\}|--\w+|korvaus [\w ]+|\([\w -]+\)/g, ''), where).not.toMatch(/\b(?:the|is|are|of|which|not|with|must|where|there|and|cannot|missing|known)\b/i)
  })

  it.each(['fi', 'sv', 'en'] as const)('leaves no place open and no code unsaid where a reason is put into it: %s', (language) => {
    for (const reason of Object.keys(reasonTexts) as ReasonCode[]) {
      const values = Object.fromEntries(placesOf(reasonTexts[reason].en).map((place) => [place, 'X']))
      expect(failureText(new KorvausError('config-invalid', { path: 'korvaus.yaml', line: '1', column: '2', key: 'inputs', reason: { reason, ...values } }), language)).toContain(fill(reasonTexts[reason][language], values))
    }
    for (const code of Object.keys(bookProblemTexts) as BookProblemCode[]) {
      const values = Object.fromEntries(placesOf(bookProblemTexts[code].en).map((place) => [place, 'X']))
      expect(failureText(new KorvausError('book-invalid', { problems: problemText(code, values) }), language)).toContain(fill(bookProblemTexts[code][language], values))
    }
  })
})

describe('the official terms', () => {
  it.each(glossary)('%s is %s and %s in every text', (en, fi, sv) => {
    const using = everything.filter(({ text }) => en.test(text.en.replaceAll(/\{[^}]*\}/g, '…')))
    expect(using.filter(({ text }) => !fi.test(text.fi)).map(({ where, text }) => `${where}: ${text.fi}`)).toEqual([])
    expect(using.filter(({ text }) => !sv.test(text.sv)).map(({ where, text }) => `${where}: ${text.sv}`)).toEqual([])
  })

  it.each(['fi', 'sv', 'en'] as const)('are never replaced by other words in %s', (language) => {
    expect(everything.filter(({ text }) => wrongTerms[language].test(text[language])).map(({ where, text }) => `${where}: ${text[language]}`)).toEqual([])
  })
})
