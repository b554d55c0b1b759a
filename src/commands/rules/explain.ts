import type { Io } from '../../cli/io.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import { explainReaderFinding, renderReaderFinding } from '../../report/reader-finding.js'
import { itemExplanationJson, renderItemExplanation } from '../../report/item-explanation.js'
import { renderRuleExplanation } from '../../report/rule-explanation.js'
import type { RuleBook } from '../../rules/book.js'
import { explainItem } from '../../rules/workbench/explain-item.js'
import { loadRuleBook } from '../../rules/load-book.js'
import { explainRule, nearestRules } from '../../rules/workbench/explain-rule.js'
import { earlierClaimsOf } from '../../desk/earlier-claims.js'
import { languageOfWorkspace, type GlobalOptions } from '../../cli/options.js'
import { explainInPacket } from './explain-in-packet.js'
import { bookFor, openSession, planOf } from '../../desk/session.js'

/** Explains a rule with its dates, sources and examples, or a code of the reader, or walks one item of the service log or of a packet through every rule. */
export async function run(io: Io, options: GlobalOptions & { readonly packet?: string }, [wanted = '']: string[]): Promise<number> {
  if (options.packet !== undefined) return explainInPacket(io, options, wanted, options.packet)
  const book = await bookFor(options)
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  const rule = book.rules.find((one) => one.rule === wanted.toUpperCase())
  const reader = explainReaderFinding(wanted.toUpperCase(), language)
  if (reader !== undefined) {
    io.stdout(options.format === 'json' ? `${JSON.stringify(reader, null, 2)}\n` : renderReaderFinding(reader, language))
    return exitCodes.done
  }
  if (rule === undefined) return explainItemOf(io, options, wanted, book)
  const explanation = explainRule(rule, book, language, await earlierBooks(book))
  io.stdout(options.format === 'json' ? `${JSON.stringify(explanation, null, 2)}\n` : renderRuleExplanation(explanation, language))
  return exitCodes.done
}

/** The books that a book extends, the newest first. */
async function earlierBooks(book: RuleBook): Promise<RuleBook[]> {
  if (book.extends === undefined) return []
  const base = await loadRuleBook({ version: book.extends })
  return [base, ...(await earlierBooks(base))]
}

async function explainItemOf(io: Io, options: GlobalOptions, wanted: string, book: RuleBook): Promise<number> {
  const noRule = new KorvausError('rule-not-found', { rule: wanted, nearest: nearestRules(wanted, book).join(', ') })
  const session = await openSession(io, options).catch((error: unknown) => {
    throw error instanceof KorvausError && error.code === 'workspace-not-found' ? noRule : error
  })
  const language = options.lang ?? session.workspace.config.language
  const { facts } = planOf(session, language, undefined, await earlierClaimsOf(session, undefined))
  const explanation = explainItem(session.book, facts, wanted)
  if (explanation === undefined) throw /^[A-Z]{2,4}-?\d+$/i.test(wanted) ? noRule : new KorvausError('item-not-found', { item: wanted })
  io.stdout(options.format === 'json' ? itemExplanationJson(explanation, { version: book.version, sha256: book.sha256 }) : renderItemExplanation(explanation, language))
  return exitCodes.done
}
