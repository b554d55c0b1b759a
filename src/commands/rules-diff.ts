import type { Io } from '../io.js'
import { compareAssessments, type AssessmentComparison } from '../claim/compare-assessments.js'
import { exitCodes } from '../model/errors.js'
import { renderBookComparison } from '../report/book-comparison.js'
import { compareRuleBooks } from '../rules/compare-books.js'
import { loadRuleBook } from '../rules/load-book.js'
import { earlierClaimsOf } from './earlier-claims.js'
import { languageOfWorkspace, type GlobalOptions } from './options.js'
import { openSession, planOf } from './session.js'

/** Lists what changed between two rule books and, with service logs, what it means in items and euros. */
export async function run(io: Io, options: GlobalOptions, [from = '', to = '', ...logs]: string[]): Promise<number> {
  const comparison = compareRuleBooks(await loadRuleBook({ version: from }), await loadRuleBook({ version: to }))
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io.cwd))
  const meaning = logs.length === 0 ? undefined : await meaningFor(io, options, [from, to], logs)
  if (options.format === 'json') io.stdout(`${JSON.stringify({ ...comparison, ...(meaning ? { meaning } : {}) }, null, 2)}\n`)
  else io.stdout(renderBookComparison(comparison, meaning, language))
  return exitCodes.done
}

/** Judges the same log under both books. */
async function meaningFor(io: Io, options: GlobalOptions, versions: readonly [string, string], logs: readonly string[]): Promise<AssessmentComparison> {
  const assessments = []
  for (const rules of versions) {
    const session = await openSession(io, { ...options, rules }, logs)
    assessments.push(planOf(session, session.workspace.config.language, undefined, await earlierClaimsOf(session, undefined)).assessment)
  }
  const [before, after] = assessments as [(typeof assessments)[0], (typeof assessments)[0]]
  return compareAssessments(before, after)
}
