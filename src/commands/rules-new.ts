import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Io } from '../io.js'
import { exitCodes, KorvausError } from '../model/errors.js'
import { newRule } from '../rules/new-rule.js'
import { fill } from '../templates/fill.js'
import { rulesTexts } from '../templates/rules-texts.js'
import { writeFileAtomically } from '../workspace/atomic-files.js'
import { asOfDate, languageOfWorkspace, say, type GlobalOptions } from './options.js'

/** Writes a new rule with its examples into the folder of a book, `--book`. */
export async function run(io: Io, options: GlobalOptions, [id = '']: string[]): Promise<number> {
  const rule = newRule(id.toUpperCase(), id.split('-')[0]?.toLowerCase() ?? '', asOfDate(options, io))
  if (rule === undefined) throw new KorvausError('usage', { reason: `${id}: ABC-001.` })
  if (options.book === undefined) throw new KorvausError('usage', { reason: '--book <folder>.' })
  const path = join(resolve(io.cwd, options.book), rule.path)
  if (existsSync(path)) throw new KorvausError('file-exists', { path })
  await writeFileAtomically(path, rule.text, 0o644)
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io.cwd))
  say(fill(rulesTexts.ruleWritten[language], { path }), options, io)
  return exitCodes.done
}
