import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { KorvausError } from '../../model/errors.js'
import { localizedSchema } from '../../model/language.js'
import { isoDateSchema } from '../../model/values.js'
import { problemsInWords } from '../book-problem.js'
import type { RuleBook } from '../book.js'
import { loadRuleBook } from '../load-book.js'
import { readBookFile } from '../read-book-file.js'
import { readYaml } from '../read-yaml.js'
import { folderOfVersion } from '../released-books.js'

/** One clause of the compensation law and how a book deals with it: rules, a person's judgement, or not at all. */
const clauseSchema = z
  .strictObject({
    act: z.string(),
    section: z.string(),
    moment: z.string().optional(),
    from: isoDateSchema.optional(),
    to: isoDateSchema.optional(),
    amendedBy: z.array(z.string()).default([]),
    clause: localizedSchema,
    covered: z.array(z.string()).default([]),
    notAutomatable: localizedSchema.optional(),
    outOfScope: localizedSchema.optional(),
  })
  .refine(({ covered, notAutomatable, outOfScope }) => covered.length > 0 || notAutomatable !== undefined || outOfScope !== undefined, {
    message: 'clause-empty',
  })

export const coverageSchema = z.strictObject({
  clauses: z.array(clauseSchema),
  otherActs: z.array(z.strictObject({ act: z.string(), sections: z.array(z.string()), covered: z.array(z.string()).default([]), why: localizedSchema })),
  candidates: z.array(z.strictObject({ candidate: z.string(), reason: localizedSchema })),
})
/** What a book says of every clause of the compensation law, `coverage.yaml`. */
export type Coverage = Readonly<z.infer<typeof coverageSchema>>

/**
 * The coverage of a released book, or of one from a folder: that of the book which it extends, with its own. A candidate
 * of which it makes a rule needs no reason, and a reason that it gives stands instead of the earlier one. A book from a folder may have none of its own. Throws `book-invalid`.
 */
export async function loadCoverage(book: Pick<RuleBook, 'version' | 'extends' | 'retires'>, folder?: string): Promise<Coverage> {
  const own = folder === undefined ? await readCoverage(await folderOfVersion(book.version)) : await ownCoverage(folder)
  if (book.extends === undefined) return own
  const base = without(book.retires ?? [], await loadCoverage(await loadRuleBook({ version: book.extends })))
  const settled = new Set([...own.clauses.flatMap(({ covered }) => covered), ...own.candidates.map(({ candidate }) => candidate)])
  return { clauses: withOwnRules(base.clauses, own.clauses), otherActs: [...base.otherActs, ...own.otherActs], candidates: [...base.candidates.filter(({ candidate }) => !settled.has(candidate)), ...own.candidates] }
}

/** The coverage without the rules that a later book retires. */
function without(retired: readonly string[], { clauses, otherActs, candidates }: Coverage): Coverage {
  const kept = <Part extends { readonly covered: readonly string[] }>(parts: readonly Part[]) => parts.map((part) => ({ ...part, covered: part.covered.filter((rule) => !retired.includes(rule)) }))
  return { clauses: kept(clauses), otherActs: kept(otherActs), candidates: [...candidates] }
}

async function ownCoverage(folder: string): Promise<Coverage> {
  return (await readdir(folder)).includes('coverage.yaml') ? readCoverage(folder) : { clauses: [], otherActs: [], candidates: [] }
}

/** A clause that both books name is covered by the rules of both. */
function withOwnRules(base: Coverage['clauses'], own: Coverage['clauses']): Coverage['clauses'] {
  const keyOf = ({ act, section, moment = '', from = '' }: Coverage['clauses'][number]) => [act, section, moment, from].join('|')
  const added = new Map(own.map((clause) => [keyOf(clause), clause]))
  const named = new Set(base.map(keyOf))
  return [...base.map((clause) => ({ ...clause, covered: [...clause.covered, ...(added.get(keyOf(clause))?.covered ?? [])] })), ...own.filter((clause) => !named.has(keyOf(clause)))]
}

async function readCoverage(folder: string): Promise<Coverage> {
  const read = readYaml('coverage.yaml', await readBookFile(join(folder, 'coverage.yaml')), coverageSchema)
  if ('problems' in read) throw new KorvausError('book-invalid', { problems: problemsInWords(read.problems) })
  return read.content
}
