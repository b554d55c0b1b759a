import type { Io } from '../../cli/io.js'
import type { AssessmentSummary } from '../../report/summary.js'
import { renderText, type TextReportOptions } from '../../report/text.js'
import type { GlobalOptions } from '../../cli/options.js'

/** Shows an assessment: laid out for the terminal of a person, plain and always the same where it goes elsewhere. */
export async function showSummary(io: Io, options: Pick<GlobalOptions, 'color'>, summary: AssessmentSummary, texts: TextReportOptions): Promise<void> {
  if (io.width === undefined) return io.stdout(renderText(summary, texts))
  const [{ renderTerminal }, { styleOf }] = await Promise.all([import('../../report/terminal/render-terminal.js'), import('../../report/terminal/style.js')])
  io.stdout(await renderTerminal(summary, texts, styleOf(io.width, io.env, options)), 'styled')
}
