import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { KorvausError } from '../model/errors.js'
import { bookHeadSchema, policySchema, ruleSchema, type Policy, type Rule, type RuleBook } from './book.js'
import { hashOfBook, ruleBookFromJson } from './book-json.js'
import { problemAt, problemsInWords, problemText, type BookProblem } from './book-problem.js'
import { blindSpotText, blindSpotsOf } from './blind-spots.js'
import type { ExampleResult } from './examples.js'
import { checkRule } from './check-rule.js'
import { readBookFile } from './read-book-file.js'
import { readYaml, type YamlFile } from './read-yaml.js'
import { loadTables } from './tables/load-tables.js'
import type { Tables } from './tables/tables.js'

const releasedBooks = join(dirname(fileURLToPath(import.meta.url)), 'books')
const mostRules = 1000

/** A book as it stands in a folder, with the place of each of its parts. */
interface BookSource {
  readonly head: z.output<typeof bookHeadSchema>
  readonly policies: readonly Policy[]
  readonly rules: readonly YamlFile<Rule>[]
  readonly tables?: Tables
  /** The book that it extends. */
  readonly base?: RuleBook
}

/** The versions that come with the program, oldest first. */
export async function releasedVersions(): Promise<string[]> {
  const names = await readdir(releasedBooks, { withFileTypes: true })
  const versions = names.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return versions.sort((left, right) => compareVersions(left, right))
}

/**
 * Loads a released book by version (the newest when none is named) or a book from a folder.
 * Throws `book-not-found`, or `book-invalid` with every problem at its file, line and column.
 */
export async function loadRuleBook(choice: { version?: string | undefined; folder?: string | undefined } = {}): Promise<RuleBook> {
  if (choice.folder !== undefined) return resolveFolder(choice.folder)
  const versions = await releasedVersions()
  const version = choice.version ?? (await newestVersion())
  if (!versions.includes(version)) throw new KorvausError('book-not-found', { version, known: versions.join(', ') })
  return (await builtBook(version)) ?? resolveFolder(join(releasedBooks, version))
}

/** Reads a folder and, first, the book that it extends: its own rules and tables replace those of the same name. */
export async function resolveFolder(folder: string): Promise<RuleBook> {
  const source = await readFolder(folder)
  const { base } = source
  const policies = merged(base?.policies ?? [], source.policies, ({ name }) => name)
  const problems = source.rules.flatMap((file) => checkRule(file, policies))
  const tables = source.tables ?? base?.tables
  if (!tables) problems.push(problemAt('tables', '', 0, problemText('no-tables')))
  if (problems.length > 0 || !tables) throw new KorvausError('book-invalid', { problems: problemsInWords(problems) })
  const rules = merged(base?.rules ?? [], source.rules.map(({ content }) => content), ({ rule }) => rule)
  const content = { ...source.head, rules: rules.toSorted((left, right) => (left.rule < right.rule ? -1 : 1)), policies, tables }
  return { ...content, sha256: hashOfBook(content) }
}

type BookChoice = { readonly version?: string | undefined; readonly folder?: string | undefined }

/** What is wrong with the examples of a book's own rules, each at its place; rules that come from an extended book are that book's matter. */
export interface ExampleProblems {
  /** Examples of which the rule says something else, by the rule and the index of the example. */
  readonly failed: ReadonlyMap<string, BookProblem>
  /** Examples that no longer bite: each small mistake that could be put into a rule without any of its examples noticing. */
  readonly blind: readonly BookProblem[]
}

/** Finds the places of failed examples (`placeOf` gives their key in the result), and the mistakes that no example notices. */
export async function exampleProblemsOf(choice: BookChoice, failed: readonly Pick<ExampleResult, 'rule' | 'index' | 'example' | 'found'>[]): Promise<ExampleProblems> {
  const folder = choice.folder ?? join(releasedBooks, choice.version ?? (await newestVersion()))
  const { policies, tables, released } = await resolveFolder(folder)
  const { rules } = await readFolder(folder)
  const ownFailed = failed.flatMap(({ rule, index, example, found }) => {
    const file = rules.find(({ content }) => content.rule === rule)
    const said = typeof found === 'string' ? found : found.problem
    return file === undefined ? [] : [[placeOf(rule, index), file.problem(['examples', index, 'expect'], problemText('example-differs', { name: example.name, expected: example.expect, found: said }))] as const]
  })
  const failedRules = new Set(failed.map(({ rule }) => rule))
  const blind = rules.filter(({ content }) => !failedRules.has(content.rule)).flatMap(({ content, problem }) => blindSpotsOf(content, policies, released, tables).map((spot) => problem(spot.path, blindSpotText(spot), spot.offset)))
  return { failed: new Map(ownFailed), blind }
}

/** The key of an example. */
export function placeOf(rule: string, index: number): string {
  return `${rule} ${index}`
}

async function newestVersion(): Promise<string> {
  return (await releasedVersions()).at(-1) as string
}

async function readFolder(folder: string): Promise<BookSource> {
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
  const base = head?.content.extends === undefined ? undefined : await loadRuleBook({ version: head.content.extends })
  const tables = (await isFolder(join(folder, 'tables'))) ? await loadTables(join(folder, 'tables'), base?.tables) : undefined
  if (tables && 'problems' in tables) problems.push(...tables.problems)
  if (problems.length > 0) throw new KorvausError('book-invalid', { problems: problemsInWords(problems) })
  return { head: head?.content as BookSource['head'], policies: policies?.content ?? [], rules, ...(tables ? { tables: tables as Tables } : {}), ...(base ? { base } : {}) }
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

/** The build writes each released book resolved and checked, so that a run need not do it again. */
async function builtBook(version: string): Promise<RuleBook | undefined> {
  const path = join(releasedBooks, version, 'resolved.json')
  return (await isFile(path)) ? ruleBookFromJson(await readFile(path, 'utf8'), { trusted: true }) : undefined
}

function merged<Part>(base: readonly Part[], own: readonly Part[], keyOf: (part: Part) => string): Part[] {
  const parts = new Map(base.map((part) => [keyOf(part), part]))
  for (const part of own) parts.set(keyOf(part), part)
  return [...parts.values()]
}

function compareVersions(left: string, right: string): number {
  const [leftYear = 0, leftNumber = 0] = left.split('.').map(Number)
  const [rightYear = 0, rightNumber = 0] = right.split('.').map(Number)
  return leftYear - rightYear || leftNumber - rightNumber
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isFile(), () => false)
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isDirectory(), () => false)
}
