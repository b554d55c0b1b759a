import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../../src/model/columns.js'
import { loadRuleBook } from '../../../src/rules/load-book.js'

const book = await loadRuleBook()
const templates = join(import.meta.dirname, '../../../src/templates')
const texts = [
  ...book.rules.flatMap(({ rule, title, summary, message, remedy }) => [title, summary, message, remedy].map((text) => ({ of: rule, text }))),
  ...book.policies.flatMap(({ name, title, why }) => [title, why].map((text) => ({ of: name, text }))),
  ...book.tables.regimes.flatMap(({ id, title, addressee, procedure }) => [title, addressee, procedure].map((text) => ({ of: id, text }))),
  ...book.tables.appeals.map(({ remedy }) => ({ of: 'appeals', text: remedy })),
]

/** Words that an official would not use, by the glossary of the domain and the texts of the statutes. */
const forbidden = {
  fi: [/ennen määräpäivää/i, /tunnistamisjärjestelm/i, /\bELY keskus/i, /kotoutustuki/i],
  sv: [/före den sista dagen/i, /ur (?:hjälp)?systemet/i, /\bmålsägande/i, /ELY-central/i, /förläggningens chef/i, /kalkylmässig/i, /före vilken dag/i, /utan service\b/i, /\bservicen\b/i, /försäkrar sig om att personen/i, /avslag har överklagats/i],
  en: [/before the deadline\. /i, /wellfare/i],
} as const

describe('the words of the newest rule book', () => {
  it.each(['fi', 'sv', 'en'] as const)('are in %s those of the statutes and their glossary', (language) => {
    const found = texts.flatMap(({ of, text }) => forbidden[language].filter((words) => words.test(text[language])).map((words) => `${of}: ${words.source}`))
    expect(found).toEqual([])
  })

  it('say of a last day that it is the last one, in Finnish and in Swedish', () => {
    for (const id of ['DL-001', 'DL-002', 'DL-003', 'OVL-005']) {
      const rule = book.rules.find((one) => one.rule === id)
      expect([`${rule?.message.fi} ${rule?.remedy.fi}`, `${rule?.message.sv} ${rule?.remedy.sv}`], id).toEqual([expect.stringContaining('viimeistään'), expect.stringContaining('senast')])
    }
  })

  it('speak of no grant or donation where an authority charges', () => {
    const remedyOf = (id: string) => (book.rules.find(({ rule }) => rule === id) as (typeof book.rules)[number]).remedy
    expect([remedyOf('PKT-015').fi, remedyOf('PKT-015').sv].join(' ')).not.toMatch(/avustus|understöd/)
    expect(remedyOf('PKT-014').sv).toContain('understöd')
  })

  it('name the authority of 2026 where the agreement of a municipality is asked for', () => {
    const { message } = book.rules.find(({ rule }) => rule === 'CLM-007') as (typeof book.rules)[number]
    expect([message.fi, message.sv, message.en]).toEqual([expect.stringContaining('elinvoimakeskuksen'), expect.stringContaining('livskraftscentralen'), expect.stringContaining('Economic Development Centre')])
  })
})

describe('the words of every text that the program shows', () => {
  const files = readdirSync(templates, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const textOf = (file: string) => readFileSync(join(templates, file), 'utf8')
  const headings = Object.values(columnsOf).flat().map(({ key, heading }) => ({ key, heading }))

  it('are those of the statutes and their glossary in templates and headings too', () => {
    const all = [...forbidden.fi, ...forbidden.sv]
    expect(files.length).toBeGreaterThan(30)
    expect(files.flatMap((file) => all.filter((words) => words.test(textOf(file))).map((words) => `${file}: ${words.source}`))).toEqual([])
    expect(headings.flatMap(({ key, heading }) => all.filter((words) => words.test(`${heading.fi} ${heading.sv}`)).map((words) => `${key}: ${words.source}`))).toEqual([])
  })

  it('call the things of the form, the guide and what is unclaimed by their names', () => {
    const needed = {
      'unclaimed-texts.ts': ['Kalkylerade ersättningar', 'upptagning i hjälpsystemet', 'utlåtande av föreståndaren för förläggningen', 'vastaanottokeskuksen johtajan lausunto', 'auttamisjärjestelmään ottamisen', 'kotoutumisohjelma tai sopimus', 'integrationsprogram eller avtal'],
      'guide-texts.ts': ['utlåtande av föreståndaren för förläggningen', 'vastaanottokeskuksen johtajan lausunto', 'verifikat', 'tosite', 'Viimeistään milloin', 'Senast vilken dag', 'senast inom {years} år', 'viimeistään {years} vuoden kuluttua'],
      'init-texts.ts': ['Kuntaan ohjaamista ja kotoutumisen edistämistä', 'anvisande till kommunen och främjande av integration'],
      'claims-texts.ts': ['hakuaika päättyi', 'Ansökningstiden för den tidigaste sökta tjänsten'],
      'packet-form.ts': ['kostnadsspecifikation', 'kustannuserittely', 'Verifikat', 'Tosite'],
      'packet-texts.ts': ['spärrmarkering', 'turvakielto'],
    }
    for (const [file, words] of Object.entries(needed)) for (const word of words) expect(textOf(file), file).toContain(word)
    expect(headings.find(({ key }) => key === 'removedOn')?.heading).toMatchObject({ fi: 'Poistettu auttamisjärjestelmästä', sv: 'Avförd från hjälpsystemet' })
  })
})
