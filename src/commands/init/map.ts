import type { Io } from '../../cli/io.js'
import { say, type GlobalOptions } from '../../cli/options.js'
import { inputSpecs } from '../../desk/input-specs.js'
import { exitCodes, KorvausError } from '../../model/errors.js'
import type { Language } from '../../model/language.js'
import { openQuestions, type OpenQuestion } from '../../read/open-questions.js'
import { readServiceLog } from '../../read/read-service-log.js'
import { failureText } from '../../cli/failure.js'
import { mapTexts } from '../../templates/map-texts.js'
import { loadWorkspace, resolveInputs, type WorkspaceInput } from '../../workspace/load-workspace.js'
import { addNewFiles, isConfigured } from './map-files.js'
import { askQuestions, shownQuestion } from './map-questions.js'
import { givenAnswers, type MapOptions } from './map-options.js'
import { writeAnswers } from './map-write.js'

type Options = GlobalOptions & MapOptions

/**
 * Asks again what words, IDs and columns mean, and writes the answers into the mappings of the inputs; whatever they said
 * stays. Without a terminal it takes the answers of the options, and lists what is still open.
 */
export async function run(io: Io, options: Options, files: string[]): Promise<number> {
  const workspace = await loadWorkspace({ cwd: io.cwd, workspace: options.workspace })
  const language = options.lang ?? workspace.config.language
  const isNew = await Promise.all(files.map(async (file) => !(await isConfigured(workspace, io.cwd, file))))
  const added = files.filter((_, index) => isNew[index])
  if (added.length > 0) await addNewFiles(io, options, workspace, added, language)
  const configured = added.length > 0 ? await loadWorkspace({ cwd: io.cwd, workspace: options.workspace }) : workspace
  const inputs = await resolveInputs(configured, io.cwd)
  const questions = await stillOpen(io, options, inputs, language)
  const given = added.length > 0 ? [] : givenAnswers(options, inputs, files.filter((_, index) => !isNew[index]), questions)
  const asks = io.isTerminal && options.yes !== true && given.length === 0
  const answers = asks ? await askQuestions(questions, configured, inputs, language) : given
  await writeAnswers(io, options, configured, inputs, answers, language)
  const open = answers.length === 0 ? questions : await stillOpen(io, options, await resolveInputs(await loadWorkspace({ cwd: io.cwd, workspace: options.workspace }), io.cwd), language)
  tellOpen(io, open, language)
  return open.length > 0 ? exitCodes.attention : exitCodes.done
}

/** What the log leaves open; where it cannot be read at all, that is said, and only the answers of options count. */
async function stillOpen(io: Io, options: Options, inputs: readonly WorkspaceInput[], language: Language): Promise<OpenQuestion[]> {
  try {
    return openQuestions(await readServiceLog(await inputSpecs(inputs)))
  } catch (error) {
    if (!(error instanceof KorvausError) || !error.code.startsWith('input-')) throw error
    say(`${mapTexts.unread[language]} ${failureText(error, language)}`, options, io)
    return []
  }
}

function tellOpen(io: Io, open: readonly OpenQuestion[], language: Language): void {
  io.stdout(open.length === 0 ? `${mapTexts.nothingOpen[language]}\n` : `${[mapTexts.openHead[language], ...open.map((question) => `  ${shownQuestion(question, undefined, language)}`)].join('\n')}\n`)
}

