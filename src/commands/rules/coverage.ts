import type { Io } from '../../cli/io.js'
import { exitCodes } from '../../model/errors.js'
import { loadCoverage } from '../../rules/workbench/coverage.js'
import { fill } from '../../templates/fill.js'
import { rulesTexts } from '../../templates/rules-texts.js'
import { languageOfWorkspace, type GlobalOptions } from '../../cli/options.js'
import { bookFor } from '../../desk/session.js'

/** Says of every clause of the compensation law how the book deals with it. */
export async function run(io: Io, options: GlobalOptions): Promise<number> {
  const book = await bookFor(options)
  const { version } = book
  const coverage = await loadCoverage(book, options.book)
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  if (options.format === 'json') {
    io.stdout(`${JSON.stringify({ schema: 'korvaus/coverage/1', ruleBook: { version }, ...coverage }, null, 2)}\n`)
    return exitCodes.done
  }
  const clauses = coverage.clauses.flatMap(({ act, section, moment, clause, covered, notAutomatable, outOfScope }) => [
    `${act} ${section} §${moment === undefined ? '' : ` ${moment} mom.`}  ${clause[language]}`,
    ...(covered.length === 0 ? [] : [`    ${fill(rulesTexts.covered[language], { rules: covered.join(', ') })}`]),
    ...(notAutomatable ? [`    ${fill(rulesTexts.notAutomatable[language], { reason: notAutomatable[language] })}`] : []),
    ...(outOfScope ? [`    ${fill(rulesTexts.outOfScope[language], { reason: outOfScope[language] })}`] : []),
  ])
  const candidates = coverage.candidates.map(({ candidate, reason }) => `${candidate}  ${reason[language]}`)
  io.stdout([fill(rulesTexts.coverageHead[language], { version }), '', ...clauses, '', rulesTexts.candidates[language], ...candidates, ''].join('\n'))
  return exitCodes.done
}
