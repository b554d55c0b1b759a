import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { citationsInText } from './statutes.js'
import type { Cited } from './cited-texts.js'

/** A citation with the file of the book in which it stands. */
export interface Citation extends Cited {
  readonly file: string
}

const books = join(import.meta.dirname, '../../../src/rules/books')

/** Every section that a book cites in rules, choices, tables and coverage, with the text that is named or linked as its wording. */
export function citationsOf(version: string): Citation[] {
  const files = readdirSync(join(books, version), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(yaml|csv)$/.test(file))
  return files.flatMap((file) => {
    const text = readFileSync(join(books, version, file), 'utf8')
    const found = file.endsWith('.csv') ? citationsInText(text) : citationsIn(parse(text))
    return found.map((cited) => ({ file: `${version}/${file}`, ...cited }))
  })
}

function citationsIn(value: unknown): Cited[] {
  if (typeof value !== 'object' || value === null) return []
  const { act, section, sections, moment, url, amendedBy = [] } = value as Partial<Cited> & { sections?: unknown; amendedBy?: readonly string[] }
  const inside = Object.values(value).flatMap(citationsIn)
  if (typeof act !== 'string') return inside
  if (Array.isArray(sections)) return (sections as string[]).map((one) => ({ act, section: one }))
  if (typeof section !== 'string') return inside
  const cited = { act, section, ...(moment === undefined ? {} : { moment }) }
  return [...(amendedBy.length === 0 ? [{ ...cited, ...(url === undefined ? {} : { url }) }] : amendedBy.map((wording) => ({ ...cited, url: linkTo(wording) }))), ...inside]
}

function linkTo(act: string): string {
  const [number = '', year = ''] = act.split('/')
  return `https://finlex.fi/fi/laki/alkup/${year}/${year}${number.padStart(4, '0')}`
}
