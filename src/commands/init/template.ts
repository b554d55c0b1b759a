import { resolve } from 'node:path'
import type { Io } from '../../cli/io.js'
import { exitCodes } from '../../model/errors.js'
import { fill } from '../../templates/fill.js'
import { templateTexts } from '../../templates/template-texts.js'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { asOfDate, languageOfWorkspace, say, type GlobalOptions } from '../../cli/options.js'
import { namesOffered } from './template-names.js'
import { requireFree } from '../../workspace/present-file.js'

/** Writes a blank service-log workbook in the reader's language. */
export async function run(io: Io, options: GlobalOptions, [file]: string[]): Promise<number> {
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  const path = resolve(io.cwd, file ?? templateTexts.fileName[language])
  await requireFree(path)
  const { blankWorkbook } = await import('../../report/blank/blank-workbook.js')
  await writeFileAtomically(path, await blankWorkbook(language, { names: await namesOffered(language, asOfDate(options, io)) }), 0o644)
  say(fill(templateTexts.written[language], { path }), options, io)
  return exitCodes.done
}
