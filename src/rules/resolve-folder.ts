import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { KorvausError } from '../model/errors.js'
import { bookHeadSchema, policySchema, ruleSchema, type Policy, type Rule, type RuleBook } from './book.js'
import { hashOfBook } from './book-json.js'
import { problemAt, problemsInWords, problemText, type BookProblem } from './book-problem.js'
import { checkRule } from './check-rule.js'
import { isFile, readBookFile } from './read-book-file.js'
import { readYaml, type YamlFile } from './read-yaml.js'
import { builtBook, folderOfVersion, releasedVersions } from './released-books.js'
import { loadTables } from './tables/load-tables.js'
import type { Tables } from './tables/tables.js'

const mostRules = 1000

/** A book as it stands in a folder, with the place of each of its parts. */
export interface BookSource {
  readonly head: z.output<typeof bookHeadSchema>
  readonly policies: readonly Policy[]
  readonly rules: readonly YamlFile<Rule>[]
  readonly tables?: Tables
  /** The book that it extends. */
  readonly base?: RuleBook
}

/** Reads a folder and, first, the book that it extends: its own rules and tables replace those of the same name. */
export async function resolveFolder(folder: string): Promise<RuleBook> {
  const source = await readFolder(folder)
  const { base } = source
  const kept = (name: string) => source.head.retires?.includes(name) !== true
  const policies = merged((base?.policies ?? []).filter(({ name }) => kept(name)), source.policies, ({ name }) => name)
  const problems = source.rules.flatMap((file) => checkRule(file, policies))
  const tables = source.tables ?? base?.tables
  if (!tables) problems.push(problemAt('tables', '', 0, problemText('no-tables')))
  if (problems.length > 0 || !tables) throw new KorvausError('book-invalid', { problems: problemsInWords(problems) })
  const rules = merged((base?.rules ?? []).filter(({ rule }) => kept(rule)), source.rules.map(({ content }) => content), ({ rule }) => rule)
  const scheme = source.head.scheme ?? base?.scheme
  const content = { ...source.head, ...(scheme === undefined ? {} : { scheme }), rules: rules.toSorted((left, right) => (left.rule < right.rule ? -1 : 1)), policies, tables }
  return { ...content, sha256: hashOfBook(content) }
}

/** The parts of a book in a folder as they stand there, without those of the book that it extends. Throws `book-not-found` or `book-invalid`. */
export async function readFolder(folder: string): Promise<BookSource> {
  if (!(await isFile(join(folder, 'book.yaml')))) throw new KorvausError('book-not-found', { version: folder, known: (await releasedVersions()).join(', ') })
  const problems: BookProblem[] = []
  const take = <Content>(read: YamlFile<Content> | { problems: BookProblem[] }): YamlFile<Content> | undefined => {
    if (!('problems' in read)) return read
    problems.push(...read.problems)
    return undefined
  }
  const head = take(readYaml('book.yaml', await readBookFile(join(folder, 'book.yaml')), bookHeadSchema))
  const policyText = (await isFile(join(folder, 'policies.yaml'))) ? await readBookFile(join(folder, 'policies.yaml')) : '[]'
  const policies = take(readYaml('policies.yaml', policyText, z.array(policySchema)))
  const rules: YamlFile<Rule>[] = []
  for (const path of await rulePaths(folder)) {
    const file = relative(folder, path).replaceAll('\\', '/')
    const rule = take(readYaml(file, await readBookFile(path), ruleSchema))
    if (rule && !file.endsWith(`/${rule.content.rule}.yaml`)) problems.push(rule.problem(['rule'], problemText('file-name', { rule: rule.content.rule })))
    if (rule) rules.push(rule)
  }
  const base = head?.content.extends === undefined ? undefined : await releasedBook(head.content.extends)
  const tables = (await isFolder(join(folder, 'tables'))) ? await loadTables(join(folder, 'tables'), base?.tables) : undefined
  if (tables && 'problems' in tables) problems.push(...tables.problems)
  if (problems.length > 0) throw new KorvausError('book-invalid', { problems: problemsInWords(problems) })
  return { head: head?.content as BookSource['head'], policies: policies?.content ?? [], rules, ...(tables ? { tables: tables as Tables } : {}), ...(base ? { base } : {}) }
}

async function releasedBook(version: string): Promise<RuleBook> {
  const folder = await folderOfVersion(version)
  return (await builtBook(version)) ?? resolveFolder(folder)
}

async function rulePaths(folder: string): Promise<string[]> {
  const topics = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory() && entry.name !== 'tables')
  const paths: string[] = []
  for (const topic of topics) {
    const names = await readdir(join(folder, topic.name))
    paths.push(...names.filter((name) => name.endsWith('.yaml')).map((name) => join(folder, topic.name, name)))
  }
  if (paths.length > mostRules) throw new KorvausError('book-invalid', { problems: problemText('many-rules', { limit: String(mostRules) }) })
  return paths.sort()
}

function merged<Part>(base: readonly Part[], own: readonly Part[], keyOf: (part: Part) => string): Part[] {
  const parts = new Map(base.map((part) => [keyOf(part), part]))
  for (const part of own) parts.set(keyOf(part), part)
  return [...parts.values()]
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isDirectory(), () => false)
}
