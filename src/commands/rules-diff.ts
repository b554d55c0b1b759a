import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Io } from '../io.js'
import { compareAssessments, type AssessmentComparison } from '../claim/compare-assessments.js'
import { totalsOf } from '../claim/totals.js'
import type { Assessment } from '../model/assessment.js'
import { exitCodes, KorvausError } from '../model/errors.js'
import { withoutIdentifiers } from '../model/identifiers.js'
import { judgeAgain } from '../packet/verify/judge-again.js'
import { readContent } from '../packet/verify/read-content.js'
import { readPacket } from '../packet/verify/read-packet.js'
import { renderBookComparison } from '../report/book-comparison.js'
import type { RuleBook } from '../rules/book.js'
import { compareRuleBooks } from '../rules/compare-books.js'
import { loadRuleBook } from '../rules/load-book.js'
import { earlierClaimsOf } from './earlier-claims.js'
import { languageOfWorkspace, type GlobalOptions } from './options.js'
import { openSession, planOf } from './session.js'

type Judged = Pick<Assessment, 'items' | 'totals'>

/** Lists what changed between two rule books and, with service logs or packets, what it means in items and euros. */
export async function run(io: Io, options: GlobalOptions, [from = '', to = '', ...sources]: string[]): Promise<number> {
  const books = [await loadRuleBook({ version: from }), await loadRuleBook({ version: to })] as const
  const comparison = compareRuleBooks(...books)
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  const meanings: { source: string; meaning: AssessmentComparison }[] = []
  for (const source of sources) {
    const judge = (await isPacket(resolve(io.cwd, source))) ? judgePacket : judgeLog
    meanings.push({ source: withoutIdentifiers(source.split(/[/\\]/).at(-1) ?? source), meaning: compareAssessments(await judge(io, options, books[0], source), await judge(io, options, books[1], source)) })
  }
  if (options.format === 'json') io.stdout(`${JSON.stringify({ ...comparison, meanings: meanings.map(({ source, meaning }) => ({ source, ...meaning })) }, null, 2)}\n`)
  else io.stdout(renderBookComparison(comparison, meanings, language))
  return exitCodes.done
}

async function judgeLog(io: Io, options: GlobalOptions, book: RuleBook, path: string): Promise<Judged> {
  const session = await openSession(io, { ...options, rules: book.version }, [path])
  return planOf(session, session.workspace.config.language, undefined, await earlierClaimsOf(session, undefined)).assessment
}

/** The facts of a packet, judged by a book. */
async function judgePacket(io: Io, _options: GlobalOptions, book: RuleBook, path: string): Promise<Judged> {
  const { content } = readContent((await readPacket(resolve(io.cwd, path))).files)
  if (content === undefined) throw new KorvausError('packet-unreadable', { path, reason: 'claim.json' })
  const items = [...judgeAgain(content, book).items.values()]
  return { items, totals: totalsOf(items) }
}

async function isPacket(path: string): Promise<boolean> {
  return path.toLowerCase().endsWith('.zip') || stat(path).then((found) => found.isDirectory(), () => false)
}
