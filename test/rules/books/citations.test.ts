import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { releasedVersions } from '../../../src/rules/released-books.js'
import { citationsInText, publishedTexts, sectionsInText, sectionsOf } from './statutes.js'

const books = join(import.meta.dirname, '../../../src/rules/books')
const versions = await releasedVersions()

describe.each(versions)('the citations of rule book %s, in its rules, choices, tables and coverage', async (version) => {
  const citations = await citationsIn(join(books, version))

  it('each name a section that the act has, where its text is known', () => {
    expect(citations.flatMap(problemsOf)).toEqual([])
  })

  it('are found in the rules and the coverage that the book has of its own', async () => {
    const citing = new Set(citations.filter(({ act }) => act in publishedTexts).map(({ file }) => file))
    expect([...citing].some((file) => /^\w+[/\\][A-Z]+-\d+\.yaml$/.test(file))).toBe(true)
    if (version === versions[0]) for (const file of ['coverage.yaml', 'policies.yaml', 'tables/regimes.yaml', 'tables/lump-sums.yaml', 'tables/authorities.csv']) expect(citing).toContain(join(file))
  })
})

describe('the known texts of the acts', () => {
  it('have sections, and amend acts by their numbers', () => {
    expect(Object.keys(publishedTexts).length).toBeGreaterThan(15)
    for (const [act, { amends = '1/2000', sections }] of Object.entries(publishedTexts)) expect([act, amends, sections.length > 0], act).toEqual([expect.stringMatching(/^\d+\/\d{4}$/), expect.stringMatching(/^\d+\/\d{4}$/), true])
  })

  it.each(Object.keys(publishedTexts))('has of %s the sections whose headings stand in its text, in Finnish and in Swedish, where the texts are at hand', (act) => {
    const { sections } = publishedTexts[act] as { sections: string[] }
    expect(sectionsInText(act, 'fi') ?? sections).toEqual(sections)
    expect(sectionsInText(act, 'sv') ?? sections, 'which prints neighbouring sections beside the amended ones').toEqual(expect.arrayContaining(sections))
  })
})

describe('a wrong citation', () => {
  const wrong = { file: 'OVL-001.yaml', act: '746/2011', section: '38 b' }

  it.each<[string, Partial<Citation>, string[]]>([
    ['none', {}, []],
    ['a section that neither the act nor an amendment has', { section: '38 g' }, ['OVL-001.yaml: 746/2011 38 g']],
    ['a section that the text behind the link has not', { section: '59 a', url: 'https://finlex.fi/fi/laki/alkup/2015/20150388' }, ['OVL-001.yaml: 746/2011 59 a is not in 388/2015']],
    ['a section that an amendment named beside it has not', { section: '59 a', amendedBy: ['388/2015'] }, ['OVL-001.yaml: 746/2011 59 a is not in 388/2015']],
    ['none, by the amendment that brought it', { section: '59 a', url: 'https://finlex.fi/fi/laki/alkup/2022/20221294', amendedBy: ['1294/2022'] }, []],
  ])('is noticed: %s', (_, change, problems) => {
    expect(problemsOf({ ...wrong, ...change })).toEqual(problems)
  })

  it('is found in the words of a note or of a table too', () => {
    expect(citationsInText('by 681/2023 102 § 6 mom. (322/2024); 512/1999 14 b §, 17 § and 616/2021 6–7 §')).toEqual([
      { act: '681/2023', section: '102' }, { act: '512/1999', section: '14 b' }, { act: '512/1999', section: '17' }, { act: '616/2021', section: '6' }, { act: '616/2021', section: '7' },
    ])
  })
})

interface Citation {
  readonly file: string
  readonly act: string
  readonly section: string
  readonly url?: string
  readonly amendedBy?: readonly string[]
}

/** A section that is not in the act, or not in the amendment that is named or linked as its wording. */
function problemsOf({ file, act, section, url, amendedBy = [] }: Citation): string[] {
  const shown = `${file}: ${act} ${section}`
  if (sectionsOf(act)?.has(section) === false) return [shown]
  const wordings = new Set([...amendedBy, ...(linkedAct(url) ?? [])])
  return [...wordings].filter((wording) => publishedTexts[wording]?.sections.includes(section) === false).map((wording) => `${shown} is not in ${wording}`)
}

/** The act whose original text a link of the statute collection leads to. */
function linkedAct(url = ''): string[] | undefined {
  const linked = /\/alkup\/(\d{4})\/\d{4}(\d{4})$/.exec(url)
  return linked === null ? undefined : [`${Number(linked[2])}/${linked[1]}`]
}

async function citationsIn(folder: string): Promise<Citation[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(yaml|csv)$/.test(file))
  const found = await Promise.all(files.map(async (file) => {
    const text = await readFile(join(folder, file), 'utf8')
    return [...(file.endsWith('.yaml') ? citationsInValue(parse(text), []) : []), ...citationsInText(text)].map((citation) => ({ file, ...citation }))
  }))
  return found.flat()
}

type Found = Omit<Citation, 'file'>

/** Every `act` with its section or sections, however deep. */
function citationsInValue(value: unknown, found: Found[]): Found[] {
  if (typeof value !== 'object' || value === null) return found
  const { act, section, sections, url, amendedBy } = value as { act?: unknown; section?: string; sections?: string[]; url?: string; amendedBy?: string[] }
  if (typeof act === 'string') found.push(...[...(section === undefined ? [] : [section]), ...(sections ?? [])].map((one) => ({ act, section: one, ...(url === undefined ? {} : { url }), ...(amendedBy === undefined ? {} : { amendedBy }) })))
  for (const part of Object.values(value)) citationsInValue(part, found)
  return found
}
