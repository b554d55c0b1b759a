import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Review } from '../../src/model/review.js'
import { keys, person } from './person.js'
import { runKorvaus } from './run-korvaus.js'

const { enter, up, down, clear, interrupt } = keys
const example = join(import.meta.dirname, '../../fixtures/example/workspace')
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korvaus-walk-'))
  for (const name of ['korvaus.yaml', 'palveluloki.xlsx', 'rates.yaml']) await cp(join(example, name), join(folder, name))
})
afterEach(() => rm(folder, { recursive: true }))

type Dialogue = readonly (readonly [string, string])[]

async function reviewAs(dialogue: Dialogue, ...argv: string[]) {
  const someone = person(dialogue)
  const result = await runKorvaus(['review', '--as-of', '2026-06-01', ...argv], folder, { isTerminal: true, width: 72 })
  someone.leave()
  expect(someone.left, someone.screen()).toEqual([])
  return { ...result, screen: someone.screen() }
}
const recorded = async () => JSON.parse(await readFile(join(folder, 'reviews.json'), 'utf8').catch(() => '[]')) as Review[]

describe('the questions of review', () => {
  it('check each answer as it is given, take days as people write them, and keep what was answered when the person stops', async () => {
    const { exitCode, stderr } = await reviewAs([
      ['❯ hyväksy hakemukseen', enter],
      ['Perustelu', enter], ['Kirjoita perustelu', `asiakas 131052-902C soitti${enter}`], ['Kirjoita perustelu', `${clear}Neuvonta ei kuulu oikeusapuun${enter}`],
      ['Kuka ratkaisee', `Talouspäällikkö${enter}`],
      ['1.6.2027', `keväällä${enter}`], ['31.12.2027 tai', `${clear}1.1.2026${enter}`], ['tarkastelupäivä on 1.6.2026', `${clear}31.12.2026${enter}`],
      ['❯ hyväksy hakemukseen', `${down}${enter}`], ['Neuvonta ei kuulu oikeusapuun', enter], ['Talouspäällikkö', enter], ['1.6.2027', enter],
      ['❯ hyväksy hakemukseen', `${up.repeat(2)}${enter}`], ['❯ hyväksy hakemukseen', interrupt],
    ], '--lang', 'fi')
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('Harkintaratkaisuja kirjattiin: 2')])
    const common = { rule: 'CAT-005', reason: 'Neuvonta ei kuulu oikeusapuun', by: 'Talouspäällikkö', on: '2026-06-01' }
    expect(await recorded()).toEqual([expect.objectContaining({ ...common, item: 'K-041', answer: 'accept', until: '2026-12-31' }), expect.objectContaining({ ...common, item: 'K-057', answer: 'leave-out', until: '2027-06-01' })])
  })

  it.each(['fi', 'sv', 'en'])('show the item, the rule in plain words and its source in lines of whole words in %s', async (language) => {
    const { stderr } = await reviewAs([['❯', `${up}${enter}`]], '--lang', language)
    const lines = stderr.split('\n')
    expect(lines).toContainEqual(expect.stringMatching(/^K-041 {2}A-108 {2}CAT-005/))
    for (const words of [/2024|2025/, { fi: /Erityistarpeen perustelu: \S/, sv: /Motivering av specialbehov: \S/, en: /Special need: \S/ }[language] as RegExp, /746\/2011 38 a §/]) expect(stderr).toMatch(words)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72)
    expect(stderr).not.toMatch(/undefined|\{\w+\}/)
  })

  it('show an answer that has expired, one whose facts have changed, and one that expires soon, each with what was answered', async () => {
    const answered = (item: string, until: string, facts?: string): Review => ({ item, rule: 'CAT-005', answer: 'accept', reason: `Syy ${item}`, by: 'Pomo', on: '2026-01-05', until, ...(facts ? { facts } : {}) })
    await writeFile(join(folder, 'reviews.json'), JSON.stringify([answered('K-041', '2026-05-31'), answered('K-079', '2026-12-31', '0123456789abcdef'), answered('K-116', '2026-06-10')]))
    const later = ['❯ hyväksy hakemukseen', `${up.repeat(2)}${enter}`] as const
    const { stderr } = await reviewAs([later, later, later, later, later, later, later, later, ['❯ hyväksy hakemukseen', enter], ['Syy K-116', enter], ['Kuka ratkaisee', `Pomo${enter}`], ['1.6.2027', enter]], '--lang', 'fi')
    expect(stderr).toMatch(/K-041 .*vanhentunut/)
    expect(stderr).toMatch(/K-079 .*tiedot muuttuneet/)
    expect(stderr.slice(stderr.indexOf('9/9'))).toContain('päättyy pian')
    expect(stderr).toContain('Perustelu: Syy K-041')
    expect((await recorded()).findLast(({ item }) => item === 'K-116')).toMatchObject({ on: '2026-06-01', until: '2027-06-01', reason: 'Syy K-116' })
  })

  it('take a day of the past as little by options as on the terminal', async () => {
    const answer = (until: string) => runKorvaus(['review', '--item', 'K-041', '--rule', 'CAT-005', '--answer', 'accept', '--reason', 'Sovittu', '--by', 'Pomo', '--until', until, '--as-of', '2026-06-01', '--lang', 'en'], folder)
    expect(await answer('2026-05-31')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('the as-of date is 2026-06-01') as string })
    expect(await answer('soon')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('is no day') as string })
    expect((await answer('31.12.2026')).exitCode).toBe(0)
    expect(await recorded()).toEqual([expect.objectContaining({ until: '2026-12-31' })])
  })
})
