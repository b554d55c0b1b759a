import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** What stands in the published text of an act or an amendment. */
interface PublishedText {
  readonly amends?: string
  readonly sections: readonly string[]
  readonly subsections?: Readonly<Record<string, number>>
}

const root = join(import.meta.dirname, '../../..')
const texts = join(root, '../shared/statutes')

/** The published texts by the number and year of the act, as the fixture keeps them. */
export const publishedTexts = parse(readFileSync(join(root, 'fixtures/rules/books/statute-sections.yaml'), 'utf8')) as Readonly<Record<string, PublishedText>>

/** The sections of an act, those that its amendments brought among them; none where its own text is not here. */
export function sectionsOf(act: string): ReadonlySet<string> | undefined {
  const own = publishedTexts[act]
  if (own === undefined) return undefined
  return new Set([own, ...Object.values(publishedTexts).filter(({ amends }) => amends === act)].flatMap(({ sections }) => sections))
}

/** The headings of sections in the text of an act itself, where the texts are laid beside the project. */
export function sectionsInText(act: string, language: 'fi' | 'sv'): string[] | undefined {
  const path = join(texts, `${act.replace('/', '-')}-${language}.txt`)
  if (!existsSync(path)) return undefined
  const headings = readFileSync(path, 'utf8').split('\n').flatMap((line) => [...line.trim().matchAll(/^(\d+)\s*([a-z])?\s*§$/gu)])
  return [...new Set(headings.map(([, number, letter]) => (letter === undefined ? (number as string) : `${number} ${letter}`)))]
}

/** A section as running text names it. */
export interface CitedSection {
  readonly act: string
  readonly section: string
}

/** `681/2023 70 § 1 mom., 71 §` in running text. */
export function citationsInText(text: string): CitedSection[] {
  return [...text.matchAll(/(\d+\/\d{4}) ((?:\d+(?: [a-z])?(?:[–-]\d+(?: [a-z])?)? §(?: \d+(?:[–-]\d+)? mom\.?)?(?:, )?)+)/g)].flatMap(([, act, sections]) =>
    [...(sections as string).matchAll(/(\d+(?: [a-z])?)(?:[–-](\d+(?: [a-z])?))? §/g)].flatMap(([, first, last]) => [first, last].filter((one) => one !== undefined).map((section) => ({ act: act as string, section }))))
}
