import { resolve } from 'node:path'
import type { Io } from '../../cli/io.js'
import { exitCodes } from '../../model/errors.js'
import { renderGuideMarkdown } from '../../report/guide-markdown.js'
import { ruleBookToJson } from '../../rules/book-json.js'
import { guideOf } from '../../rules/workbench/guide.js'
import { fill } from '../../templates/fill.js'
import { guideTexts } from '../../templates/guide-texts.js'
import { toolVersion } from '../../version.js'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { languageOfWorkspace, say, type GlobalOptions } from '../../cli/options.js'
import { bookFor } from '../../desk/session.js'
import { requireFree } from '../../workspace/present-file.js'

/** Writes a rule book as guidance: Markdown to stdout, or a `.md` or `.pdf` file. */
export async function run(io: Io, options: GlobalOptions, [file]: string[]): Promise<number> {
  const book = await bookFor(options)
  const language = options.lang ?? (await languageOfWorkspace(options.workspace, io))
  const guide = guideOf(book, language)
  if (options.format === 'json') io.stdout(`${JSON.stringify({ schema: 'korvaus/guide/1', ...guide }, null, 2)}\n`)
  else if (file === undefined) io.stdout(renderGuideMarkdown(guide, language))
  else {
    const path = resolve(io.cwd, file)
    await requireFree(path)
    await writeFileAtomically(path, await content(), 0o644)
    say(fill(guideTexts.written[language], { path }), options, io)
  }
  return exitCodes.done

  async function content(): Promise<Uint8Array | string> {
    if (!file?.toLowerCase().endsWith('.pdf')) return renderGuideMarkdown(guide, language)
    const { renderGuidePdf } = await import('../../report/pdf/guide-form.js')
    return renderGuidePdf(guide, language, new TextEncoder().encode(ruleBookToJson(book)), `korvaus ${toolVersion}`)
  }
}
