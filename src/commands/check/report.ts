import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Io } from '../../cli/io.js'
import type { Assessment } from '../../model/assessment.js'
import { KorvausError } from '../../model/errors.js'
import { generatorMark, renderCheckPage } from '../../report/page/check-page.js'
import type { TextReportOptions } from '../../report/text.js'
import { checkPageTexts } from '../../templates/check-page-texts.js'
import { fill } from '../../templates/fill.js'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { requirePlace } from '../../workspace/make-folder.js'
import { showFile } from '../../cli/show-file.js'
import { say, type GlobalOptions } from '../../cli/options.js'

/** Writes the page of a check, and shows it if asked. It takes the place of an earlier page of its own only. Throws `file-exists`. */
export async function reportCheck(io: Io, options: GlobalOptions & { report: string; open?: boolean }, assessment: Assessment, texts: TextReportOptions): Promise<void> {
  const path = resolve(io.cwd, options.report)
  await requirePlace(path)
  const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : ''))
  if (before !== undefined && !before.includes(generatorMark)) throw new KorvausError('file-exists', { path })
  await writeFileAtomically(path, renderCheckPage(assessment, texts))
  say(fill(checkPageTexts.written[texts.language], { path }), options, io)
  if (options.open === true) await showFile(io, path, texts.language)
}
