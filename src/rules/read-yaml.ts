import { isNode, isScalar, type Document } from 'yaml'
import type { z } from 'zod'
import type { Localized } from '../model/language.js'
import { readYamlDocument } from '../model/yaml-document.js'
import { problemAt, problemText, type BookProblem } from './book-problem.js'
import { schemaProblem } from './schema-problem.js'

/** A YAML file of a book: its value, and where each part of it stands. */
export interface YamlFile<Content> {
  readonly file: string
  readonly content: Content
  /** The problem at the place of a path, some characters into its text. */
  problem(path: readonly PropertyKey[], problem: Localized, offset?: number): BookProblem
}

const longestFile = 1_000_000
/** Problems of one file that are told at a time. */
const mostProblems = 20

/** Reads a YAML file by its schema; every deviation is a problem with its place. */
export function readYaml<Schema extends z.ZodType>(file: string, text: string, schema: Schema): YamlFile<z.output<Schema>> | { problems: BookProblem[] } {
  if (text.length > longestFile) return { problems: [problemAt(file, '', 0, problemText('file-long', { file, limit: String(longestFile) }))] }
  const { document, faults } = readYamlDocument(text)
  if (faults.length > 0) return { problems: faults.slice(0, mostProblems).map(({ offset, reason }) => problemAt(file, text, offset, problemText('at', { where: 'YAML', reason }))) }
  const place = (path: readonly PropertyKey[], problem: Localized, offset = 0) => problemAt(file, text, offsetOf(document, path) + offset, problem)
  const value: unknown = document.toJS()
  const parsed = schema.safeParse(value)
  if (parsed.success) return { file, content: parsed.data, problem: place }
  return { problems: parsed.error.issues.slice(0, mostProblems).map((issue, index) => place(pathOf(issue), schemaProblem(issue, schema, value, index))) }
}

/** The offset of the value at a path, or of the nearest part above it that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0] + (isScalar(node) && isQuoted(node.type) ? 1 : 0)
  }
  return 0
}

function isQuoted(type: unknown): boolean {
  return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
}

/** An unknown key is shown at the key's own value. */
function pathOf(issue: z.core.$ZodIssue): PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] as string] : issue.path
}
