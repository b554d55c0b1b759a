import { describe, expect, it } from 'vitest'
import { loadRuleBook } from '../../../src/rules/load-book.js'

const book = await loadRuleBook()
const texts = [
  ...book.rules.flatMap(({ rule, title, summary, message, remedy }) => [title, summary, message, remedy].map((text) => ({ of: rule, text }))),
  ...book.policies.flatMap(({ name, title, why }) => [title, why].map((text) => ({ of: name, text }))),
]

/** Words that an official would not use, by the glossary of the domain and the texts of the statutes. */
const forbidden = {
  fi: [/ennen määräpäivää/i, /tunnistamisjärjestelm/i, /\bELY keskus/i, /kotoutustuki/i],
  sv: [/före den sista dagen/i, /ur (?:hjälp)?systemet/i, /\bmålsägande/i, /ELY-central/i, /förläggningens chef/i, /kalkylmässig/i],
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

  it('name the authority of 2026 where the agreement of a municipality is asked for', () => {
    const { message } = book.rules.find(({ rule }) => rule === 'CLM-007') as (typeof book.rules)[number]
    expect([message.fi, message.sv, message.en]).toEqual([expect.stringContaining('elinvoimakeskuksen'), expect.stringContaining('livskraftscentralen'), expect.stringContaining('Economic Development Centre')])
  })
})
