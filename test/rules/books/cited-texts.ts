import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Basis } from '../../../src/rules/book.js'

export type Cited = Pick<Basis, 'act' | 'section' | 'moment' | 'url'>
type Language = 'fi' | 'sv'

const statutes = join(import.meta.dirname, '../../../../shared/statutes')

/** Whether the published texts are laid beside the project at all. */
export const textsAtHand = existsSync(statutes)

/** The words of the cited section in the text of a language; none where the citation names no section or the text is not here. */
export function textOf(basis: Cited, language: Language = 'fi'): string | undefined {
  const lines = linesOf(basis, language)
  // A section that the act itself has not came with an amendment whose text is not here; another test knows that it exists.
  return lines === undefined || (lines.length === 0 && wordingOf(basis) === basis.act) ? undefined : lines.join(' ')
}

/** The subsections of the cited section, as they stand; none where the text is not here or leaves subsections out. */
export function subsectionsOf(basis: Cited, language: Language = 'fi'): string[] | undefined {
  const lines = linesOf(basis, language)
  if (lines === undefined || lines.length === 0 || leavesOut(basis)) return undefined
  const end = lines.findIndex((line) => /^\d+\s*[a-z]?\s*(luku|kap\.?)\b|^(Tämä (laki|asetus|päätös) tulee voimaan|Denna (lag|förordning) träder i kraft|Detta beslut träder i kraft)/.test(line))
  // A title ends without a mark and so does what leads to a list; the items belong to the subsection that they stand in.
  const own = lines.slice(1, end < 0 ? undefined : end)
  const found: string[] = []
  for (const [index, line] of own.entries()) {
    if (isItem(line) && found.length > 0) found.push(`${found.pop()} ${line}`)
    else if (isItem(line) || /[.:]$/.test(line) || isItem(own[index + 1] ?? '')) found.push(line)
  }
  return found
}

function isItem(line: string): boolean {
  return /^\d+\s?[a-z]?\)/.test(line)
}

/** The act whose text the link leads to. */
export function wordingOf({ act, url = '' }: Cited): string {
  const linked = /\/alkup\/(\d{4})\/\d{4}(\d{4})$/.exec(url)
  return linked === null ? (url.includes('saadoskokoelma') ? '' : act) : `${Number(linked[2])}/${linked[1]}`
}

/** An amending act that says of the section which of its subsections it changes prints no others. */
function leavesOut(basis: Cited): boolean {
  if (wordingOf(basis) === basis.act) return false
  const preamble = (fileLines(basis, 'fi') ?? []).join(' ').split(/seuraavasti:/)[0] ?? ''
  const changes = preamble.replace(/sellais\w+ kuin.*?(?=lisätään|$)/gs, '')
  return new RegExp(`(?<!\\d)${basis.section} §:(n|ään)\\b(?! otsikko,)`).test(changes)
}

function linesOf(basis: Cited, language: Language): string[] | undefined {
  if (basis.section === undefined) return undefined
  const [chapter, section = basis.section] = basis.section.includes(':') ? basis.section.split(':') : []
  const lines = chapterOf(fileLines(basis, language), chapter)
  const heading = new RegExp(`^${section.replace(' ', '\\s*')}\\s*§`)
  return lines?.flatMap((line, start) => {
    if (!heading.test(line)) return []
    const end = lines.findIndex((other, at) => at > start && /^\d+\s*[a-z]?\s*§/.test(other))
    return lines.slice(start, end < 0 ? undefined : end)
  })
}

/** The lines of a chapter, in an act whose sections begin anew in each. */
function chapterOf(lines: readonly string[] | undefined, chapter: string | undefined): readonly string[] | undefined {
  if (chapter === undefined || lines === undefined) return lines
  const [from, to] = [Number(chapter), Number(chapter) + 1].map((number) => lines.findIndex((line) => new RegExp(`^${number} (luku|kap\\.)$`).test(line))) as [number, number]
  return lines.slice(from, to < 0 ? undefined : to)
}

function fileLines(basis: Cited, language: Language): string[] | undefined {
  const path = join(statutes, `${wordingOf(basis).replace('/', '-')}-${language}.txt`)
  return /^\d+\/\d{4}$/.test(basis.act) && existsSync(path) ? readFileSync(path, 'utf8').split('\n').map((line) => line.trim()) : undefined
}
