import type { Io } from '../../cli/io.js'
import { filesBehind } from '../../desk/files-behind.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import { fill } from '../../templates/fill.js'
import { reportTexts } from '../../templates/report-texts.js'
import { loadWorkspace, resolveInputs } from '../../workspace/load-workspace.js'
import { failureText } from '../../cli/failure.js'
import { say, type GlobalOptions } from '../../cli/options.js'
import { whenSaved } from '../../cli/watch.js'

const clearScreen = '\u001b[2J\u001b[H'

/** Checks again each time a file that the result rests on is saved, until Ctrl-C; what cannot be read just now is said and waited for. */
export async function watchAndCheck(io: Io, options: GlobalOptions, files: readonly string[], check: () => Promise<number>): Promise<number> {
  const workspace = await loadWorkspace({ cwd: io.cwd, workspace: options.workspace })
  const language = options.lang ?? workspace.config.language
  const inputs = await resolveInputs(workspace, io.cwd, files)
  const watched = [...(await filesBehind(workspace, io.cwd, files)).values()]
  let exitCode: number = exitCodes.done
  const again = async () => {
    if (io.width !== undefined) io.stdout(clearScreen, 'styled')
    try {
      exitCode = await check()
    } catch (error) {
      if (!(error instanceof KorvausError)) throw error
      exitCode = error.exitCode
      io.stderr(`${failureText(error, language)}\n`)
    }
    say(fill(reportTexts.watching[language], { files: inputs.map(({ name }) => name).join(', ') }), options, io)
  }
  await again()
  await whenSaved(watched, again)
  return exitCode
}
