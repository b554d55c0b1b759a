import type { Io } from '../io.js'
import { exitCodes, KorvausError } from '../model/errors.js'
import { renderRuleExplanation } from '../report/rule-explanation.js'
import { explainRule, nearestRules } from '../rules/explain-rule.js'
import { languageOfWorkspace, type GlobalOptions } from './options.js'
import { bookFor } from './session.js'

/** Explains a rule in plain words, with its dates, sources and examples. */
export async function run(io: Io, options: GlobalOptions, [wanted = '']: string[]): Promise<number> {
  const book = await bookFor(options)
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io.cwd))
  const rule = book.rules.find((one) => one.rule === wanted.toUpperCase())
  if (rule === undefined) throw new KorvausError('rule-not-found', { rule: wanted, nearest: nearestRules(wanted, book).join(', ') })
  const explanation = explainRule(rule, book, language)
  io.stdout(options.format === 'json' ? `${JSON.stringify(explanation, null, 2)}\n` : renderRuleExplanation(explanation, language))
  return exitCodes.done
}
