import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Io } from '../../cli/io.js'
import { compareAssessments, type AssessmentComparison } from '../../claim/compare-assessments.js'
import { totalsOf } from '../../claim/totals.js'
import type { Assessment } from '../../model/assessment.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import { withoutIdentifiers } from '../../model/identifiers.js'
import { judgeAgain } from '../../packet/verify/judge-again.js'
import { readContent } from '../../packet/verify/read-content.js'
import { readPacket } from '../../packet/verify/read-packet.js'
import { renderBookComparison } from '../../report/book-comparison.js'
import type { RuleBook } from '../../rules/book.js'
import { compareRuleBooks } from '../../rules/workbench/compare-books.js'
import { loadRuleBook } from '../../rules/load-book.js'
import { releasedVersions } from '../../rules/released-books.js'
import { earlierClaimsOf } from '../../desk/earlier-claims.js'
import { languageOfWorkspace, type GlobalOptions } from '../../cli/options.js'
import { openSession, planOf } from '../../desk/session.js'

type Judged = Pick<Assessment, 'items' | 'totals'>

/** Lists what changed between two rule books and, with service logs or packets, what it means in items and euros. */
export async function run(io: Io, options: GlobalOptions, [from = '', to = '', ...sources]: string[]): Promise<number> {
  const chosen = [await chosenBook(from, io.cwd), await chosenBook(to, io.cwd)] as const
  const books = [await loadRuleBook(chosen[0]), await loadRuleBook(chosen[1])] as const
  const comparison = compareRuleBooks(...books, await changesBetween(...books))
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  const meanings: { source: string; meaning: AssessmentComparison }[] = []
  for (const source of sources) {
    const judge = (await isPacket(resolve(io.cwd, source))) ? judgePacket : judgeLog
    meanings.push({ source: withoutIdentifiers(source.split(/[/\\]/).findLast((part) => part !== '') ?? source), meaning: compareAssessments(await judge(io, withBook(options, chosen[0]), books[0], source), await judge(io, withBook(options, chosen[1]), books[1], source)) })
  }
  if (options.format === 'json') io.stdout(`${JSON.stringify({ ...comparison, meanings: meanings.map(({ source, meaning }) => ({ source, ...meaning })) }, null, 2)}\n`)
  else io.stdout(renderBookComparison(comparison, meanings, language))
  return exitCodes.done
}

interface ChosenBook {
  readonly version?: string
  readonly folder?: string
}

/** A book by its version, or the folder that one is being written in. */
async function chosenBook(named: string, cwd: string): Promise<ChosenBook> {
  const folder = resolve(cwd, named)
  return !(await releasedVersions()).includes(named) && (await isFolder(folder)) ? { folder } : { version: named }
}

function withBook({ rules: _rules, book: _book, ...options }: GlobalOptions, { version, folder }: ChosenBook): GlobalOptions {
  return { ...options, ...(version === undefined ? {} : { rules: version }), ...(folder === undefined ? {} : { book: folder }) }
}

/** What the books from the earlier one on to the later one say of their changes. */
async function changesBetween(from: RuleBook, to: RuleBook): Promise<RuleBook['changes']> {
  if (to.version === from.version || to.extends === undefined) return to.changes
  const base = await loadRuleBook({ version: to.extends })
  return base.version === from.version ? to.changes : [...(await changesBetween(from, base)), ...to.changes]
}

async function judgeLog(io: Io, options: GlobalOptions, _book: RuleBook, path: string): Promise<Judged> {
  const session = await openSession(io, options, [path])
  return planOf(session, session.workspace.config.language, undefined, await earlierClaimsOf(session, undefined)).assessment
}

/** The facts of a packet, judged by a book. */
async function judgePacket(io: Io, _options: GlobalOptions, book: RuleBook, path: string): Promise<Judged> {
  const { content } = readContent((await readPacket(resolve(io.cwd, path))).files)
  if (content === undefined) throw new KorvausError('packet-unreadable', { path, reason: 'claim.json' })
  const items = judgeAgain(content, book).items
  return { items, totals: totalsOf(items) }
}

async function isPacket(path: string): Promise<boolean> {
  return path.toLowerCase().endsWith('.zip') || isFolder(path)
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isDirectory(), () => false)
}
