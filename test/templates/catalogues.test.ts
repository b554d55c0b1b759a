import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sheetKinds, columnsOf, sheetNames } from '../../src/model/columns.js'
import type { Localized } from '../../src/model/language.js'
import * as valueNames from '../../src/model/value-names.js'
import { loadRuleBook } from '../../src/rules/load-book.js'
import { placesOf } from '../../src/templates/fill.js'

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
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, `${where} ${key}`))
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

/** The official terms: where the English text has one, the Finnish and the Swedish have theirs. */
const glossary: readonly (readonly [en: RegExp, fi: RegExp, sv: RegExp])[] = [
  [/wellbeing services count/i, /hyvinvointialue/i, /välfärdsområde/i],
  [/municipalit(y|ies) of residence/i, /kotikun/i, /hemkommun/i],
  [/human trafficking|trafficking in human beings/i, /ihmiskaup/i, /människohandel/i],
  [/identity code/i, /henkilötunnu/i, /personbeteckning/i],
  [/business ID/i, /Y-tunnu/i, /FO-num/i],
  [/non-disclosure/i, /turvakiel/i, /spärrmarker/i],
  [/lump[ -]sum/i, /laskennalli/i, /kalkylerad/i],
  [/director's statement/i, /johtajan lausun/i, /föreståndaren/i],
  [/reception centre/i, /vastaanottokesku/i, /förläggning/i],
  [/social assistance/i, /toimeentulotu/i, /utkomststöd/i],
  [/safe accommodation/i, /turvalli\S+ majoitu/i, /trygg inkvartering/i],
  [/reflection period/i, /harkinta-a/i, /betänketid/i],
  [/recovery period/i, /toipumisa/i, /återhämtningstid/i],
  [/ELY centre/i, /ELY-kesku|elinkeino-, liikenne- ja ympäristökesku/i, /NTM-central|närings-, trafik- och miljöcentral/i],
  [/KEHA centre/i, /KEHA-kesku/i, /UF-centr/i],
  [/economic development centre/i, /elinvoimakesku/i, /livskraftscentral/i],
  [/Finnish Immigration Service/i, /Maahanmuuttovirasto/i, /Migrationsverket/i],
  [/\bvouchers\b|voucher number/i, /tosit|voucher/i, /verifikat|voucher/i],
  [/cost specification/i, /kustannuserittely|erittely/i, /specifikation/i],
  [/administrative review/i, /oikaisuvaatimu|oikaisua/i, /omprövning/i],
  [/unaccompanied/i, /ilman huoltajaa/i, /utan vårdnadshavare|ensamkommande/i],
  [/integration programme/i, /koto\S*ohjelma/i, /integrationsprogram|program för integrationsfrämjande/i],
  [/rule book/i, /sääntökirj|kirja/i, /regelb|bok/i],
  [/cost item/i, /kustannuser|erä|eri/i, /post/i],
]
/** What is said elsewhere for one of them, and is not the term here. */
const wrong: Readonly<Record<'fi' | 'sv' | 'en', RegExp>> = {
  fi: /sosiaaliturvatunnu|ihmissalakulj|hyvinvointikun|\bkuitti|suojakiel|kotipaikka/i,
  sv: /personnummer|organisationsnummer|människosmuggling|välfärdsregion|mottagningscentral|sekretessmarkering|\bkvitto|socialunderstöd|socialbidrag|hemort\b|skyddsboende/i,
  en: /social security number|people smuggling|human smuggling|wellbeing region|health care district/i,
}

describe('the official terms', () => {
  it.each(glossary)('%s is %s and %s in every text', (en, fi, sv) => {
    const using = everything.filter(({ text }) => en.test(text.en))
    expect(using.filter(({ text }) => !fi.test(text.fi)).map(({ where, text }) => `${where}: ${text.fi}`)).toEqual([])
    expect(using.filter(({ text }) => !sv.test(text.sv)).map(({ where, text }) => `${where}: ${text.sv}`)).toEqual([])
  })

  it.each(['fi', 'sv', 'en'] as const)('are never replaced by other words in %s', (language) => {
    expect(everything.filter(({ text }) => wrong[language].test(text[language])).map(({ where, text }) => `${where}: ${text[language]}`)).toEqual([])
  })
})
