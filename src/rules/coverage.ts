import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { KorvausError } from '../model/errors.js'
import { localizedSchema } from '../model/language.js'
import { isoDateSchema } from '../model/service-log.js'
import { showProblems } from './book-problem.js'
import { readYaml } from './read-yaml.js'

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
    message: 'a clause is covered by rules, not automatable or out of scope',
  })

const coverageSchema = z.strictObject({
  clauses: z.array(clauseSchema),
  otherActs: z.array(z.strictObject({ act: z.string(), sections: z.array(z.string()), covered: z.array(z.string()).default([]), why: localizedSchema })),
  candidates: z.array(z.strictObject({ candidate: z.string(), reason: localizedSchema })),
})
/** What a book says of every clause of the compensation law, `coverage.yaml`. */
export type Coverage = Readonly<z.infer<typeof coverageSchema>>

const books = join(dirname(fileURLToPath(import.meta.url)), 'books')

/** Reads the coverage of a released book. Throws `book-invalid` with each problem at its place. */
export async function loadCoverage(version: string): Promise<Coverage> {
  const read = readYaml('coverage.yaml', await readFile(join(books, version, 'coverage.yaml'), 'utf8'), coverageSchema)
  if ('problems' in read) throw new KorvausError('book-invalid', { problems: showProblems(read.problems) })
  return read.content
}
