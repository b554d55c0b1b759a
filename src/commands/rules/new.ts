import { join } from 'node:path'
import type { Io } from '../../cli/io.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import { releasedVersions } from '../../rules/released-books.js'
import { newBookHead, newRule } from '../../rules/workbench/new-rule.js'
import { fill } from '../../templates/fill.js'
import { rulesTexts } from '../../templates/rules-texts.js'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { asOfDate, languageOfWorkspace, say, type GlobalOptions } from '../../cli/options.js'
import { requireFree, isThere } from '../../workspace/present-file.js'

/** Writes a new rule with its examples into the folder of a book, `--book`; where there is none yet, a book that extends the newest. */
export async function run(io: Io, options: GlobalOptions, [id = '']: string[]): Promise<number> {
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  const rule = newRule(id.toUpperCase(), id.split('-')[0]?.toLowerCase() ?? '', asOfDate(options, io), language)
  if (rule === undefined) throw new KorvausError('usage', { reason: fill(rulesTexts.ruleIdForm[language], { rule: id }) })
  if (options.book === undefined) throw new KorvausError('usage', { reason: rulesTexts.bookNeeded[language] })
  const path = join(options.book, rule.path)
  await requireFree(path)
  const head = join(options.book, 'book.yaml')
  if (!(await isThere(head))) await writeFileAtomically(head, newBookHead((await releasedVersions()).at(-1) as string, asOfDate(options, io), language), 0o644)
  await writeFileAtomically(path, rule.text, 0o644)
  say(fill(rulesTexts.ruleWritten[language], { path, book: options.book }), options, io)
  return exitCodes.done
}
