import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Io } from '../../cli/io.js'
import { say, type GlobalOptions } from '../../cli/options.js'
import { KorvausError } from '../../model/errors.js'
import type { Language } from '../../model/language.js'
import { fill } from '../../templates/fill.js'
import { mapTexts } from '../../templates/map-texts.js'
import { writeFileAtomically } from '../../workspace/atomic-files.js'
import { resolveInputs, type Workspace } from '../../workspace/load-workspace.js'
import { correctTables, showTables } from './correct.js'
import { lookAt } from './inputs.js'
import type { MapOptions } from './map-options.js'
import { addInputs } from './map-write.js'
import { applyOptions, mappingNamesOf, mappingTextOf } from './mapping.js'

/** Whether `korvaus.yaml` names a file among its inputs already. */
export async function isConfigured(workspace: Workspace, cwd: string, file: string): Promise<boolean> {
  if (workspace.config.inputs.length === 0) return false
  const inputs = await resolveInputs(workspace, cwd)
  return inputs.some(({ path, name }) => name === file || path === resolve(cwd, file) || relative(workspace.root, path) === file)
}

/** Proposes what the columns of new files mean, lets a person correct it, and has them read from now on. */
export async function addNewFiles(io: Io, options: GlobalOptions & MapOptions, workspace: Workspace, files: readonly string[], language: Language): Promise<void> {
  const added: { path: string; mapping?: string }[] = []
  for (const file of files) {
    say(fill(mapTexts.newFile[language], { file }), options, io)
    const input = await lookAt(workspace.root, io.cwd, file)
    applyOptions(input.tables, options)
    if (io.isTerminal && options.yes !== true) await correctTables(io, input, language)
    else say(showTables(input, language, io, false), options, io)
    const text = mappingTextOf(input, [], language)
    const name = mappingNamesOf([input.file])[0] as string
    if (text !== undefined && existsSync(join(workspace.root, name))) throw new KorvausError('file-exists', { path: name })
    if (text !== undefined) await writeFileAtomically(join(workspace.root, name), text)
    added.push(text === undefined ? { path: input.path } : { path: input.path, mapping: name })
    say(fill(mapTexts.configWritten[language], { file: input.path }), options, io)
  }
  await addInputs(workspace, added)
}
